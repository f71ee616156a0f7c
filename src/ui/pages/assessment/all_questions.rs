//! All questions on one page with the current profile below them, for preparing a session.

use yew::prelude::*;

use crate::messages::{common, page_all};
use crate::model::assessment::Assessment;
use crate::model::profile::profile;
use crate::model::prompts::{self, Audience};
use crate::state::{Action, Page};
use crate::ui::components::interval_chart::{Marks, plot};
use crate::ui::components::other_revision;
use crate::ui::components::question_form::QuestionForm;
use crate::ui::components::{dot_chart, findings, live_region, prompt, revision_warning, undo};
use crate::ui::view::{View, heading};

pub(in crate::ui) fn page(view: &View, a: &Assessment) -> Html {
    let ladder = view.state.ladder();
    let asked = |q: &usize| !view.state.core_alone(a) || ladder.questions[*q].core;
    let compared = view.state.core_alone(a) || view.state.withholds_level(a);
    html! {
        <>
        { heading("", common::ALL) }
        <p class="hint measure">{ prompt::text(prompts::instruction(ladder, Audience::of(a.rater.role, view.state.person(a)))) }{ " " }{ &ladder.period_note }</p>
        <div class="many">
            { for ladder.dimensions.iter().map(|d| html! {
                <section key={d.id.clone()} class="dimension" aria-label={d.title.clone()}>
                    <p class="measure soft">{ &d.introduction }</p>
                    { for d.questions.clone().filter(asked).map(|question| html! {
                        <div class="one" key={question}>
                            <QuestionForm ladder={view.ladder()} {question} answer={view.state.answer(question)} role={a.rater.role} person={view.state.person(a).to_owned()}
                                dispatch={view.dispatch.clone()} caption={page_all::question_of_dimension(&d.title, question - d.questions.start + 1, d.questions.len())} one_of_many=true />
                            { other_revision::earlier_answer(view, a, question) }
                        </div>
                    }) }
                </section>
            }) }
        </div>
        if !compared { { so_far(view, a) } }
        <p class="actions question-actions">
            if compared { { view.main_button(common::CHECK, Action::PageRequested(Page::Check)) } } else {
                { view.main_button(common::SEE_PROFILE, Action::PageRequested(Page::Profile)) }
                { view.quiet_button(common::CHECK, Action::PageRequested(Page::Check)) }
            }
        </p>
        <div class="under">{ live_region::save_line(view) }{ undo::undo_redo(view) }</div>
        </>
    }
}

fn so_far(view: &View, a: &Assessment) -> Html {
    let (ladder, model) = (view.state.ladder(), view.state.model());
    let profile = profile(ladder, model, std::slice::from_ref(a));
    html! {
        <section id="so-far" class="spread ruled" aria-label={page_all::SO_FAR}>
            <div>
                <p class="overline">{ page_all::SO_FAR }</p>
                <h2>{ findings::sentence(&profile.overall) }</h2>
                { revision_warning::paragraph(ladder, a) }
                { plot(ladder, &profile.score, &Marks { asked: None, holding: &[] }) }
                { findings::disclaimer() }
            </div>
            if profile.overall.sufficient { { dot_chart::dot_chart(ladder, &profile.overall.levels, "so-far-chances") } }
        </section>
    }
}
