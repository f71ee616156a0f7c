//! Between a probability and its logit.

/// Logits lie within ±8, in steps of 1/256.
const STEPS: usize = 4096;
/// e^(1/256).
const STEP: f64 = 1.003_913_889_338_347_5;
/// The furthest from even odds that a logit may be.
const MOST: f32 = 7.99;

/// The logistic function and its inverse, as tables.
pub(crate) struct Logistic {
    squash: [f32; STEPS],
    stretch: [f32; STEPS],
}

impl Logistic {
    pub(crate) const fn new() -> Self {
        Self { squash: [0.0; STEPS], stretch: [0.0; STEPS] }
    }

    pub(crate) fn fill(&mut self) {
        let mut power = 1.0_f64;
        for k in 0..STEPS / 2 {
            let p = power / (1.0 + power);
            self.squash[STEPS / 2 + k] = p as f32;
            self.squash[STEPS / 2 - k] = (1.0 - p) as f32;
            power *= STEP;
        }
        self.squash[0] = self.squash[1];
        let mut at = 0;
        for x in 0..STEPS {
            while at < STEPS && at as f32 <= self.squash[x] * STEPS as f32 {
                self.stretch[at] = (x as f32 - 2048.0) / 256.0;
                at += 1;
            }
        }
        while at < STEPS {
            self.stretch[at] = MOST;
            at += 1;
        }
    }

    /// The probability for a logit.
    pub(crate) fn squash(&self, logit: f32) -> f32 {
        self.squash[((clamp(logit) * 256.0 + 2048.0) as usize) & (STEPS - 1)]
    }

    /// The logit of a probability.
    pub(crate) fn stretch(&self, p: f32) -> f32 {
        self.stretch[((p * STEPS as f32) as usize) & (STEPS - 1)]
    }
}

/// A logit within what the table holds.
pub(crate) fn clamp(logit: f32) -> f32 {
    logit.clamp(-MOST, MOST)
}
