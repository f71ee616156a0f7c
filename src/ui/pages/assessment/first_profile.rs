//! The first profile, after the core: the sentence, and the offer to go on.

use yew::prelude::*;

use crate::model::assessment::Assessment;
use crate::model::findings::findings;
use crate::model::profile::profile;
use crate::state::{Action, Page};
use crate::ui::components::best_question::NextBest;
use crate::ui::components::{dot_chart, findings, revision_warning};
use crate::ui::text;
use crate::ui::view::{Shared, View, heading};

pub(in crate::ui) fn page(view: &View, a: &Assessment) -> Html {
    let (ladder, model) = (view.state.ladder(), view.state.model());
    let profile = profile(ladder, model, std::slice::from_ref(a));
    let found = findings(ladder, model, &profile.score, a);
    let left = ladder.questions.len() - ladder.core_len();
    html! {
        <>
        <div class="spread">
            <div>
                <p class="overline">{ format!("First profile, after the {} core questions", ladder.core_len()) }</p>
                { heading("sentence", findings::sentence(&profile.overall)) }
                { revision_warning::paragraph(ladder, a) }
                { findings::findings(&profile.overall, &found, Html::default()) }
                <p class="actions question-actions">
                    { view.main_button(text::CONTINUE, Action::Continued) }
                    { view.quiet_button(text::SEE_PROFILE, Action::PageRequested(Page::Profile)) }
                    { view.quiet_button(text::BACK, Action::WentBack) }
                </p>
                <p class="small soft">{ format!("Continue goes on with the other {left} questions; the more of them you answer, the surer the result.") }</p>
            </div>
            <div>
                if profile.overall.sufficient { { dot_chart::dot_chart(ladder, &profile.overall.levels, "chances") } }
                <NextBest ladder={view.ladder()} model={Shared(model.clone())} assessment={a.clone()} dispatch={view.dispatch.clone()} />
            </div>
        </div>
        </>
    }
}
