//! What the root component does for papers of calibrations: keep them, remove what was sealed, follow other windows.

use std::rc::Rc;

use yew::prelude::*;

use super::app::App;
use super::browser;
use crate::domain::session::{Action, Changed, DeskAction, PaperConflict, PaperKey, Session};
use crate::storage::keeper::Written;
use crate::storage::{Fault, Storage, papers};

fn desk(action: DeskAction) -> Action {
    Action::Desk(Rc::new(action))
}

/// Puts what is kept into the session.
pub(super) fn begin(session: &mut Session, kept: papers::Papers, place: Option<&(String, String)>) -> Changed {
    let changed = session.take_papers(kept.papers, place);
    for conflict in kept.asides {
        session.apply(desk(DeskAction::PaperConflictFound(conflict)));
    }
    changed
}

/// What has to happen in the store before the state changes. The conflict that ends, if one does.
pub(super) fn before(app: &mut App, action: &Action) -> Option<PaperConflict> {
    if *action == Action::ReadingsTakenAway {
        let (store, keys) = (app.saver.store, app.session.came_in().1);
        for key in &keys {
            let _ = app.saver.keeper.papers().delete(&store, key);
        }
    }
    let Action::Desk(action) = action else { return None };
    let (store, papers) = (app.saver.store, app.saver.keeper.papers());
    match &**action {
        DeskAction::PaperDeleted(key) => {
            // A store that refuses keeps what it had, and the next load shows it.
            let _ = papers.delete(&store, key);
            None
        }
        DeskAction::PaperKept { .. } => {
            let conflict = app.session.desk().conflict().cloned()?;
            if conflict.aside.is_empty() {
                papers.accept(&store, &conflict.key);
            }
            Some(conflict)
        }
        _ => None,
    }
}

/// What has to happen in the store after the state changed. Readable copies go after their sealed file is known to be written.
pub(super) fn after(app: &mut App, ctx: &Context<App>, changed: &Changed, settled: Option<&PaperConflict>) {
    let store = app.saver.store;
    app.turned |= changed.heading;
    if !changed.papers.is_empty() {
        app.session.apply(desk(DeskAction::PapersCame { keys: changed.papers.clone(), now: browser::now() }));
    }
    if settled.is_some() || !changed.removed.is_empty() || changed.confirm.is_some() {
        app.write(ctx);
    }
    if let Some(conflict) = settled {
        app.saver.keeper.settle_paper(&store, conflict);
    }
    if let Some(key) = &changed.confirm {
        let written = app.saver.keeper.papers().holds(&store, key);
        app.apply(ctx, desk(DeskAction::SealWritten(written)), true);
    }
    for id in &changed.removed {
        let deleted = app.saver.keeper.delete(&store, id);
        // Where nothing may be stored, nothing is left.
        if deleted.is_err() && !matches!(store.keys(), Err(Fault::Off)) && !store.keys().is_ok_and(|keys| keys.is_empty()) {
            app.session.apply(desk(DeskAction::CopyLeft));
        }
    }
    if !changed.removed.is_empty() {
        // A store that was too full for the sealed file has room for it now.
        app.write(ctx);
    }
    app.ask_before_leaving(app.session.desk().fresh().is_some());
}

/// Papers that another window wrote first.
pub(super) fn elsewhere(app: &mut App, ctx: &Context<App>, written: &Written) {
    for (key, theirs) in &written.papers_elsewhere {
        changed_elsewhere(app, ctx, key, theirs.clone().map(Box::new));
    }
}

/// Follows what another window did to papers; without a key, to all that are known.
pub(super) fn follow(app: &mut App, ctx: &Context<App>, key: Option<&str>) -> bool {
    let keys: Vec<PaperKey> = match key {
        Some(key) => papers::paper_of(key).into_iter().collect(),
        None => app.session.desk().papers().iter().map(crate::domain::session::Paper::key).collect(),
    };
    let (store, mut shown) = (app.saver.store, false);
    for key in keys {
        if let Some(theirs) = app.saver.keeper.papers().changed_elsewhere(&store, &key) {
            shown |= changed_elsewhere(app, ctx, &key, theirs.map(Box::new));
        }
    }
    shown
}

fn changed_elsewhere(
    app: &mut App,
    ctx: &Context<App>,
    key: &PaperKey,
    theirs: Option<Box<crate::domain::session::Paper>>,
) -> bool {
    let shown = app.apply(ctx, desk(DeskAction::PaperChangedElsewhere { key: key.clone(), theirs }), false);
    if app.session.desk().conflict_of(key).is_none() {
        let store = app.saver.store;
        app.saver.keeper.papers().accept(&store, key);
    }
    shown
}

/// What happens here if an assessment is gone from the store because another window sealed it: nobody is asked, because no
/// readable copy may stay.
pub(super) fn sealed_elsewhere(app: &App, id: &str) -> Option<Action> {
    let a = app.session.record(id).filter(|a| !a.session.is_empty())?;
    let sealed = papers::sealed_here(&app.saver.store, &a.session, a.rater.role.id());
    sealed.then(|| desk(DeskAction::SealedElsewhere(id.to_owned())))
}
