//! The line at the top and the one at the foot of every page.

use yew::prelude::*;

use crate::domain::codec::assessment_file;
use crate::domain::session::Page;
use crate::ui::components::delete_dialog::DIALOG;
use crate::ui::view::View;
use crate::ui::{browser, text};

pub(in crate::ui) fn masthead(view: &View) -> Html {
    let check = view.session.offers_check() && view.session.page() != Page::Check;
    html! {
        <header class="masthead">
            <p class="wordmark">{ view.link(Page::Start, text::NAME) }</p>
            <nav aria-label="Pages"><ul>
                if view.session.page() != Page::Ladder { <li>{ view.link(Page::Ladder, text::READ) }</li> }
                if check { <li>{ view.link(Page::Check, text::CHECK) }</li> }
                if view.session.assessment().is_some() { <li>{ save_file(view) }</li> }
            </ul></nav>
        </header>
    }
}

pub(in crate::ui) fn colophon(view: &View) -> Html {
    html! {
        <footer class="colophon">
            <p>{ "Your answers stay in this browser." }</p>
            <ul>
                <li>{ view.link(Page::How, text::HOW) }</li>
                <li><button type="button" class="link" popovertarget={DIALOG}>{ text::DELETE }</button></li>
            </ul>
        </footer>
    }
}

/// A file name carries the role and the day, never a person's name.
fn save_file(view: &View) -> Html {
    let Some(a) = view.session.assessment().cloned() else { return Html::default() };
    let onclick = Callback::from(move |_: MouseEvent| {
        let day: String = browser::now().chars().take(10).collect();
        let name = format!("ladder-{}-{day}.json", a.rater.role.id());
        browser::download(&name, "application/json", &format!("{:#}", assessment_file(&a)));
    });
    html! { <button type="button" class="link" {onclick}>{ text::SAVE_FILE }</button> }
}
