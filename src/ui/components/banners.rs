//! Banners above a page: conflicts, unreadable entries, offers and warnings.

use yew::prelude::*;

use super::delete_dialog::DIALOG;
use super::header_footer::save_file;
use super::{live_region, saved_list};
use super::{other_revision, prompt};
use crate::base::characters::clean;
use crate::messages::{banners, common, page_open};
use crate::model::assessment::Assessment;
use crate::model::labels;
use crate::state::{Action, CalibrationAction, CalibrationDocument, Conflict, Page, Saving, differences};
use crate::ui::messages::filled;
use crate::ui::view::{View, keyed, untranslated};
use crate::ui::{browser, text};

pub(in crate::ui) fn banners(view: &View) -> Html {
    let unreadable_entries =
        if view.state.page() == Page::Start { Html::default() } else { saved_list::unreadable_entries(view) };
    let conflict = view.state.conflict().zip(view.state.assessment());
    html! { <>{ offered(view) }{ for conflict.map(|(c, a)| two_versions(view, c, a)) }{ unasked(view) }{ not_kept(view) }{ imported_record(view) }{ document_conflict(view) }{ refused(view) }{ other_revision::banner(view) }{ due(view) }{ unreadable_entries }</> }
}

/// The host's offer. Nothing of it is stored before the reader accepts it.
fn offered(view: &View) -> Html {
    let Some(offer) = view.state.offer() else { return Html::default() };
    let heading = if offer.is_ok() { banners::OFFER } else { banners::OFFER_REFUSED };
    let message = match offer {
        Ok(a) => format!(
            "{} {}",
            page_open::answered(text::label(a), view.state.answered(a), view.state.ladder_of(a).questions.len()),
            banners::OFFER_NOT_KEPT
        ),
        Err(problem) => text::not_opened(problem),
    };
    html! {
        <section class="notice" role="status" aria-labelledby="offer">
            <h2 id="offer">{ heading }</h2>
            <p>{ message }</p>
            <p class="actions">
                if offer.is_ok() { { view.quiet_button(banners::OFFER_OPEN, Action::OfferTaken { id: browser::new_id() }) } }
                { view.quiet_button(banners::OFFER_DISMISS, Action::OfferDeclined) }
            </p>
        </section>
    }
}

/// A ladder from a link is named on every page, because anybody can make a link.
pub(in crate::ui) fn ladder_in_link(view: &View) -> Html {
    html! { <p class="linked small">{ filled(&banners::ladder_from_link(), [html! { <bdi>{ clean(&view.state.ladders().current().ladder().title) }</bdi> }]) }</p> }
}

/// Assessments whose deletion date has passed.
fn due(view: &View) -> Html {
    let assessments = view.state.assessments().iter();
    let due: Vec<&Assessment> = assessments.filter(|a| a.snapshot.is_none() && text::deletion_is_due(a)).collect();
    if due.is_empty() || matches!(view.state.page(), Page::Question(..)) {
        return Html::default();
    }
    html! {
        <section class="notice" aria-labelledby="due">
            <h2 id="due">{ banners::DUE }</h2>
            { for due.into_iter().map(|a| {
                let message = banners::was_due(browser::day_text(&a.delete_by), text::label(a));
                html! { <p key={a.id.clone()}>{ keyed(message) }{ " " }{ view.link(Page::Data, common::DATA) }</p> }
            }) }
        </section>
    }
}

/// Pages with their own save line show it there.
fn not_kept(view: &View) -> Html {
    let silent = |page: Page| page.is_calibration() || page == Page::Open;
    let fails = text::alert_sentence(view.state).filter(|_| silent(view.state.page()));
    fails
        .map(|sentence| html! { <section class="notice" aria-label={banners::NOT_SAVED}><p>{ untranslated(sentence) }</p>{ live_region::ask(view) }</section> })
        .unwrap_or_default()
}

/// Data that an earlier version stored without consent, where other files can read it.
fn unasked(view: &View) -> Html {
    if *view.state.saving() == Saving::Off || !view.store.is_unasked() {
        return Html::default();
    }
    html! {
        <section class="notice" aria-labelledby="readable">
            <h2 id="readable">{ banners::READABLE }</h2>
            <p>{ banners::READABLE_ABOUT }</p>
            <p class="actions">
                <button type="button" class="button quiet" onclick={view.click(Action::StoringAllowed)}>{ banners::READABLE_KEEP }</button>
                { save_file(view, "button quiet") }
                <button type="button" class="link" popovertarget={DIALOG}>{ common::DELETE }</button>
            </p>
        </section>
    }
}

/// A record on screen whose files were not opened in this browser.
fn imported_record(view: &View) -> Html {
    if !matches!(view.state.page(), Page::Talk | Page::Record) || view.state.calibrations().is_opened_here() {
        return Html::default();
    }
    html! { <section class="notice" aria-label={banners::FROM_ELSEWHERE}><p>{ common::IMPORTED_RECORD }</p></section> }
}

/// The same for an open document of a calibration.
fn document_conflict(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    let Some(conflict) = view.state.calibration_conflict() else { return Html::default() };
    if let Some(there) = conflict.other_calibration().and_then(CalibrationDocument::record)
        && let differs = calibrations.differs(there)
        && !differs.is_empty()
    {
        let keep = view.quiet_button(banners::KEEP_MINE, choose(conflict, false));
        return other_ratings(banners::OTHER_RATINGS_IN_WINDOW, &differs, view, keep);
    }
    let state = |document: Option<&CalibrationDocument>| {
        document.map_or_else(String::new, |p| match (p.record(), p.review()) {
            (Some(r), _) => {
                let settled = r.progress().items.iter().filter(|(_, i)| i.outcome().is_some()).count();
                let minutes = r.elapsed().div_ceil(60);
                if r.finished().is_some() {
                    banners::session_state_finished(settled, minutes)
                } else {
                    banners::session_state(settled, minutes)
                }
                .into()
            }
            (_, Some(r)) => banners::review_state(r.marks.len()).into(),
            _ => String::new(),
        })
    };
    let there = match conflict.other_calibration() {
        Some(other) => banners::there(state(Some(other))).into(),
        None => banners::THERE_DELETED.to_owned(),
    };
    let here = banners::here(state(calibrations.document(&conflict.key)));
    html! {
        <section class="notice" role="alert" aria-labelledby="paper-versions">
            <h2 id="paper-versions">{ banners::OTHER_VERSION }</h2>
            <p>{ untranslated(format!("{here} {there} {}", banners::BOTH_KEPT)) }</p>
            <p class="actions">
                { view.quiet_button(banners::KEEP_MINE, choose(conflict, false)) }
                { view.quiet_button(banners::KEEP_THEIRS, choose(conflict, true)) }
            </p>
        </section>
    }
}

/// A record with other originals than the one in this browser, from a file or another window.
fn refused(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    let Some(there) = calibrations.refused() else { return Html::default() };
    let away = view.calibration_button(banners::PUT_AWAY, false, CalibrationAction::OtherRecordDismissed);
    other_ratings(banners::OTHER_RATINGS_NOT_TAKEN, &calibrations.differs(there), view, away)
}

/// Originals are never replaced: the other record can only be viewed.
fn other_ratings(heading: &'static str, differs: &[String], view: &View, end: Html) -> Html {
    html! {
        <section class="notice" role="alert" aria-labelledby="other-ratings">
            <h2 id="other-ratings">{ heading }</h2>
            <p>{ banners::OTHER_RECORD_ABOUT }</p>
            <ul class="lines" role="list">{ for differs.iter().map(|d| html! { <li>{ d }</li> }) }</ul>
            <p>{ banners::OTHER_RECORD_COMPARE }</p>
            <p class="actions">
                { view.calibration_button(banners::OTHER_RECORD_SHOW, false, CalibrationAction::OtherRecordShown) }
                { end }
            </p>
        </section>
    }
}

fn choose(conflict: &Conflict, theirs: bool) -> Action {
    Action::VersionChosen { key: conflict.key.clone(), theirs }
}

/// Both are stored until the reader chooses one.
fn two_versions(view: &View, conflict: &Conflict, mine: &Assessment) -> Html {
    let state = |a: &Assessment| banners::assessment_state(view.state.answered(a), browser::moment_text(&a.updated));
    let heading = if conflict.other.is_some() { banners::CHANGED_ELSEWHERE } else { banners::DELETED_ELSEWHERE };
    html! {
        <section class="notice" role="alert" aria-labelledby="versions">
            <h2 id="versions">{ keyed(heading) }</h2>
            <p>{ untranslated(match conflict.other_assessment() {
                Some(other) => format!("{} {} {}", banners::here(state(mine)), banners::there(state(other)), banners::BOTH_KEPT),
                None => banners::ONLY_YOURS_LEFT.to_owned(),
            }) }</p>
            if let Some(other) = conflict.other_assessment() { { changes(view, mine, other) } }
            <p class="actions">
                { view.quiet_button(banners::KEEP_MINE, choose(conflict, false)) }
                { view.quiet_button(if conflict.other.is_some() { banners::KEEP_THEIRS } else { banners::DELETE_HERE }, choose(conflict, true)) }
            </p>
        </section>
    }
}

fn changes(view: &View, mine: &Assessment, other: &Assessment) -> Html {
    let ladder = view.state.ladder();
    let rows = differences(ladder, mine, other);
    html! {
        <details>
            <summary>{ banners::DIFFERENCES }</summary>
            if rows.is_empty() { <p>{ banners::NO_ANSWER_DIFFERS }</p> }
            <dl class="versions">{ for rows.into_iter().map(|(q, here, there)| {
                let said = |a: Option<&crate::model::assessment::Answer>| {
                    let a = a.cloned().unwrap_or_default();
                    let said = labels::answer(ladder, mine.rater.role, q, a.choice);
                    if a.example.is_empty() { said.to_owned() } else { banners::answer_with_example(said, &a.example).into() }
                };
                html! { <div key={q}><dt>{ prompt::of(view, mine, q) }</dt><dd>{ keyed(banners::answer_here(said(here))) }</dd><dd>{ keyed(banners::answer_there(said(there))) }</dd></div> }
            }) }</dl>
        </details>
    }
}
