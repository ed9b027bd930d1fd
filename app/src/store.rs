//! Everything the page keeps: workplaces, registers, files, settings. Knows no leptos, no clock and no words.

#[cfg(any(test, feature = "conformance"))]
pub mod conformance;

mod backend;
mod backup;
mod change;
mod error;
mod hex;
#[cfg(target_arch = "wasm32")]
mod idb;
mod memory;
#[cfg(target_arch = "wasm32")]
mod migrations;
mod records;
mod register;
mod table;
mod tabs;

use std::{cell::Cell, collections::BTreeSet, rc::Rc};

use cunping_core::{
    bundle::{DirectoryOffice, KeyRecord},
    facts::Statement,
    id::Digest,
};

use backend::Backend;
use records::Owned;
use table::{Records, Row};
use tabs::Tabs;

pub use backup::{BackupProblem, Brings, Holdings, Restorable, Restore, RestoreError, RestoreMode, Returning};
pub use change::{Change, Touched};
pub use error::{BadRecord, Notice, StoreError};
pub use records::{
    About, Direction, Draft, FileRecord, Followed, Key, Listed, ListedUnit, LoadedOverlay, LoadedPack, Moment, Moved,
    Remark, Reviewed, Role, Saved, Seed, Setting, Settings, Workplace, WorkplaceId, Wrapped,
};
pub use register::{Register, changes_for_statement};
pub use table::Table;

/// A handle on everything the page keeps. Open once and clone.
#[derive(Clone, Debug)]
pub struct Store(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    backend: Backend,
    tabs: Tabs,
    written: Cell<u64>,
}

impl Store {
    /// Opens the browser's database, creating or bringing it up to date. `notices` is called whenever the browser
    /// has news, from then on.
    ///
    /// Fails with [`StoreError::Unavailable`] where the browser keeps none, as outside a browser: whether to go on
    /// with [`Store::memory`] is the page's decision.
    pub async fn open(notices: impl Fn(Notice) + 'static) -> Result<Self, StoreError> {
        let backend = Backend::open(backend::NAME, Rc::new(notices)).await?;
        Ok(Self::with(backend, Tabs::join(backend::NAME)))
    }

    /// A store that is gone with the page.
    #[must_use]
    pub fn memory() -> Self {
        Self::with(Backend::default(), Tabs::alone())
    }

    fn with(backend: Backend, tabs: Tabs) -> Self {
        Self(Rc::new(Inner { backend, tabs, written: Cell::new(0) }))
    }

    /// Whether what is saved outlives the page.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        self.0.backend.is_lasting()
    }

    /// Makes all the changes, in order, or none. Once this returns they are safe on the disk, and other tabs are
    /// told. Fails with [`StoreError::Personal`] where a text of ours points to a person by a number.
    pub async fn apply(&self, changes: Vec<Change>) -> Result<(), StoreError> {
        if let Some(kind) = changes.iter().find_map(Change::personal) {
            return Err(StoreError::Personal(kind));
        }
        let touched: BTreeSet<Touched> = changes.iter().map(Change::touches).collect();
        let mut writes = Vec::with_capacity(changes.len());
        changes.into_iter().for_each(|change| change.write(&mut writes));
        self.0.backend.apply(writes).await?;
        self.0.written.set(self.0.written.get() + 1);
        self.0.tabs.tell(&touched);
        Ok(())
    }

    /// How often this tab has written since it was opened: what was read before the last time may be out of date.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.0.written.get()
    }

    /// Saves a statement and makes it the only word on its indicator and days, whatever another tab has saved since
    /// this one last read. See [`changes_for_statement`].
    pub async fn state(&self, of: WorkplaceId, statement: Saved<Statement>) -> Result<(), StoreError> {
        let existing = self.owned::<Saved<Statement>>(of).await?.good;
        self.apply(changes_for_statement(of, &existing, statement)).await
    }

    /// Calls back after another tab has changed something. One callback at a time: a later one replaces it.
    pub fn on_change(&self, callback: impl Fn(Touched) + 'static) {
        self.0.tabs.listen(callback);
    }

    /// All workplaces, by id.
    pub async fn workplaces(&self) -> Result<Listed<Workplace>, StoreError> {
        let rows = self.scan(Table::Workplaces, String::new()).await?;
        Ok(records::list(rows, |it: &Workplace| it.id.to_string()))
    }

    /// The documents that did not come with the program, by the digest of their files.
    pub async fn packs(&self) -> Result<Listed<LoadedPack>, StoreError> {
        let rows = self.scan(Table::Packs, String::new()).await?;
        Ok(records::list(rows, |it: &LoadedPack| records::pack_key(it.bundle)))
    }

    /// All that a workplace has stated.
    pub async fn register(&self, of: WorkplaceId) -> Result<Register, StoreError> {
        let tables = [Table::Incidents, Table::Statements, Table::Remarks, Table::Overlays, Table::Reviews];
        let ranges = tables.map(|table| (table, records::prefix(of)));
        let mut rows = self.0.backend.scan(&ranges).await?.into_iter();
        let mut register = Register::default();
        register.incidents = good(of, rows.next().unwrap_or_default(), &mut register.bad);
        register.statements = good(of, rows.next().unwrap_or_default(), &mut register.bad);
        register.remarks = good(of, rows.next().unwrap_or_default(), &mut register.bad);
        register.overlays = good(of, rows.next().unwrap_or_default(), &mut register.bad);
        register.reviews = good(of, rows.next().unwrap_or_default(), &mut register.bad);
        Ok(register)
    }

    /// What is known of each file of a workplace, by digest; the hidden ones too.
    pub async fn files(&self, of: WorkplaceId) -> Result<Listed<FileRecord>, StoreError> {
        self.owned(of).await
    }

    /// The text of a file.
    pub async fn file_text(&self, of: WorkplaceId, digest: Digest) -> Result<Option<String>, StoreError> {
        self.0.backend.get(Table::Texts, &records::file_key(of, &digest)).await
    }

    /// The texts of all files of a workplace, by digest.
    pub async fn file_texts(&self, of: WorkplaceId) -> Result<Vec<(Digest, String)>, StoreError> {
        let rows = self.scan(Table::Texts, records::prefix(of)).await?;
        let digested = |(key, text): Row| Some((records::last_field(&key).parse().ok()?, text));
        Ok(rows.into_iter().filter_map(digested).collect())
    }

    /// The texts of some files of a workplace; one that is not there is left out.
    pub async fn texts_of(&self, of: WorkplaceId, digests: &[Digest]) -> Result<Vec<(Digest, String)>, StoreError> {
        // A browser opens no transaction over no table.
        if digests.is_empty() {
            return Ok(Vec::new());
        }
        let ranges: Vec<_> = digests.iter().map(|digest| (Table::Texts, records::file_key(of, digest))).collect();
        let found = self.0.backend.scan(&ranges).await?.into_iter();
        let of_file = |(digest, rows): (&Digest, Vec<Row>)| rows.into_iter().next().map(|(_, text)| (*digest, text));
        Ok(digests.iter().zip(found).filter_map(of_file).collect())
    }

    /// The units that a workplace expects to hear from, by code.
    pub async fn units(&self, of: WorkplaceId) -> Result<Listed<ListedUnit>, StoreError> {
        self.owned(of).await
    }

    /// The offices of a workplace's area, by unit and id.
    pub async fn offices(&self, of: WorkplaceId) -> Result<Listed<DirectoryOffice>, StoreError> {
        self.owned(of).await
    }

    /// The keys that a workplace has enrolled, by thumbprint and party; the retired ones too.
    pub async fn keys(&self, of: WorkplaceId) -> Result<Listed<KeyRecord>, StoreError> {
        self.owned(of).await
    }

    /// Half-typed input, by place.
    pub async fn drafts(&self, of: WorkplaceId) -> Result<Listed<Saved<Draft>>, StoreError> {
        self.owned(of).await
    }

    /// The settings. One that cannot be read counts as never set.
    pub async fn settings(&self) -> Result<Settings, StoreError> {
        let rows = self.scan(Table::Settings, String::new()).await?;
        let listed = records::list(rows, |it: &Setting| records::setting_key(it).to_owned());
        let mut settings = Settings::default();
        listed.good.into_iter().for_each(|setting| settings.take(setting));
        Ok(settings)
    }

    async fn owned<R: Owned>(&self, of: WorkplaceId) -> Result<Listed<R>, StoreError> {
        let rows = self.scan(R::TABLE, records::prefix_of::<R>(of)).await?;
        Ok(records::list(rows, |it: &R| it.key(of)))
    }

    async fn scan(&self, table: Table, prefix: String) -> Result<Vec<Row>, StoreError> {
        Ok(self.0.backend.scan(&[(table, prefix)]).await?.pop().unwrap_or_default())
    }
}

fn good<R: Owned>(of: WorkplaceId, rows: Vec<Row>, bad: &mut Vec<BadRecord>) -> Vec<R> {
    let listed = records::list(rows, |it: &R| it.key(of));
    bad.extend(listed.bad);
    listed.good
}
