//! What has to be said before anything else on a page: two versions of one record, and records that cannot be opened.

use yew::prelude::*;

use crate::domain::assessment::Assessment;
use crate::domain::session::{Action, Conflict, Page, differences};
use crate::domain::words;
use crate::ui::browser;
use crate::ui::pages::saved;
use crate::ui::view::View;

pub(in crate::ui) fn notices(view: &View) -> Html {
    let unopened = if view.session.page() == Page::Start { Html::default() } else { saved::unopened(view) };
    let conflict = view.session.conflict().zip(view.session.assessment());
    html! { <>{ for conflict.map(|(c, a)| two_versions(view, c, a)) }{ unopened }</> }
}

/// Both are kept until one is chosen.
fn two_versions(view: &View, conflict: &Conflict, mine: &Assessment) -> Html {
    let state =
        |a: &Assessment| format!("{}, last changed {}", answers(view.session.answered(a)), browser::moment_words(&a.updated));
    let heading = if conflict.other.is_some() {
        "This assessment was changed in another window, too"
    } else {
        "This assessment was deleted in another window"
    };
    html! {
        <section class="notice" role="alert" aria-labelledby="versions">
            <h2 id="versions">{ heading }</h2>
            <p>{ match &conflict.other {
                Some(other) => format!("Here: {}. There: {}. Both are kept until you choose.", state(mine), state(other)),
                None => "Only your version is left. Keep it, or delete it here too.".to_owned(),
            } }</p>
            if let Some(other) = &conflict.other { { changes(view, mine, other) } }
            <p class="actions">
                { view.quiet_button("Keep mine", Action::KeptMine) }
                { view.quiet_button(if conflict.other.is_some() { "Keep theirs" } else { "Delete it here too" }, Action::KeptTheirs) }
            </p>
        </section>
    }
}

fn answers(count: usize) -> String {
    format!("{count} answer{}", if count == 1 { "" } else { "s" })
}

fn changes(view: &View, mine: &Assessment, other: &Assessment) -> Html {
    let ladder = view.session.ladder();
    let rows = differences(ladder, mine, other);
    html! {
        <details>
            <summary>{ "View the differences" }</summary>
            if rows.is_empty() { <p>{ "No answer differs; title, target, period or names do." }</p> }
            <dl class="versions">{ for rows.into_iter().map(|(q, here, there)| {
                let said = |a: Option<&crate::domain::Answer>| {
                    let a = a.cloned().unwrap_or_default();
                    let example = if a.example.is_empty() { String::new() } else { format!(" \u{201c}{}\u{201d}", a.example) };
                    format!("{}{example}", words::answer(ladder, mine.rater.role, q, a.choice))
                };
                html! { <div key={q}><dt>{ &ladder.questions[q].prompt }</dt><dd>{ format!("Here: {}", said(here)) }</dd><dd>{ format!("There: {}", said(there)) }</dd></div> }
            }) }</dl>
        </details>
    }
}
