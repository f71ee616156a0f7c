//! From answers to a level profile: a graded response model with expert-set parameters, one dimension at a time, then
//! the error of the rater, then the rule of the ladder, all integrated on a grid.
//!
//! Stage 1 is Samejima's graded response model (1969) with expected-a-posteriori estimates (Bock and Mislevy 1982). Stage 2
//! adds the unknown severity of the raters. `docs/measurement.md` has the formulas, the simulation behind the settings, and
//! the open questions. Positions are in levels: the zone below ends at the first cut.

mod agreement;
mod consistency;
mod density;
mod explain;
mod model;

pub use agreement::{Gap, difference, gap};
pub use consistency::{Consistency, Prompt, consistency, prompts};
pub use density::Density;
pub use explain::{Bottleneck, Flip, NextQuestion, Obstacle, bottleneck, flips, next_questions, obstacle, toward};
pub use model::{DimensionScore, Model, RaterScore, Ratings, Score, most_probable};
