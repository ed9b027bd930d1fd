//! What the page can ask the store to change, and the writes it comes to. Writes nothing itself.

mod personal;

use cunping_core::{
    bundle::{DirectoryOffice, KeyRecord},
    days::Days,
    facts::{Incident, Statement, Topic},
    id::{Digest, IncidentId, OfficeId, RuleId, UnitCode},
    period::Period,
};

use super::{
    Draft, FileRecord, ListedUnit, LoadedOverlay, LoadedPack, Remark, Reviewed, Saved, Setting, Table, Workplace,
    WorkplaceId,
    records::{self, Owned, Record},
    table::Write,
};

/// One change. Except for settings, loaded documents and the workplaces themselves, a change fails with
/// [`StoreError::Missing`](super::StoreError::Missing) when its workplace is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Adds a workplace, or replaces the one of the same id.
    PutWorkplace(Workplace),
    /// Removes a workplace, its key and everything that belongs to it.
    RemoveWorkplace(WorkplaceId),
    /// Adds an incident, or replaces the one of the same id.
    PutIncident(WorkplaceId, Saved<Incident>),
    /// Removes an incident.
    DeleteIncident(WorkplaceId, IncidentId),
    /// Adds a statement, or replaces the one about the same topic and days. Those that overlap stay:
    /// see [`changes_for_statement`](super::changes_for_statement).
    PutStatement(WorkplaceId, Saved<Statement>),
    /// Removes the statement about exactly this topic and these days.
    DeleteStatement(WorkplaceId, Topic, Days),
    /// Adds a remark, or replaces the one to the same criterion in the same period.
    PutRemark(WorkplaceId, Saved<Remark>),
    /// Removes the remark to a criterion in a period.
    DeleteRemark(WorkplaceId, Period, RuleId),
    /// Adds a received file and its text. One that is there already stays as it is, first-seen moment included.
    AddReceived(WorkplaceId, FileRecord, String),
    /// Adds a signed file and its text and takes its sequence number. Fails with
    /// [`StoreError::Exists`](super::StoreError::Exists) when the number is taken, as by another tab.
    AddSent(WorkplaceId, FileRecord, String),
    /// Removes a file from the counted ones; it is kept, so that it can be undone.
    HideFile(WorkplaceId, FileRecord),
    /// Undoes a removal.
    UnhideFile(WorkplaceId, FileRecord),
    /// Removes a file and its text for good. A sequence number stays taken.
    DeleteFile(WorkplaceId, Digest),
    /// Adds a unit to the expected ones, or renames it.
    PutUnit(WorkplaceId, ListedUnit),
    /// Removes a unit from the expected ones.
    DeleteUnit(WorkplaceId, UnitCode),
    /// Adds an office to the area, or replaces the one of the same unit and id.
    PutOffice(WorkplaceId, DirectoryOffice),
    /// Removes an office from the area.
    DeleteOffice(WorkplaceId, UnitCode, OfficeId),
    /// Enrols a key, or replaces what is known of it for the same party.
    PutKey(WorkplaceId, KeyRecord),
    /// Takes a key out again, as if it had never been enrolled for this party.
    DeleteKey(WorkplaceId, KeyRecord),
    /// Keeps half-typed input.
    PutDraft(WorkplaceId, Saved<Draft>),
    /// Drops half-typed input, given its place.
    DeleteDraft(WorkplaceId, String),
    /// Loads an overlay.
    PutOverlay(WorkplaceId, Saved<LoadedOverlay>),
    /// Removes an overlay.
    DeleteOverlay(WorkplaceId, Digest),
    /// Enters what a unit's review came to, in place of what was there.
    PutReview(WorkplaceId, Saved<Reviewed>),
    /// Removes what a unit's review came to.
    DeleteReview(WorkplaceId, Reviewed),
    /// Loads a document that did not come with the program, for every workplace. One that is there stays as it is.
    PutPack(LoadedPack),
    /// Removes such a document, given the digest of its file.
    DeletePack(Digest),
    /// Sets a setting.
    Set(Setting),
}

/// What a change touches, as other tabs are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touched {
    /// The settings, or the documents that were loaded.
    Settings,
    /// A workplace, or something of it.
    Workplace(WorkplaceId),
}

impl Change {
    /// What it touches.
    #[must_use]
    pub fn touches(&self) -> Touched {
        match self {
            Self::Set(_) | Self::PutPack(_) | Self::DeletePack(_) => Touched::Settings,
            Self::PutWorkplace(workplace) => Touched::Workplace(workplace.id),
            Self::RemoveWorkplace(of)
            | Self::PutIncident(of, _)
            | Self::DeleteIncident(of, _)
            | Self::PutStatement(of, _)
            | Self::DeleteStatement(of, ..)
            | Self::PutRemark(of, _)
            | Self::DeleteRemark(of, ..)
            | Self::AddReceived(of, ..)
            | Self::AddSent(of, ..)
            | Self::HideFile(of, _)
            | Self::UnhideFile(of, _)
            | Self::DeleteFile(of, _)
            | Self::PutUnit(of, _)
            | Self::DeleteUnit(of, _)
            | Self::PutOffice(of, _)
            | Self::DeleteOffice(of, ..)
            | Self::PutKey(of, _)
            | Self::DeleteKey(of, _)
            | Self::PutDraft(of, _)
            | Self::DeleteDraft(of, _)
            | Self::PutOverlay(of, _)
            | Self::DeleteOverlay(of, _)
            | Self::PutReview(of, _)
            | Self::DeleteReview(of, _) => Touched::Workplace(*of),
        }
    }

    /// Adds the writes that it comes to.
    pub(super) fn write(self, to: &mut Vec<Write>) {
        match self {
            Self::Set(setting) => to.push(put(records::setting_key(&setting).to_owned(), &setting)),
            Self::PutPack(pack) => {
                to.push(Write::Keep(Table::Packs, records::pack_key(pack.bundle), records::write(&pack)));
            }
            Self::DeletePack(bundle) => to.push(delete(Table::Packs, records::pack_key(bundle))),
            Self::PutWorkplace(workplace) => to.push(put(workplace.id.to_string(), &workplace)),
            Self::RemoveWorkplace(of) => remove(of, to),
            Self::PutIncident(of, incident) => to.extend(put_owned(of, &incident)),
            Self::DeleteIncident(of, id) => to.push(delete(Table::Incidents, records::incident_key(of, id))),
            Self::PutStatement(of, statement) => to.extend(put_owned(of, &statement)),
            Self::DeleteStatement(of, topic, days) => {
                to.push(delete(Table::Statements, records::statement_key(of, &topic, days)));
            }
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
                // Files of some kinds do not follow one another: each stands alone.
                to.extend(records::sent_key(of, &file).map(|taken| Write::Insert(Table::Sent, taken, key.clone())));
                to.push(Write::Put(Table::Bundles, key.clone(), records::write(&file)));
                to.push(Write::Put(Table::Texts, key, text));
            }
            Self::HideFile(of, file) => to.extend(put_owned(of, &FileRecord { hidden: true, ..file })),
            Self::UnhideFile(of, file) => to.extend(put_owned(of, &FileRecord { hidden: false, ..file })),
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
            Self::DeleteKey(of, enrolled) => to.push(delete(Table::Directory, records::enrolled_key(of, &enrolled))),
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

fn put_owned<R: Owned>(of: WorkplaceId, record: &R) -> [Write; 2] {
    [there(of), put(record.key(of), record)]
}

fn put<R: Record>(key: String, record: &R) -> Write {
    Write::Put(R::TABLE, key, records::write(record))
}

fn delete(table: Table, key: String) -> Write {
    Write::Delete(table, key)
}

/// Another tab may have removed the workplace: nothing may be written that nobody would ever see or delete.
fn there(of: WorkplaceId) -> Write {
    Write::Require(Table::Workplaces, of.to_string())
}
