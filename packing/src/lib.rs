//! Packs a WebAssembly module, and unpacks it where it is needed.
//!
//! Context mixing: each bit is predicted from what followed the same contexts before, the predictions are weighed by a
//! small network that learns as it goes, and an arithmetic coder spends the fewer bits the better a bit was foreseen.
//! The contexts are those of WebAssembly: the instructions before, what the same instruction carried last, the bytes
//! before. Both directions share one model, so they agree by construction; all of its arithmetic is IEEE 754 addition,
//! multiplication and division in one order, which gives the same bits on every machine.
//!
//! The method is Matt Mahoney's: "Adaptive Weighing of Context Models for Lossless Data Compression", 2005 (PAQ).

mod code;
#[cfg(target_arch = "wasm32")]
pub mod exports;
mod logistic;
mod model;
mod role;

pub use code::{begin, byte, pack, put, step};
