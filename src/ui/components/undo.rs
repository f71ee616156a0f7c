//! Undo and redo of answers.

use yew::prelude::*;

use crate::messages;
use crate::state::Action;
use crate::ui::view::View;

pub(in crate::ui) fn undo_redo(view: &View) -> Html {
    let (undo, redo) = view.state.can_undo_redo();
    if !undo && !redo {
        return Html::default();
    }
    html! {
        <span class="undo">
            if undo { { view.link_button(messages::undo::UNDO, Action::Undone) } }
            if redo { { view.link_button(messages::undo::REDO, Action::Redone) } }
        </span>
    }
}
