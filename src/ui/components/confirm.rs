//! A link that deletes a document of a calibration after a confirmation in the browser's popover.

use yew::prelude::*;

use crate::messages::dialogs;
use crate::state::CalibrationAction;
use crate::ui::view::{View, keyed};

/// `id` is unique on the page; `what` is the thing that is deleted, as the beginning of a sentence.
pub(in crate::ui) fn delete(view: &View, id: &str, what: &str, action: CalibrationAction) -> Html {
    let id = format!("delete-{}", id.replace(['.', '/'], "-"));
    html! {
        <>
        <button type="button" class="link" popovertarget={id.clone()} aria-label={dialogs::delete_what(what)}>{ dialogs::DELETE }</button>
        <div id={id.clone()} class="dialog" popover="auto" role="dialog" aria-label={dialogs::DELETE_THIS}>
            <p>{ keyed(dialogs::delete_about(what)) }</p>
            <p class="actions">
                <button type="button" class="button" onclick={view.calibration_click(action)}>{ dialogs::DELETE_YES }</button>
                <button type="button" class="button quiet" popovertarget={id} popovertargetaction="hide" autofocus=true>{ dialogs::KEEP }</button>
            </p>
        </div>
        </>
    }
}
