//! Labeled native fields and their change callbacks, for the growth pages.

use yew::prelude::*;

use crate::base::limits::{MAX_LINE, MAX_TEXT, MAX_WHOLE};
use crate::messages::fields;
use crate::state::{Action, GrowthChange};
use crate::ui::browser;
use crate::ui::components::character_count::counter;
use crate::ui::components::month_field::MonthField;
use crate::ui::view::{Dispatch, keyed};

/// Dispatches a change of growth data.
pub(in crate::ui) fn tell(dispatch: &Dispatch, change: GrowthChange) {
    dispatch.emit(Action::growth(change, browser::now()));
}

/// A callback for text that is typed.
pub(in crate::ui) fn typed(dispatch: &Dispatch, change: impl Fn(String) -> GrowthChange + 'static) -> Callback<InputEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |e: InputEvent| tell(&dispatch, change(browser::field_text(&e))))
}

/// A callback for a month.
pub(in crate::ui) fn dated(dispatch: &Dispatch, change: impl Fn(String) -> GrowthChange + 'static) -> Callback<String> {
    let dispatch = dispatch.clone();
    Callback::from(move |month: String| tell(&dispatch, change(month)))
}

/// A callback for a whole number; any other input clears the field.
pub(in crate::ui) fn counted(
    dispatch: &Dispatch,
    change: impl Fn(Option<usize>) -> GrowthChange + 'static,
) -> Callback<InputEvent> {
    typed(dispatch, move |text| change(text.parse().ok().filter(|n| *n <= MAX_WHOLE)))
}

/// A callback for a select.
pub(in crate::ui) fn picked(dispatch: &Dispatch, change: impl Fn(String) -> GrowthChange + 'static) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |e: Event| tell(&dispatch, change(browser::field_text(&e))))
}

/// A callback for a checkbox.
pub(in crate::ui) fn ticked(dispatch: &Dispatch, change: impl Fn(bool) -> GrowthChange + 'static) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |e: Event| tell(&dispatch, change(browser::is_ticked(&e))))
}

/// The label of a field. The id has to be unique on the page.
pub(in crate::ui) struct Field {
    id: String,
    label: String,
    help: String,
}

impl Field {
    /// A field without help.
    pub(in crate::ui) fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self { id: id.into(), label: label.into(), help: String::new() }
    }

    /// Adds a line of help under the label.
    pub(in crate::ui) fn help(self, help: impl Into<String>) -> Self {
        Self { help: help.into(), ..self }
    }

    fn around(&self, control: Html) -> Html {
        html! {
            <div class="field">
                <label for={self.id.clone()}>{ &self.label }</label>
                if !self.help.is_empty() { <p class="soft small" id={self.help_id()}>{ &self.help }</p> }
                { control }
            </div>
        }
    }

    fn help_id(&self) -> Option<String> {
        (!self.help.is_empty()).then(|| format!("{}-help", self.id))
    }

    fn input(&self, kind: &'static str, value: &str, oninput: Callback<InputEvent>) -> Html {
        self.around(html! {
            <>
            <input id={self.id.clone()} class="input" type={kind} autocomplete="off" maxlength={MAX_LINE.to_string()} aria-describedby={self.help_id()} value={value.to_owned()} {oninput} />
            { counter(value, MAX_LINE) }
            </>
        })
    }

    /// One line of text.
    pub(in crate::ui) fn line(&self, value: &str, oninput: Callback<InputEvent>) -> Html {
        self.input("text", value, oninput)
    }

    /// Several lines of text.
    pub(in crate::ui) fn area(&self, value: &str, oninput: Callback<InputEvent>) -> Html {
        self.around(html! {
            <>
            <textarea id={self.id.clone()} class="input" rows="2" autocomplete="off" maxlength={MAX_TEXT.to_string()} aria-describedby={self.help_id()} value={value.to_owned()} {oninput} />
            { counter(value, MAX_TEXT) }
            </>
        })
    }

    pub(in crate::ui) fn month(&self, value: &str, onmonth: Callback<String>) -> Html {
        self.around(html! { <MonthField id={self.id.clone()} value={value.to_owned()} placeholder={fields::MONTH_EXAMPLE} help={self.help_id()} {onmonth} /> })
    }

    /// A whole number from 0.
    pub(in crate::ui) fn count(&self, value: Option<usize>, step: usize, oninput: Callback<InputEvent>) -> Html {
        let value = value.map_or_else(String::new, |n| n.to_string());
        self.around(html! {
            <input id={self.id.clone()} class="input count" type="number" inputmode="numeric" min="0" max="1000000" step={step.to_string()} autocomplete="off" aria-describedby={self.help_id()} {value} {oninput} />
        })
    }

    /// A select, by value; the first option means no answer.
    pub(in crate::ui) fn select(&self, options: &[(String, String)], selected: &str, onchange: Callback<Event>) -> Html {
        self.around(html! {
            <select id={self.id.clone()} class="input" aria-describedby={self.help_id()} {onchange}>
                { for options.iter().map(|(value, label)| html! { <option key={value.clone()} value={value.clone()} selected={value == selected}>{ label }</option> }) }
            </select>
        })
    }

    /// A select, by index, with an option for none.
    pub(in crate::ui) fn steps(&self, none: &str, steps: &[String], selected: Option<usize>, onchange: Callback<Event>) -> Html {
        let options = steps.iter().enumerate().map(|(i, step)| (i.to_string(), step.clone()));
        let options: Vec<(String, String)> = std::iter::once((String::new(), none.to_owned())).chain(options).collect();
        self.select(&options, &selected.map_or_else(String::new, |i| i.to_string()), onchange)
    }

    pub(in crate::ui) fn tick(&self, checked: bool, onchange: Callback<Event>) -> Html {
        html! {
            <div class="ticked">
                <label class="choice"><input type="checkbox" {checked} aria-describedby={self.help_id()} {onchange} /><span>{ &self.label }</span></label>
                if let Some(id) = self.help_id() { <p class="soft small" {id}>{ &self.help }</p> }
            </div>
        }
    }
}

/// A button that deletes after a confirmation in the browser's popover.
pub(in crate::ui) fn removal(id: &str, what: &str, onclick: Callback<MouseEvent>) -> Html {
    let confirm = format!("remove-{id}");
    html! {
        <>
        <button type="button" class="link" popovertarget={confirm.clone()} aria-label={fields::delete_what(what)}>{ fields::DELETE }</button>
        <span id={confirm.clone()} class="dialog" popover="auto" role="dialog" aria-label={fields::delete_what_asked(what)}>
            <span class="block">{ keyed(fields::delete_asked(what)) }</span>
            <span class="actions">
                <button type="button" class="button" {onclick}>{ fields::DELETE_YES }</button>
                <button type="button" class="button quiet" popovertarget={confirm} popovertargetaction="hide" autofocus=true>{ fields::DELETE_NO }</button>
            </span>
        </span>
        </>
    }
}

/// Which of several items is open for editing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) enum Editing {
    /// None, and none was open before.
    #[default]
    Nothing,
    /// The one with this id.
    Open(String),
    /// None; the one with this id was open before.
    Closed(String),
    /// None; the one that was open is deleted.
    Removed,
}

impl Editing {
    /// Whether the thing with an id is open.
    pub(in crate::ui) fn is(&self, id: &str) -> bool {
        matches!(self, Self::Open(open) if open == id)
    }
}

/// Stores what is being edited, and moves the focus: into the form, and back to the button that opened it.
#[hook]
pub(in crate::ui) fn use_editing() -> UseStateHandle<Editing> {
    let editing = use_state(Editing::default);
    use_effect_with((*editing).clone(), |editing| match editing {
        Editing::Nothing => {}
        Editing::Open(_) => browser::focus("editing"),
        Editing::Closed(id) => browser::focus(&format!("edit-{id}")),
        Editing::Removed => browser::focus("listed"),
    });
    editing
}

/// A callback that sets what is edited.
pub(in crate::ui) fn edit(editing: &UseStateHandle<Editing>, to: Editing) -> Callback<MouseEvent> {
    let editing = editing.clone();
    Callback::from(move |_: MouseEvent| editing.set(to.clone()))
}
