//! The form of one piece of evidence: first the fields of its template, then the common ones.

use yew::prelude::*;

use crate::base::dates::is_after;
use crate::growth::evidence::{Channel, Evidence, Link};
use crate::messages::{fields, page_evidence};
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;
use crate::model::ladder_extras::{FieldOf, Template, TemplateField};
use crate::model::prompts::{audience, prompt_text};
use crate::state::{GrowthChange, PieceField};
use crate::ui::components::fields::{Field, counted, dated, picked, ticked, typed};
use crate::ui::view::{Dispatch, untranslated};

/// The fields of a piece without a template.
const PLAIN: [(FieldOf, &str); 4] = [
    (FieldOf::Title, page_evidence::PLAIN_TITLE),
    (FieldOf::Reach, page_evidence::PLAIN_REACH),
    (FieldOf::Part, page_evidence::PLAIN_PART),
    (FieldOf::Outcome, page_evidence::PLAIN_OUTCOME),
];

pub(super) fn form(ladder: &Ladder, a: &Assessment, e: &Evidence, dispatch: &Dispatch) -> Html {
    let f = Form { ladder, a, e, dispatch };
    html! { <>{ f.asked() }{ f.when() }{ f.how() }{ f.far() }{ f.sources() }{ f.behind() }</> }
}

struct Form<'a> {
    ladder: &'a Ladder,
    a: &'a Assessment,
    e: &'a Evidence,
    dispatch: &'a Dispatch,
}

impl Form<'_> {
    fn field(&self, name: &str, label: impl Into<String>) -> Field {
        Field::new(format!("{}-{name}", self.e.id), label)
    }

    /// Dispatches a new value of a field.
    fn to<T>(&self, make: impl Fn(T) -> PieceField + 'static) -> impl Fn(T) -> GrowthChange + 'static {
        let id = self.e.id.clone();
        move |value| GrowthChange::Piece(id.clone(), make(value))
    }

    /// The fields of the template, in its order.
    fn asked(&self) -> Html {
        let template: Option<&Template> = self.ladder.extras.evidence.templates.iter().find(|t| t.id == self.e.template);
        let fields: Vec<TemplateField> = template.map_or_else(
            || PLAIN.map(|(field, prompt)| TemplateField { field, prompt: prompt.into() }).to_vec(),
            |t| t.fields.clone(),
        );
        html! { <>
            if let Some(t) = template { <p class="small soft">{ &t.text }</p> }
            { for fields.into_iter().enumerate().map(|(i, asked)| {
                let field = self.field(&format!("asked-{i}"), asked.prompt);
                let one_line = asked.field == FieldOf::Title;
                let value = self.e.text(&asked.field);
                let oninput = typed(self.dispatch, self.to(move |text| PieceField::Text(asked.field.clone(), text)));
                if one_line { field.line(value, oninput) } else { field.area(value, oninput) }
            }) }
            { self.field("pending", page_evidence::PENDING).help(page_evidence::PENDING_HELP).tick(self.e.pending, ticked(self.dispatch, self.to(PieceField::Pending))) }
        </> }
    }

    fn when(&self) -> Html {
        let e = self.e;
        html! { <>
            <div class="pair-of-fields">
                { self.field("from", page_evidence::FIRST_MONTH).month(&e.from, dated(self.dispatch, self.to(PieceField::From))) }
                { self.field("to", page_evidence::LAST_MONTH).month(&e.to, dated(self.dispatch, self.to(PieceField::To))) }
                { self.field("binds", page_evidence::BINDS_UNTIL).month(&e.binds_until, dated(self.dispatch, self.to(PieceField::BindsUntil))) }
            </div>
            if is_after(&e.from, &e.to) { <p class="problem">{ page_evidence::MONTHS_REVERSED }</p> }
        </> }
    }

    fn how(&self) -> Html {
        let mechanisms = &self.ladder.extras.mechanisms;
        if mechanisms.is_empty() {
            return Html::default();
        }
        let options: Vec<(String, String)> = std::iter::once((String::new(), fields::NOT_SAID.to_owned()))
            .chain(mechanisms.iter().map(|m| (m.id.clone(), m.title.clone())))
            .collect();
        let mode = match self.e.channel {
            None => "",
            Some(Channel::Direct) => "direct",
            Some(Channel::Amplified) => "others",
        };
        let modes =
            [("", fields::NOT_SAID), ("direct", page_evidence::CHANNEL_DIRECT), ("others", page_evidence::CHANNEL_OTHERS)];
        let modes = modes.map(|(value, label)| (value.to_owned(), label.to_owned()));
        let chosen = mechanisms.iter().find(|m| m.id == self.e.mechanism);
        html! { <>
            { self.field("mechanism", page_evidence::MECHANISM).help(page_evidence::MECHANISM_HELP).select(&options, &self.e.mechanism, picked(self.dispatch, self.to(PieceField::Mechanism))) }
            if let Some(m) = chosen {
                <details class="small" key={m.id.clone()}><summary>{ page_evidence::is_it(lower_first(&m.title)) }</summary><p>{ &m.text }</p><ul class="dashes">{ for m.tests.iter().map(|t| html! { <li>{ t }</li> }) }</ul></details>
            }
            { self.field("mode", page_evidence::CHANNEL).select(&modes, mode, picked(self.dispatch, self.to(|text: String| PieceField::Channel(match text.as_str() {
                "direct" => Some(Channel::Direct),
                "others" => Some(Channel::Amplified),
                _ => None,
            })))) }
        </> }
    }

    /// The reach: people, teams, altitude.
    fn far(&self) -> Html {
        let altitudes = &self.ladder.extras.evidence.altitudes;
        let options: Vec<(String, String)> = std::iter::once((String::new(), fields::NOT_SAID.to_owned()))
            .chain(
                altitudes.iter().map(|x| (x.id.clone(), page_evidence::altitude_choice(&x.title, lower_first(&x.text)).into())),
            )
            .collect();
        html! { <>
            <div class="pair-of-fields">
                { self.field("people", page_evidence::PEOPLE).count(self.e.people, 1, counted(self.dispatch, self.to(PieceField::People))) }
                { self.field("teams", page_evidence::TEAMS).count(self.e.teams, 1, counted(self.dispatch, self.to(PieceField::Teams))) }
            </div>
            if !altitudes.is_empty() { { self.field("altitude", page_evidence::ALTITUDE).select(&options, &self.e.altitude, picked(self.dispatch, self.to(PieceField::Altitude))) } }
        </> }
    }

    fn sources(&self) -> Html {
        let unread = self.e.unread_link();
        let link = self.e.link.as_ref().map(Link::as_str).or(unread).unwrap_or_default();
        html! { <>
            { self.field("corroborator", page_evidence::CORROBORATOR).help(page_evidence::CORROBORATOR_HELP).line(&self.e.corroborator, typed(self.dispatch, self.to(PieceField::Corroborator))) }
            { self.field("link", page_evidence::LINK).help(page_evidence::LINK_HELP).line(link, typed(self.dispatch, self.to(PieceField::Link))) }
            if unread.is_some() { <p class="problem small">{ page_evidence::LINK_UNREAD }</p> }
            { self.field("sensitive", page_evidence::SENSITIVE).help(page_evidence::SENSITIVE_HELP).tick(self.e.sensitive, ticked(self.dispatch, self.to(PieceField::Sensitive))) }
        </> }
    }

    fn behind(&self) -> Html {
        let cites = |q: usize| self.a.answers.get(&self.ladder.questions[q].id).is_some_and(|x| x.evidence.contains(&self.e.id));
        let count = (0..self.ladder.questions.len()).filter(|q| cites(*q)).count();
        html! {
            <details>
                <summary>{ untranslated(page_evidence::answers_behind(count)) }</summary>
                { for self.ladder.dimensions.iter().map(|d| html! {
                    <fieldset class="question" key={d.id.clone()}>
                        <legend class="small soft">{ &d.title }</legend>
                        { for d.questions.clone().map(|q| {
                            let piece = self.e.id.clone();
                            self.field(&format!("q{q}"), prompt_text(self.ladder, q, audience(self.a)))
                                .tick(cites(q), ticked(self.dispatch, move |cited| GrowthChange::Cited { question: q, piece: piece.clone(), cited }))
                        }) }
                    </fieldset>
                }) }
            </details>
        }
    }
}

/// Titles are used inside a sentence here.
pub(super) fn lower_first(title: &str) -> String {
    let mut rest = title.chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}
