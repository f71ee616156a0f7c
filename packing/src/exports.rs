//! The functions that a module of WebAssembly offers to unpack. Numbers alone go in and out, so that it needs no glue.
#![expect(unsafe_code, reason = "an exported name has to be told from others by hand")]

/// See [`put`](crate::put).
#[unsafe(no_mangle)]
pub extern "C" fn put(byte: u32) {
    crate::put(byte as u8);
}

/// See [`begin`](crate::begin).
#[unsafe(no_mangle)]
pub extern "C" fn begin() -> u32 {
    crate::begin()
}

/// See [`step`](crate::step).
#[unsafe(no_mangle)]
pub extern "C" fn step(count: u32) -> u32 {
    crate::step(count)
}

/// See [`byte`](crate::byte).
#[unsafe(no_mangle)]
pub extern "C" fn byte(at: u32) -> u32 {
    u32::from(crate::byte(at))
}
