//! Invitations: through a chat and back, and the message about a damaged one.

use std::sync::LazyLock;

use ladder_calibration::base::crypt::Randomness;
use ladder_calibration::documents::seal::{Invitation, QuestionSet, RaterRoles};
use ladder_calibration::files::{InvitationError, MAX_BYTES, default_ladder, invitation_text, read_invitation};
use ladder_calibration::model::assessment::{Period, Role};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{forged, fresh};

static INVITATION: LazyLock<Invitation> = LazyLock::new(|| {
    let period = Period { from: "2025-12".into(), to: "2026-11".into(), ..Period::default() };
    let (bytes, now) = (fresh(0), "2026-11-23T10:00:00Z".into());
    let roles = RaterRoles::new(Role::SelfRater, Role::Manager).unwrap();
    Invitation::new(&default_ladder(), period, QuestionSet::Core, roles, now, &mut Randomness::new(&bytes).unwrap()).unwrap()
});

/// The invitation that the tests of seals use: self and manager, the core of the default ladder.
pub(crate) fn invitation() -> Invitation {
    INVITATION.clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_invitation_comes_through_wraps_quotes_and_capitals(width in 5..90_usize, quote in "(> |>> |  |\\| )?", upper in any::<bool>(), around in "[a-z ]{0,40}") {
        let text = invitation_text(&invitation());
        let text = if upper { text.to_uppercase() } else { text };
        let chars: Vec<char> = format!("{around}, 10:31: {text} {around}").chars().collect();
        let lines: Vec<String> = chars.chunks(width).map(|line| format!("{quote}{}", line.iter().collect::<String>())).collect();
        prop_assert_eq!(read_invitation(&lines.join("\r\n")), Ok(invitation()));
    }
}

#[test]
fn an_invitation_says_for_people_what_it_is() {
    let text = invitation_text(&invitation());
    let (sentence, carried) = text.split_once('\n').unwrap();
    let (id, revision) = (&default_ladder().id, &default_ladder().revision);
    assert_eq!(
        sentence,
        format!(
            "Invitation to a calibration: ladder {id}, revision {revision}; the core questions; work from 2025-12 to 2026-11; \
             roles self and manager. To join, open the Ladder calibration page, choose Start calibration, and paste this message there."
        )
    );
    assert!(carried.starts_with("[ladder-calibration/invitation ") && carried.ends_with("]\n") && text.len() < 1000, "{text}");
    let bytes = fresh(1);
    let again = Invitation::new(
        &default_ladder(),
        Period::default(),
        QuestionSet::All,
        RaterRoles::new(Role::Peer, Role::Committee).unwrap(),
        String::new(),
        &mut Randomness::new(&bytes).unwrap(),
    );
    let again = again.unwrap();
    assert_ne!(again.session, invitation().session);
    assert_eq!(read_invitation(&invitation_text(&again)), Ok(again));
}

#[test]
fn a_damaged_invitation_is_reported() {
    let text = invitation_text(&invitation());
    let fault = |text: &str| read_invitation(text).unwrap_err();
    let sentence = |text: &str| fault(text).to_string();
    let not_found =
        "There is no invitation in this text. Copy the whole message, from \"[ladder-calibration/invitation\" to \"]\".";
    assert_eq!(sentence(""), not_found);
    assert_eq!(sentence("See you on Monday"), not_found);
    let bare = text.trim_end().trim_end_matches(']');
    assert_eq!(sentence(bare), "The end of the invitation is missing. Copy the whole message, up to \"]\".");
    let damaged = "The invitation was damaged on the way. Copy the message again, or ask for a new one.";
    assert_eq!(sentence(&format!("{}]", &bare[..bare.len() - 9])), damaged);
    let start = text.find("invitation ").unwrap() + 11;
    for at in start..bare.len() {
        for other in ["", "a7", "?"] {
            let text = format!("{}{other}{}", &text[..at], &text[at + 1..]);
            assert_eq!(fault(&text), InvitationError::Damaged, "{at} {other}");
        }
    }
    let both = format!("{}\n> {text}", &text[..text.len() - 40]);
    assert_eq!(read_invitation(&both), Ok(invitation()), "a whole one after one that is cut off");
}

/// The file inside an invitation, changed by someone who can repair its checksum.
fn changed_invitation(change: impl FnOnce(&mut Value)) -> String {
    let i = invitation();
    let file = json!({
        "format": "ladder-calibration/invitation", "version": 1, "session": i.session.as_str(), "questions": "core",
        "ladder": { "id": i.ladder.id, "revision": i.ladder.revision, "digest": i.ladder.digest }, "roles": ["self", "manager"],
        "period": { "from": i.period.from, "to": i.period.to }, "created": i.created
    });
    forged(&file.to_string(), change)
}

#[track_caller]
fn no_invitation(change: impl FnOnce(&mut Value), problem: &str) {
    let fault = read_invitation(&changed_invitation(change)).unwrap_err();
    assert_eq!(fault.to_string(), format!("The invitation cannot be read: {problem}."));
}

#[test]
fn an_invitation_has_to_be_whole() {
    assert_eq!(read_invitation(&changed_invitation(|_| {})), Ok(invitation()), "the file itself is read, too");
    no_invitation(|f| f["session"] = json!("a b c d e f"), "session: has to be 8 to 64 letters, digits and hyphens");
    no_invitation(|f| f["ladder"] = json!(null), "ladder: is missing");
    no_invitation(|f| f["ladder"]["digest"] = json!(null), "ladder.digest: is missing");
    no_invitation(|f| f["questions"] = json!("some"), "questions: has to be \"core\" or \"all\"");
    no_invitation(|f| f["roles"] = json!(["self"]), "roles: has to have two different roles");
    no_invitation(|f| f["roles"] = json!(["peer", "peer"]), "roles: has to have two different roles");
    let agreed = "roles: \"agreed\" is not the role of a rater; it is one of self, manager, peer, committee";
    no_invitation(|f| f["roles"] = json!(["self", "agreed"]), agreed);
    let newer = "version: the file has version 2; this page reads version 1 and leaves newer files unchanged";
    no_invitation(|f| f["version"] = json!(2), newer);
    let kept = read_invitation(&changed_invitation(|f| f["x-room"] = json!("4.02"))).unwrap();
    assert_eq!(read_invitation(&invitation_text(&kept)), Ok(kept.clone()), "unknown fields are kept");
    assert_eq!(kept.extra["x-room"], "4.02");
}

#[test]
fn the_longest_text_is_searched_and_a_longer_one_is_not() {
    let text = invitation_text(&invitation());
    let padded = |length: usize| format!("{}{text}", " ".repeat(length - text.len()));
    assert_eq!(read_invitation(&padded(MAX_BYTES)), Ok(invitation()));
    assert_eq!(read_invitation(&padded(MAX_BYTES + 1)), Err(InvitationError::NotFound));
}

/// Base32 leaves over fewer bits than a letter has.
#[test]
fn no_letter_is_written_for_nothing() {
    let bytes = fresh(2);
    for length in 0..8 {
        let period = Period { from: "2".repeat(length), ..Period::default() };
        let mut randomness = Randomness::new(&bytes).unwrap();
        let roles = RaterRoles::new(Role::SelfRater, Role::Manager).unwrap();
        let made = Invitation::new(&default_ladder(), period, QuestionSet::Core, roles, String::new(), &mut randomness).unwrap();
        let text = invitation_text(&made);
        let letters = text.rsplit_once("[ladder-calibration/invitation ").unwrap().1.trim_end_matches("]\n").len();
        assert!(letters * 5 % 8 < 5, "{letters} letters");
        assert_eq!(read_invitation(&text), Ok(made));
    }
}

#[test]
fn the_roles_of_a_session_are_two_raters() {
    for first in Role::ALL {
        for second in Role::ALL {
            let roles = RaterRoles::new(first, second).map(RaterRoles::both);
            let raters = first != second && ![first, second].contains(&Role::Agreed);
            assert_eq!(roles, raters.then_some([first, second]));
            let read = read_invitation(&changed_invitation(|f| f["roles"] = json!([first.id(), second.id()])));
            assert_eq!(read.ok().map(|i| i.roles.both()), roles, "the reader takes what the constructor takes");
        }
    }
}
