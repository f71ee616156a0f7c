//! Files, links and exports of the open assessment.

use yew::prelude::*;

use crate::documents::seal::QuestionSet;
use crate::export::{Options, Redaction, csv, html as html_export, markdown, redact, svg};
use crate::files::{Link, assessment_file, file_text, link_fragment, read_link};
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
            { heading("", text::SHARE) }
            <h2>{ "As a file" }</h2>
            <p>{ "A file holds everything of this assessment, names and examples included. The name of the file carries none of it." }</p>
            <p class="actions">{ save_button(view, a, "Save the file", "button", "file".to_owned()) }</p>
            <details>
                <summary>{ "Lock the file with a passphrase" }</summary>
                <p>{ "The file then opens with the passphrase alone, here or with the short programme in the documentation. Nobody can recover a passphrase that is lost." }</p>
                <Lock assessment={a.clone()} dispatch={view.dispatch.clone()} />
            </details>
            <h2>{ "Continue on another device" }</h2>
            <Carry assessment={a.clone()} dispatch={view.dispatch.clone()} />
            if view.state.withholds_level(a) {
                <h2>{ "Links and exports" }</h2>
                <p>{ text::WITHHELD_LEVEL }</p>
            } else {
                <h2>{ "As a link" }</h2>
                { match page_address(view) {
                    Ok(base) => html! { <MakeLink {base} ladder={view.ladder()} assessment={a.clone()} /> },
                    Err(why) => html! { <p>{ why }</p> },
                } }
                <h2>{ "For a wiki, a mail or a sheet" }</h2>
                <Exports ladder={view.ladder()} model={Shared(view.state.model().clone())} assessment={a.clone()} />
            }
            <p class="actions question-actions">
                { view.quiet_button(text::BACK, Action::WentBack) }
                { view.link(Page::History, text::HISTORY) }
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
        return html! { <p>{ "Save the file, carry it over as you carry other files, and choose Open file there. The examples go along. This browser offers no share sheet for files." }</p> };
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
        Some(Outcome::Given) => "Handed over.",
        Some(Outcome::Closed) => "Nothing was handed over: the share sheet was closed.",
        Some(Outcome::Refused) => "The share sheet did not take the file. Save the file above and carry it over.",
    };
    html! {
        <>
        <p>{ "Hands the file to your system's share sheet, examples included. Choose Open file on the other device." }</p>
        <p class="actions"><button type="button" class="button quiet" {onclick}>{ "Continue on another device" }</button><span role="status" class="small">{ said }</span></p>
        </>
    }
}

/// The base address of a link: the page itself. Without one there is no link, and a sentence says why.
fn page_address(view: &View) -> Result<String, &'static str> {
    let address = if view.alone { browser::address() } else { view.page.unwrap_or_default().to_owned() };
    if view.own_ladder {
        Err(
            "There is no link from here: this page rates on a ladder of its own, and the link would open without it. Save the file instead.",
        )
    } else if address.starts_with("https://") || address.starts_with("http://") {
        Ok(address)
    } else if address.starts_with("file:") {
        Err(
            "There is no link from here: this page is a file on your device, which nobody else can open, and its path can hold your name. Save the file instead.",
        )
    } else {
        Err("There is no link from here: this page has no address of its own that others could open. Save the file instead.")
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
        <p>{ "A link says which ladder, which questions and which target. It carries no name, no example and no evidence." }</p>
        <label class="choice"><input type="checkbox" checked={*with_ratings} {onchange} aria-describedby="link-ratings" /><span>{ "Put the answers into the link, too" }</span></label>
        <p class="small soft" id="link-ratings">{ "Then everybody who gets the link can see each chosen statement and the profile, without names or examples. Links stay in chat logs, in browser histories and with scanners that open them." }</p>
        <div class="field">
            <label for="link">{ keyed(if *with_ratings { "Link with the answers" } else { "Link without answers" }) }</label>
            <input id="link" class="input" type="text" readonly=true value={address} />
            if !opens { <p class="problem">{ "This link would be too long to open again. Save the file and send that instead." }</p> }
            <p class="actions"><button type="button" class="button quiet" onclick={copy} disabled={!opens}>{ "Copy the link" }</button>
                <span role="status" class="small">{ untranslated(match *copied { Some(true) => "Copied.", Some(false) => "The clipboard is closed here: select the link and copy it.", None => "" }) }</span></p>
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
    let tick = |words: &'static str, checked: bool, set: fn(&mut Options, bool)| {
        let options = options.clone();
        let onchange = Callback::from(move |e: Event| {
            let mut next = *options;
            set(&mut next, browser::is_ticked(&e));
            options.set(next);
        });
        html! { <label class="choice"><input type="checkbox" {checked} {onchange} /><span>{ words }</span></label> }
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
        <fieldset class="question" aria-label="What the exports contain">
            { tick("Examples and evidence", options.examples, |o, on| o.examples = on) }
            { tick("Names", options.names, |o, on| o.names = on) }
            { tick("Evidence marked as sensitive", options.sensitive, |o, on| o.sensitive = on) }
        </fieldset>
        <ul class="records">
            { kind("Markdown", "A page for a wiki, with tables.", "md", "text/markdown", |p, o| markdown(&p.ladder, &p.model, &p.assessment, o)) }
            { kind("HTML", "One file to keep or to print; it loads nothing.", "html", "text/html", |p, o| html_export(&p.ladder, &p.model, &p.assessment, o)) }
            { kind("CSV", "One row a question, for a spreadsheet.", "csv", "text/csv", |p, o| csv(&p.ladder, &p.assessment, o, false)) }
            { kind("SVG", "The picture of the profile.", "svg", "image/svg+xml", |p, o| svg(&p.ladder, &p.model, &p.assessment, o)) }
        </ul>
        </>
    }
}
