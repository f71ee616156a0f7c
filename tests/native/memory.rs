//! The store in memory, which fails on demand.

use ladder_calibration::store::memory::{InjectedFailure, Memory};
use ladder_calibration::store::{Storage, StoreError};

/// The store in memory fails as configured; the tests with injected faults depend on it.
#[test]
fn the_store_in_memory_fails_at_the_call_that_was_set() {
    let store = Memory::default();
    store.put("a", "1").unwrap();
    store.put("b", "2").unwrap();
    assert_eq!(store.calls(), 2);

    store.fail(Some((InjectedFailure::Once(2), StoreError::Denied)));
    assert_eq!(store.calls(), 0);
    let came = [store.get("a").is_ok(), store.get("a").is_ok(), store.get("a").is_ok()];
    assert_eq!((came, store.calls()), ([true, false, true], 3));

    store.fail(Some((InjectedFailure::From(2), StoreError::Denied)));
    let came = [store.keys().is_ok(), store.remove("a").is_ok(), store.keys().is_ok()];
    assert_eq!(came, [true, false, false]);

    store.fail(Some((InjectedFailure::From(1), StoreError::Full)));
    assert_eq!(store.put("a", "3"), Err(StoreError::Full));
    assert_eq!(store.get("a"), Ok(Some("1".into())), "a full store still reads");
    assert_eq!(store.keys().map(|keys| keys.len()), Ok(2));
    assert_eq!(store.remove("b"), Ok(()), "and removes");

    store.fail(None);
    assert_eq!(store.put("a", "3"), Ok(()));
    assert_eq!((store.get("a"), store.get("b")), (Ok(Some("3".into())), Ok(None)));
}
