//! The offer of the most informative question. It is computed after the page is painted.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::messages::{common, question};
use crate::model::assessment::Assessment;
use crate::model::findings::name;
use crate::model::ladder::Ladder;
use crate::model::scoring::Model;
use crate::state::{Action, next_best};
use crate::ui::view::{Dispatch, Shared};

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct Props {
    pub(in crate::ui) ladder: Shared<Ladder>,
    pub(in crate::ui) model: Shared<Model>,
    pub(in crate::ui) assessment: Assessment,
    pub(in crate::ui) dispatch: Dispatch,
}

#[component(NextBest)]
pub(in crate::ui) fn best_question_offer(p: &Props) -> Html {
    let best = use_state(|| None::<Option<usize>>);
    {
        let best = best.clone();
        use_effect_with((p.ladder.clone(), p.model.clone(), p.assessment.clone()), move |(ladder, model, assessment)| {
            let (ladder, model, assessment) = (ladder.clone(), model.clone(), assessment.clone());
            let timer = Timeout::new(20, move || best.set(Some(next_best(&ladder, &model, &assessment))));
            move || drop(timer)
        });
    }
    let onclick = p.dispatch.reform(|_: MouseEvent| Action::BestQuestionRequested);
    let message = match *best {
        Some(Some(q)) => {
            html! { <p key={q}>{ question::tells_most(name(&p.ladder, q)) }</p> }
        }
        Some(None) => html! { <p key="none">{ question::TELLS_NOTHING }</p> },
        None => html! { <p key="looking">{ question::LOOKING }</p> },
    };
    html! {
        <section class="note">
            <h2>{ question::ONE_MORE }</h2>
            { message }
            if matches!(*best, Some(Some(_))) {
                <p class="actions"><button type="button" class="button quiet" {onclick}>{ common::BEST_QUESTION_BUTTON }</button></p>
            }
        </section>
    }
}
