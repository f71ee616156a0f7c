//! The ladder to read: searchable, printable, as Markdown.

use yew::prelude::*;

use crate::base::characters::clean;
use crate::messages::{common, page_ladder};
use crate::model::ladder::{Ladder, Question};
use crate::model::markdown::ladder_markdown;
use crate::state::Action;
use crate::ui::browser;
use crate::ui::components::misconceptions::misconceptions;
use crate::ui::components::save_file::SaveFile;
use crate::ui::view::{Shared, View, heading, untranslated};

pub(in crate::ui) fn page(view: &View) -> Html {
    let ladder = view.state.ladder();
    html! {
        <div class="ladder">
            { heading("", common::READ) }
            <p class="standfirst">{ clean(&ladder.title) }</p>
            <Browse ladder={view.ladder()} />
            <p class="actions question-actions">{ view.quiet_button(common::BACK, Action::WentBack) }</p>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct Props {
    ladder: Shared<Ladder>,
}

#[component(Browse)]
fn browse(p: &Props) -> Html {
    let sought = use_state(String::new);
    let copied = use_state(|| None::<bool>);
    let oninput = {
        let sought = sought.clone();
        Callback::from(move |e: InputEvent| sought.set(browser::field_text(&e)))
    };
    let copy = {
        let (ladder, copied) = (p.ladder.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            browser::copy_text(&ladder_markdown(&ladder), move |done| copied.set(Some(done)));
        })
    };
    let make = {
        let ladder = p.ladder.clone();
        Callback::from(move |()| ladder_markdown(&ladder))
    };
    let print = Callback::from(|_: MouseEvent| browser::print());
    let needle = sought.trim().to_lowercase();
    let found: Vec<bool> = p.ladder.questions.iter().map(|q| needle.is_empty() || mentions(q, &needle)).collect();
    let count = found.iter().filter(|f| **f).count();
    html! {
        <>
        <div class="field search">
            <label for="search">{ page_ladder::SEARCH }</label>
            <input id="search" class="input" type="search" autocomplete="off" value={(*sought).clone()} {oninput} />
            <p class="small soft" role="status">{ untranslated(if needle.is_empty() { String::new() } else { page_ladder::found(count, p.ladder.questions.len()).into() }) }</p>
        </div>
        <p class="actions">
            <button type="button" class="button quiet" onclick={print}>{ page_ladder::PRINT }</button>
            <button type="button" class="button quiet" onclick={copy}>{ page_ladder::COPY }</button>
            <SaveFile label={page_ladder::SAVE} name={format!("{}.md", p.ladder.id)} mime="text/markdown" {make} />
            <span class="small" role="status">{ untranslated(if *copied == Some(true) { page_ladder::COPIED } else { "" }) }</span>
        </p>
        if *copied == Some(false) {
            <div class="field">
                <label for="ladder-by-hand">{ page_ladder::BY_HAND }</label>
                <textarea id="ladder-by-hand" class="input" rows="6" readonly=true value={ladder_markdown(&p.ladder)} />
            </div>
        }
        if needle.is_empty() { { levels(&p.ladder) }{ misconceptions(&p.ladder) } }
        { for p.ladder.dimensions.iter().filter(|d| d.questions.clone().any(|q| found[q])).map(|d| html! {
            <section class="ruled-part" key={d.id.clone()}>
                <h2>{ &d.title }</h2>
                <p class="measure">{ &d.introduction }</p>
                { for d.questions.clone().filter(|q| found[*q]).map(|q| question(&p.ladder, &p.ladder.questions[q])) }
            </section>
        }) }
        </>
    }
}

fn mentions(q: &Question, needle: &str) -> bool {
    let texts = [&q.prompt, &q.help, &q.overdone, &q.evidence_prompt, &q.title];
    let examples = q.examples.iter().flat_map(|e| [&e.text, &e.system]);
    texts.into_iter().chain(&q.statements).chain(examples).any(|t| t.to_lowercase().contains(needle))
}

fn levels(ladder: &Ladder) -> Html {
    html! {
        <section class="ruled-part">
            <h2>{ page_ladder::LEVELS }</h2>
            <dl class="terms measure">
                { for ladder.levels.iter().map(|l| html! { <div key={l.id.clone()}><dt>{ &l.title }</dt><dd>{ &l.summary }</dd></div> }) }
            </dl>
            { for ladder.transitions.iter().map(|t| {
                let title = |id: &str| ladder.level_index(id).map(|l| ladder.levels[l].title.clone()).unwrap_or_default();
                html! { <><h3>{ page_ladder::from_to(title(&t.from), title(&t.to)) }</h3><p class="measure">{ &t.text }</p></> }
            }) }
            <h3>{ page_ladder::TERMS }</h3>
            <dl class="terms measure">{ for ladder.terms.iter().map(|t| html! { <div key={t.id.clone()}><dt>{ &t.title }</dt><dd>{ &t.text }</dd></div> }) }</dl>
            <p class="measure">{ &ladder.instruction }{ " " }{ &ladder.period_note }</p>
        </section>
    }
}

fn question(ladder: &Ladder, q: &Question) -> Html {
    let example = |k: usize| q.examples.iter().find(|e| e.statement == k);
    html! {
        <article class="entry" key={q.id.clone()} aria-label={q.prompt.clone()}>
            <h3>{ &q.prompt }</h3>
            <p class="small soft measure">{ &q.help }if q.core { { " " }{ page_ladder::CORE } }</p>
            <dl class="rungs">{ for q.statements.iter().enumerate().map(|(k, s)| html! {
                <div key={k}>
                    <dt>{ if k == 0 { page_ladder::NOT_PART_OF_WORK } else { &ladder.levels[ladder.level_of_statement(k)].title } }</dt>
                    <dd><span class="said">{ s }</span>
                        if let Some(e) = example(k) { <span class="small soft block">{ page_ladder::example(&e.system, &e.text) }</span> }
                    </dd>
                </div>
            }) }
            if !q.overdone.is_empty() { <div><dt>{ page_ladder::OVERDONE }</dt><dd><span class="small soft block">{ &q.overdone }</span></dd></div> }
            </dl>
        </article>
    }
}
