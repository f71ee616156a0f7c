//! Banners above a page: conflicts, unreadable entries, offers and warnings.

use yew::prelude::*;

use super::delete_dialog::DIALOG;
use super::header_footer::save_file;
use super::{live_region, saved_list};
use crate::base::characters::clean;
use crate::model::assessment::Assessment;
use crate::model::labels;
use crate::state::{Action, CalibrationAction, CalibrationDocument, Conflict, Page, Saving, differences};
use crate::ui::view::{View, keyed, untranslated};
use crate::ui::{browser, text};

pub(in crate::ui) fn banners(view: &View) -> Html {
    let unreadable_entries =
        if view.state.page() == Page::Start { Html::default() } else { saved_list::unreadable_entries(view) };
    let conflict = view.state.conflict().zip(view.state.assessment());
    html! { <>{ offered(view) }{ for conflict.map(|(c, a)| two_versions(view, c, a)) }{ unasked(view) }{ not_kept(view) }{ imported_record(view) }{ document_conflict(view) }{ refused(view) }{ due(view) }{ unreadable_entries }</> }
}

/// The host's offer. Nothing of it is stored before the reader accepts it.
fn offered(view: &View) -> Html {
    let Some(offer) = view.state.offer() else { return Html::default() };
    let heading = if offer.is_ok() { "The page around offers an assessment" } else { "The page around offered something else" };
    let words = match offer {
        Ok(a) => format!(
            "{}: {} of {} answered. Nothing of it is kept here unless you open it.",
            text::label(a),
            view.state.answered(a),
            view.state.ladder().questions.len()
        ),
        Err(problem) => text::not_opened(problem),
    };
    html! {
        <section class="notice" role="status" aria-labelledby="offer">
            <h2 id="offer">{ heading }</h2>
            <p>{ words }</p>
            <p class="actions">
                if offer.is_ok() { { view.quiet_button("Open it", Action::OfferTaken { id: browser::new_id() }) } }
                { view.quiet_button("Dismiss", Action::OfferDeclined) }
            </p>
        </section>
    }
}

/// A ladder from a link is named on every page, because anybody can make a link.
pub(in crate::ui) fn ladder_in_link(view: &View) -> Html {
    html! { <p class="linked small">{ "Ladder from the link: " }<bdi>{ clean(&view.state.ladder().title) }</bdi></p> }
}

/// Assessments whose deletion date has passed.
fn due(view: &View) -> Html {
    let records = view.state.assessments().iter();
    let due: Vec<&Assessment> = records.filter(|a| a.snapshot.is_none() && text::deletion_is_due(a)).collect();
    if due.is_empty() || matches!(view.state.page(), Page::Question(..)) {
        return Html::default();
    }
    html! {
        <section class="notice" aria-labelledby="due">
            <h2 id="due">{ "To be deleted" }</h2>
            { for due.into_iter().map(|a| {
                let words = format!("{} was to be deleted by {}.", text::label(a), browser::day_words(&a.delete_by));
                html! { <p key={a.id.clone()}>{ keyed(words) }{ " " }{ view.link(Page::Data, text::DATA) }</p> }
            }) }
        </section>
    }
}

/// Pages with their own save line show it there.
fn not_kept(view: &View) -> Html {
    let silent = |page: Page| page.is_calibration() || page == Page::Open;
    let fails = text::alert_sentence(view.state).filter(|_| silent(view.state.page()));
    fails
        .map(|sentence| html! { <section class="notice" aria-label="Not saved"><p>{ untranslated(sentence) }</p>{ live_region::ask(view) }</section> })
        .unwrap_or_default()
}

/// Data that an earlier version stored without consent, where other files can read it.
fn unasked(view: &View) -> Html {
    if *view.state.saving() == Saving::Off || !view.store.is_unasked() {
        return Html::default();
    }
    html! {
        <section class="notice" aria-labelledby="readable">
            <h2 id="readable">{ "Other files can read what is saved here" }</h2>
            <p>{ "This page was opened from a file. Other files that you open in this browser can read what it has saved here, and what it goes on saving." }</p>
            <p class="actions">
                <button type="button" class="button quiet" onclick={view.click(Action::StoringAllowed)}>{ "Keep it here" }</button>
                { save_file(view, "button quiet") }
                <button type="button" class="link" popovertarget={DIALOG}>{ text::DELETE }</button>
            </p>
        </section>
    }
}

/// A record on screen whose files were not opened in this browser.
fn imported_record(view: &View) -> Html {
    if !matches!(view.state.page(), Page::Talk | Page::Record) || view.state.calibrations().is_opened_here() {
        return Html::default();
    }
    html! { <section class="notice" aria-label="From elsewhere"><p>{ text::IMPORTED_RECORD }</p></section> }
}

/// The same for an open document of a calibration.
fn document_conflict(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    let Some(conflict) = view.state.calibration_conflict() else { return Html::default() };
    if let Some(there) = conflict.other_calibration().and_then(CalibrationDocument::record)
        && let differs = calibrations.differs(there)
        && !differs.is_empty()
    {
        let keep = view.quiet_button("Keep mine", choose(conflict, false));
        return other_ratings("A record of this session with other ratings is in another window", &differs, view, keep);
    }
    let state = |document: Option<&CalibrationDocument>| {
        document.map_or_else(String::new, |p| match (p.record(), p.review()) {
            (Some(r), _) => {
                let settled = r.progress().items.iter().filter(|(_, i)| i.outcome().is_some()).count();
                let end = if r.finished().is_some() { ", finished" } else { "" };
                format!("{settled} questions settled, {} minutes of talk{end}", r.elapsed().div_ceil(60))
            }
            (_, Some(r)) => format!("{} questions marked", r.marks.len()),
            _ => String::new(),
        })
    };
    let there = match conflict.other_calibration() {
        Some(other) => format!("There: {}.", state(Some(other))),
        None => "There it was deleted.".to_owned(),
    };
    html! {
        <section class="notice" role="alert" aria-labelledby="paper-versions">
            <h2 id="paper-versions">{ "Another version of this is in another window, or in the file that you opened" }</h2>
            <p>{ untranslated(format!("Here: {}. {there} Both are kept until you choose.", state(calibrations.document(&conflict.key)))) }</p>
            <p class="actions">
                { view.quiet_button("Keep mine", choose(conflict, false)) }
                { view.quiet_button("Keep theirs", choose(conflict, true)) }
            </p>
        </section>
    }
}

/// A record with other originals than the one in this browser, from a file or another window.
fn refused(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    let Some(there) = calibrations.refused() else { return Html::default() };
    let away = view.calibration_button("Put it away", false, CalibrationAction::OtherRecordDismissed);
    other_ratings("A record of this session with other ratings was not taken", &calibrations.differs(there), view, away)
}

/// Originals are never replaced: the other record can only be viewed.
fn other_ratings(heading: &'static str, differs: &[String], view: &View, end: Html) -> Html {
    html! {
        <section class="notice" role="alert" aria-labelledby="other-ratings">
            <h2 id="other-ratings">{ heading }</h2>
            <p>{ "It cannot take the place of the record that is in this browser." }</p>
            <ul class="lines" role="list">{ for differs.iter().map(|d| html! { <li>{ d }</li> }) }</ul>
            <p>{ "Compare the codes with the ones that you noted. To take the other record, delete the one here first." }</p>
            <p class="actions">
                { view.calibration_button("Show the other record", false, CalibrationAction::OtherRecordShown) }
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
    let state =
        |a: &Assessment| format!("{}, last changed {}", answers(view.state.answered(a)), browser::moment_words(&a.updated));
    let heading = if conflict.other.is_some() {
        "This assessment was changed in another window, too"
    } else {
        "This assessment was deleted in another window"
    };
    html! {
        <section class="notice" role="alert" aria-labelledby="versions">
            <h2 id="versions">{ keyed(heading) }</h2>
            <p>{ untranslated(match conflict.other_assessment() {
                Some(other) => format!("Here: {}. There: {}. Both are kept until you choose.", state(mine), state(other)),
                None => "Only your version is left. Keep it, or delete it here too.".to_owned(),
            }) }</p>
            if let Some(other) = conflict.other_assessment() { { changes(view, mine, other) } }
            <p class="actions">
                { view.quiet_button("Keep mine", choose(conflict, false)) }
                { view.quiet_button(if conflict.other.is_some() { "Keep theirs" } else { "Delete it here too" }, choose(conflict, true)) }
            </p>
        </section>
    }
}

fn answers(count: usize) -> String {
    format!("{count} answer{}", if count == 1 { "" } else { "s" })
}

fn changes(view: &View, mine: &Assessment, other: &Assessment) -> Html {
    let ladder = view.state.ladder();
    let rows = differences(ladder, mine, other);
    html! {
        <details>
            <summary>{ "View the differences" }</summary>
            if rows.is_empty() { <p>{ "No answer differs; title, target, period or names do." }</p> }
            <dl class="versions">{ for rows.into_iter().map(|(q, here, there)| {
                let said = |a: Option<&crate::model::assessment::Answer>| {
                    let a = a.cloned().unwrap_or_default();
                    let example = if a.example.is_empty() { String::new() } else { format!(" \u{201c}{}\u{201d}", a.example) };
                    format!("{}{example}", labels::answer(ladder, mine.rater.role, q, a.choice))
                };
                html! { <div key={q}><dt>{ &ladder.questions[q].prompt }</dt><dd>{ keyed(format!("Here: {}", said(here))) }</dd><dd>{ keyed(format!("There: {}", said(there))) }</dd></div> }
            }) }</dl>
        </details>
    }
}
