//! What every screen shares: settings, workplaces, the register in memory. Draws nothing, reads no storage by itself.

mod documents;
mod drafts;

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    days::Days,
    facts::{Statement, Topic},
    id::{Digest, LevelId, PackId},
    period::Period,
};
use cunping_office::lang::Lang;
use leptos::{prelude::*, task::spawn_local};

use super::{
    here::{self, Here},
    opening, saving,
    saving::{Queue, Saving},
    standing::Standing,
};
use crate::{
    browser, clock,
    routes::Route,
    store::{
        Change, FileRecord, Held, Key, Notice, Reader, Register, Restore, RestoreMode, Saved, Seed, Setting, Settings,
        StoreError, Workplace, WorkplaceId,
    },
};

/// How far opening the data has come.
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
    /// How far opening has come.
    pub phase: RwSignal<Phase>,
    /// The screen; `None` for an address that no screen has.
    pub route: RwSignal<Option<Route>>,
    /// The language.
    pub lang: RwSignal<Lang>,
    /// Every setting as stored.
    pub settings: RwSignal<Settings>,
    /// All workplaces of this browser profile.
    pub workplaces: RwSignal<Vec<Workplace>>,
    /// The workplace that this tab works in.
    pub current: Memo<Option<WorkplaceId>>,
    /// That workplace, for noticing when anything of it but the keeping of its key changes.
    but_key: Memo<Option<Workplace>>,
    /// The document that this tab works with, and the level of it; the workplace's first where it follows no such.
    pub document: Memo<Option<(PackId, LevelId)>>,
    /// The files of the loaded documents: whoever draws documents reads it.
    pub held: RwSignal<Vec<Digest>>,
    /// The register of the current workplace.
    pub register: RwSignal<Register>,
    /// The files of the current workplace, hidden ones too.
    pub files: RwSignal<Vec<FileRecord>>,
    /// How saving stands.
    pub saving: RwSignal<Saving>,
    /// What the browser last said about the data.
    pub notice: RwSignal<Option<Notice>>,
    /// Whether what is saved outlives the page.
    pub lasting: RwSignal<bool>,
    /// Whether the address has changed since the page was opened: then a new screen takes the focus.
    pub moved: StoredValue<bool>,
    /// The file that was signed a moment ago: its screen hands it to the browser once.
    pub fresh: StoredValue<Option<Digest>>,
    /// The keys that a passphrase has opened in this tab; in memory only.
    pub(super) unlocked: RwSignal<BTreeMap<WorkplaceId, Seed>>,
    /// How many undertakings have begun and not ended.
    under_way: StoredValue<u32>,
    pub(super) queue: StoredValue<Queue, LocalStorage>,
}

impl App {
    /// The state before anything was read.
    #[must_use]
    pub fn new(lang: Lang, route: Option<Route>) -> Self {
        let (settings, workplaces) = (RwSignal::<Settings>::default(), RwSignal::<Vec<Workplace>>::default());
        let current = Memo::new(move |_| settings.with(|it| it.current_workplace));
        let found = move |_: Option<&Option<Workplace>>| {
            workplaces.with(|all| all.iter().find(|it| Some(it.id) == current.get()).map(but_key))
        };
        Self {
            phase: RwSignal::new(Phase::Opening),
            route: RwSignal::new(route),
            lang: RwSignal::new(lang),
            settings,
            current,
            but_key: Memo::new(found),
            document: Memo::new(move |_| settings.with(|it| it.current_document.clone())),
            workplaces,
            held: RwSignal::default(),
            register: RwSignal::default(),
            files: RwSignal::default(),
            saving: RwSignal::new(Saving::Idle),
            notice: RwSignal::default(),
            lasting: RwSignal::new(true),
            moved: StoredValue::new(false),
            fresh: StoredValue::new(None),
            unlocked: RwSignal::default(),
            under_way: StoredValue::new(0),
            queue: StoredValue::new_local(Queue::default()),
        }
    }

    /// The state that the page provided.
    #[must_use]
    pub fn shared() -> Self {
        use_context().unwrap_or_else(|| unreachable!("the page provides its state before it draws"))
    }

    /// Does in its own time what ends on another screen, such as signing: the page is not loaded anew before that.
    pub fn undertake(self, work: impl Future<Output = ()> + 'static) {
        self.under_way.update_value(|it| *it += 1);
        spawn_local(async move {
            work.await;
            self.under_way.update_value(|it| *it -= 1);
        });
    }

    /// Waits until everything is saved and every undertaking has ended; fails as the write that failed.
    pub async fn at_rest(self) -> Result<(), StoreError> {
        loop {
            saving::settled(self).await?;
            if self.under_way.get_value() == 0 {
                return Ok(());
            }
            browser::breath().await;
        }
    }

    /// The current workplace.
    #[must_use]
    pub fn workplace(self) -> Option<Workplace> {
        let id = self.current.get()?;
        self.workplaces.with(|all| all.iter().find(|it| it.id == id).cloned())
    }

    /// The current workplace with its document; `None` also where this program does not know the document. Whoever reads it
    /// reads it again when anything of it but the keeping of the key has changed: a passphrase set on a screen with something
    /// typed on it must not draw that screen anew. [`super::keys`] finds the key as it is kept now.
    #[must_use]
    pub fn here(self) -> Option<Here> {
        let chosen = self.document.get();
        self.held.track();
        // Read, for a memo that nobody has read notices nothing.
        self.but_key.with(|_| ());
        untrack(|| self.workplace()).and_then(|it| here::of(it, chosen.as_ref()))
    }

    /// How the current workplace stands in a period, kept up to date.
    #[must_use]
    pub fn standing(self, here: &Here, period: Period) -> Memo<Standing> {
        let here = here.clone();
        Memo::new(move |_| self.register.with(|register| Standing::new(&here, register, period, clock::today())))
    }

    /// The store, for what the page reads once. Everything that it writes goes through [`App::change`], [`App::write`] or
    /// [`App::keep`].
    #[must_use]
    pub fn store(self) -> Option<Reader> {
        saving::reader(self)
    }

    /// Makes changes in memory at once and saves them in their turn: what somebody edits.
    pub fn change(self, changes: Vec<Change>) {
        self.show(changes.clone());
        saving::edit(self, changes);
    }

    /// Saves changes in their turn and makes them in memory once they are safe: what is undertaken. Nothing changes where
    /// that fails.
    pub async fn write(self, changes: Vec<Change>) -> Result<(), StoreError> {
        saving::ask(self, changes.clone()).await?;
        self.show(changes);
        Ok(())
    }

    /// Saves changes in their turn and leaves it to the caller to show what became of them.
    pub async fn keep(self, changes: Vec<Change>) -> Result<(), StoreError> {
        saving::ask(self, changes).await
    }

    /// Restores a backup in its turn, and reads what has changed.
    pub async fn restore(self, restore: Restore, mode: RestoreMode) -> Result<(), StoreError> {
        saving::restore(self, restore, mode).await?;
        opening::read_again(self).await;
        Ok(())
    }

    /// Makes changes in memory. What the store refuses changes nothing here either.
    pub(super) fn show(self, changes: Vec<Change>) {
        let of = self.current.get_untracked();
        let effects = self.workplaces.with_untracked(|workplaces| {
            self.register.with_untracked(|register| {
                self.files.with_untracked(|files| Held { of, workplaces, register, files }.effects(changes))
            })
        });
        let Ok(effects) = effects else { return };
        if effects.concern_workplaces() {
            self.workplaces.update(|it| effects.on_workplaces(it));
        }
        if effects.concern_register() {
            self.register.update(|it| effects.on_register(it));
        }
        if effects.concern_files() {
            self.files.update(|it| effects.on_files(it));
        }
    }

    /// Makes a statement of the current workplace the only word on its days.
    pub fn state(self, statement: Statement) {
        let Some(of) = self.current.get_untracked() else { return };
        self.change(vec![Change::State(of, Saved { value: statement, at_ms: clock::now() })]);
    }

    /// Takes back what was said about a topic on some days.
    pub fn take_back(self, topic: &Topic, days: Days) {
        let Some(of) = self.current.get_untracked() else { return };
        self.change(vec![Change::TakeBack(of, topic.clone(), days)]);
    }

    /// Sets a setting.
    pub fn set(self, setting: Setting) {
        self.settings.update(|it| it.take(setting.clone()));
        saving::edit(self, vec![Change::Set(setting)]);
    }

    /// Shows files that were written, in the place of what was shown of them: another reading may have come first.
    pub fn add_files(self, new: Vec<FileRecord>) {
        let digests: BTreeSet<Digest> = new.iter().map(|it| it.digest).collect();
        self.files.update(|files| {
            files.retain(|it| !digests.contains(&it.digest));
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

    /// Removes workplaces with everything that belongs to them, and makes `next` the current one.
    pub async fn remove_workplaces(self, gone: Vec<WorkplaceId>, next: Option<WorkplaceId>) -> Result<(), StoreError> {
        self.switch_to(next).await?;
        self.write(gone.into_iter().map(Change::RemoveWorkplace).collect()).await
    }
}

/// A workplace without its key: no secret is kept twice.
fn but_key(it: &Workplace) -> Workplace {
    Workplace { key: Key::Plain(Seed([0; 32])), ..it.clone() }
}
