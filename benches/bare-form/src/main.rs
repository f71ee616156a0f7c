//! The minimum of such a form: every question on one page, one state, one paragraph, one storage call. The page's time from
//! answer to repaint is compared with it.

use serde_json::Value;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const LADDER: &str = include_str!("../../../ladders/staff-plus.en.json");
const GROUPS: usize = 24;
const OFF_SCALE: [&str; 2] = ["No opportunity in this period", "I cannot judge this"];

struct Question {
    prompt: AttrValue,
    options: Vec<AttrValue>,
}

fn texts() -> Vec<Question> {
    let ladder: Value = serde_json::from_str(LADDER).expect("the ladder is JSON");
    let dimensions = ladder["dimensions"].as_array().into_iter().flatten();
    let questions = dimensions.flat_map(|dimension| dimension["questions"].as_array().into_iter().flatten());
    let text = |value: &Value| AttrValue::from(value.as_str().unwrap_or_default().to_owned());
    let question = |question: &Value| Question {
        prompt: text(&question["prompt"]),
        options: question["statements"]
            .as_array()
            .into_iter()
            .flatten()
            .map(text)
            .chain(OFF_SCALE.map(AttrValue::from))
            .collect(),
    };
    questions.take(GROUPS).map(question).collect()
}

fn summary(answers: &[Option<usize>]) -> String {
    let given: Vec<usize> = answers.iter().copied().flatten().collect();
    let on_scale: Vec<usize> = given.iter().copied().filter(|option| *option < 5).collect();
    let mean = on_scale.iter().sum::<usize>() as f64 / on_scale.len().max(1) as f64;
    format!("{} of {} answered, mean {mean:.2}", given.len(), answers.len())
}

fn save(answers: &[Option<usize>]) {
    if let Some(Ok(Some(storage))) = web_sys::window().map(|window| window.local_storage()) {
        let _ = storage.set_item("bare-form", &Value::from_iter(answers.iter().copied()).to_string());
    }
}

#[component]
fn Form() -> Html {
    let questions = use_memo((), |()| texts());
    let answers = use_state(|| vec![None; questions.len()]);
    let onchange = {
        let answers = answers.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let place = input.value();
            let Some((question, option)) = place.split_once(' ') else { return };
            let (Ok(question), Ok(option)) = (question.parse::<usize>(), option.parse()) else { return };
            let mut next = (*answers).clone();
            next[question] = Some(option);
            save(&next);
            answers.set(next);
        })
    };
    let group = |(at, question): (usize, &Question)| {
        let radio = |(option, text): (usize, &AttrValue)| {
            let (name, value) = (format!("q{at}"), format!("{at} {option}"));
            let checked = answers[at] == Some(option);
            html! { <label key={option}><input type="radio" {name} {value} {checked} onchange={onchange.clone()} />{ text }</label> }
        };
        html! {
            <fieldset key={at}>
                <legend>{ &question.prompt }</legend>
                { for question.options.iter().enumerate().map(radio) }
            </fieldset>
        }
    };
    html! {
        <main>
            { for questions.iter().enumerate().map(group) }
            <p id="summary">{ summary(&answers) }</p>
        </main>
    }
}

fn main() {
    yew::Renderer::<Form>::new().render();
}
