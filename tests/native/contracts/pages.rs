//! Names of pages, which are in the store, in the browser's history and in addresses, and names of modes.

use ladder_calibration::files::default_ladder;
use ladder_calibration::state::{DocumentKind, GrowthPage, Mode, Page, Route};

/// A list of kinds with their names, and a match that has no arm for a kind that is missing in it.
macro_rules! names {
    ($name:ident, $type:ty, { $($kind:pat => ($value:expr, $word:literal)),+ $(,)? }) => {
        fn $name() -> Vec<($type, &'static str)> {
            let word = |kind: $type| match kind { $($kind => $word),+ };
            let all: Vec<($type, &'static str)> = vec![$(($value, $word)),+];
            assert!(all.iter().all(|(kind, own)| word(*kind) == *own));
            all
        }
    };
}

names!(pages, Page, {
    Page::Start => (Page::Start, "start"),
    Page::Question(_, Route::InOrder) => (Page::Question(0, Route::InOrder), "question/outcome-boundary"),
    Page::Question(_, Route::Changing) => (Page::Question(0, Route::Changing), "change/outcome-boundary"),
    Page::Question(_, Route::Best) => (Page::Question(0, Route::Best), "best/outcome-boundary"),
    Page::First => (Page::First, "first"),
    Page::Check => (Page::Check, "check"),
    Page::Profile => (Page::Profile, "profile"),
    Page::Ladder => (Page::Ladder, "ladder"),
    Page::All => (Page::All, "all"),
    Page::Details => (Page::Details, "details"),
    Page::How => (Page::How, "how"),
    Page::Open => (Page::Open, "open"),
    Page::Share => (Page::Share, "share"),
    Page::History => (Page::History, "history"),
    Page::Data => (Page::Data, "data"),
    Page::Growth(GrowthPage::Evidence) => (Page::Growth(GrowthPage::Evidence), "evidence"),
    Page::Growth(GrowthPage::Role) => (Page::Growth(GrowthPage::Role), "role"),
    Page::Growth(GrowthPage::Readiness) => (Page::Growth(GrowthPage::Readiness), "readiness"),
    Page::Growth(GrowthPage::Step) => (Page::Growth(GrowthPage::Step), "next-step"),
    Page::Growth(GrowthPage::WhatIf) => (Page::Growth(GrowthPage::WhatIf), "what-if"),
    Page::Growth(GrowthPage::Plan) => (Page::Growth(GrowthPage::Plan), "plan"),
    Page::Growth(GrowthPage::Packet) => (Page::Growth(GrowthPage::Packet), "packet"),
    Page::Growth(GrowthPage::Lens) => (Page::Growth(GrowthPage::Lens), "lens"),
    Page::Calibration => (Page::Calibration, "calibration"),
    Page::WarmUp => (Page::WarmUp, "warm-up"),
    Page::Seal => (Page::Seal, "seal"),
    Page::Sealed => (Page::Sealed, "sealed"),
    Page::Reveal => (Page::Reveal, "reveal"),
    Page::Talk => (Page::Talk, "session"),
    Page::Record => (Page::Record, "record"),
    Page::Verify => (Page::Verify, "verify"),
    Page::Committee => (Page::Committee, "committee"),
});

names!(modes, Mode, {
    Mode::SelfAssessment => (Mode::SelfAssessment, "self"),
    Mode::Manager => (Mode::Manager, "manager"),
    Mode::Calibration => (Mode::Calibration, "calibration"),
    Mode::Readiness => (Mode::Readiness, "readiness"),
    Mode::Ladder => (Mode::Ladder, "ladder"),
    Mode::Profile => (Mode::Profile, "profile"),
});

names!(kinds, DocumentKind, {
    DocumentKind::Assessment => (DocumentKind::Assessment, "assessment"),
    DocumentKind::Invitation => (DocumentKind::Invitation, "invitation"),
    DocumentKind::Sealed => (DocumentKind::Sealed, "sealed"),
    DocumentKind::Record => (DocumentKind::Record, "session"),
    DocumentKind::Review => (DocumentKind::Review, "committee"),
});

#[test]
fn every_page_has_its_name_and_is_found_by_it() {
    let ladder = default_ladder();
    for (page, name) in pages() {
        assert_eq!((page.name(&ladder).as_str(), Page::parse(name, &ladder)), (name, Some(page)));
    }
    for no_page in ["", "Start", "question/", "question/no-such-question", "session/1"] {
        assert_eq!(Page::parse(no_page, &ladder), None, "{no_page}");
    }
}

#[test]
fn every_mode_has_its_name_and_begins_where_it_did() {
    for (mode, name) in modes() {
        assert_eq!((mode.name(), Mode::parse(name)), (name, Ok(mode)));
    }
    assert_eq!(Mode::parse(""), Ok(Mode::SelfAssessment));
    assert!(Mode::parse("Self").is_err());
    let ladder = default_ladder();
    let homes: Vec<String> = modes().into_iter().map(|(mode, _)| mode.home().name(&ladder)).collect();
    assert_eq!(homes, ["start", "start", "calibration", "readiness", "ladder", "profile"]);
}

#[test]
fn every_kind_of_what_a_calibration_keeps_has_its_word() {
    for (kind, word) in kinds() {
        assert_eq!(kind.word(), word);
    }
    assert_eq!(DocumentKind::ALL.len(), kinds().len());
}
