//! Opening files and pasted texts, and the list of imports.

use std::rc::Rc;

use yew::prelude::*;

use crate::documents::seal::QuestionSet;
use crate::files::{Found, Link};
use crate::model::assessment::Assessment;
use crate::state::{Action, Import, ImportStatus, Mode, Page, UNASKED};
use crate::ui::components::passphrase::Unlock;
use crate::ui::components::paste::Paste;
use crate::ui::components::revision_warning;
use crate::ui::view::{View, heading, keyed};
use crate::ui::{browser, text};

const ADD: &str = "Add to this browser";

pub(in crate::ui) fn page(view: &View) -> Html {
    let imports = view.state.imports();
    html! {
        <div class="reading">
            { heading("", text::OPEN_FILE) }
            <p class="standfirst">{ "Assessments that were saved here or somewhere else. They are read in this browser; nothing is sent." }</p>
            if !imports.is_empty() {
                <ul class="records" role="list">{ for imports.iter().enumerate().map(|(i, r)| import(view, i, r)) }</ul>
                { together(view, imports) }
            }
            <p class="actions question-actions">
                <button type="button" class={classes!("button", (!imports.is_empty()).then_some("quiet"))} data-open="">{ keyed(if imports.is_empty() { "Choose files" } else { "Choose more files" }) }</button>
                { view.quiet_button(text::BACK, Action::WentBack) }
            </p>
            <p class="small soft">{ "Several at once are fine. Files can also be dropped anywhere on this page." }</p>
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
            <p>{ format!("More than {UNASKED} are not added unasked.") }</p>
            <p class="actions">{ view.quiet_button(&format!("Add the other {}", text::thousands(waiting)), Action::OfferedAdded(browser::new_id())) }</p>
        }
        if imported > 1 {
            <p class="actions">{ view.link_button(&format!("Remove the {} that were just added", text::thousands(imported)), Action::ImportsDismissed) }</p>
        }
        </>
    }
}

fn import(view: &View, index: usize, r: &Import) -> Html {
    let add = || wrapped(view.quiet_button(ADD, Action::ImportAdded { import: index, id: browser::new_id() }));
    let (words, action) = match (&r.found, &r.status) {
        (Ok(Found::Bundle(files)), ImportStatus::Offered) => {
            let count = text::thousands(files.len());
            let button = format!("Add all {count} to this browser");
            (
                format!("A file with {count} others in it. Nothing of it was added."),
                wrapped(view.quiet_button(&button, Action::ImportAdded { import: index, id: browser::new_id() })),
            )
        }
        (_, ImportStatus::Together { added, same }) => (added_words(*added, *same), Html::default()),
        (Ok(Found::Sealed(_) | Found::Invitation(_) | Found::SessionRecord(_) | Found::Review(_)), ImportStatus::Offered) => {
            ("A paper of a calibration. It was not added.".to_owned(), add())
        }
        (Err(problem), _) => (text::not_opened(problem), Html::default()),
        (Ok(Found::Assessment(a)), status) => assessment(view, index, a, status),
        (Ok(Found::Ladder(l)), _) => (
            format!(
                "A ladder: {}, revision {}. This page rates on its own ladder; whoever runs the page can set another.",
                l.title, l.revision
            ),
            Html::default(),
        ),
        (Ok(Found::Locked(locked)), _) => (
            "A file that is locked with a passphrase.".to_owned(),
            html! { <Unlock {index} name={r.name.clone()} locked={Rc::new((**locked).clone())} dispatch={view.dispatch.clone()} /> },
        ),
        (Ok(Found::Sealed(s)), _) => (
            format!("{}. They open together with those of the other side, at the reveal.", text::sealed_by(s.header.role)),
            calibration_link(view),
        ),
        (Ok(Found::Link(link)), status) => from_link(view, index, link, status),
        (Ok(Found::Invitation(_)), _) => ("An invitation to a calibration session.".to_owned(), calibration_link(view)),
        (Ok(Found::SessionRecord(r)), _) => (
            if r.finished().is_some() {
                "The record of a calibration session, finished."
            } else {
                "A calibration session in progress."
            }
            .to_owned(),
            calibration_link(view),
        ),
        (Ok(Found::Review(_)), _) => ("A committee member's marks on a record.".to_owned(), calibration_link(view)),
        (Ok(Found::Bundle(_)), _) => ("An empty bundle.".to_owned(), Html::default()),
    };
    html! {
        <li key={index}>
            <p><b>{ &r.name }</b><span class="small soft block">{ keyed(words) }</span></p>
            { action }
        </li>
    }
}

fn assessment(view: &View, index: usize, a: &Assessment, status: &ImportStatus) -> (String, Html) {
    let count = view.state.ladder().questions.len();
    let what = format!("{}: {} of {count} answered", text::label(a), view.state.answered(a));
    let met = revision_warning::note(view.state.ladder(), a);
    let open = |id: &str, words: &str| view.quiet_button(words, Action::AssessmentOpened(id.to_owned()));
    if view.state.mode() == Mode::Profile && view.state.withholds_level(a) {
        return (format!("{what}. {}", text::WITHHELD_LEVEL), Html::default());
    }
    match status {
        ImportStatus::Added(id) => (format!("{what}. It is saved in this browser now.{met}"), wrapped(open(id, text::CONTINUE))),
        ImportStatus::Same(id) => {
            (format!("{what}. It was here already, just as it is in the file.{met}"), wrapped(open(id, text::CONTINUE)))
        }
        ImportStatus::Differs(id) => {
            let keep = view.quiet_button("Keep both", Action::ImportAdded { import: index, id: browser::new_id() });
            let here = view.state.find_assessment(id).map(|h| browser::moment_words(&h.updated)).unwrap_or_default();
            let there = browser::moment_words(&a.updated);
            (
                format!(
                    "{what}. Another state of it is here, last changed {here}; the one in the file was last changed {there}.{met}"
                ),
                html! { <p class="actions">{ keep }{ open(id, "Keep the one here") }</p> },
            )
        }
        ImportStatus::Offered => {
            let add = Action::ImportAdded { import: index, id: browser::new_id() };
            (format!("{what}. It was not added.{met}"), wrapped(view.quiet_button(ADD, add)))
        }
        ImportStatus::Filed(_) | ImportStatus::Together { .. } | ImportStatus::Apart => {
            (format!("{what}.{met}"), Html::default())
        }
    }
}

/// The content of a link is added only on request, because it may be about another person.
fn from_link(view: &View, index: usize, link: &Link, status: &ImportStatus) -> (String, Html) {
    let count = view.state.ladder().questions.len();
    match (&link.assessment, status) {
        (_, ImportStatus::Added(id)) => (
            "It is saved in this browser now.".to_owned(),
            wrapped(view.quiet_button(text::CONTINUE, Action::AssessmentOpened(id.clone()))),
        ),
        (Some(a), _) => (
            format!(
                "A copy of answers: {}, {} of {count} answered, without names and examples.{}",
                text::label(a),
                view.state.answered(a),
                revision_warning::note(view.state.ladder(), a)
            ),
            wrapped(view.quiet_button(ADD, Action::ImportAdded { import: index, id: browser::new_id() })),
        ),
        (None, _) => {
            let target = view.state.ladder().level_index(&link.target).map(|l| view.state.ladder().levels[l].title.clone());
            let target = target.map_or_else(String::new, |t| format!(", aiming at {t}"));
            let set = if link.questions == QuestionSet::Core { "the core questions" } else { "all questions" };
            (
                format!("A link that sets up {set}{target}. It carries no answers."),
                wrapped(view.quiet_button(
                    "Start with it",
                    Action::SetUpTaken { import: index, id: browser::new_id(), now: browser::now() },
                )),
            )
        }
    }
}

/// "1,998 were added to this browser; 2 were here already."
fn added_words(added: usize, same: usize) -> String {
    let was = |n: usize| format!("{} {}", text::thousands(n), if n == 1 { "was" } else { "were" });
    match (added, same) {
        (_, 0) => format!("{} added to this browser.", was(added)),
        _ => format!("{} added to this browser; {} here already.", was(added), was(same)),
    }
}

/// A link to the page of calibrations.
fn calibration_link(view: &View) -> Html {
    html! { <p class="actions">{ view.link(Page::Calibration, text::CALIBRATION) }</p> }
}

fn wrapped(action: Html) -> Html {
    html! { <p class="actions">{ action }</p> }
}
