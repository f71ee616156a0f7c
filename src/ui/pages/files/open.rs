//! Opening files and pasted texts, and the list of imports.

use std::rc::Rc;

use yew::prelude::*;

use crate::documents::seal::QuestionSet;
use crate::files::{Found, Link};
use crate::messages::{common, page_open};
use crate::model::assessment::Assessment;
use crate::state::{Action, Import, ImportStatus, Mode, Page, UNASKED};
use crate::ui::components::other_revision;
use crate::ui::components::passphrase::Unlock;
use crate::ui::components::paste::Paste;
use crate::ui::components::revision_warning;
use crate::ui::view::{View, heading, keyed};
use crate::ui::{browser, text};

pub(in crate::ui) fn page(view: &View) -> Html {
    let imports = view.state.imports();
    html! {
        <div class="reading">
            { heading("", common::OPEN_FILE) }
            <p class="standfirst">{ page_open::ABOUT }</p>
            if !imports.is_empty() {
                <ul class="records" role="list">{ for imports.iter().enumerate().map(|(i, r)| import(view, i, r)) }</ul>
                { together(view, imports) }
            }
            <p class="actions question-actions">
                <button type="button" class={classes!("button", (!imports.is_empty()).then_some("quiet"))} data-open="">{ keyed(if imports.is_empty() { page_open::CHOOSE } else { page_open::CHOOSE_MORE }) }</button>
                { view.quiet_button(common::BACK, Action::WentBack) }
            </p>
            <p class="small soft">{ page_open::SEVERAL }</p>
            <Paste dispatch={view.dispatch.clone()} />
        </div>
    }
}

/// Buttons to add all offered imports and to remove all imports.
fn together(view: &View, imports: &[Import]) -> Html {
    let offered = imports.iter().filter(|r| r.status == ImportStatus::Offered && !matches!(r.found, Ok(Found::Link(_))));
    let waiting: usize = offered.clone().map(|r| if let Ok(Found::Bundle(files)) = &r.found { files.len() } else { 1 }).sum();
    let (records, documents) = view.state.untouched_imports();
    let imported = records.len() + documents.len();
    html! {
        <>
        if offered.count() > 1 {
            <p>{ page_open::not_unasked(UNASKED) }</p>
            <p class="actions">{ view.quiet_button(&page_open::add_others(waiting).to_string(), Action::OfferedAdded(browser::new_id())) }</p>
        }
        if imported > 1 {
            <p class="actions">{ view.link_button(&page_open::remove_added(imported).to_string(), Action::ImportsDismissed) }</p>
        }
        </>
    }
}

fn import(view: &View, index: usize, r: &Import) -> Html {
    let add = || wrapped(view.quiet_button(page_open::ADD, Action::ImportAdded { import: index, id: browser::new_id() }));
    let (message, action) = match (&r.found, &r.status) {
        (Ok(Found::Bundle(files)), ImportStatus::Offered) => {
            let button = page_open::bundle_add(files.len()).to_string();
            (
                page_open::bundle(files.len()).into(),
                wrapped(view.quiet_button(&button, Action::ImportAdded { import: index, id: browser::new_id() })),
            )
        }
        (_, ImportStatus::Together { added, same }) => (added_text(*added, *same), Html::default()),
        (Ok(Found::Sealed(_) | Found::Invitation(_) | Found::SessionRecord(_) | Found::Review(_)), ImportStatus::Offered) => {
            (page_open::PAPER_NOT_ADDED.to_owned(), add())
        }
        (Err(problem), _) => (text::not_opened(problem), Html::default()),
        (Ok(Found::Assessment(a)), status) => assessment(view, index, a, status),
        (Ok(Found::Ladder(l)), _) => (page_open::ladder(&l.title, &l.revision).into(), Html::default()),
        (Ok(Found::Locked(locked)), _) => (
            page_open::LOCKED.to_owned(),
            html! { <Unlock {index} name={r.name.clone()} locked={Rc::new((**locked).clone())} dispatch={view.dispatch.clone()} /> },
        ),
        (Ok(Found::Sealed(s)), _) => (page_open::sealed_ratings(text::sealed_by(s.header().role)).into(), calibration_link(view)),
        (Ok(Found::Link(link)), status) => from_link(view, index, link, status),
        (Ok(Found::Invitation(_)), _) => (page_open::INVITATION.to_owned(), calibration_link(view)),
        (Ok(Found::SessionRecord(r)), _) => (
            if r.finished().is_some() { page_open::RECORD_FINISHED } else { page_open::RECORD_IN_PROGRESS }.to_owned(),
            calibration_link(view),
        ),
        (Ok(Found::Review(_)), _) => (page_open::REVIEW.to_owned(), calibration_link(view)),
        (Ok(Found::Bundle(_)), _) => (page_open::BUNDLE_EMPTY.to_owned(), Html::default()),
    };
    html! {
        <li key={index}>
            <p><b>{ &r.name }</b><span class="small soft block">{ keyed(message) }</span></p>
            { action }
        </li>
    }
}

fn assessment(view: &View, index: usize, a: &Assessment, status: &ImportStatus) -> (String, Html) {
    let what = page_open::answered(text::label(a), view.state.answered(a), view.state.ladder_of(a).questions.len());
    let met = revision_notes(view, a);
    let open = |id: &str, label: &str| view.quiet_button(label, Action::AssessmentOpened(id.to_owned()));
    if view.state.mode() == Mode::Profile && view.state.withholds_level(a) {
        return (format!("{what} {}", common::WITHHELD_LEVEL), Html::default());
    }
    match status {
        ImportStatus::Added(id) => (format!("{what} {}{met}", page_open::SAVED_NOW), wrapped(open(id, common::CONTINUE))),
        ImportStatus::Same(id) => (format!("{what} {}{met}", page_open::SAME_HERE), wrapped(open(id, common::CONTINUE))),
        ImportStatus::Differs(id) => {
            let keep = view.quiet_button(page_open::KEEP_BOTH, Action::ImportAdded { import: index, id: browser::new_id() });
            let here = view.state.find_assessment(id).map(|h| browser::moment_text(&h.updated)).unwrap_or_default();
            let there = browser::moment_text(&a.updated);
            (
                format!("{what} {}{met}", page_open::other_state_here(here, there)),
                html! { <p class="actions">{ keep }{ open(id, page_open::KEEP_HERE) }</p> },
            )
        }
        ImportStatus::Offered => {
            let add = Action::ImportAdded { import: index, id: browser::new_id() };
            (format!("{what} {}{met}", page_open::NOT_ADDED), wrapped(view.quiet_button(page_open::ADD, add)))
        }
        ImportStatus::Filed(_) | ImportStatus::Together { .. } | ImportStatus::Apart => (format!("{what}{met}"), Html::default()),
    }
}

/// The content of a link is added only on request, because it may be about another person.
fn from_link(view: &View, index: usize, link: &Link, status: &ImportStatus) -> (String, Html) {
    match (&link.assessment, status) {
        (_, ImportStatus::Added(id)) => {
            (page_open::SAVED_NOW.to_owned(), wrapped(view.quiet_button(common::CONTINUE, Action::AssessmentOpened(id.clone()))))
        }
        (Some(a), _) => (
            format!(
                "{}{}",
                page_open::link_answers(text::label(a), view.state.answered(a), view.state.ladder_of(a).questions.len()),
                revision_notes(view, a)
            ),
            wrapped(view.quiet_button(page_open::ADD, Action::ImportAdded { import: index, id: browser::new_id() })),
        ),
        (None, _) => {
            let ladder = view.state.ladders().current().ladder();
            let target = ladder.level_index(&link.target).map(|l| &ladder.levels[l].title);
            let set = if link.questions == QuestionSet::Core { "core" } else { "all" };
            (
                match target {
                    None => page_open::link_set_up(set),
                    Some(level) => page_open::link_set_up_target(set, level),
                }
                .into(),
                wrapped(view.quiet_button(
                    page_open::LINK_START,
                    Action::SetUpTaken { import: index, id: browser::new_id(), now: browser::now() },
                )),
            )
        }
    }
}

/// What is said about the revision of a file, with a space before it: a warning, or that the page has it.
fn revision_notes(view: &View, a: &Assessment) -> String {
    let known = other_revision::note(view, &a.ladder).map_or_else(String::new, |sentence| format!(" {sentence}"));
    format!("{}{known}", revision_warning::note(view.state.ladder_of(a), a))
}

/// "1,998 were added to this browser; 2 were here already."
fn added_text(added: usize, same: usize) -> String {
    if same == 0 { page_open::added(added) } else { page_open::added_and_here(added, same) }.into()
}

/// A link to the page of calibrations.
fn calibration_link(view: &View) -> Html {
    html! { <p class="actions">{ view.link(Page::Calibration, common::CALIBRATION) }</p> }
}

fn wrapped(action: Html) -> Html {
    html! { <p class="actions">{ action }</p> }
}
