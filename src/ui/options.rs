//! What the host configured, in one object from the attributes of the element to the view.

use js_sys::{Object, Reflect};

use crate::state::Mode;

/// Why the app is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MountError {
    /// The setting cannot be followed: sentences, one a line.
    Setting(String),
    /// The lazy part did not come, and what was asked for needs it.
    Missing,
}

/// The options of an app. They do not change while it is shown.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether title, history, address and scroll position of the document are the app's own.
    pub owns_page: bool,
    /// Whether anything is kept in the browser.
    pub keeps: bool,
    /// What the app is for.
    pub mode: Mode,
    /// The text of a ladder file, for another ladder than the default one.
    pub ladder: Option<String>,
    /// Whether that ladder came in a link, which anyone can make.
    pub linked: bool,
    /// Where links that are made here lead, if the document is not the app's own: the address of the page itself.
    pub page: Option<String>,
    /// Whether the lazy part is needed for the first screen.
    pub whole: bool,
    /// Whether a blank assessment is begun at once, because the reader pressed so before the app was shown.
    pub begin: bool,
    /// The name of the page that was asked for before.
    pub asked: Option<String>,
}

impl Options {
    /// The options as a script gives them.
    ///
    /// # Errors
    /// The mode that there is not.
    pub fn read(object: &Object) -> Result<Self, MountError> {
        let field = |name: &str| Reflect::get(object, &name.into()).unwrap_or_default();
        let flag = |name: &str| field(name).is_truthy();
        let text = |name: &str| field(name).as_string();
        Ok(Self {
            owns_page: flag("ownsPage"),
            keeps: flag("keeps"),
            mode: Mode::parse(&text("mode").unwrap_or_default()).map_err(MountError::Setting)?,
            ladder: text("ladder"),
            linked: flag("linked"),
            page: text("page"),
            whole: flag("whole"),
            begin: flag("begin"),
            asked: text("asked"),
        })
    }
}
