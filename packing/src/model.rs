//! Predicts the next bit of a module, and learns from what it was.

use crate::logistic::{Logistic, clamp};
use crate::role::{ROLES, Reader, hash};

/// The longest module.
pub(crate) const MOST: usize = 1 << 21;
/// Contexts that are looked up for each byte.
const CONTEXTS: usize = 6;
/// Inputs of the network: one a context, the repeat, and a constant; in fours, as the sum takes them.
const INPUTS: usize = (CONTEXTS + 2).next_multiple_of(4);
/// Lines of sixteen slots, one for each half of a byte in a context.
const LINES: usize = 1 << 21;
/// Weights are chosen by what was read of the byte, and by the role of the byte.
const SETS: usize = 256 + ROLES;
/// Places of the bytes that followed six others.
const REPEATS: usize = 1 << 18;
/// How long a repeat is told apart.
const LONGEST: usize = 63;
const LEARN: f32 = 0.006;
const SLOW: f32 = 0.006;
const REFINE: f32 = 0.01;
/// Sightings after which a slot no longer slows down.
const SIGHTINGS: u16 = 10;

/// What was learned so far.
pub(crate) struct Model {
    logistic: Logistic,
    /// Twelve bits of probability and four of how often it was seen.
    slots: [[u16; 16]; LINES],
    /// The probability that a slot's content stands for, by context.
    meaning: [[f32; 1024]; CONTEXTS],
    weights: [[f32; INPUTS]; SETS],
    /// The last refinement, by role and by the logit in steps of a half.
    refined: [[f32; 33]; ROLES],
    hits: [f32; LONGEST + 1],
    repeats: [u32; REPEATS],
    rates: [f32; 16],
    reader: Reader,
    /// Everything that was read.
    bytes: [u8; MOST],
    length: usize,
    contexts: [u32; CONTEXTS],
    lines: [usize; CONTEXTS],
    cells: [usize; CONTEXTS],
    inputs: [f32; INPUTS],
    /// The last eight bytes.
    near: u32,
    far: u32,
    /// Hash of the word that is being read in text.
    word: u32,
    role: usize,
    from: usize,
    run: usize,
    expected: u32,
    /// What was read of the byte, after a leading one.
    part: usize,
    node: usize,
    outputs: [f32; 2],
    /// The cell of `refined` that is nearest.
    refining: usize,
    foreseen: u32,
}

impl Model {
    pub(crate) const fn new() -> Self {
        Self {
            logistic: Logistic::new(),
            slots: [[0; 16]; LINES],
            meaning: [[0.0; 1024]; CONTEXTS],
            weights: [[0.0; INPUTS]; SETS],
            refined: [[0.0; 33]; ROLES],
            hits: [0.0; LONGEST + 1],
            repeats: [0; REPEATS],
            rates: [0.0; 16],
            reader: Reader::new(),
            bytes: [0; MOST],
            length: 0,
            contexts: [0; CONTEXTS],
            lines: [0; CONTEXTS],
            cells: [0; CONTEXTS],
            inputs: [0.0; INPUTS],
            near: 0,
            far: 0,
            word: 0,
            role: 0,
            from: 0,
            run: 0,
            expected: 0,
            part: 0,
            node: 0,
            outputs: [0.0; 2],
            refining: 0,
            foreseen: 0,
        }
    }

    /// Forgets everything.
    pub(crate) fn reset(&mut self) {
        self.slots.fill([0; 16]);
        self.repeats.fill(0);
        self.reader = Reader::new();
        (self.length, self.near, self.far, self.word) = (0, 0, 0, 0);
        (self.from, self.run) = (0, 0);
        self.logistic.fill();
        for meaning in &mut self.meaning {
            for (at, p) in meaning.iter_mut().enumerate() {
                *p = ((at & 63) as f32 + 0.5) / 64.0;
            }
        }
        for weights in &mut self.weights {
            for weight in weights.iter_mut() {
                *weight = 0.25;
            }
        }
        for refined in &mut self.refined {
            for (at, p) in refined.iter_mut().enumerate() {
                *p = self.logistic.squash((at as f32 - 16.0) / 2.0);
            }
        }
        self.hits.fill(0.5);
        for (seen, rate) in self.rates.iter_mut().enumerate() {
            *rate = 1.0 / (seen as f32 + 1.5);
        }
        self.inputs[INPUTS - 1] = 0.3;
        self.begin();
    }

    /// A byte that was read.
    pub(crate) fn read(&self, at: u32) -> u8 {
        self.bytes[at as usize & (MOST - 1)]
    }

    /// The contexts of the next byte.
    fn begin(&mut self) {
        let reader = &self.reader;
        self.role = reader.role();
        let role = self.role as u32;
        let (near, far) = (self.near, self.far);
        self.contexts = if reader.in_code() {
            let start = hash(role, reader.part());
            let past = |count: usize| reader.past[..count].iter().fold(start, |h, op| hash(h, *op));
            let whole = |count: usize| reader.whole[..count].iter().fold(start, |h, i| hash(h, *i));
            [
                role,
                hash(whole(3), 1),
                hash(past(3), 2),
                hash(past(1), hash(reader.same(), reader.bytes)),
                hash(past(8), 3),
                hash(past(1), hash(near & 0xffff, 4)),
            ]
        } else {
            [
                role,
                hash(near & 0xff, 1),
                hash(near & 0xffff, 2),
                hash(near & 0x00ff_ffff, 3),
                hash(near, hash(far & 0xff, 4)),
                hash(self.word, 5),
            ]
        };
        self.repeat();
        self.part = 1;
        self.nibble();
    }

    /// Looks for where the last six bytes stood before.
    fn repeat(&mut self) {
        let end = self.length;
        let at = |index: usize| self.bytes[index & (MOST - 1)];
        if self.run > 0 && at(self.from) == at(end.wrapping_sub(1)) {
            self.run += 1;
            self.from += 1;
        } else {
            self.run = 0;
        }
        if end > 6 {
            let place = (hash(self.near, self.far & 0xffff) >> 14) as usize & (REPEATS - 1);
            if self.run == 0 {
                self.from = self.repeats[place] as usize;
                let same = (1..=32).take_while(|&back| back <= self.from && at(self.from - back) == at(end - back)).count();
                self.run = if same < 5 { 0 } else { same };
            }
            self.repeats[place] = end as u32;
        }
        self.expected = if self.run > 0 { u32::from(self.bytes[self.from & (MOST - 1)]) | 256 } else { 0 };
    }

    /// The lines of slots for the next four bits.
    fn nibble(&mut self) {
        for (index, (line, context)) in self.lines.iter_mut().zip(self.contexts).enumerate() {
            let mixed = hash(context, self.part as u32 + 977 * (index as u32 + 1));
            let (first, check) = (mixed as usize & (LINES - 1), (mixed >> 16) as u16 | 1);
            let second = first ^ 1;
            let seen = |line: usize| self.slots[line][1] & 15;
            *line = if self.slots[first][0] == check {
                first
            } else if self.slots[second][0] == check {
                second
            } else {
                let free = if seen(first) <= seen(second) { first } else { second };
                self.slots[free] = [0; 16];
                self.slots[free][0] = check;
                free
            };
        }
        self.node = 1;
    }

    /// The probability that the next bit is one.
    pub(crate) fn predict(&mut self) -> f32 {
        for index in 0..CONTEXTS {
            let slot = self.slots[self.lines[index] & (LINES - 1)][self.node & 15];
            let seen = usize::from(slot & 15);
            let cell = seen << 6 | usize::from(slot >> 10);
            self.cells[index] = cell;
            self.inputs[index] = if seen == 0 { 0.0 } else { self.logistic.stretch(self.meaning[index][cell & 1023]) };
        }
        let done = self.part.checked_ilog2().unwrap_or(0);
        let next = self.expected >> (7 - done) & 1;
        self.foreseen = if self.expected >> (8 - done) == self.part as u32 { 1 + next } else { 0 };
        let hit = self.logistic.stretch(self.hits[self.run.min(LONGEST)]);
        self.inputs[CONTEXTS] = match self.foreseen {
            0 => 0.0,
            1 => -hit,
            _ => hit,
        };
        let [one, two] = [self.part & 255, 256 + self.role].map(|set| clamp(dot(&self.weights[set.min(SETS - 1)], &self.inputs)));
        self.outputs = [self.logistic.squash(one), self.logistic.squash(two)];
        let mean = 0.5 * (one + two);
        let place = (mean + 8.0) * 2.0;
        let (cell, rest) = (place as usize & 31, place - (place as usize & 31) as f32);
        let refined = &self.refined[self.role.min(ROLES - 1)];
        self.refining = if rest > 0.5 { cell + 1 } else { cell };
        (3.0 * self.logistic.squash(mean) + refined[cell] * (1.0 - rest) + refined[cell + 1] * rest) / 4.0
    }

    /// Learns what the bit was.
    pub(crate) fn learn(&mut self, bit: u8) {
        let y = f32::from(bit);
        let refined = &mut self.refined[self.role.min(ROLES - 1)][self.refining];
        *refined += (y - *refined) * REFINE;
        for (set, output) in [self.part & 255, 256 + self.role].into_iter().zip(self.outputs) {
            let error = (y - output) * LEARN;
            for (weight, input) in self.weights[set.min(SETS - 1)].iter_mut().zip(&self.inputs) {
                *weight += error * input;
            }
        }
        for index in 0..CONTEXTS {
            let slot = &mut self.slots[self.lines[index] & (LINES - 1)][self.node & 15];
            let (seen, p) = (*slot & 15, f32::from(*slot >> 4));
            let p = if *slot == 0 { 2047.5 } else { p };
            let p = p + (y * 4095.0 - p) * self.rates[usize::from(seen)];
            *slot = ((p + 0.5) as u16) << 4 | if seen < SIGHTINGS { seen + 1 } else { seen };
            let meaning = &mut self.meaning[index][self.cells[index] & 1023];
            *meaning += (y - *meaning) * SLOW;
        }
        if self.foreseen > 0 {
            let hit = &mut self.hits[self.run.min(LONGEST)];
            *hit += (f32::from(u8::from(self.foreseen - 1 == u32::from(bit))) - *hit) * REFINE;
        }
        self.part = self.part << 1 | usize::from(bit);
        self.node = self.node << 1 | usize::from(bit);
        if self.part > 255 {
            self.end((self.part & 255) as u8);
        } else if self.part > 15 && self.part < 32 {
            self.nibble();
        }
    }

    fn end(&mut self, byte: u8) {
        self.bytes[self.length & (MOST - 1)] = byte;
        self.length += 1;
        self.far = self.far << 8 | self.near >> 24;
        self.near = self.near << 8 | u32::from(byte);
        if byte.is_ascii_alphabetic() {
            self.word = hash(self.word, u32::from(byte.to_ascii_lowercase()));
        } else {
            self.word = 0;
        }
        self.reader.feed(byte);
        self.begin();
    }
}

fn dot(weights: &[f32; INPUTS], inputs: &[f32; INPUTS]) -> f32 {
    let mut sums = [0.0_f32; 4];
    for (weights, inputs) in weights.as_chunks::<4>().0.iter().zip(inputs.as_chunks::<4>().0) {
        for lane in 0..4 {
            sums[lane] += weights[lane] * inputs[lane];
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3])
}
