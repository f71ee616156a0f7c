//! Where the page is cut. A function of another module must not be called by its name: whatever it needs would come along
//! with the caller. So each module after the first hands out a table of its functions, and the table alone is asked for by
//! name, through an import that `wasm-split` ties to the export of the other module.

use crate::headless::score;
use js_sys::Function;
use ladder_calibration::ui::{self, Running, Setting};
use web_sys::Element;

type Mount = fn(Element, Setting, Option<String>, Option<Function>) -> Result<Running, String>;
type Score = fn(&[(String, Vec<u8>)], Option<String>) -> Result<String, String>;

/// The second module, with the profile: it can run an app.
pub(crate) struct Profile {
    pub(crate) mount: Mount,
    pub(crate) complete: fn(&Running),
    pub(crate) miss: fn(&Running, String, bool),
    pub(crate) open_file: fn(&Running, String, &[u8], bool),
    pub(crate) offer: fn(&Running, Vec<u8>),
    pub(crate) assessment: fn(&Running) -> Option<String>,
    pub(crate) shows_level: fn(&Running) -> bool,
    pub(crate) save: fn(&Running) -> bool,
    pub(crate) leave: fn(Running),
    pub(crate) score: Score,
}

static PROFILE: Profile = Profile {
    mount: ui::mount,
    complete: Running::complete,
    miss: Running::miss,
    open_file: Running::open_file,
    offer: Running::offer,
    assessment: Running::assessment,
    shows_level: Running::shows_level,
    save: Running::save,
    leave: Running::leave,
    score,
};

#[cfg(not(feature = "split"))]
pub(crate) fn profile() -> &'static Profile {
    &PROFILE
}

#[cfg(feature = "split")]
pub(crate) use split::{profile, rooms};

#[cfg(feature = "split")]
#[expect(unsafe_code, reason = "both ends are compiled together, and the loader asks for nothing before it is there")]
mod split {
    use super::{PROFILE, Profile};
    use ladder_calibration::ui::{ROOMS, Rooms};

    // The numbers tie two ends together; any would do.
    #[link(wasm_import_module = "./__wasm_split.js")]
    #[expect(improper_ctypes, reason = "it never leaves Rust")]
    unsafe extern "C" {
        #[link_name = "__wasm_split_00profile00_import_00000000000000000000000000000001_profile"]
        safe fn import_profile() -> &'static Profile;
        #[link_name = "__wasm_split_00rooms00_import_00000000000000000000000000000002_rooms"]
        safe fn import_rooms() -> &'static Rooms;
    }

    #[unsafe(export_name = "__wasm_split_00profile00_export_00000000000000000000000000000001_profile")]
    extern "C" fn export_profile() -> &'static Profile {
        &PROFILE
    }

    #[unsafe(export_name = "__wasm_split_00rooms00_export_00000000000000000000000000000002_rooms")]
    extern "C" fn export_rooms() -> &'static Rooms {
        &ROOMS
    }

    /// The second module's table. It traps before that module is there.
    pub(crate) fn profile() -> &'static Profile {
        import_profile()
    }

    /// The last module's table. It traps before that module is there.
    pub(crate) fn rooms() -> &'static Rooms {
        import_rooms()
    }
}
