//! Everything that needs no browser. One file a subject; `reference` compares with values from independent libraries.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "native/agreement.rs"]
mod agreement;
#[path = "native/codec.rs"]
mod codec;
#[path = "native/codes.rs"]
mod codes;
#[path = "native/compare.rs"]
mod compare;
#[path = "native/crypt.rs"]
mod crypt;
#[path = "native/default_ladder.rs"]
mod default_ladder;
#[path = "native/headless.rs"]
mod headless;
#[path = "native/house.rs"]
mod house;
#[path = "native/invitation.rs"]
mod invitation;
#[path = "native/ladder_shapes.rs"]
mod ladder_shapes;
#[path = "native/mutation_smoke.rs"]
mod mutation_smoke;
#[path = "native/properties.rs"]
mod properties;
#[path = "native/readings.rs"]
mod readings;
#[path = "native/reference.rs"]
mod reference;
#[path = "native/seal.rs"]
mod seal;
#[path = "native/sentences.rs"]
mod sentences;
#[path = "native/session.rs"]
mod session;
#[path = "native/simulation.rs"]
mod simulation;
#[path = "native/storage.rs"]
mod storage;
#[path = "native/support.rs"]
mod support;
