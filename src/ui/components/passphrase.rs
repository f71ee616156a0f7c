//! Locking and unlocking with a passphrase. The key derivation blocks the page for a moment, so a message is painted first.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::base::crypt::{Kdf, Randomness};
use crate::files::{EncryptError, Locked, assessment_file, lock_file};
use crate::messages;
use crate::model::assessment::Assessment;
use crate::state::Action;
use crate::ui::components::save_file::DownloadMessage;
use crate::ui::view::{Dispatch, untranslated};
use crate::ui::{browser, text};

#[derive(Clone, PartialEq)]
enum Stage {
    Asking,
    Working,
    Failed(AttrValue),
    Done(AttrValue),
}

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct UnlockProps {
    pub(in crate::ui) index: usize,
    pub(in crate::ui) name: AttrValue,
    pub(in crate::ui) locked: Rc<Locked>,
    pub(in crate::ui) dispatch: Dispatch,
}

/// Asks for the passphrase of a locked file and reads what is in it.
#[component(Unlock)]
pub(in crate::ui) fn unlock(p: &UnlockProps) -> Html {
    let typed = use_state(String::new);
    let stage = use_state(|| Stage::Asking);
    let open = {
        let (typed, stage, locked, dispatch, name) =
            (typed.clone(), stage.clone(), p.locked.clone(), p.dispatch.clone(), p.name.clone());
        Callback::from(move |_: MouseEvent| {
            stage.set(Stage::Working);
            let (typed, stage, locked, dispatch, name) =
                (typed.clone(), stage.clone(), locked.clone(), dispatch.clone(), name.clone());
            Timeout::new(browser::PAINT, move || match locked.open(&typed) {
                Ok(bytes) => dispatch.emit(browser::read(name.to_string(), &bytes, true)),
                Err(error) => stage.set(Stage::Failed(error.to_string().into())),
            })
            .forget();
        })
    };
    let id = format!("unlock-{}", p.index);
    html! {
        <div class="field">
            <label for={id.clone()}>{ messages::passphrase::OF_FILE }</label>
            <input {id} class="input" type="password" autocomplete="off" oninput={typing(&typed)} />
            <p class="actions"><button type="button" class="button quiet" onclick={open} disabled={*stage == Stage::Working}>{ messages::passphrase::OPEN }</button></p>
            { said(&stage, messages::passphrase::OPENING) }
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct LockProps {
    pub(in crate::ui) assessment: Assessment,
    pub(in crate::ui) dispatch: Dispatch,
}

/// Saves the file of an assessment under a passphrase that is typed twice.
#[component(Lock)]
pub(in crate::ui) fn lock(p: &LockProps) -> Html {
    let (first, second) = (use_state(String::new), use_state(String::new));
    let stage = use_state(|| Stage::Asking);
    let save = {
        let (first, second, stage, assessment, dispatch) =
            (first.clone(), second.clone(), stage.clone(), p.assessment.clone(), p.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            if *first != *second {
                stage.set(Stage::Failed(messages::passphrase::DIFFER.into()));
                return;
            }
            stage.set(Stage::Working);
            let (first, stage, assessment, dispatch) = (first.clone(), stage.clone(), assessment.clone(), dispatch.clone());
            Timeout::new(browser::PAINT, move || match locked(&assessment, &first) {
                Ok(file) => {
                    browser::download(&text::file_name(&assessment, "locked.json"), "application/json", &file);
                    if !browser::may_drop_downloads() {
                        dispatch.emit(Action::FileSaved { id: assessment.id.clone(), now: browser::now() });
                    }
                    stage.set(Stage::Done(file.into()));
                }
                Err(error) => stage.set(Stage::Failed(error.to_string().into())),
            })
            .forget();
        })
    };
    let (name, id) = (text::file_name(&p.assessment, "locked.json"), p.assessment.id.clone());
    let on_saved = p.dispatch.reform(move |()| Action::FileSaved { id: id.clone(), now: browser::now() });
    let file = if let Stage::Done(file) = &*stage { Some(file.clone()) } else { None };
    html! {
        <div class="field">
            <label for="lock">{ messages::passphrase::FIRST }</label>
            <input id="lock" class="input" type="password" autocomplete="new-password" oninput={typing(&first)} />
            <label for="lock-again">{ messages::passphrase::AGAIN }</label>
            <input id="lock-again" class="input" type="password" autocomplete="new-password" oninput={typing(&second)} />
            <p class="actions"><button type="button" class="button quiet" onclick={save} disabled={*stage == Stage::Working}>{ messages::passphrase::SAVE }</button></p>
            { said(&stage, messages::passphrase::LOCKING) }
            { for file.map(|file| html! { <DownloadMessage {name} make={Callback::from(move |()| file.to_string())} on_saved={Some(on_saved)} /> }) }
        </div>
    }
}

fn locked(a: &Assessment, passphrase: &str) -> Result<String, EncryptError> {
    let bytes = browser::random::<{ Randomness::ENOUGH }>().ok_or(EncryptError::NoRandomness)?;
    let mut fresh = Randomness::new(&bytes)?;
    let (file, kdf) = (assessment_file(a), Kdf::default());
    match lock_file(format!("{file:#}").as_bytes(), passphrase, kdf, &mut fresh) {
        Err(EncryptError::TooLarge) => lock_file(file.to_string().as_bytes(), passphrase, kdf, &mut fresh),
        done => done,
    }
}

fn typing(typed: &UseStateHandle<String>) -> Callback<InputEvent> {
    let typed = typed.clone();
    Callback::from(move |e: InputEvent| typed.set(browser::field_text(&e)))
}

fn said(stage: &Stage, working: &'static str) -> Html {
    let message = match stage {
        Stage::Asking => AttrValue::default(),
        Stage::Working => working.into(),
        Stage::Failed(sentence) => sentence.clone(),
        Stage::Done(_) => messages::passphrase::LOCKED.into(),
    };
    let class = if matches!(stage, Stage::Failed(_)) { "problem" } else { "small soft" };
    html! { <p {class} role="status">{ untranslated(message) }</p> }
}
