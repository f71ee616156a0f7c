//! The host's options, in one object from the attributes of the element to the view.

use js_sys::{Object, Reflect};

use crate::state::Mode;

/// Why the app is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MountError {
    /// The options are invalid: sentences, one a line.
    Setting(String),
    /// The lazy part could not be loaded, and the requested page needs it.
    Missing,
}

/// The options of an app. They do not change while it is shown.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether title, history, address and scroll position of the document are the app's own.
    pub owns_page: bool,
    /// Whether anything is stored in the browser.
    pub keeps: bool,
    pub mode: Mode,
    /// The text of a ladder file, for another ladder than the default one.
    pub ladder: Option<String>,
    /// Whether that ladder came in a link, which anyone can make.
    pub linked: bool,
    /// The address of the page for new links, if the document is not the app's own.
    pub page: Option<String>,
    /// Whether the lazy part is needed for the first screen.
    pub whole: bool,
    /// Whether a blank assessment is started at once, because the reader pressed the button before the app was mounted.
    pub begin: bool,
    /// The name of the requested page.
    pub asked: Option<String>,
}

impl Options {
    /// The options as a script gives them.
    ///
    /// # Errors
    /// A sentence about an unknown mode.
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
