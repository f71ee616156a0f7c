//! The draft of a promotion packet: what can be shown, by dimension, and what cannot yet.

use yew::prelude::*;

use super::{Props, sentences};
use crate::export::packet::{Claim, Packet, Piece, packet, packet_html, packet_markdown};
use crate::messages::page_packet;
use crate::ui::components::copy_or_download::CopyOrDownload;
use crate::ui::view::{View, together, untranslated};
use crate::ui::{browser, text};

pub(super) fn page(_: &View, p: Props) -> Html {
    html! { <><p class="standfirst">{ page_packet::STANDFIRST }</p><Draft ..p /></> }
}

/// Whether sensitive pieces are included.
#[component(Draft)]
fn draft(p: &Props) -> Html {
    let sensitive = use_state(|| false);
    let made = packet(&p.ladder, &p.model, &p.assessment, *sensitive);
    let onchange = {
        let sensitive = sensitive.clone();
        Callback::from(move |e: Event| sensitive.set(browser::is_ticked(&e)))
    };
    let copy_or_download =
        |title: &'static str, note: &'static str, ending: &str, mime: &'static str, write: fn(&Packet) -> String| {
            let made = made.clone();
            let name = text::file_name(&p.assessment, ending).replace("ladder-", "packet-");
            html! { <CopyOrDownload {title} {note} {name} {mime} make={Callback::from(move |()| write(&made))} /> }
        };
    html! {
        <>
        <label class="choice"><input type="checkbox" checked={*sensitive} {onchange} /><span>{ page_packet::SENSITIVE }</span></label>
        <ul class="records">
            { copy_or_download(page_packet::MARKDOWN, page_packet::MARKDOWN_NOTE, "md", "text/markdown", packet_markdown) }
            { copy_or_download(page_packet::HTML, page_packet::HTML_NOTE, "html", "text/html", packet_html) }
        </ul>
        <p class="actions"><button type="button" class="link" onclick={Callback::from(|_: MouseEvent| browser::print())}>{ page_packet::PRINT }</button></p>
        <article class="ruled-part draft" aria-labelledby="draft">
            <h2 id="draft">{ &made.title }</h2>
            <dl class="about">{ for made.about.iter().map(|(label, value)| html! { <div key={*label}><dt>{ *label }</dt><dd>{ value }</dd></div> }) }</dl>
            { for made.result.iter().map(|s| html! { <p class="measure">{ untranslated(together(s)) }</p> }) }
            { for made.sections.iter().map(|s| html! {
                <section class="pair measure" key={s.title.clone()}>
                    <h3>{ &s.title }</h3>
                    <p class="small soft">{ &s.introduction }</p>
                    if s.claims.is_empty() { <p>{ page_packet::NOTHING_SHOWN }</p> }
                    { for s.claims.iter().map(|c| claim(&made, c)) }
                </section>
            }) }
            if !made.pieces.is_empty() {
                <section class="pair measure"><h3>{ page_packet::EVIDENCE }</h3>{ for made.pieces.iter().enumerate().map(|(i, piece)| one(i, piece)) }</section>
            }
            <section class="pair measure"><h3>{ page_packet::GAPS }</h3>{ sentences(&made.gaps) }</section>
        </article>
        </>
    }
}

fn claim(made: &Packet, c: &Claim) -> Html {
    html! {
        <div class="claim" key={c.question.clone()}>
            <p class="quote">{ &c.statement }</p>
            if !c.example.is_empty() { <p>{ page_packet::example(&c.example) }</p> }
            if !c.pieces.is_empty() { <p class="small">{ untranslated(c.pieces.iter().map(|i| page_packet::evidence_numbered(i + 1, &made.pieces[*i].title).to_string()).collect::<Vec<_>>().join("; ")) }</p> }
        </div>
    }
}

fn one(i: usize, piece: &Piece) -> Html {
    html! {
        <div class="claim" key={format!("{i} {}", piece.title)}>
            <p><b>{ page_packet::piece_numbered(i + 1, &piece.title) }</b></p>
            <dl class="about">{ for piece.rows.iter().map(|(label, value)| html! { <div key={label.clone()}><dt>{ label }</dt><dd>{ value }</dd></div> }) }</dl>
            if let Some(link) = &piece.link { <p><a href={link.as_str().to_owned()} target="_blank" rel="noopener noreferrer">{ link.as_str().to_owned() }</a></p> }
        </div>
    }
}
