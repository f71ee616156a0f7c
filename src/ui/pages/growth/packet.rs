//! The draft of a promotion packet: what can be shown, by dimension, and what cannot yet.

use yew::prelude::*;

use super::{Props, sentences};
use crate::export::packet::{Claim, Packet, Piece, packet, packet_html, packet_markdown};
use crate::ui::components::copy_or_download::CopyOrDownload;
use crate::ui::view::{View, together, untranslated};
use crate::ui::{browser, text};

pub(super) fn page(_: &View, p: Props) -> Html {
    html! { <><p class="standfirst">{ "Made from answers that an example or a piece of evidence stands behind. What nothing shows is not claimed; it is listed among the gaps." }</p><Draft ..p /></> }
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
        <label class="choice"><input type="checkbox" checked={*sensitive} {onchange} /><span>{ "With pieces that are marked as sensitive" }</span></label>
        <ul class="records">
            { copy_or_download("Markdown", "For a wiki or a shared document.", "md", "text/markdown", packet_markdown) }
            { copy_or_download("HTML", "One file to keep, to send or to print; it loads nothing.", "html", "text/html", packet_html) }
        </ul>
        <p class="actions"><button type="button" class="link" onclick={Callback::from(|_: MouseEvent| browser::print())}>{ "Print this draft" }</button></p>
        <article class="ruled-part draft" aria-labelledby="draft">
            <h2 id="draft">{ &made.title }</h2>
            <dl class="about">{ for made.about.iter().map(|(label, words)| html! { <div key={*label}><dt>{ *label }</dt><dd>{ words }</dd></div> }) }</dl>
            { for made.result.iter().map(|s| html! { <p class="measure">{ untranslated(together(s)) }</p> }) }
            { for made.sections.iter().map(|s| html! {
                <section class="pair measure" key={s.title.clone()}>
                    <h3>{ &s.title }</h3>
                    <p class="small soft">{ &s.introduction }</p>
                    if s.claims.is_empty() { <p>{ "Nothing is shown here yet." }</p> }
                    { for s.claims.iter().map(|c| claim(&made, c)) }
                </section>
            }) }
            if !made.pieces.is_empty() {
                <section class="pair measure"><h3>{ "Evidence" }</h3>{ for made.pieces.iter().enumerate().map(|(i, piece)| one(i, piece)) }</section>
            }
            <section class="pair measure"><h3>{ "What this draft does not show" }</h3>{ sentences(&made.gaps) }</section>
        </article>
        </>
    }
}

fn claim(made: &Packet, c: &Claim) -> Html {
    html! {
        <div class="claim" key={c.question.clone()}>
            <p class="quote">{ &c.statement }</p>
            if !c.example.is_empty() { <p>{ "Example: " }{ &c.example }</p> }
            if !c.pieces.is_empty() { <p class="small">{ untranslated(c.pieces.iter().map(|i| format!("Evidence {}: {}", i + 1, made.pieces[*i].title)).collect::<Vec<_>>().join("; ")) }</p> }
        </div>
    }
}

fn one(i: usize, piece: &Piece) -> Html {
    html! {
        <div class="claim" key={format!("{i} {}", piece.title)}>
            <p><b>{ format!("{}: {}", i + 1, piece.title) }</b></p>
            <dl class="about">{ for piece.rows.iter().map(|(label, words)| html! { <div key={label.clone()}><dt>{ label }</dt><dd>{ words }</dd></div> }) }</dl>
            if let Some(link) = &piece.link { <p><a href={link.as_str().to_owned()} target="_blank" rel="noopener noreferrer">{ link.as_str().to_owned() }</a></p> }
        </div>
    }
}
