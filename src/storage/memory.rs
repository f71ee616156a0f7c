//! The store in memory: for tests, and for a page that may not keep anything.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::{Fault, Storage};

/// Keeps texts until it is dropped. A fault set with [`Memory::break_writes`] is returned by every write.
#[derive(Debug, Default)]
pub struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    fault: Cell<Option<Fault>>,
}

impl Memory {
    /// From now on every write fails like this, or succeeds again.
    pub fn break_writes(&self, fault: Option<Fault>) {
        self.fault.set(fault);
    }
}

impl Storage for Memory {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn put(&self, key: &str, text: &str) -> Result<(), Fault> {
        if let Some(fault) = self.fault.get() {
            return Err(fault);
        }
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}
