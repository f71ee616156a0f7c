//! Files, links and exports of the open assessment.

use yew::prelude::*;

use crate::documents::seal::QuestionSet;
use crate::export::{Options, Redaction, csv, html as html_export, markdown, redact, svg};
use crate::files::{Link, assessment_file, file_text, link_fragment, read_link};
use crate::messages::{common, copying, page_share};
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;
use crate::model::scoring::Model;
use crate::state::{Action, Page};
use crate::ui::browser::ShareResult as Outcome;
use crate::ui::components::copy_or_download::CopyOrDownload;
use crate::ui::components::header_footer::save_button;
use crate::ui::components::passphrase::Lock;
use crate::ui::view::{Dispatch, Shared, View, heading, keyed, untranslated};
use crate::ui::{browser, text};

pub(in crate::ui) fn page(view: &View, a: &Assessment) -> Html {
    html! {
        <div class="reading">
            <p class="overline">{ text::label(a) }</p>
            { heading("", common::SHARE) }
            <h2>{ page_share::AS_FILE }</h2>
            <p>{ page_share::AS_FILE_ABOUT }</p>
            <p class="actions">{ save_button(view, a, page_share::SAVE_THE_FILE, "button", "file".to_owned()) }</p>
            <details>
                <summary>{ page_share::LOCK }</summary>
                <p>{ page_share::LOCK_ABOUT }</p>
                <Lock assessment={a.clone()} dispatch={view.dispatch.clone()} />
            </details>
            <h2>{ page_share::OTHER_DEVICE }</h2>
            <Carry assessment={a.clone()} dispatch={view.dispatch.clone()} />
            if view.state.withholds_level(a) {
                <h2>{ page_share::LINKS_AND_EXPORTS }</h2>
                <p>{ common::WITHHELD_LEVEL }</p>
            } else {
                <h2>{ page_share::AS_LINK }</h2>
                { match page_address(view) {
                    Ok(base) => html! { <MakeLink {base} ladder={view.ladder()} assessment={a.clone()} /> },
                    Err(why) => html! { <p>{ why }</p> },
                } }
                <h2>{ page_share::EXPORTS }</h2>
                <Exports ladder={view.ladder()} model={Shared(view.state.model().clone())} assessment={a.clone()} />
            }
            <p class="actions question-actions">
                { view.quiet_button(common::BACK, Action::WentBack) }
                { view.link(Page::History, common::HISTORY) }
            </p>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct CarryProps {
    assessment: Assessment,
    dispatch: Dispatch,
}

/// The system's share sheet, where it accepts files, with a message about the result.
#[component(Carry)]
fn carry(p: &CarryProps) -> Html {
    let shared = use_state(|| None::<Outcome>);
    if !browser::can_share() {
        return html! { <p>{ page_share::NO_SHARE_SHEET }</p> };
    }
    let onclick = {
        let (a, dispatch, shared) = (p.assessment.clone(), p.dispatch.clone(), shared.clone());
        Callback::from(move |_: MouseEvent| {
            let (id, dispatch, shared) = (a.id.clone(), dispatch.clone(), shared.clone());
            let file = file_text(&assessment_file(&a));
            browser::share_file(&text::file_name(&a, "json"), "application/json", &file, move |on_saved| {
                shared.set(Some(on_saved));
                if on_saved == Outcome::Given {
                    dispatch.emit(Action::FileSaved { id: id.clone(), now: browser::now() });
                }
            });
        })
    };
    let said = match *shared {
        None => "",
        Some(Outcome::Given) => page_share::HANDED_OVER,
        Some(Outcome::Closed) => page_share::SHARE_SHEET_CLOSED,
        Some(Outcome::Refused) => page_share::SHARE_SHEET_REFUSED,
    };
    html! {
        <>
        <p>{ page_share::SHARE_SHEET_ABOUT }</p>
        <p class="actions"><button type="button" class="button quiet" {onclick}>{ page_share::OTHER_DEVICE }</button><span role="status" class="small">{ said }</span></p>
        </>
    }
}

/// The base address of a link: the page itself. Without one there is no link, and a sentence says why.
fn page_address(view: &View) -> Result<String, &'static str> {
    let address = if view.alone { browser::address() } else { view.page.unwrap_or_default().to_owned() };
    if view.own_ladder {
        Err(page_share::NO_LINK_OWN_LADDER)
    } else if address.starts_with("https://") || address.starts_with("http://") {
        Ok(address)
    } else if address.starts_with("file:") {
        Err(page_share::NO_LINK_LOCAL_FILE)
    } else {
        Err(page_share::NO_LINK_NO_ADDRESS)
    }
}

#[derive(PartialEq, Properties)]
struct LinkProps {
    base: AttrValue,
    ladder: Shared<Ladder>,
    assessment: Assessment,
}

/// By default a link has settings and nothing about a person.
#[component(MakeLink)]
fn make_link(p: &LinkProps) -> Html {
    let with_ratings = use_state(|| false);
    let copied = use_state(|| None::<bool>);
    let address = format!("{}#{}", p.base, link_fragment(&link(p, *with_ratings)));
    // A link that could not be read again is not offered.
    let opens = read_link(&address).is_ok();
    let address = if opens { address } else { String::new() };
    let onchange = {
        let (with_ratings, copied) = (with_ratings.clone(), copied.clone());
        Callback::from(move |e: Event| {
            with_ratings.set(browser::is_ticked(&e));
            copied.set(None);
        })
    };
    let copy = {
        let (address, copied) = (address.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            browser::copy_text(&address, move |done| copied.set(Some(done)));
        })
    };
    html! {
        <>
        <p>{ page_share::LINK_ABOUT }</p>
        <label class="choice"><input type="checkbox" checked={*with_ratings} {onchange} aria-describedby="link-ratings" /><span>{ page_share::LINK_PUT_ANSWERS }</span></label>
        <p class="small soft" id="link-ratings">{ page_share::LINK_ANSWERS_ABOUT }</p>
        <div class="field">
            <label for="link">{ keyed(if *with_ratings { page_share::LINK_WITH_ANSWERS } else { page_share::LINK_WITHOUT_ANSWERS }) }</label>
            <input id="link" class="input" type="text" readonly=true value={address} />
            if !opens { <p class="problem">{ page_share::LINK_TOO_LONG }</p> }
            <p class="actions"><button type="button" class="button quiet" onclick={copy} disabled={!opens}>{ page_share::LINK_COPY }</button>
                <span role="status" class="small">{ untranslated(match *copied { Some(true) => copying::COPIED, Some(false) => page_share::LINK_CLIPBOARD_CLOSED, None => "" }) }</span></p>
        </div>
        </>
    }
}

fn link(p: &LinkProps, with_ratings: bool) -> Link {
    let a = &p.assessment;
    let others = p.ladder.questions.iter().filter(|q| !q.core).any(|q| a.answers.contains_key(&q.id));
    let questions = if others { QuestionSet::All } else { QuestionSet::Core };
    let mut link = Link::set_up(&p.ladder, questions, a.rater.role, &a.subject.target);
    link.assessment = with_ratings.then(|| redact(a, Redaction { ratings: true, ..Redaction::default() }));
    link
}

#[derive(PartialEq, Properties)]
struct ExportProps {
    ladder: Shared<Ladder>,
    model: Shared<Model>,
    assessment: Assessment,
}

#[component(Exports)]
fn exports(p: &ExportProps) -> Html {
    let options = use_state(Options::default);
    let tick = |label: &'static str, checked: bool, set: fn(&mut Options, bool)| {
        let options = options.clone();
        let onchange = Callback::from(move |e: Event| {
            let mut next = *options;
            set(&mut next, browser::is_ticked(&e));
            options.set(next);
        });
        html! { <label class="choice"><input type="checkbox" {checked} {onchange} /><span>{ label }</span></label> }
    };
    let kind =
        |title: &'static str, note: &'static str, ending: &str, mime: &'static str, make: fn(&ExportProps, Options) -> String| {
            let (ladder, model, assessment, chosen) = (p.ladder.clone(), p.model.clone(), p.assessment.clone(), *options);
            let make = Callback::from(move |()| {
                make(&ExportProps { ladder: ladder.clone(), model: model.clone(), assessment: assessment.clone() }, chosen)
            });
            html! { <CopyOrDownload {title} {note} name={text::file_name(&p.assessment, ending)} {mime} {make} /> }
        };
    html! {
        <>
        <fieldset class="question" aria-label={page_share::EXPORTS_CONTAIN}>
            { tick(page_share::WITH_EXAMPLES, options.examples, |o, on| o.examples = on) }
            { tick(page_share::WITH_NAMES, options.names, |o, on| o.names = on) }
            { tick(page_share::WITH_SENSITIVE, options.sensitive, |o, on| o.sensitive = on) }
        </fieldset>
        <ul class="records">
            { kind(page_share::MARKDOWN, page_share::MARKDOWN_ABOUT, "md", "text/markdown", |p, o| markdown(&p.ladder, &p.model, &p.assessment, o)) }
            { kind(page_share::HTML, page_share::HTML_ABOUT, "html", "text/html", |p, o| html_export(&p.ladder, &p.model, &p.assessment, o)) }
            { kind(page_share::CSV, page_share::CSV_ABOUT, "csv", "text/csv", |p, o| csv(&p.ladder, &p.assessment, o, false)) }
            { kind(page_share::SVG, page_share::SVG_ABOUT, "svg", "image/svg+xml", |p, o| svg(&p.ladder, &p.model, &p.assessment, o)) }
        </ul>
        </>
    }
}
