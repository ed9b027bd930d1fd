//! The store for reading: code that has only a reader cannot write.

use std::rc::Rc;

use cunping_core::{
    bundle::{DirectoryOffice, KeyRecord},
    id::Digest,
};

use super::{
    Draft, FileRecord, Listed, ListedUnit, LoadedPack, Register, RowKey, Saved, Setting, Settings, StoreError, Table,
    Workplace, WorkplaceId,
    backend::Backend,
    records::{self, Owned},
    table::{Records, StoredRow},
    tabs::Tabs,
};

/// A handle for reading everything the page keeps. Clones read the same store.
#[derive(Clone, Debug)]
pub struct StoreReader(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    backend: Backend,
    tabs: Tabs,
}

impl StoreReader {
    pub(super) fn on(backend: Backend, tabs: Tabs) -> Self {
        Self(Rc::new(Inner { backend, tabs }))
    }

    pub(super) fn backend(&self) -> &Backend {
        &self.0.backend
    }

    pub(super) fn tabs(&self) -> &Tabs {
        &self.0.tabs
    }

    /// Returns whether saved data outlives the page.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        self.0.backend.is_lasting()
    }

    /// Reads all workplaces, in order of id.
    pub async fn workplaces(&self) -> Result<Listed<Workplace>, StoreError> {
        let ranges = [(Table::Workplaces, String::new()), (Table::Keys, String::new())];
        let mut rows = self.0.backend.scan(&ranges).await?.into_iter();
        Ok(records::workplaces(rows.next().unwrap_or_default(), rows.next().unwrap_or_default()))
    }

    /// Reads the documents that did not come with the program, in order of the digests of their files.
    pub async fn packs(&self) -> Result<Listed<LoadedPack>, StoreError> {
        let rows = self.scan(Table::Packs, String::new()).await?;
        Ok(records::list(rows, |it: &LoadedPack| records::pack_key(it.bundle)))
    }

    /// Reads the register of a workplace.
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

    /// Reads the records of a workplace's files, in order of digest, hidden ones included.
    pub async fn files(&self, of: WorkplaceId) -> Result<Listed<FileRecord>, StoreError> {
        self.owned(of).await
    }

    /// Reads the text of a file; `None` if it is not there.
    pub async fn file_text(&self, of: WorkplaceId, digest: Digest) -> Result<Option<String>, StoreError> {
        self.0.backend.get(Table::Texts, &records::file_key(of, &digest)).await
    }

    /// Reads the texts of all files of a workplace, in order of digest.
    pub async fn file_texts(&self, of: WorkplaceId) -> Result<Vec<(Digest, String)>, StoreError> {
        let rows = self.scan(Table::Texts, records::prefix(of)).await?;
        let digested = |(key, text): StoredRow| Some((records::last_field(&key).parse().ok()?, text));
        Ok(rows.into_iter().filter_map(digested).collect())
    }

    /// Reads the texts of some files of a workplace; one that is not there is left out.
    pub async fn texts_of(&self, of: WorkplaceId, digests: &[Digest]) -> Result<Vec<(Digest, String)>, StoreError> {
        // A browser refuses a transaction over no table.
        if digests.is_empty() {
            return Ok(Vec::new());
        }
        let ranges: Vec<_> = digests.iter().map(|digest| (Table::Texts, records::file_key(of, digest))).collect();
        let found = self.0.backend.scan(&ranges).await?.into_iter();
        let of_file =
            |(digest, rows): (&Digest, Vec<StoredRow>)| rows.into_iter().next().map(|(_, text)| (*digest, text));
        Ok(digests.iter().zip(found).filter_map(of_file).collect())
    }

    /// Reads the units that a workplace expects files from, in order of code.
    pub async fn units(&self, of: WorkplaceId) -> Result<Listed<ListedUnit>, StoreError> {
        self.owned(of).await
    }

    /// Reads the offices of a workplace's area, in order of unit and id.
    pub async fn offices(&self, of: WorkplaceId) -> Result<Listed<DirectoryOffice>, StoreError> {
        self.owned(of).await
    }

    /// Reads the keys that a workplace has enrolled, in order of thumbprint and party, retired ones included.
    pub async fn keys(&self, of: WorkplaceId) -> Result<Listed<KeyRecord>, StoreError> {
        self.owned(of).await
    }

    /// Reads half-typed input, in order of place.
    pub async fn drafts(&self, of: WorkplaceId) -> Result<Listed<Saved<Draft>>, StoreError> {
        self.owned(of).await
    }

    /// Reads the settings. One that cannot be read counts as never set.
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

    pub(super) async fn scan(&self, table: Table, prefix: String) -> Result<Vec<StoredRow>, StoreError> {
        Ok(self.0.backend.scan(&[(table, prefix)]).await?.pop().unwrap_or_default())
    }
}

fn good<R: Owned>(of: WorkplaceId, rows: Vec<StoredRow>, bad: &mut Vec<RowKey>) -> Vec<R> {
    let listed = records::list(rows, |it: &R| it.key(of));
    bad.extend(listed.bad);
    listed.good
}
