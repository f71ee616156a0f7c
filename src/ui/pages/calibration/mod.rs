//! The pages of calibrations: sealing, the reveal, the session, the record, committees.

pub(super) mod committee;
pub(super) mod overview;
pub(super) mod record;
pub(super) mod reveal;
pub(super) mod seal;
pub(super) mod talk;
pub(super) mod verify;
pub(super) mod warm_up;
