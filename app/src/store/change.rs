//! The changes that the page can ask the store for, and the writes that each consists of.

mod following;
mod personal;
mod renaming;
mod stating;

use std::collections::BTreeSet;

use cunping_core::{
    bundle::{DirectoryOffice, KeyRecord},
    days::Days,
    facts::{Incident, Statement, Topic},
    id::{Digest, IncidentId, LevelId, OfficeId, PackId, RuleId, UnitCode},
    period::Period,
};

use super::{
    ClockTime, Draft, FileRecord, Followed, ListedUnit, LoadedOverlay, LoadedPack, OwnKey, Remark, Reviewed, RowKey,
    Saved, Setting, StoreError, Table, Workplace, WorkplaceId,
    records::{self, KeylessWorkplace, Owned, Record},
    table::{Merge, Rows, Write},
};

pub use following::ChangedOver;

/// One change. Adding or changing something of a workplace fails with
/// [`StoreError::Missing`](super::StoreError::Missing) if the workplace is gone; deleting or hiding something that is
/// gone does nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Adds a workplace and its key. Fails with [`StoreError::Exists`] if there is one of the same id.
    AddWorkplace(Workplace),
    /// Deletes a workplace, its key and everything that belongs to it.
    RemoveWorkplace(WorkplaceId),
    /// Follows a document at some levels, unless the workplace follows it already.
    Follow(WorkplaceId, Vec<Followed>),
    /// Stops following a document, unless it is the only one.
    Unfollow(WorkplaceId, PackId),
    /// Moves to another edition of a document; a level of it that is at another edition meanwhile stays there.
    ChangeOver(WorkplaceId, Vec<ChangedOver>),
    /// Confirms a criterion that a new edition decides differently.
    Confirm(WorkplaceId, PackId, LevelId, RuleId),
    /// Replaces the key `was` by another one, or by the same one in another form. Fails with [`StoreError::Changed`] if
    /// the stored key is not `was`: another tab has put it under a passphrase, or replaced it.
    SetOwnKey {
        /// The workplace.
        of: WorkplaceId,
        /// The key as it was when this was decided.
        was: OwnKey,
        /// The new key.
        now: OwnKey,
    },
    /// Gives a workplace's unit another code, another name, or both, and keeps the ones that it had. Fails with
    /// [`StoreError::Changed`] if the unit is not `was`: another tab has renamed it.
    Rename {
        /// The workplace.
        of: WorkplaceId,
        /// The code and name as they were when this was decided.
        was: ListedUnit,
        /// The new ones.
        now: ListedUnit,
        /// The moment of the change.
        at: ClockTime,
    },
    /// Adds an incident, or replaces the one of the same id.
    PutIncident(WorkplaceId, Saved<Incident>),
    /// Deletes an incident.
    DeleteIncident(WorkplaceId, IncidentId),
    /// Records a statement, which replaces what was said before about its topic on its days. Of an earlier statement
    /// that shares a day with it, one that holds day by day is cut to its other days; a figure is deleted, because it
    /// would not be true of a part of its days.
    State(WorkplaceId, Saved<Statement>),
    /// Withdraws what was said about a topic on some days; for other days it is treated as with [`Change::State`].
    TakeBack(WorkplaceId, Topic, Days),
    /// Adds a remark, or replaces the one to the same criterion in the same period.
    PutRemark(WorkplaceId, Saved<Remark>),
    /// Deletes the remark to a criterion in a period.
    DeleteRemark(WorkplaceId, Period, RuleId),
    /// Adds a received file and its text. If it is there already it stays as it is, including when it was first seen.
    AddReceived(WorkplaceId, FileRecord, String),
    /// Adds a signed file and its text and takes its sequence number. Fails with
    /// [`StoreError::Exists`](super::StoreError::Exists) if the number is taken, such as by another tab.
    AddSent(WorkplaceId, FileRecord, String),
    /// Hides a file, so that it no longer counts. It is kept, so that this can be undone.
    HideFile(WorkplaceId, Digest),
    /// Shows a hidden file again.
    UnhideFile(WorkplaceId, Digest),
    /// Deletes a file and its text for good. Its sequence number stays taken.
    DeleteFile(WorkplaceId, Digest),
    /// Adds a unit to the expected ones, or renames it.
    PutUnit(WorkplaceId, ListedUnit),
    /// Removes a unit from the expected ones.
    DeleteUnit(WorkplaceId, UnitCode),
    /// Adds an office to the area, or replaces the one of the same unit and id.
    PutOffice(WorkplaceId, DirectoryOffice),
    /// Removes an office from the area.
    DeleteOffice(WorkplaceId, UnitCode, OfficeId),
    /// Enrols a key, or replaces its record for the same party.
    PutKey(WorkplaceId, KeyRecord),
    /// Deletes a key, as if it had never been enrolled for this party.
    DeleteKey(WorkplaceId, KeyRecord),
    /// Stores half-typed input.
    PutDraft(WorkplaceId, Saved<Draft>),
    /// Deletes half-typed input, given its place.
    DeleteDraft(WorkplaceId, String),
    /// Loads an overlay.
    PutOverlay(WorkplaceId, Saved<LoadedOverlay>),
    /// Deletes an overlay.
    DeleteOverlay(WorkplaceId, Digest),
    /// Stores the outcome of a unit's review, in place of an earlier one.
    PutReview(WorkplaceId, Saved<Reviewed>),
    /// Deletes the outcome of a unit's review.
    DeleteReview(WorkplaceId, Reviewed),
    /// Stores a document that did not come with the program, for every workplace. One that is there stays as it is.
    PutPack(LoadedPack),
    /// Deletes such a document, given the digest of its file.
    DeletePack(Digest),
    /// Sets a setting.
    Set(Setting),
}

/// The part of the store that a change concerns, as other tabs are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touched {
    /// The settings, or the documents that were loaded.
    Settings,
    /// A workplace, or something that belongs to it.
    Workplace(WorkplaceId),
}

impl Touched {
    /// Returns the parts of the store that some writes concern.
    pub(super) fn by(writes: &[Write]) -> BTreeSet<Self> {
        let part = |(table, key): (Table, &str)| match table {
            Table::Settings | Table::Packs => Some(Self::Settings),
            _ => records::owner(key).map(Self::Workplace),
        };
        writes.iter().flat_map(Write::concerns).filter_map(part).collect()
    }
}

impl Change {
    /// Adds the writes that the change consists of. Only this says what a change does, on disk and in memory.
    pub(super) fn write(self, to: &mut Vec<Write>) {
        match self {
            Self::Set(setting) => to.push(put(records::setting_key(&setting).to_owned(), &setting)),
            Self::PutPack(pack) => {
                to.push(Write::Keep(Table::Packs, records::pack_key(pack.bundle), records::write(&pack)));
            }
            Self::DeletePack(bundle) => to.push(delete(Table::Packs, records::pack_key(bundle))),
            Self::AddWorkplace(workplace) => {
                to.push(Write::Insert(Table::Workplaces, workplace.id.to_string(), records::write(&workplace.place())));
                to.push(Write::Insert(Table::Keys, records::own_key(workplace.id), records::write(&workplace.own)));
            }
            Self::RemoveWorkplace(of) => remove(of, to),
            Self::Follow(of, new) => to.push(documents(of, |all| following::follow(all, new))),
            Self::Unfollow(of, pack) => to.push(documents(of, move |all| following::unfollow(all, &pack))),
            Self::ChangeOver(of, over) => to.push(documents(of, |all| following::change_over(all, over))),
            Self::Confirm(of, pack, level, rule) => {
                to.push(documents(of, move |all| following::confirm(all, &pack, &level, &rule)));
            }
            Self::SetOwnKey { of, was, now } => {
                let key = records::own_key(of);
                let at = key.clone();
                let changed = StoreError::Changed(RowKey { table: Table::Keys, key });
                to.push(rewrite(at, move |kept: OwnKey| if kept == was { Ok(now) } else { Err(changed) }));
            }
            Self::Rename { of, was, now, at } => to.push(renaming::rename(of, was, now, at)),
            Self::PutIncident(of, incident) => to.extend(put_owned(of, &incident)),
            Self::DeleteIncident(of, id) => to.push(delete(Table::Incidents, records::incident_key(of, id))),
            Self::State(of, new) => {
                let (topic, days) = (Topic::of(&new.value), new.value.days);
                to.extend([there(of), stating::settle(of, topic, days, Some(new))]);
            }
            Self::TakeBack(of, topic, days) => to.push(stating::settle(of, topic, days, None)),
            Self::PutRemark(of, remark) => to.extend(put_owned(of, &remark)),
            Self::DeleteRemark(of, period, rule) => {
                to.push(delete(Table::Remarks, records::remark_key(of, period, &rule)));
            }
            Self::AddReceived(of, file, text) => {
                let key = file.key(of);
                to.push(there(of));
                to.push(Write::Keep(Table::Bundles, key.clone(), records::write(&file)));
                to.push(Write::Keep(Table::Texts, key, text));
            }
            Self::AddSent(of, file, text) => {
                let key = file.key(of);
                to.push(there(of));
                // Files of some kinds do not supersede one another and have no sequence number.
                to.extend(records::sent_key(of, &file).map(|taken| Write::Insert(Table::Sent, taken, key.clone())));
                to.push(Write::Put(Table::Bundles, key.clone(), records::write(&file)));
                to.push(Write::Put(Table::Texts, key, text));
            }
            Self::HideFile(of, digest) => to.push(hide(of, &digest, true)),
            Self::UnhideFile(of, digest) => to.push(hide(of, &digest, false)),
            Self::DeleteFile(of, digest) => {
                let key = records::file_key(of, &digest);
                to.push(delete(Table::Bundles, key.clone()));
                to.push(delete(Table::Texts, key));
            }
            Self::PutUnit(of, unit) => to.extend(put_owned(of, &unit)),
            Self::DeleteUnit(of, code) => to.push(delete(Table::Directory, records::unit_key(of, code))),
            Self::PutOffice(of, office) => to.extend(put_owned(of, &office)),
            Self::DeleteOffice(of, unit, id) => {
                to.push(delete(Table::Directory, records::office_key(of, unit, &id)));
            }
            Self::PutKey(of, enrolled) => to.extend(put_owned(of, &enrolled)),
            Self::DeleteKey(of, enrolled) => to.push(delete(Table::Directory, enrolled.key(of))),
            Self::PutOverlay(of, overlay) => to.extend(put_owned(of, &overlay)),
            Self::DeleteOverlay(of, digest) => to.push(delete(Table::Overlays, records::overlay_key(of, digest))),
            Self::PutReview(of, review) => to.extend(put_owned(of, &review)),
            Self::DeleteReview(of, review) => to.push(delete(Table::Reviews, records::review_key(of, &review))),
            Self::PutDraft(of, draft) => to.extend(put_owned(of, &draft)),
            Self::DeleteDraft(of, place) => to.push(delete(Table::Drafts, records::draft_key(of, &place))),
        }
    }
}

/// Deletes a workplace and every row that belongs to it.
pub(super) fn remove(of: WorkplaceId, to: &mut Vec<Write>) {
    to.push(delete(Table::Workplaces, of.to_string()));
    let owned = Table::ALL.into_iter().filter(|table| table.is_owned());
    to.extend(owned.map(|table| Write::DeletePrefix(table, records::prefix(of))));
}

/// Returns the write that changes the documents a workplace follows, as they are in the store when it is applied.
fn documents(of: WorkplaceId, change: impl FnOnce(Vec<Followed>) -> Vec<Followed> + 'static) -> Write {
    rewrite(of.to_string(), |place: KeylessWorkplace| {
        Ok(KeylessWorkplace { documents: change(place.documents), ..place })
    })
}

/// Returns the write that changes a record. Fails with [`StoreError::Missing`] if there is none.
fn rewrite<R: Record>(key: String, change: impl FnOnce(R) -> Result<R, StoreError> + 'static) -> Write {
    let reads = vec![(R::TABLE, key.clone())];
    let decide = move |rows: &Rows| {
        let at = (R::TABLE, key);
        let row = || RowKey { table: at.0, key: at.1.clone() };
        let text = rows.get(&at).ok_or_else(|| StoreError::Missing(row()))?;
        let old = records::read(text).ok_or_else(|| StoreError::Corrupt(row()))?;
        Ok(vec![put(at.1, &change(old)?)])
    };
    Write::Merge(Merge { reads, touches: Vec::new(), decide: Box::new(decide) })
}

fn hide(of: WorkplaceId, digest: &Digest, hidden: bool) -> Write {
    let at = (Table::Bundles, records::file_key(of, digest));
    let reads = vec![at.clone()];
    let decide = move |rows: &Rows| {
        let file = rows.get(&at).and_then(|text| records::read::<FileRecord>(text));
        Ok(file.map(|file| put(at.1, &FileRecord { hidden, ..file })).into_iter().collect())
    };
    Write::Merge(Merge { reads, touches: Vec::new(), decide: Box::new(decide) })
}

fn put_owned<R: Owned>(of: WorkplaceId, record: &R) -> [Write; 2] {
    [there(of), put(record.key(of), record)]
}

fn put<R: Record>(key: String, record: &R) -> Write {
    Write::Put(R::TABLE, key, records::write(record))
}

fn delete(table: Table, key: String) -> Write {
    Write::Delete(table, key)
}

/// Returns the write that requires the workplace. Another tab may have deleted it: nothing may be written that nobody
/// would ever see or delete.
fn there(of: WorkplaceId) -> Write {
    Write::Require(Table::Workplaces, of.to_string())
}
