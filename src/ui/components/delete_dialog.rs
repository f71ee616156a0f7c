//! The confirmation before everything is deleted, in the browser's popover.

use yew::prelude::*;

use crate::state::Action;
use crate::ui::text;
use crate::ui::view::Dispatch;

pub(in crate::ui) const DIALOG: &str = "delete-everything";

pub(in crate::ui) fn delete_dialog(dispatch: &Dispatch) -> Html {
    let onclick = dispatch.reform(|_: MouseEvent| Action::EverythingDeleted);
    html! {
        <div id={DIALOG} class="dialog" popover="auto" role="dialog" aria-labelledby="delete-title">
            <h2 id="delete-title">{ "Delete everything?" }</h2>
            <p>{ "This deletes everything that the page keeps in this browser: assessments, invitations, sealed files, records of sessions, and the records that could not be opened. Files that you saved stay where they are. This cannot be undone." }</p>
            <p class="actions">
                <button type="button" class="button" popovertarget={DIALOG} popovertargetaction="hide" {onclick}>{ text::DELETE_YES }</button>
                <button type="button" class="button quiet" popovertarget={DIALOG} popovertargetaction="hide" autofocus=true>{ "Keep everything" }</button>
            </p>
        </div>
    }
}
