//! The arithmetic coder, and the one model that both directions use.

use crate::model::{MOST, Model};
use std::sync::{Mutex, PoisonError, TryLockError};

/// The longest that a packed module may be.
const MOST_PACKED: usize = 1 << 20;
/// What the coder looks ahead.
const AHEAD: u32 = 4;

/// Some seventy megabytes of zeros, so that a programme that unpacks needs no memory of its own.
static STATE: Mutex<State> = Mutex::new(State::new());

struct State {
    model: Model,
    packed: [u8; MOST_PACKED],
    put: usize,
    taken: usize,
    left: u32,
    coder: Coder,
}

/// The interval that the module lies in, and, where it is unpacked, the place in it.
struct Coder {
    low: u32,
    high: u32,
    place: u32,
}

impl State {
    const fn new() -> Self {
        let coder = Coder { low: 0, high: 0, place: 0 };
        Self { model: Model::new(), packed: [0; MOST_PACKED], put: 0, taken: 0, left: 0, coder }
    }

    fn take(&mut self) {
        self.coder.place = self.coder.place << 8 | u32::from(self.packed[self.taken & (MOST_PACKED - 1)]);
        self.taken += 1;
    }
}

impl Coder {
    fn whole() -> Self {
        Self { low: 0, high: u32::MAX, place: 0 }
    }

    /// Divides the interval; no bit is thought certain.
    fn middle(&self, p: f32) -> u32 {
        let odds = ((p * 65_536.0) as u32).clamp(24, 65_512);
        self.low + ((u64::from(self.high - self.low) * u64::from(odds)) >> 16) as u32
    }

    fn narrow(&mut self, middle: u32, bit: u8) {
        if bit == 1 { self.high = middle } else { self.low = middle + 1 }
    }

    /// The byte in which both ends agree, if they do.
    fn settled(&mut self) -> Option<u8> {
        let byte = self.high >> 24;
        if self.low >> 24 != byte {
            return None;
        }
        self.low <<= 8;
        self.high = self.high << 8 | 255;
        Some(byte as u8)
    }
}

/// The module, packed. `None` if it is longer than two MiB, or packed longer than one.
pub fn pack(module: &[u8]) -> Option<Vec<u8>> {
    let length = u32::try_from(module.len()).ok().filter(|_| module.len() <= MOST)?;
    let mut state = STATE.lock().unwrap_or_else(PoisonError::into_inner);
    let State { model, coder, .. } = &mut *state;
    model.reset();
    *coder = Coder::whole();
    let mut out = length.to_le_bytes().to_vec();
    for &byte in module {
        for bit in (0..8).rev().map(|shift| byte >> shift & 1) {
            let middle = coder.middle(model.predict());
            coder.narrow(middle, bit);
            model.learn(bit);
            while let Some(byte) = coder.settled() {
                out.push(byte);
            }
        }
    }
    out.extend(coder.high.to_be_bytes());
    Some(out).filter(|out| out.len() <= MOST_PACKED)
}

/// Does something with the state, which nothing else uses meanwhile.
fn with<T: Default>(act: impl FnOnce(&mut State) -> T) -> T {
    match STATE.try_lock() {
        Ok(mut state) => act(&mut state),
        Err(TryLockError::Poisoned(state)) => act(&mut state.into_inner()),
        Err(TryLockError::WouldBlock) => T::default(),
    }
}

/// Takes the next byte of what is packed.
pub fn put(byte: u8) {
    with(|state| {
        state.packed[state.put & (MOST_PACKED - 1)] = byte;
        state.put += 1;
    });
}

/// Begins to unpack what was put. How many bytes it will be.
pub fn begin() -> u32 {
    with(|state| {
        state.model.reset();
        state.left = (0..4).fold(0, |length, at| length | u32::from(state.packed[at]) << (8 * at));
        state.coder = Coder::whole();
        state.taken = 4;
        for _ in 0..AHEAD {
            state.take();
        }
        state.put = 0;
        state.left
    })
}

/// Unpacks so many bytes more, or what there is. How many are left.
pub fn step(count: u32) -> u32 {
    with(|state| {
        for _ in 0..count.min(state.left) {
            for _ in 0..8 {
                let middle = state.coder.middle(state.model.predict());
                let bit = u8::from(state.coder.place <= middle);
                state.coder.narrow(middle, bit);
                state.model.learn(bit);
                while state.coder.settled().is_some() {
                    state.take();
                }
            }
        }
        state.left -= count.min(state.left);
        state.left
    })
}

/// A byte that was unpacked.
pub fn byte(at: u32) -> u8 {
    with(|state| state.model.read(at))
}

#[cfg(test)]
mod tests {
    use super::{begin, byte, pack, put, step};

    fn unpacked(packed: &[u8]) -> Vec<u8> {
        packed.iter().copied().for_each(put);
        let length = begin();
        while step(1000) > 0 {}
        (0..length).map(byte).collect()
    }

    /// One test, because there is one state.
    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        let head = b"\0asm\x01\0\0\0";
        let code = [head.as_slice(), b"\x0a\x0b\x01\x09\x01\x02\x7f\x20\x00\x0e\x01\x00\x00\x0b", b"\x0a\x05styles"].concat();
        let noise: Vec<u8> = (0..50_000_u32).map(|n| (n.wrapping_mul(n).wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let text = "scope and ambiguity, breadth and influence; ".repeat(500).into_bytes();
        // Noise where instructions are expected: nothing of it may count below nought or beyond a number.
        let odd = [head.as_slice(), b"\x0a\xff\xff\x7f\x01\xff\xff\x7f\x00", &noise].concat();
        let wide =
            [head.as_slice(), b"\x0a\x20\x01\x1e\x00\x0e\xff\xff\xff\xff\xff\x7f\xfc\xff\xff\xff\xff\x7f", &noise].concat();
        for module in [Vec::new(), head.to_vec(), code, noise, odd, wide, text.clone()] {
            let packed = pack(&module).unwrap_or_default();
            assert_eq!(unpacked(&packed), module);
        }
        assert!(pack(&text).unwrap_or_default().len() < 200, "a repetition costs next to nothing");
        assert!(pack(&vec![0; (1 << 21) + 1]).is_none());
    }
}
