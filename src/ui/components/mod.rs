//! Parts that several pages show.

#[cfg(feature = "rooms")]
pub(super) mod bands;
pub(super) mod choices;
pub(super) mod delete_dialog;
#[cfg(feature = "rooms")]
pub(super) mod dots;
#[cfg(feature = "rooms")]
pub(super) mod handout;
#[cfg(feature = "rooms")]
pub(super) mod marks;
pub(super) mod masthead;
#[cfg(feature = "rooms")]
pub(super) mod next_best;
#[cfg(feature = "rooms")]
pub(super) mod notices;
#[cfg(feature = "rooms")]
pub(super) mod passphrase;
pub(super) mod question_form;
#[cfg(feature = "rooms")]
pub(super) mod result;
pub(super) mod status;
pub(super) mod undo;
