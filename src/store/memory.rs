//! A store in memory, for tests and for a page that must not store anything.

use litemap::LiteMap;
use std::cell::{Cell, RefCell};

use super::{Storage, StoreError};

/// Which calls of a [`Memory`] fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InjectedFailure {
    /// The n-th call from now on, counted from 1.
    Once(usize),
    /// The n-th call from now on and all after it.
    From(usize),
}

/// Keeps texts until it is dropped. Calls fail as [`Memory::fail`] says.
#[derive(Debug, Default)]
pub struct Memory {
    texts: RefCell<LiteMap<String, String>>,
    error: Cell<Option<(InjectedFailure, StoreError)>>,
    calls: Cell<usize>,
}

impl Memory {
    /// From now on calls fail like this, or succeed again. A full store still reads and removes.
    pub fn fail(&self, error: Option<(InjectedFailure, StoreError)>) {
        self.error.set(error);
        self.calls.set(0);
    }

    /// How many calls there were since the last [`Memory::fail`].
    pub fn calls(&self) -> usize {
        self.calls.get()
    }

    fn call(&self, writes: bool) -> Result<(), StoreError> {
        self.calls.set(self.calls.get() + 1);
        let Some((failing, error)) = self.error.get() else { return Ok(()) };
        let hit = match failing {
            InjectedFailure::Once(n) => self.calls.get() == n,
            InjectedFailure::From(n) => self.calls.get() >= n,
        };
        if hit && (writes || error == StoreError::Denied) { Err(error) } else { Ok(()) }
    }
}

impl Storage for Memory {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.call(false)?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call(false)?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn put(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.call(true)?;
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.call(false)?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}
