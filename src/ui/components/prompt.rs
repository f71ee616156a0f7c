//! A prompt or an instruction for its reader: with the person's name set apart, and with the line that names the person where
//! the text is put to them.

use yew::prelude::*;

use crate::base::characters::clean;
use crate::messages::question;
use crate::model::assessment::Assessment;
use crate::model::prompts::{Audience, Part, Phrase, prompt};
use crate::ui::messages::filled;
use crate::ui::view::View;

/// The text alone.
pub(in crate::ui) fn text(phrase: Phrase) -> Html {
    let part = |part| match part {
        Part::Text(text) => html! { { text } },
        Part::Name(name) => html! { <bdi>{ clean(name) }</bdi> },
    };
    phrase.parts().into_iter().map(part).collect()
}

/// The text under the line "About Ines:", where it needs one.
pub(in crate::ui) fn under_line(phrase: Phrase) -> Html {
    let line = phrase.about.map(|name| {
        html! { <span class="small soft block">{ filled(&question::about(), [html! { <bdi>{ clean(name) }</bdi> }]) }</span> }
    });
    html! { <>{ for line }{ text(phrase) }</> }
}

/// The prompt of a question of an assessment, for its rater.
pub(in crate::ui) fn of(view: &View, a: &Assessment, question: usize) -> Html {
    let audience = Audience::of(a.rater.role, view.state.person(a));
    text(prompt(view.state.ladder_of(a), question, audience))
}
