//! The first profile, after the core: the sentence, and the offer to go on.

use yew::prelude::*;

use crate::messages::{common, page_first_profile};
use crate::model::assessment::Assessment;
use crate::model::findings::findings;
use crate::model::profile::profile;
use crate::state::{Action, Page};
use crate::ui::components::best_question::NextBest;
use crate::ui::components::{dot_chart, findings, revision_warning};
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
                <p class="overline">{ page_first_profile::after_core(ladder.core_len()) }</p>
                { heading("sentence", findings::sentence(&profile.overall)) }
                { revision_warning::paragraph(ladder, a) }
                { findings::findings(&profile.overall, &found, Html::default()) }
                <p class="actions question-actions">
                    { view.main_button(common::CONTINUE, Action::Continued) }
                    { view.quiet_button(common::SEE_PROFILE, Action::PageRequested(Page::Profile)) }
                    { view.quiet_button(common::BACK, Action::WentBack) }
                </p>
                <p class="small soft">{ page_first_profile::continue_about(left) }</p>
            </div>
            <div>
                if profile.overall.sufficient { { dot_chart::dot_chart(ladder, &profile.overall.levels, "chances") } }
                <NextBest ladder={view.ladder()} model={Shared(model.clone())} assessment={a.clone()} dispatch={view.dispatch.clone()} />
            </div>
        </div>
        </>
    }
}
