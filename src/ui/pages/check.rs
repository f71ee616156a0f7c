//! All answers, each with *Change*.

use yew::prelude::*;

use crate::domain::assessment::Assessment;
use crate::domain::findings::name;
use crate::domain::ladder::Dimension;
use crate::domain::session::{Action, Page, Way};
use crate::domain::words;
use crate::ui::components::{status, undo};
use crate::ui::text;
use crate::ui::view::{View, heading};

pub(in crate::ui) fn page(view: &View, a: &Assessment) -> Html {
    let ladder = view.session.ladder();
    let open = ladder.questions.len() - view.session.answered(a);
    html! {
        <div class="check">
            <p class="overline">{ text::label(a) }</p>
            { heading("", text::CHECK) }
            <p class="hint">
                { if open == 0 { "Every question has an answer.".to_owned() } else { format!("{open} of {} questions {} not answered; that is allowed.", ladder.questions.len(), if open == 1 { "is" } else { "are" }) } }
                { " " }{ view.link(Page::Details, "Title, target and period") }{ " \u{b7} " }{ view.link(Page::Share, text::SHARE) }
            </p>
            { for ladder.dimensions.iter().map(|d| dimension(view, a, d)) }
            <p class="actions question-actions">
                { view.main_button(text::SEE_PROFILE, Action::PageAsked(Page::Profile)) }
                { view.quiet_button(text::BACK, Action::WentBack) }
                { view.link(Page::All, text::ALL) }
            </p>
            <div class="under">{ status::save_line(view) }{ undo::undo_redo(view) }</div>
        </div>
    }
}

fn dimension(view: &View, a: &Assessment, d: &Dimension) -> Html {
    html! {
        <section class="answers" key={d.id.clone()}>
            <h2>{ &d.title }</h2>
            <dl>{ for d.questions.clone().map(|q| row(view, a, q)) }</dl>
        </section>
    }
}

fn row(view: &View, a: &Assessment, question: usize) -> Html {
    let ladder = view.session.ladder();
    let q = &ladder.questions[question];
    let answer = view.session.answer(question);
    let label = format!("{}: {}", text::CHANGE, name(ladder, question));
    html! {
        <div key={q.id.clone()}>
            <dt>{ &q.prompt }</dt>
            <dd>
                <p class={answer.choice.is_none().then_some("soft")}>{ words::answer(ladder, a.rater.role, question, answer.choice).to_owned() }</p>
                if !answer.example.trim().is_empty() { <p class="small soft example">{ &answer.example }</p> }
                if answer.no_room { <p class="small soft">{ "There was no room for more here." }</p> }
            </dd>
            <dd class="change"><button type="button" class="link" aria-label={label}
                onclick={view.click(Action::PageAsked(Page::Question(question, Way::Changing)))}>{ text::CHANGE }</button></dd>
        </div>
    }
}
