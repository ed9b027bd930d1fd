//! The state that every screen shares: settings, workplaces, the register in memory.

mod documents;
mod drafts;

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    days::{Day, Days},
    facts::{Statement, Topic},
    id::{Digest, LevelId, PackId},
    period::Period,
};
use cunping_text::lang::Lang;
use leptos::{prelude::*, task::spawn_local};

use super::{
    due,
    here::{self, Here},
    opening, saving,
    saving::{Queue, Saving},
    standing::PeriodStanding,
};
use crate::{
    browser, clock,
    routes::Route,
    store::{
        Change, FileRecord, Held, Key, Notice, OwnKey, Register, Restore, RestoreMode, Saved, Seed, Setting, Settings,
        StoreError, StoreReader, Workplace, WorkplaceId,
    },
};

/// The progress of opening the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The store is being opened or read.
    Opening,
    /// Everything is in memory.
    Ready,
    /// The data cannot be used, and going on without it could harm it.
    Stopped(StoreError),
}

/// The shared state of the page. A handle: copies are the same state.
#[derive(Clone, Copy)]
pub struct App {
    /// The progress of opening the data.
    pub phase: RwSignal<Phase>,
    /// The screen; `None` for an address that no screen has.
    pub route: RwSignal<Option<Route>>,
    /// The language.
    pub lang: RwSignal<Lang>,
    /// Today in China; [`super::today`] keeps it up.
    pub today: RwSignal<Day>,
    /// Every setting as stored.
    pub settings: RwSignal<Settings>,
    /// All workplaces of this browser profile.
    pub workplaces: RwSignal<Vec<Workplace>>,
    /// The workplace that this tab works in.
    pub current: Memo<Option<WorkplaceId>>,
    /// The same workplace without its key: changes when anything of it but its key changes.
    but_key: Memo<Option<Workplace>>,
    /// The document and level that this tab was set to; [`App::here`] takes the workplace's first if it does not follow
    /// that.
    pub document: Memo<Option<(PackId, LevelId)>>,
    /// The digests of the loaded documents' files. Whoever draws documents has to read it, to be drawn again on a
    /// change.
    pub held: RwSignal<Vec<Digest>>,
    /// The register of the current workplace.
    pub register: RwSignal<Register>,
    /// The files of the current workplace, hidden ones too.
    pub files: RwSignal<Vec<FileRecord>>,
    /// The state of saving.
    pub saving: RwSignal<Saving>,
    /// The last notice from the browser about the data.
    pub notice: RwSignal<Option<Notice>>,
    /// True if saved data outlives the page; false with a store in memory.
    pub lasting: RwSignal<bool>,
    /// True if the window looks like a private one, whose data goes when it closes.
    pub private: RwSignal<bool>,
    /// True once the address has changed since the page was opened: from then on a new screen takes the focus.
    pub moved: StoredValue<bool>,
    /// The file that was signed a moment ago: its screen offers it for download once.
    pub fresh: StoredValue<Option<Digest>>,
    /// The keys that are unlocked in this tab; in memory only.
    pub(super) unlocked: RwSignal<BTreeMap<WorkplaceId, Seed>>,
    /// The number of tasks started by [`App::undertake`] that have not ended.
    under_way: StoredValue<u32>,
    pub(super) queue: StoredValue<Queue, LocalStorage>,
}

impl App {
    /// Makes the state before anything is read.
    #[must_use]
    pub fn new(lang: Lang, route: Option<Route>) -> Self {
        let (settings, workplaces) = (RwSignal::<Settings>::default(), RwSignal::<Vec<Workplace>>::default());
        let current = Memo::new(move |_| settings.with(|settings| settings.current_workplace));
        let found = move |_: Option<&Option<Workplace>>| {
            workplaces.with(|all| all.iter().find(|workplace| Some(workplace.id) == current.get()).map(but_key))
        };
        Self {
            phase: RwSignal::new(Phase::Opening),
            route: RwSignal::new(route),
            lang: RwSignal::new(lang),
            today: RwSignal::new(clock::today()),
            settings,
            current,
            but_key: Memo::new(found),
            document: Memo::new(move |_| settings.with(|settings| settings.current_document.clone())),
            workplaces,
            held: RwSignal::default(),
            register: RwSignal::default(),
            files: RwSignal::default(),
            saving: RwSignal::new(Saving::Idle),
            notice: RwSignal::default(),
            lasting: RwSignal::new(true),
            private: RwSignal::new(false),
            moved: StoredValue::new(false),
            fresh: StoredValue::new(None),
            unlocked: RwSignal::default(),
            under_way: StoredValue::new(0),
            queue: StoredValue::new_local(Queue::default()),
        }
    }

    /// Returns the state that the page provided as a context.
    #[must_use]
    pub fn shared() -> Self {
        use_context().unwrap_or_else(|| unreachable!("the page provides its state before it draws"))
    }

    /// Starts a task that ends on another screen, such as signing: the page is not reloaded before it has ended.
    pub fn undertake(self, work: impl Future<Output = ()> + 'static) {
        self.under_way.update_value(|count| *count += 1);
        spawn_local(async move {
            work.await;
            self.under_way.update_value(|count| *count -= 1);
        });
    }

    /// Waits until everything is saved and every task of [`App::undertake`] has ended. Fails as the write that failed.
    pub async fn at_rest(self) -> Result<(), StoreError> {
        loop {
            saving::settled(self).await?;
            if self.under_way.get_value() == 0 {
                return Ok(());
            }
            browser::breath().await;
        }
    }

    /// Returns the current workplace, key included.
    #[must_use]
    pub fn workplace(self) -> Option<Workplace> {
        let id = self.current.get()?;
        self.workplaces.with(|all| all.iter().find(|it| it.id == id).cloned())
    }

    /// Returns the current workplace with its document; `None` also if this program does not have the document. Its
    /// reader is run again when anything of the workplace but its key has changed: setting a passphrase must not redraw
    /// a screen with something typed on it. [`super::keys`] finds the current key.
    #[must_use]
    pub fn here(self) -> Option<Here> {
        let chosen = self.document.get();
        self.held.track();
        // Read, because a memo that nobody reads is not updated.
        self.but_key.with(|_| ());
        untrack(|| self.workplace()).and_then(|it| here::of(it, chosen.as_ref()))
    }

    /// Returns the period that a workplace opens now: what is due first, or else the current one. Tracks nothing: a screen
    /// keeps its period while files are signed.
    #[must_use]
    pub fn opening_period(self, here: &Here) -> Option<Period> {
        self.files.with_untracked(|files| due::opening(here, files, self.today.get_untracked()))
    }

    /// Returns the evaluation of the current workplace in a period, as a memo.
    #[must_use]
    pub fn standing(self, here: &Here, period: Period) -> Memo<PeriodStanding> {
        let here = here.clone();
        Memo::new(move |_| {
            self.register.with(|register| PeriodStanding::new(&here, register, period, self.today.get()))
        })
    }

    /// Returns the store for reading; `None` before it is open. Everything is written through [`App::change`],
    /// [`App::write`] or [`App::keep`].
    #[must_use]
    pub fn store(self) -> Option<StoreReader> {
        saving::reader(self)
    }

    /// Applies changes in memory at once and queues them for the store: for edits.
    pub fn change(self, changes: Vec<Change>) {
        self.show(changes.clone());
        saving::edit(self, changes);
    }

    /// Writes changes to the store in their turn, and applies them in memory once they are saved: for deliberate
    /// actions. If the write fails, nothing changes.
    pub async fn write(self, changes: Vec<Change>) -> Result<(), StoreError> {
        saving::ask(self, changes.clone()).await?;
        self.show(changes);
        Ok(())
    }

    /// Writes changes to the store in their turn, and leaves it to the caller to show them.
    pub async fn keep(self, changes: Vec<Change>) -> Result<(), StoreError> {
        saving::ask(self, changes).await
    }

    /// Restores a backup in its turn, and reads everything again.
    pub async fn restore(self, restore: Restore, mode: RestoreMode) -> Result<(), StoreError> {
        saving::restore(self, restore, mode).await?;
        opening::read_again(self).await;
        Ok(())
    }

    /// Applies changes in memory. Changes that the store would refuse are not applied here either.
    pub(super) fn show(self, changes: Vec<Change>) {
        let of = self.current.get_untracked();
        let effects = self.workplaces.with_untracked(|workplaces| {
            self.register.with_untracked(|register| {
                self.files.with_untracked(|files| Held { of, workplaces, register, files }.effects(changes))
            })
        });
        let Ok(effects) = effects else { return };
        if effects.concern_workplaces() {
            self.workplaces.update(|workplaces| effects.on_workplaces(workplaces));
        }
        if effects.concern_register() {
            self.register.update(|register| effects.on_register(register));
        }
        if effects.concern_files() {
            self.files.update(|files| effects.on_files(files));
        }
    }

    /// Records a statement of the current workplace; it replaces what was said about its topic on its days.
    pub fn state(self, statement: Statement) {
        let Some(of) = self.current.get_untracked() else { return };
        self.change(vec![Change::State(of, Saved { value: statement, at_ms: clock::now() })]);
    }

    /// Withdraws what was said about a topic on some days.
    pub fn take_back(self, topic: &Topic, days: Days) {
        let Some(of) = self.current.get_untracked() else { return };
        self.change(vec![Change::TakeBack(of, topic.clone(), days)]);
    }

    /// Sets a setting.
    pub fn set(self, setting: Setting) {
        self.settings.update(|it| it.take(setting.clone()));
        saving::edit(self, vec![Change::Set(setting)]);
    }

    /// Shows files that were written. Replaces those already shown under the same digests: another read may have come
    /// first.
    pub fn add_files(self, new: Vec<FileRecord>) {
        let digests: BTreeSet<Digest> = new.iter().map(|file| file.digest).collect();
        self.files.update(|files| {
            files.retain(|file| !digests.contains(&file.digest));
            files.extend(new);
        });
    }

    /// Makes a workplace the current one and reads its register.
    pub async fn switch_to(self, id: Option<WorkplaceId>) -> Result<(), StoreError> {
        saving::settled(self).await?;
        self.set(Setting::CurrentWorkplace(id));
        saving::settled(self).await?;
        opening::read_current(self).await
    }

    /// Adds a workplace and makes it the current one.
    pub async fn add_workplace(self, workplace: Workplace) -> Result<(), StoreError> {
        let id = workplace.id;
        self.write(vec![Change::AddWorkplace(workplace)]).await?;
        self.switch_to(Some(id)).await
    }

    /// Removes a workplace; another one, if there is one, becomes the current one if it was.
    pub async fn remove_workplace(self, id: WorkplaceId) -> Result<(), StoreError> {
        let rest = self.workplaces.with_untracked(|all| all.iter().map(|it| it.id).find(|other| *other != id));
        let next = self.current.get_untracked().filter(|other| *other != id).or(rest);
        self.remove_workplaces(vec![id], next).await
    }

    /// Removes workplaces with everything that belongs to them, and makes `next` the current one.
    pub async fn remove_workplaces(self, gone: Vec<WorkplaceId>, next: Option<WorkplaceId>) -> Result<(), StoreError> {
        self.switch_to(next).await?;
        self.write(gone.into_iter().map(Change::RemoveWorkplace).collect()).await
    }
}

/// Returns the workplace with zeros for its key, so that no secret is held twice.
fn but_key(workplace: &Workplace) -> Workplace {
    let own = OwnKey { key: Key::Plain(Seed([0; 32])), ..workplace.own.clone() };
    Workplace { own, ..workplace.clone() }
}
