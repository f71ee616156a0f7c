//! Everything that needs no browser. One file a subject; `reference` compares with values from independent libraries.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "native/agreed_profile.rs"]
mod agreed_profile;
#[path = "native/agreement.rs"]
mod agreement;
#[path = "native/blocks.rs"]
mod blocks;
#[path = "native/calibration.rs"]
mod calibration;
#[path = "native/calibration_state.rs"]
mod calibration_state;
#[path = "native/catalog.rs"]
mod catalog;
#[path = "native/codec.rs"]
mod codec;
#[path = "native/codes.rs"]
mod codes;
#[path = "native/committee.rs"]
mod committee;
#[path = "native/compare.rs"]
mod compare;
#[path = "native/contracts.rs"]
mod contracts;
#[path = "native/crypt.rs"]
mod crypt;
#[path = "native/dates.rs"]
mod dates;
#[path = "native/default_ladder.rs"]
mod default_ladder;
#[path = "native/documents.rs"]
mod documents;
#[path = "native/evidence.rs"]
mod evidence;
#[path = "native/export.rs"]
mod export;
#[path = "shared/fifth_dimension.rs"]
mod fifth_dimension;
#[path = "native/golden.rs"]
mod golden;
#[path = "native/growth.rs"]
mod growth;
#[path = "native/headless.rs"]
mod headless;
#[path = "native/house.rs"]
mod house;
#[path = "native/imports.rs"]
mod imports;
#[path = "native/invitation.rs"]
mod invitation;
#[path = "native/ladder_extras.rs"]
mod ladder_extras;
#[path = "native/ladder_shapes.rs"]
mod ladder_shapes;
#[path = "native/layers.rs"]
mod layers;
#[path = "native/level.rs"]
mod level;
#[path = "native/leverage.rs"]
mod leverage;
#[path = "native/limits.rs"]
mod limits;
#[path = "native/link.rs"]
mod link;
#[path = "native/many_records.rs"]
mod many_records;
#[path = "native/memory.rs"]
mod memory;
#[path = "native/mode.rs"]
mod mode;
#[path = "native/mutation_smoke.rs"]
mod mutation_smoke;
#[path = "native/one_laptop.rs"]
mod one_laptop;
#[path = "native/originals.rs"]
mod originals;
#[path = "native/packet.rs"]
mod packet;
#[path = "native/plan.rs"]
mod plan;
#[path = "native/private.rs"]
mod private;
#[path = "native/properties.rs"]
mod properties;
#[path = "native/provenance.rs"]
mod provenance;
#[path = "native/readiness.rs"]
mod readiness;
#[path = "native/record_export.rs"]
mod record_export;
#[path = "native/reduce.rs"]
mod reduce;
#[path = "native/reference.rs"]
mod reference;
#[path = "native/revisions.rs"]
mod revisions;
#[path = "native/revisions_carry_over.rs"]
mod revisions_carry_over;
#[path = "native/revisions_prompts.rs"]
mod revisions_prompts;
#[path = "native/role_shape.rs"]
mod role_shape;
#[path = "native/seal.rs"]
mod seal;
#[path = "native/sealed_state.rs"]
mod sealed_state;
#[path = "native/sentences.rs"]
mod sentences;
#[path = "native/session_events.rs"]
mod session_events;
#[path = "native/session_messages.rs"]
mod session_messages;
#[path = "native/session_record.rs"]
mod session_record;
#[path = "native/simulation.rs"]
mod simulation;
#[path = "native/snapshots.rs"]
mod snapshots;
#[path = "native/static_snippet.rs"]
mod static_snippet;
#[path = "native/storage.rs"]
mod storage;
#[path = "native/stored_documents.rs"]
mod stored_documents;
#[path = "native/support.rs"]
mod support;
#[path = "native/voice.rs"]
mod voice;
#[path = "native/warm_up.rs"]
mod warm_up;
#[path = "native/whole_sentences.rs"]
mod whole_sentences;
#[path = "native/window.rs"]
mod window;
#[path = "native/xss.rs"]
mod xss;
