//! The confirmation before everything is deleted, in the browser's popover.

use yew::prelude::*;

use crate::messages::{common, dialogs};
use crate::state::Action;
use crate::ui::view::Dispatch;

pub(in crate::ui) const DIALOG: &str = "delete-everything";

pub(in crate::ui) fn delete_dialog(dispatch: &Dispatch) -> Html {
    let onclick = dispatch.reform(|_: MouseEvent| Action::EverythingDeleted);
    html! {
        <div id={DIALOG} class="dialog" popover="auto" role="dialog" aria-labelledby="delete-title">
            <h2 id="delete-title">{ dialogs::DELETE_EVERYTHING }</h2>
            <p>{ dialogs::DELETE_EVERYTHING_ABOUT }</p>
            <p class="actions">
                <button type="button" class="button" popovertarget={DIALOG} popovertargetaction="hide" {onclick}>{ common::DELETE_YES }</button>
                <button type="button" class="button quiet" popovertarget={DIALOG} popovertargetaction="hide" autofocus=true>{ dialogs::KEEP_EVERYTHING }</button>
            </p>
        </div>
    }
}
