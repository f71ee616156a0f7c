//! What the next byte of a module is: an instruction, what an instruction carries, or something outside of code.

/// What may come next, as small numbers.
pub(crate) const ROLES: usize = 32 + 256 * 8;
const CODE: u8 = 10;
const BRANCH_TABLE: u8 = 0x0e;
/// Instructions that are remembered.
pub(crate) const PAST: usize = 8;

/// Where in a module the reader is.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Head,
    Section,
    Size,
    Inside,
}

/// Where in the section of code.
#[derive(Clone, Copy, PartialEq)]
enum Spot {
    Count,
    Body,
    Groups,
    Many,
    Type,
    Instruction,
    Carried,
}

/// What an instruction carries, one after the other.
#[derive(Clone, Copy, PartialEq)]
enum Carried {
    Number,
    Bytes(u8),
    /// A number that says how many follow, and one more where it is a table of branches.
    Vector,
    /// The number of an instruction of two parts.
    Second,
}

/// Follows a module byte by byte.
pub(crate) struct Reader {
    seen: usize,
    place: Place,
    pub(crate) section: u8,
    left: u32,
    number: u32,
    shift: u32,
    spot: Spot,
    body: u32,
    groups: u32,
    pub(crate) op: u8,
    /// `None` before the first instruction, so that a reader at the start is all zeros.
    carried: Option<&'static [Carried]>,
    at: usize,
    counted: bool,
    items: u32,
    /// Bytes of what is carried that were read.
    pub(crate) bytes: u32,
    /// Instructions, the last one first, without and with what they carried.
    pub(crate) past: [u32; PAST],
    pub(crate) whole: [u32; PAST],
    current: u32,
    last: [u32; 1024],
}

fn carried(op: u8) -> &'static [Carried] {
    use Carried::{Bytes, Number, Second, Vector};
    match op {
        0x02..=0x04 | 0x0c | 0x0d | 0x10 | 0x20..=0x26 | 0x3f..=0x42 | 0xd0 | 0xd2 => &[Number],
        0x0e | 0x1c => &[Vector],
        0x11 | 0x28..=0x3e => &[Number, Number],
        0x43 => &[Bytes(4)],
        0x44 => &[Bytes(8)],
        0xfc => &[Second],
        _ => &[],
    }
}

impl Reader {
    pub(crate) const fn new() -> Self {
        Self {
            seen: 0,
            place: Place::Head,
            section: 0,
            left: 0,
            number: 0,
            shift: 0,
            spot: Spot::Count,
            body: 0,
            groups: 0,
            op: 0,
            carried: None,
            at: 0,
            counted: false,
            items: 0,
            bytes: 0,
            past: [0; PAST],
            whole: [0; PAST],
            current: 0,
            last: [0; 1024],
        }
    }

    pub(crate) fn in_code(&self) -> bool {
        self.place == Place::Inside && self.section == CODE
    }

    /// What the instruction now read carried in this place when it was last met.
    pub(crate) fn same(&self) -> u32 {
        self.last[(usize::from(self.op) * 4 + self.at.min(3)) & 1023]
    }

    /// The part of a number that was read.
    pub(crate) fn part(&self) -> u32 {
        if self.shift == 0 { 0 } else { self.number | self.shift << 24 }
    }

    /// What the next byte is.
    pub(crate) fn role(&self) -> usize {
        match self.place {
            Place::Head => 0,
            Place::Section => 1,
            Place::Size => 2,
            Place::Inside if self.section != CODE => 3 + usize::from(self.section & 15),
            Place::Inside => match self.spot {
                Spot::Count => 20,
                Spot::Body => 21,
                Spot::Groups => 22,
                Spot::Many => 23,
                Spot::Type => 24,
                Spot::Instruction => 25,
                Spot::Carried => 32 + usize::from(self.op) * 8 + self.at.min(3) * 2 + usize::from(self.bytes > 0),
            },
        }
    }

    /// Reads a byte.
    pub(crate) fn feed(&mut self, byte: u8) {
        self.seen += 1;
        match self.place {
            Place::Head if self.seen == 8 => self.place = Place::Section,
            Place::Head => {}
            Place::Section => {
                self.section = byte;
                self.place = Place::Size;
            }
            Place::Size => {
                if let Some(size) = self.read(byte) {
                    self.left = size;
                    self.place = if size == 0 { Place::Section } else { Place::Inside };
                    self.spot = Spot::Count;
                }
            }
            Place::Inside => {
                self.left -= 1;
                if self.section == CODE {
                    self.code(byte);
                }
                if self.left == 0 {
                    self.place = Place::Section;
                    self.number = 0;
                    self.shift = 0;
                }
            }
        }
    }

    /// A number in LEB128, when it is complete.
    fn read(&mut self, byte: u8) -> Option<u32> {
        self.number |= u32::from(byte & 127).wrapping_shl(self.shift);
        self.shift += 7;
        if byte > 127 {
            return None;
        }
        let number = self.number;
        self.number = 0;
        self.shift = 0;
        Some(number)
    }

    fn code(&mut self, byte: u8) {
        if self.spot == Spot::Count {
            if self.read(byte).is_some() {
                self.spot = Spot::Body;
            }
            return;
        }
        if self.spot == Spot::Body {
            if let Some(size) = self.read(byte) {
                self.body = size;
                self.spot = Spot::Groups;
                self.past = [0; PAST];
                self.whole = [0; PAST];
            }
            return;
        }
        self.body = self.body.wrapping_sub(1);
        match self.spot {
            Spot::Groups => {
                if let Some(groups) = self.read(byte) {
                    self.groups = groups;
                    self.spot = if groups == 0 { Spot::Instruction } else { Spot::Many };
                }
            }
            Spot::Many => {
                if self.read(byte).is_some() {
                    self.spot = Spot::Type;
                }
            }
            Spot::Type => {
                self.groups -= 1;
                self.spot = if self.groups == 0 { Spot::Instruction } else { Spot::Many };
            }
            Spot::Instruction => self.instruction(byte),
            _ => self.carry(byte),
        }
        if self.body == 0 {
            self.spot = Spot::Body;
            self.number = 0;
            self.shift = 0;
        }
    }

    fn instruction(&mut self, byte: u8) {
        self.op = byte;
        let carried = carried(byte);
        self.carried = Some(carried);
        self.at = 0;
        self.bytes = 0;
        self.counted = false;
        self.items = 0;
        self.past.copy_within(..PAST - 1, 1);
        self.past[0] = u32::from(byte) + 1;
        self.current = u32::from(byte) + 1;
        if carried.is_empty() { self.complete() } else { self.spot = Spot::Carried }
    }

    fn carry(&mut self, byte: u8) {
        self.bytes += 1;
        let kind = self.carried.and_then(|c| c.get(self.at)).copied().unwrap_or(Carried::Number);
        if let Carried::Bytes(count) = kind {
            self.current = hash(self.current, u32::from(byte));
            if self.bytes == u32::from(count) {
                self.next();
            }
            return;
        }
        let Some(number) = self.read(byte) else { return };
        self.current = hash(self.current, number);
        match kind {
            Carried::Vector if !self.counted => {
                self.counted = true;
                self.items = number.saturating_add(u32::from(self.op == BRANCH_TABLE));
            }
            Carried::Vector => self.items -= 1,
            Carried::Second => {
                self.past[0] = number.wrapping_add(0xfc00);
                self.carried = Some(match number {
                    0..8 => &[Carried::Second],
                    8 | 10 | 12 | 14 => &[Carried::Second, Carried::Number, Carried::Number],
                    _ => &[Carried::Second, Carried::Number],
                });
            }
            _ => self.last[(usize::from(self.op) * 4 + self.at) & 1023] = number,
        }
        if self.items == 0 {
            self.next();
        }
    }

    fn next(&mut self) {
        self.at += 1;
        self.counted = false;
        self.bytes = 0;
        if self.at >= self.carried.map_or(0, <[Carried]>::len) {
            self.complete();
        }
    }

    fn complete(&mut self) {
        self.spot = Spot::Instruction;
        self.whole.copy_within(..PAST - 1, 1);
        self.whole[0] = self.current;
    }
}

/// Mixes two numbers into one.
pub(crate) fn hash(a: u32, b: u32) -> u32 {
    let h = a.wrapping_mul(0x9e37_79b1) ^ b.wrapping_mul(0x85eb_ca6b).rotate_left(13);
    let h = (h ^ h >> 15).wrapping_mul(0x2c1b_3c6d);
    h ^ h >> 13
}
