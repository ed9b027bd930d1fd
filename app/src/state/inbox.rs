//! The files of other units in memory: reviewed when they are first needed, imported, removed.

mod catch_up;
mod encrypted;
mod import;
mod running;
mod subordinates;
mod undo;
mod writing;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use cunping_core::{
    id::{Digest, UnitCode, UnitLevel},
    pack::Level,
    period::Period,
    rollup::UnitStanding,
};
use leptos::prelude::*;

use super::{
    App, Here,
    bundles::Bundles,
    documents, example,
    responses::{Responses, decides_as},
    roster,
    township::{CountedSubject, Sheets, UnitsTable, intake::Report},
};
use crate::{
    store::{Change, Direction, FileRecord, ListedUnit, Role},
    worker::{Refusal, ReviewedSheet, client::WorkerClient},
};
pub use encrypted::Waiting;
pub use import::ImportSource;
pub use running::{ImportError, RunningTask, TaskKind};
pub use subordinates::SubordinateFiles;

/// The state that the township's screens share. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Inbox {
    /// The reviews since the page was opened, by digest, of whichever workplace.
    pub sheets: RwSignal<Sheets>,
    /// The task that is running.
    pub running: RwSignal<Option<RunningTask>>,
    /// The report of the last import.
    pub report: RwSignal<Option<Report>>,
    /// The last problem.
    pub trouble: RwSignal<Option<ImportError>>,
    /// The file that was removed last.
    pub removed: RwSignal<Option<FileRecord>>,
    /// The encrypted files that wait for the workplace's key to be unlocked.
    pub waiting: RwSignal<Waiting>,
    /// The units that a person listed; empty if nobody has.
    pub listed: RwSignal<Vec<ListedUnit>>,
    /// The files of other kinds, and the keys.
    bundles: Bundles,
    stop: StoredValue<bool>,
    worker: StoredValue<WorkerClient, LocalStorage>,
}

impl Inbox {
    /// Makes the state with nothing reviewed. The worker is started when it is first asked.
    #[must_use]
    pub fn new(bundles: Bundles) -> Self {
        Self {
            sheets: RwSignal::default(),
            running: RwSignal::default(),
            report: RwSignal::default(),
            trouble: RwSignal::default(),
            removed: RwSignal::default(),
            waiting: RwSignal::default(),
            listed: RwSignal::default(),
            bundles,
            stop: StoredValue::new(false),
            worker: StoredValue::new_local(WorkerClient::default()),
        }
    }

    /// Returns the state that the page provided as a context.
    #[must_use]
    pub fn shared() -> Self {
        use_context().unwrap_or_else(|| unreachable!("the page provides it before it draws"))
    }

    /// Updates the state of the signer's key, and the day first seen, of every reviewed file by the keys that are
    /// enrolled now.
    pub fn look_at_keys(self, app: App) {
        let Some(workplace) = untrack(|| app.workplace()) else { return };
        let authority = self.bundles.roster.with_untracked(|it| it.authority(&workplace));
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

    /// Returns the table of a scope's files, as a memo.
    #[must_use]
    pub fn table(self, app: App, scope: CountedSubject) -> Memo<UnitsTable> {
        let (responses, unit) = (self.bundles.responses(app), unit_of(&scope));
        Memo::new(move |_| self.table_now(app, &scope, unit, &responses.with(Responses::settled)))
    }

    /// Evaluates how the expected units stand in another period, from the files that are here.
    #[must_use]
    pub fn standings(self, app: App, scope: &CountedSubject) -> BTreeMap<UnitCode, UnitStanding> {
        let settled = self.bundles.responses_now(app).settled();
        self.table_now(app, scope, unit_of(scope), &settled).standings()
    }

    /// Returns the table of a scope's files; `settled` are those on which an office has decided.
    fn table_now(self, app: App, scope: &CountedSubject, unit: UnitLevel, settled: &BTreeSet<Digest>) -> UnitsTable {
        let expected = self.expected_at(app, unit);
        app.files.with(|files| {
            self.sheets.with(|sheets| {
                let shown = files.iter().filter(|file| is_here(file)).filter_map(|file| sheets.get(&file.digest));
                let shown: Vec<_> = shown.map(|sheet| settle(sheet, settled.contains(&sheet.seen.digest))).collect();
                UnitsTable::new(scope, &expected, &shown)
            })
        })
    }

    /// Returns the units directly below: those that a person listed, or else those that the page knows.
    #[must_use]
    pub fn expected(self, app: App) -> Vec<ListedUnit> {
        app.workplace().map(|it| self.expected_at(app, next_level(it.unit))).unwrap_or_default()
    }

    /// Returns the units of a level inside the workplace's own, from the same sources.
    #[must_use]
    pub fn expected_at(self, app: App, level: UnitLevel) -> Vec<ListedUnit> {
        let Some(workplace) = app.workplace() else { return Vec::new() };
        let subordinates = |code: UnitCode| code.lies_in(workplace.unit) && code.level() == level;
        let listed: Vec<ListedUnit> =
            self.listed.with(|listed| listed.iter().filter(|unit| subordinates(unit.code)).cloned().collect());
        if !listed.is_empty() {
            return listed;
        }
        if workplace.example {
            return example::villages().into_iter().filter(|unit| subordinates(unit.code)).collect();
        }
        let known = documents::units().iter().filter(|unit| subordinates(unit.code));
        known.map(|unit| ListedUnit { code: unit.code, name: unit.name.to_owned() }).collect()
    }

    /// Changes the list of units: adds or renames `put`, and removes `gone`. Copies the known units into the list first
    /// if nobody has listed any.
    pub fn list_units(self, app: App, put: &[ListedUnit], gone: Option<UnitCode>) {
        let Some(of) = app.settings.with_untracked(|settings| settings.current_workplace) else { return };
        let mut all = self.listed.get_untracked();
        let mut changes = Vec::new();
        if all.is_empty() {
            all = untrack(|| self.expected(app));
            changes.extend(all.iter().cloned().map(|unit| Change::PutUnit(of, unit)));
        }
        all.retain(|unit| Some(unit.code) != gone && put.iter().all(|new| new.code != unit.code));
        all.extend(put.iter().cloned());
        all.sort_by_key(|unit| unit.code);
        changes.extend(put.iter().cloned().map(|unit| Change::PutUnit(of, unit)));
        changes.extend(gone.map(|code| Change::DeleteUnit(of, code)));
        self.listed.set(all);
        app.change(changes);
    }

    /// Puts back a list of units as it was, which undoes what was added and renamed since; an empty one gives way to the
    /// known units.
    pub fn list_exactly(self, app: App, all: &[ListedUnit]) {
        let Some(of) = app.settings.with_untracked(|settings| settings.current_workplace) else { return };
        let now = self.listed.get_untracked();
        let gone = now.iter().filter(|unit| all.iter().all(|kept| kept.code != unit.code));
        let gone = gone.map(|unit| Change::DeleteUnit(of, unit.code));
        let put = all.iter().filter(|unit| !now.contains(unit)).cloned().map(|unit| Change::PutUnit(of, unit));
        let changes = gone.chain(put).collect();
        self.listed.set(all.to_vec());
        app.change(changes);
    }

    /// Hides a file, so that it no longer counts. It is kept, so that this can be undone.
    pub fn remove(self, app: App, file: FileRecord) {
        self.removed.set(Some(file.clone()));
        self.set_hidden(app, file, true);
    }

    /// Undoes a removal.
    pub fn bring_back(self, app: App, file: FileRecord) {
        self.removed.set(None);
        self.set_hidden(app, file, false);
    }

    /// Clears the last import, removal and problem, which belong to the workplace in which they happened.
    pub fn forget_last(self) {
        self.report.set(None);
        self.removed.set(None);
        self.trouble.set(None);
        self.waiting.set(Waiting::default());
    }

    /// Reports that something was not imported.
    pub fn refuse(self, name: String, refusal: Refusal) {
        self.report.set(Some(Report { refused: vec![(name, refusal)], ..Report::default() }));
    }

    /// Forgets all reviews, since other overlays can lead to other verdicts. Files are reviewed again when they are
    /// needed.
    pub fn review_anew(self) {
        self.sheets.set(Sheets::default());
    }

    /// Asks the running task to stop after its next step.
    pub fn stop(self) {
        self.stop.set_value(true);
        self.running.update(|running| running.iter_mut().for_each(|it| it.stopping = true));
    }

    fn set_hidden(self, app: App, file: FileRecord, hidden: bool) {
        let Some(of) = app.settings.with_untracked(|it| it.current_workplace) else { return };
        let digest = file.digest;
        app.change(vec![if hidden { Change::HideFile(of, digest) } else { Change::UnhideFile(of, digest) }]);
    }

    fn begin(self, what: TaskKind, all: usize) {
        self.stop.set_value(false);
        self.trouble.set(None);
        self.running.set(Some(RunningTask { what, done: 0, all, stopping: false }));
    }

    fn step(self, by: usize) {
        self.running.update(|running| running.iter_mut().for_each(|it| it.done += by));
    }

    fn end(self, outcome: Result<(), ImportError>) {
        self.running.set(None);
        self.trouble.set(outcome.err());
    }
}

/// Returns the scope of a workplace's table of a period: the level whose files it collects. `None` if it collects none.
#[must_use]
pub fn scope(here: &Here, period: Period) -> Option<CountedSubject> {
    collected(here).map(|level| about(here, level, period))
}

/// Returns the scope of a table of one level's files.
#[must_use]
pub fn about(here: &Here, level: &Level, period: Period) -> CountedSubject {
    let (pack, example) = (here.pack.id.clone(), here.workplace.example);
    CountedSubject { pack, level: level.id.clone(), period, example }
}

/// Returns the level by which a workplace looks at one unit: the one whose files it collects; at the county, for a unit
/// of another kind in its area, the one about which it decides after the townships. `None` if it collects no files.
#[must_use]
pub fn looks_at(here: &Here, unit: UnitCode) -> Option<&'static Level> {
    let collected = collected(here)?;
    if collected.unit == unit.level() || here.workplace.role != Role::County || !unit.lies_in(here.workplace.unit) {
        return Some(collected);
    }
    let of_unit = || here.pack.levels.iter().filter(|level| level.unit == unit.level());
    let decides = |level: &&Level| !decides_as(here.pack, level, &here.workplace).is_empty();
    of_unit().find(decides).or_else(|| of_unit().next()).or(Some(collected))
}

/// Returns the level of the units that a scope is about; villages if the document is not here.
fn unit_of(scope: &CountedSubject) -> UnitLevel {
    let pack = documents::released(&scope.pack);
    pack.and_then(|pack| pack.level(&scope.level)).map_or(UnitLevel::Village, |level| level.unit)
}

/// Returns the level of the units whose files a workplace collects; `None` if it collects none.
#[must_use]
pub fn collected(here: &Here) -> Option<&'static Level> {
    here.collects().then_some(here.followed)
}

/// Marks a file as decided if an office has decided on it: its successor then waits for the office.
fn settle(sheet: &Arc<ReviewedSheet>, settled: bool) -> Arc<ReviewedSheet> {
    if !settled {
        return Arc::clone(sheet);
    }
    let mut decided = (**sheet).clone();
    decided.seen.settled = true;
    Arc::new(decided)
}

/// Returns the level directly below a unit.
#[must_use]
pub fn next_level(unit: UnitCode) -> UnitLevel {
    if unit.level() == UnitLevel::County { UnitLevel::Township } else { UnitLevel::Village }
}

/// Returns whether a file was received and is not hidden.
#[must_use]
pub fn is_here(file: &FileRecord) -> bool {
    file.direction == Direction::Received && !file.hidden
}
