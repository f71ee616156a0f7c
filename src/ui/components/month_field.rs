//! A field for a month. Some browsers have a native one; in the others it is a text field that accepts common spellings.

use yew::prelude::*;

use crate::base::dates::Month;
use crate::messages::fields;
use crate::ui::browser;
use crate::ui::view::keyed;

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct MonthProps {
    pub(in crate::ui) id: AttrValue,
    /// The stored value: an ISO month or day, or nothing; an invalid imported text is shown unchanged.
    pub(in crate::ui) value: AttrValue,
    pub(in crate::ui) placeholder: AttrValue,
    /// The id of the help.
    #[prop_or_default]
    pub(in crate::ui) help: Option<AttrValue>,
    /// Called with a new month, or with an empty text.
    pub(in crate::ui) onmonth: Callback<String>,
    /// Called with whether the field was left with an invalid text.
    #[prop_or_default]
    pub(in crate::ui) onunread: Callback<bool>,
}

/// Holds the typed text. Only a valid month is emitted.
#[component(MonthField)]
pub(in crate::ui) fn month_field(p: &MonthProps) -> Html {
    let typed = use_state(|| None::<String>);
    let refused = use_state(|| false);
    let heed = {
        let (typed, refused, kept) = (typed.clone(), refused.clone(), p.value.clone());
        let (onmonth, onunread) = (p.onmonth.clone(), p.onunread.clone());
        move |text: String, unfinished: bool, moment: ReportOn| {
            // While typing only a complete ISO month counts: "2026-1" may become December, "5 May 20" may go on.
            let whole = moment != ReportOn::Typing || Month::parse(&text).is_some();
            let month = Month::read(&text).filter(|_| whole);
            let emptied = text.trim().is_empty() && !unfinished && moment != ReportOn::Typing;
            let read = month.is_some() || emptied;
            if read {
                let iso = month.map(Month::iso).unwrap_or_default();
                // A day in this month stays a day.
                if month.map_or(!kept.is_empty(), |m| Month::parse(&kept) != Some(m)) {
                    onmonth.emit(iso);
                }
            }
            if read || moment == ReportOn::Left {
                refused.set(!read);
                onunread.emit(!read);
            }
            typed.set((!read || moment == ReportOn::Typing).then_some(text));
        }
    };
    let oninput = {
        let heed = heed.clone();
        Callback::from(move |e: InputEvent| heed(browser::field_text(&e), browser::is_unfinished(&e), ReportOn::Typing))
    };
    let onchange = {
        let heed = heed.clone();
        Callback::from(move |e: Event| heed(browser::field_text(&e), browser::is_unfinished(&e), ReportOn::Chosen))
    };
    let onblur = Callback::from(move |e: FocusEvent| heed(browser::field_text(&e), browser::is_unfinished(&e), ReportOn::Left));
    let shown = (*typed).clone().unwrap_or_else(|| Month::parse(&p.value).map_or_else(|| p.value.to_string(), Month::iso));
    let problem = problem(&p.value, typed.as_deref().filter(|_| *refused));
    let problem_id = format!("{}-problem", p.id);
    let described = [p.help.clone().map(|h| h.to_string()), problem.is_some().then(|| problem_id.clone())];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    html! {
        <>
        <input id={p.id.clone()} class="input" type="month" placeholder={p.placeholder.clone()} autocomplete="off" maxlength="40"
            aria-describedby={(!described.is_empty()).then_some(described)} aria-invalid={problem.is_some().then_some("true")}
            value={shown} {oninput} {onchange} {onblur} />
        if let Some(problem) = problem { <span class="problem small block" id={problem_id} role="alert">{ keyed(problem) }</span> }
        </>
    }
}

/// When the field emits a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ReportOn {
    /// At each letter.
    Typing,
    /// When a value is chosen. Browsers with a native field also report an incomplete year this way.
    Chosen,
    /// When the field loses the focus.
    Left,
}

/// The problem with the text that the field was left with, or with the stored value.
fn problem(kept: &str, refused: Option<&str>) -> Option<String> {
    let kept_month = Month::parse(kept);
    let what = |text: &str| {
        if text.trim().is_empty() { fields::MONTH_UNFINISHED.to_owned() } else { fields::month_unread(text).into() }
    };
    match refused {
        Some(text) => {
            let write = match kept_month {
                Some(month) => fields::month_write_until(month.text()).into(),
                None if kept.is_empty() => fields::MONTH_WRITE_UNTIL_OPEN.to_owned(),
                None => fields::month_write_until_text(kept).into(),
            };
            Some([what(text), write].join(" "))
        }
        None if kept.is_empty() || kept_month.is_some() => None,
        None => Some([what(kept), fields::MONTH_WRITE.to_owned()].join(" ")),
    }
}
