//! The growth plan and the decision journal of an assessment file.

use serde_json::{Map, Value};

use super::blocks::{Block, Problems, read_list, write_list};
use super::envelope::put;
use super::evidence::date;
use super::reader::Reader;
use crate::messages::files;
use crate::model::growth::{Bet, Decision, Review};

impl Block for Vec<Bet> {
    const NAME: &'static str = "plan";

    fn read(value: &Value, problems: &Problems) -> Self {
        read_list(Self::NAME, value, problems, bet)
    }

    fn write(&self, old: Option<Value>) -> Option<Value> {
        write_list(self.iter().map(bet_json).collect(), old)
    }
}

impl Block for Vec<Decision> {
    const NAME: &'static str = "journal";

    fn read(value: &Value, problems: &Problems) -> Self {
        read_list(Self::NAME, value, problems, decision)
    }

    fn write(&self, old: Option<Value>) -> Option<Value> {
        write_list(self.iter().map(decision_json).collect(), old)
    }
}

fn bet(r: &Reader) -> Bet {
    let review = |x: &Reader| Review { on: date(x, "on"), seen: x.text("seen"), extra: x.extra() };
    let all = r.objects("reviews");
    if all.iter().any(|x| !x.is_object()) {
        r.problem("reviews", files::ENTRY_NOT_OBJECT);
    }
    Bet {
        id: r.text("id"),
        opportunity: r.text("opportunity"),
        sponsor: r.text("sponsor"),
        mechanism: r.text("mechanism"),
        question: r.text("question"),
        leading_sign: r.text("leading_sign"),
        begun: date(r, "begun"),
        reviews: all.iter().filter(|x| x.is_object()).map(review).collect(),
        outcome: r.text("outcome"),
        reversed: r.text("reversed"),
        extra: r.extra(),
    }
}

fn bet_json(b: &Bet) -> Value {
    let review = |x: &Review| object(&x.extra, &[("on", &x.on), ("seen", &x.seen)]);
    let mut out = object(
        &b.extra,
        &[
            ("id", &b.id),
            ("opportunity", &b.opportunity),
            ("sponsor", &b.sponsor),
            ("mechanism", &b.mechanism),
            ("question", &b.question),
            ("leading_sign", &b.leading_sign),
            ("begun", &b.begun),
            ("outcome", &b.outcome),
            ("reversed", &b.reversed),
        ],
    );
    let old = out.as_object_mut().and_then(|out| out.remove("reviews"));
    if let Some(reviews) = write_list(b.reviews.iter().map(review).collect(), old) {
        out["reviews"] = reviews;
    }
    out
}

fn decision(r: &Reader) -> Decision {
    let (id, decision, made) = (r.text("id"), r.text("decision"), date(r, "made"));
    let mut out = Decision::new(r.text("prediction"));
    (out.id, out.decision, out.made) = (id, decision, made);
    out.would_change = r.text("would_change");
    out.check_on = date(r, "check_on");
    out.outcome = r.text("outcome");
    out.reversed = r.text("reversed");
    out.extra = r.extra();
    out
}

fn decision_json(d: &Decision) -> Value {
    object(
        &d.extra,
        &[
            ("id", &d.id),
            ("decision", &d.decision),
            ("made", &d.made),
            ("prediction", d.prediction()),
            ("would_change", &d.would_change),
            ("check_on", &d.check_on),
            ("outcome", &d.outcome),
            ("reversed", &d.reversed),
        ],
    )
}

fn object(extra: &Map<String, Value>, texts: &[(&str, &str)]) -> Value {
    let mut out = extra.clone();
    for (name, text) in texts {
        put(&mut out, name, text);
    }
    Value::Object(out)
}
