//! The files of other units in memory: reviewed when they are first needed, taken in, removed. Draws nothing.

mod below;
mod catch_up;
mod encrypted;
mod import;
mod running;
mod undo;
mod writing;

use std::{collections::BTreeMap, sync::Arc};

use cunping_core::{
    id::{UnitCode, UnitLevel},
    pack::Level,
    period::Period,
    rollup::Standing,
};
use leptos::prelude::*;

use super::{
    App, Here,
    counsel::{Counsel, decides_as},
    documents, example,
    mail::Mail,
    roster,
    township::{Scope, Sheets, Table, intake::Report},
};
use crate::{
    desk::{Refusal, Sheet, client::DeskWorker},
    store::{Change, Direction, FileRecord, ListedUnit, Role},
};
pub use below::Reading;
pub use encrypted::Waiting;
pub use import::Offered;
pub use running::{Running, Trouble, What};

/// What the township's screens share. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Inbox {
    /// What was reviewed since the page was opened, by digest, whichever workplace it belongs to.
    pub sheets: RwSignal<Sheets>,
    /// What is under way.
    pub running: RwSignal<Option<Running>>,
    /// What the last import came to.
    pub report: RwSignal<Option<Report>>,
    /// What went wrong last.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The file that was removed last.
    pub removed: RwSignal<Option<FileRecord>>,
    /// The encrypted files that wait for the workplace's key to be unlocked.
    pub waiting: RwSignal<Waiting>,
    /// The units that a person listed; empty where nobody has.
    pub listed: RwSignal<Vec<ListedUnit>>,
    /// The files of other kinds, and the keys.
    mail: Mail,
    stop: StoredValue<bool>,
    worker: StoredValue<DeskWorker, LocalStorage>,
}

impl Inbox {
    /// Nothing reviewed yet. The worker starts when it is first asked.
    #[must_use]
    pub fn new(mail: Mail) -> Self {
        Self {
            sheets: RwSignal::default(),
            running: RwSignal::default(),
            report: RwSignal::default(),
            trouble: RwSignal::default(),
            removed: RwSignal::default(),
            waiting: RwSignal::default(),
            listed: RwSignal::default(),
            mail,
            stop: StoredValue::new(false),
            worker: StoredValue::new_local(DeskWorker::default()),
        }
    }

    /// The one that the page provided.
    #[must_use]
    pub fn shared() -> Self {
        use_context().unwrap_or_else(|| unreachable!("the page provides it before it draws"))
    }

    /// Says of every reviewed file again whose key signed it, by the keys that are enrolled now.
    pub fn look_at_keys(self, app: App) {
        let Some(workplace) = untrack(|| app.workplace()) else { return };
        let authority = self.mail.roster.with_untracked(|it| it.authority(&workplace));
        let changed: Vec<_> = app.files.with_untracked(|files| {
            self.sheets.with_untracked(|sheets| {
                let known = files.iter().filter_map(|file| Some((file, sheets.get(&file.digest)?)));
                let stated =
                    known.map(|(file, sheet)| (sheet, roster::key_of(&authority, sheet, file), file.first_seen.day));
                let new = stated.filter(|(sheet, state, day)| {
                    (sheet.states.key.as_ref(), sheet.seen.first_seen) != (Some(state), *day)
                });
                new.map(|(sheet, state, day)| (sheet.seen.digest, Arc::new(sheet.with_key(state, day)))).collect()
            })
        });
        if !changed.is_empty() {
            self.sheets.update(|sheets| sheets.extend(changed));
        }
    }

    /// The table of some files, kept up to date.
    #[must_use]
    pub fn table(self, app: App, scope: Scope) -> Memo<Table> {
        let (counsel, unit) = (self.mail.counsel(app), unit_of(&scope));
        Memo::new(move |_| {
            let expected = self.expected_at(app, unit);
            let settled = counsel.with(Counsel::settled);
            app.files.with(|files| {
                self.sheets.with(|sheets| {
                    let shown = files.iter().filter(|it| is_here(it)).filter_map(|it| sheets.get(&it.digest));
                    let shown: Vec<_> = shown.map(|it| settle(it, settled.contains(&it.seen.digest))).collect();
                    Table::new(&scope, &expected, &shown)
                })
            })
        })
    }

    /// How the expected units stand in another period, from the files that are here.
    #[must_use]
    pub fn standings(self, app: App, scope: &Scope) -> BTreeMap<UnitCode, Standing> {
        let expected = self.expected_at(app, unit_of(scope));
        let settled = self.mail.counsel_now(app).settled();
        app.files.with(|files| {
            self.sheets.with(|sheets| {
                let shown = files.iter().filter(|it| is_here(it)).filter_map(|it| sheets.get(&it.digest));
                let shown: Vec<_> = shown.map(|it| settle(it, settled.contains(&it.seen.digest))).collect();
                Table::new(scope, &expected, &shown).standings()
            })
        })
    }

    /// The units directly below: those that a person listed, else those that the page knows.
    #[must_use]
    pub fn expected(self, app: App) -> Vec<ListedUnit> {
        app.workplace().map(|it| self.expected_at(app, next_level(it.unit))).unwrap_or_default()
    }

    /// The units of a level inside the workplace's own, from the same sources.
    #[must_use]
    pub fn expected_at(self, app: App, level: UnitLevel) -> Vec<ListedUnit> {
        let Some(workplace) = app.workplace() else { return Vec::new() };
        let below = |code: UnitCode| code.lies_in(workplace.unit) && code.level() == level;
        let listed: Vec<ListedUnit> = self.listed.with(|it| it.iter().filter(|it| below(it.code)).cloned().collect());
        if !listed.is_empty() {
            return listed;
        }
        if workplace.example {
            return example::villages().into_iter().filter(|it| below(it.code)).collect();
        }
        let known = documents::units().iter().filter(|it| below(it.code));
        known.map(|it| ListedUnit { code: it.code, name: it.name.to_owned() }).collect()
    }

    /// Makes the list of units one's own, with these added or renamed and that one removed.
    pub fn list_units(self, app: App, put: &[ListedUnit], gone: Option<UnitCode>) {
        let Some(of) = app.settings.with_untracked(|it| it.current_workplace) else { return };
        let mut all = self.listed.get_untracked();
        let mut changes = Vec::new();
        if all.is_empty() {
            all = untrack(|| self.expected(app));
            changes.extend(all.iter().cloned().map(|it| Change::PutUnit(of, it)));
        }
        all.retain(|it| Some(it.code) != gone && put.iter().all(|new| new.code != it.code));
        all.extend(put.iter().cloned());
        all.sort_by_key(|it| it.code);
        changes.extend(put.iter().cloned().map(|it| Change::PutUnit(of, it)));
        changes.extend(gone.map(|code| Change::DeleteUnit(of, code)));
        self.listed.set(all);
        app.change(changes);
    }

    /// Removes a file from the counted ones. It is kept, so that this can be undone.
    pub fn remove(self, app: App, file: FileRecord) {
        self.removed.set(Some(file.clone()));
        self.set_hidden(app, file, true);
    }

    /// Undoes a removal.
    pub fn bring_back(self, app: App, file: FileRecord) {
        self.removed.set(None);
        self.set_hidden(app, file, false);
    }

    /// What was done last belongs to the workplace in which it was done.
    pub fn forget_last(self) {
        self.report.set(None);
        self.removed.set(None);
        self.trouble.set(None);
        self.waiting.set(Waiting::default());
    }

    /// Says of something that it is not taken in.
    pub fn refuse(self, name: String, refusal: Refusal) {
        self.report.set(Some(Report { refused: vec![(name, refusal)], ..Report::default() }));
    }

    /// Forgets what was reviewed: other overlays can lead to other verdicts. It is reviewed again when it is needed.
    pub fn review_anew(self) {
        self.sheets.set(Sheets::default());
    }

    /// Asks what is under way to stop after its next step.
    pub fn stop(self) {
        self.stop.set_value(true);
        self.running.update(|running| running.iter_mut().for_each(|it| it.stopping = true));
    }

    fn set_hidden(self, app: App, file: FileRecord, hidden: bool) {
        let Some(of) = app.settings.with_untracked(|it| it.current_workplace) else { return };
        let digest = file.digest;
        app.change(vec![if hidden { Change::HideFile(of, digest) } else { Change::UnhideFile(of, digest) }]);
    }

    fn begin(self, what: What, all: usize) {
        self.stop.set_value(false);
        self.trouble.set(None);
        self.running.set(Some(Running { what, done: 0, all, stopping: false }));
    }

    fn step(self, by: usize) {
        self.running.update(|running| running.iter_mut().for_each(|it| it.done += by));
    }

    fn end(self, outcome: Result<(), Trouble>) {
        self.running.set(None);
        self.trouble.set(outcome.err());
    }
}

/// What a township's table of a period is about: the level below its own.
#[must_use]
pub fn scope(here: &Here, period: Period) -> Option<Scope> {
    collected(here).map(|level| about(here, level, period))
}

/// What a table of one level's files is about.
#[must_use]
pub fn about(here: &Here, level: &Level, period: Period) -> Scope {
    let (pack, example) = (here.pack.id.clone(), here.workplace.example);
    Scope { pack, level: level.id.clone(), period, example }
}

/// The level by which a workplace looks at one unit: the one whose files it collects, or at the county the one about which
/// it decides after the townships below it.
#[must_use]
pub fn looks_at(here: &Here, unit: UnitCode) -> Option<&'static Level> {
    let collected = collected(here)?;
    if collected.unit == unit.level() || here.workplace.role != Role::County || !unit.lies_in(here.workplace.unit) {
        return Some(collected);
    }
    let of_unit = || here.pack.levels.iter().filter(|it| it.unit == unit.level());
    let decides = |it: &&Level| !decides_as(here.pack, it, &here.workplace).is_empty();
    of_unit().find(decides).or_else(|| of_unit().next()).or(Some(collected))
}

/// The level of the units that a scope is about; villages where the document is not here.
fn unit_of(scope: &Scope) -> UnitLevel {
    let pack = documents::released(&scope.pack);
    pack.and_then(|it| it.level(&scope.level)).map_or(UnitLevel::Village, |it| it.unit)
}

/// The level of the units whose files a workplace collects.
#[must_use]
pub fn collected(here: &Here) -> Option<&'static Level> {
    here.collects().then_some(here.followed)
}

/// A file with whether an office has decided on it: then its successor waits for the office.
fn settle(sheet: &Arc<Sheet>, settled: bool) -> Arc<Sheet> {
    if !settled {
        return Arc::clone(sheet);
    }
    let mut decided = (**sheet).clone();
    decided.seen.settled = true;
    Arc::new(decided)
}

/// The level directly below a unit.
#[must_use]
pub fn next_level(unit: UnitCode) -> UnitLevel {
    if unit.level() == UnitLevel::County { UnitLevel::Township } else { UnitLevel::Village }
}

/// Whether a file came in and nobody removed it.
#[must_use]
pub fn is_here(file: &FileRecord) -> bool {
    file.direction == Direction::Received && !file.hidden
}
