//! An invitation, and the start of a rating for it.

use std::rc::Rc;

use yew::prelude::*;

use crate::base::crypt::Randomness;
use crate::base::dates::is_after;
use crate::documents::seal::{Invitation, QuestionSet, RaterRoles};
use crate::messages::page_invite;
use crate::model::assessment::{Period, Role};
use crate::model::ladder::Ladder;
use crate::state::{Action, CalibrationAction};
use crate::ui::browser;
use crate::ui::components::month_field::MonthField;
use crate::ui::view::{Dispatch, Shared, keyed};

/// Which roles rate, in the words of the form.
const PAIRS: [(&str, RaterRoles); 3] = [
    (page_invite::PERSON_AND_MANAGER, pair(Role::SelfRater, Role::Manager)),
    (page_invite::PERSON_AND_PEER, pair(Role::SelfRater, Role::Peer)),
    (page_invite::MANAGER_AND_PEER, pair(Role::Manager, Role::Peer)),
];

#[expect(clippy::expect_used, reason = "the compiler makes the pairs, and refuses to")]
const fn pair(first: Role, second: Role) -> RaterRoles {
    RaterRoles::new(first, second).expect("two raters of different roles")
}

#[derive(PartialEq, Properties)]
pub(super) struct InviteProps {
    pub(super) ladder: Shared<Ladder>,
    pub(super) main: bool,
    pub(super) dispatch: Dispatch,
}

/// The form of an invitation.
#[component(Invite)]
pub(super) fn invite(p: &InviteProps) -> Html {
    let set = use_state(|| QuestionSet::Core);
    let pair = use_state(|| 0_usize);
    let period = use_state(|| Period::year_until(&browser::today()));
    let refused = use_state(|| "");
    let unread = use_mut_ref(|| [false; 2]);
    let radio = |value: QuestionSet, label: String| {
        let onchange = {
            let set = set.clone();
            Callback::from(move |_: Event| set.set(value))
        };
        html! { <label class="choice"><input type="radio" name="set" value={value.id()} checked={*set == value} {onchange} /><span>{ label }</span></label> }
    };
    let month = |last: bool| {
        let period = period.clone();
        Callback::from(move |month: String| {
            let mut changed = (*period).clone();
            *(if last { &mut changed.to } else { &mut changed.from }) = month;
            period.set(changed);
        })
    };
    let no_month = |last: usize| {
        let unread = unread.clone();
        Callback::from(move |is: bool| unread.borrow_mut()[last] = is)
    };
    let onchange = {
        let pair = pair.clone();
        Callback::from(move |e: Event| pair.set(browser::field_text(&e).parse().unwrap_or_default()))
    };
    let onclick = {
        let (set, pair, period, refused) = (set.clone(), pair.clone(), period.clone(), refused.clone());
        let (ladder, dispatch, unread) = (p.ladder.clone(), p.dispatch.clone(), unread.clone());
        Callback::from(move |_: MouseEvent| {
            if unread.borrow().contains(&true) {
                refused.set(page_invite::UNREADABLE_MONTH);
                return;
            }
            let bytes = browser::random::<16>().unwrap_or_default();
            let roles = PAIRS.get(*pair).map_or(PAIRS[0].1, |(_, roles)| *roles);
            let now = browser::now();
            let made = Randomness::new(&bytes)
                .and_then(|mut fresh| Invitation::new(&ladder, (*period).clone(), *set, roles, now.clone(), &mut fresh));
            match made {
                Ok(invitation) => {
                    refused.set("");
                    dispatch.emit(Action::Calibration(Rc::new(CalibrationAction::InvitationMade {
                        invitation: Box::new(invitation),
                        now,
                    })));
                }
                Err(_) => {
                    refused.set(page_invite::NO_RANDOMNESS);
                }
            }
        })
    };
    let out_of_order = is_after(&period.from, &period.to);
    let (core, all) = (p.ladder.core_len(), p.ladder.questions.len());
    html! {
        <div class="invite">
            <fieldset class="question field">
                <legend>{ page_invite::QUESTIONS }</legend>
                { radio(QuestionSet::Core, page_invite::core_questions(core).into()) }
                { radio(QuestionSet::All, page_invite::all_questions(all).into()) }
            </fieldset>
            <fieldset class="question field">
                <legend>{ page_invite::PERIOD }</legend>
                <div class="pair-of-fields">
                    <span><label for="invite-from">{ page_invite::FIRST_MONTH }</label><MonthField id="invite-from" placeholder="2025-12" value={period.from.clone()} onmonth={month(false)} onunread={no_month(0)} /></span>
                    <span><label for="invite-to">{ page_invite::LAST_MONTH }</label><MonthField id="invite-to" placeholder="2026-11" value={period.to.clone()} onmonth={month(true)} onunread={no_month(1)} /></span>
                </div>
                if out_of_order { <p class="problem" role="alert">{ page_invite::OUT_OF_ORDER }</p> }
            </fieldset>
            <div class="field">
                <label for="invite-pair">{ page_invite::WHO_RATES }</label>
                <select id="invite-pair" class="input" {onchange}>
                    { for PAIRS.iter().enumerate().map(|(i, (label, _))| html! { <option value={i.to_string()} selected={*pair == i}>{ *label }</option> }) }
                </select>
            </div>
            <p class="actions question-actions"><button type="button" class={classes!("button", (!p.main).then_some("quiet"))} {onclick}>{ page_invite::MAKE }</button></p>
            <p class="problem" role="status">{ keyed(*refused) }</p>
        </div>
    }
}
