//! A probability density on a grid.

/// Probabilities over equal cells; they sum to one.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    first: f64,
    step: f64,
    cells: Vec<f64>,
}

impl Density {
    /// Normalizes non-negative weights over cells with the given first center and width.
    pub fn new(first: f64, step: f64, mut weights: Vec<f64>) -> Self {
        let sum: f64 = weights.iter().sum();
        for w in &mut weights {
            *w /= sum;
        }
        Self { first, step, cells: weights }
    }

    /// The probability of each cell.
    pub fn cells(&self) -> &[f64] {
        &self.cells
    }

    /// Expected position, in levels.
    pub fn mean(&self) -> f64 {
        self.cells.iter().enumerate().map(|(j, p)| p * self.center(j)).sum()
    }

    /// Standard deviation, in levels.
    pub fn sd(&self) -> f64 {
        let mean = self.mean();
        self.cells.iter().enumerate().map(|(j, p)| p * (self.center(j) - mean).powi(2)).sum::<f64>().sqrt()
    }

    /// The equal-tailed credible interval: through the cell edges, linear inside a cell.
    pub fn interval(&self, coverage: f64) -> [f64; 2] {
        let tail = (1.0 - coverage) / 2.0;
        [self.quantile(tail), self.quantile(1.0 - tail)]
    }

    /// Probability of the cells from `from` upward.
    pub fn mass_from(&self, from: usize) -> f64 {
        self.cells.iter().skip(from).sum()
    }

    /// This position with an independent shift *taken off*: the density of x − λ on a wider grid.
    #[must_use]
    pub fn minus_shift(&self, kernel: &Kernel) -> Self {
        let half = kernel.half_width();
        let mut out = vec![0.0; self.cells.len() + 2 * half];
        for (j, p) in self.cells.iter().enumerate() {
            for (k, w) in kernel.weights().iter().enumerate() {
                out[j + 2 * half - k] += p * w;
            }
        }
        Self { first: self.first - self.step * half as f64, step: self.step, cells: out }
    }

    /// The difference to another, independent position on cells of the same width: each pair of cells adds to the cell at
    /// the distance of their centers.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        let last = other.cells.len() - 1;
        let mut out = vec![0.0; self.cells.len() + last];
        for (i, p) in self.cells.iter().enumerate() {
            for (j, q) in other.cells.iter().enumerate() {
                out[i + last - j] += p * q;
            }
        }
        Self { first: self.first - other.center(last), step: self.step, cells: out }
    }

    fn center(&self, cell: usize) -> f64 {
        self.first + self.step * cell as f64
    }

    fn quantile(&self, q: f64) -> f64 {
        let mut below = 0.0;
        for (j, p) in self.cells.iter().enumerate() {
            if below + p >= q && *p > 0.0 {
                return self.center(j) - self.step / 2.0 + self.step * (q - below) / p;
            }
            below += p;
        }
        self.center(self.cells.len()) - self.step / 2.0
    }
}

/// A discrete normal shift by whole cells, from `-half_width` to `half_width`.
#[derive(Clone, Debug, PartialEq)]
pub struct Kernel {
    weights: Vec<f64>,
}

impl Kernel {
    /// Weights of a normal with this mean and spread, in cells of `step`; a spread too small for a cell moves by the mean alone.
    /// `half_width` is widened to three spreads beyond the mean where that is more.
    pub fn new(mean: f64, sd: f64, step: f64, half_width: usize) -> Self {
        let reach = crate::base::numbers::to_index(((mean.abs() + 3.0 * sd) / step - 1e-9).ceil().max(0.0));
        let half = half_width.max(reach);
        let offset = |k: usize| step * (k as f64 - half as f64);
        let weights: Vec<f64> = if sd > step / 20.0 {
            (0..=2 * half).map(|k| (-0.5 * ((offset(k) - mean) / sd).powi(2)).exp()).collect()
        } else {
            (0..=2 * half).map(|k| if (offset(k) - mean).abs() <= step / 2.0 { 1.0 } else { 0.0 }).collect()
        };
        let sum: f64 = weights.iter().sum();
        Self { weights: weights.into_iter().map(|w| w / sum).collect() }
    }

    /// Cells to each side.
    pub fn half_width(&self) -> usize {
        self.weights.len() / 2
    }

    /// The weights, from the lowest shift to the highest.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }
}
