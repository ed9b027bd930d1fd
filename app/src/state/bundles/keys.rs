//! Makes enrolments of the workplace's own key, replaces that key, and enrols and retires others' keys.

use std::{collections::BTreeSet, sync::Arc};

use cunping_core::{
    bundle::{
        ActsAs, Directory, DirectoryOffice, Enrolment, KeyRecord, KeyRole, Kind, Party, Payload, Recipient, Rotation,
        SigningKey, Succeeds, Thumbprint, recipients_said_since,
    },
    days::Day,
    id::UnitLevel,
    privacy,
};
use cunping_text::{kind, lang::Lang};
use leptos::prelude::*;

use super::{Bundles, current, now, sign};
use crate::{
    clock,
    state::{
        App, Here, applicants, closed, encryption, filing, inbox::Inbox, keys, new_workplace::monitoring, parts,
        passphrase::NewKey, roster, signing::SignError, stopping,
    },
    store::{Change, Direction, FileRecord, OwnKey, Role, Seed, Workplace},
};

/// The way in which a new key takes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakesOver {
    /// The present key vouches for it.
    Vouched,
    /// The present key must not be used any more, since this day.
    Lost(Day),
}

impl Bundles {
    /// Signs an enrolment of the workplace's key for each of its parties. `lost` is an old key that is reported lost.
    /// Fails as [`Bundles::sign_and_keep`], or if the worker does not answer.
    pub async fn introduce(
        self,
        app: App,
        here: &Here,
        role: KeyRole,
        lost: Option<(Thumbprint, Day)>,
    ) -> Result<(), SignError> {
        let workplace = &here.workplace;
        let recipient = recipient(&keys::seed(app, workplace).map_err(SignError::Closed)?).await?;
        let of_party = |party: Party| {
            let succeeds = lost.map(|(kid, since)| Succeeds::Lost { kid, since });
            enrolment(here, &party, (role, &recipient), succeeds)
                .map(|enrolment| (Payload::from(enrolment), name(workplace)))
        };
        let all: Option<Vec<_>> = roster::parties(workplace).into_iter().map(of_party).collect();
        self.sign_and_keep_all(app, workplace, all.ok_or(SignError::NotVerified)?).await?;
        Ok(())
    }

    /// Gives the workplace a new key, and signs its enrolments in the same step: there is never one without the other.
    /// Fails if either key cannot be used, the worker does not answer, or the store fails. The old key stays then.
    pub async fn take_over(
        self,
        app: App,
        here: &Here,
        role: KeyRole,
        how: TakesOver,
        made: NewKey,
    ) -> Result<(), SignError> {
        let old = &untrack(|| keys::as_kept(app, &here.workplace));
        let key = SigningKey::from_seed(&made.seed.0);
        let kid = key.public().thumbprint();
        let own = OwnKey { key: made.stored.clone(), thumbprint: kid.to_string(), former: Vec::new() };
        let mut new = Workplace { own, ..old.clone() };
        if let Some(closed) = closed::closed(&new, keys::exposed(), true) {
            return Err(SignError::Closed(closed));
        }
        let recipient = recipient(&made.seed).await?;
        // If the old key is given up while it is locked, the identities that it protects are lost with it.
        let former = match keys::opening_seed(app, old) {
            Some(seed) => encryption::reencrypt(&old.own.former, &seed, &recipient.to_string()).await,
            None => Ok(Vec::new()),
        };
        new.own.former = former.map_err(|_| SignError::NoWorker)?;
        let now = clock::moment();
        let mut changes = vec![Change::SetOwnKey { of: old.id, was: old.own.clone(), now: new.own.clone() }];
        let mut signed = Vec::new();
        for party in roster::parties(old) {
            let succeeds = match how {
                TakesOver::Vouched => {
                    let old = keys::signing_key(app, old).map_err(SignError::Closed)?;
                    Succeeds::Rotation(Box::new(Rotation::sign(&old, kid, &party)))
                }
                TakesOver::Lost(since) => {
                    Succeeds::Lost { kid: old.own.thumbprint.parse().map_err(|_| SignError::NotVerified)?, since }
                }
            };
            let enrolment =
                enrolment(here, &party, (role, &recipient), Some(succeeds)).ok_or(SignError::NotVerified)?;
            let (text, verified) = sign(&key, enrolment.into())?;
            let record = filing::record(&verified, Direction::Sent, now, name(old));
            signed.push((record.digest, Arc::new(verified)));
            changes.push(Change::AddSent(old.id, record, text));
        }
        app.write(changes).await?;
        made.replace(app, &new);
        self.verified.update(|all| all.extend(signed));
        Ok(())
    }

    /// Returns the current directory; `None` if the clock is out of range.
    #[must_use]
    pub fn directory(self, app: App, inbox: Inbox, workplace: &Workplace) -> Option<Directory> {
        let units = inbox.expected(app);
        let at = now()?;
        Some(self.roster.with(|roster| roster.directory(workplace, &units, at)))
    }

    /// Stores those keys of a directory that are new or changed.
    pub fn take_keys(self, app: App, inbox: Inbox, after: &[KeyRecord]) {
        let Some(of) = current(app) else { return };
        let new = self.roster.with_untracked(|roster| applicants::changed(&roster.keys, after));
        self.roster.update(|roster| {
            roster.keys.retain(|old| !new.iter().any(|record| record.key == old.key && record.party == old.party));
            roster.keys.extend(new.iter().cloned());
        });
        app.change(new.into_iter().map(|record| Change::PutKey(of, record)).collect());
        inbox.look_at_keys(app);
    }

    /// Returns the files here that count now and would not by another directory, because it retires their keys. Tracks
    /// changes when it is called in a view.
    #[must_use]
    pub fn would_stop(self, app: App, before: &Directory, after: &Directory) -> Vec<FileRecord> {
        app.files.with(|files| self.verified.with(|verified| stopping::stops_counting(files, verified, before, after)))
    }

    /// Stores the age recipients that enrolled keys without one have named since.
    pub fn hear_recipients(self, app: App, inbox: Inbox) {
        let examined =
            untrack(|| self.looked_at(app, |file| file.is(Kind::Enrolment) && file.direction == Direction::Received));
        let enrolments = examined.iter().filter_map(|bundle| {
            let Payload::Enrolment(enrolment) = &bundle.verified.payload else { return None };
            Some((bundle.verified.key, &**enrolment))
        });
        let enrolments: Vec<_> = enrolments.collect();
        let said = self.roster.with_untracked(|roster| recipients_said_since(&enrolments, &roster.keys));
        if !said.is_empty() {
            self.take_keys(app, inbox, &said);
        }
    }

    /// Returns the office that an enrolment is about, if it belongs to the workplace's own unit and the directory does
    /// not list it yet. It acts as the document's office with which its id begins, and takes that one's name.
    #[must_use]
    pub fn new_office(self, here: &Here, enrolment: &Enrolment) -> Option<DirectoryOffice> {
        let (party, workplace) = (&enrolment.stated.party, &here.workplace);
        let office = party.office.clone()?;
        let own = party.unit == workplace.unit && office != workplace.office;
        let listed = self.roster.with_untracked(|roster| roster.office(party).is_some());
        if !own || listed || !here.collects() {
            return None;
        }
        let acts =
            |here: Here| Some(ActsAs { pack: here.pack.id.clone(), office: monitoring::acts_as(here.pack, &office)? });
        let acts_as: BTreeSet<ActsAs> = here.all().into_iter().filter_map(acts).collect();
        let acts_as = acts_as.into_iter().collect();
        let said = privacy::without(enrolment.name.strip_prefix(&workplace.unit_name).unwrap_or(&enrolment.name));
        let name = parts::called(&office, said.trim());
        Some(DirectoryOffice { unit: party.unit, office, name, acts_as, serves: None })
    }

    /// Stores offices of the area, in place of those of the same unit and id.
    pub fn put_offices(self, app: App, offices: Vec<DirectoryOffice>) {
        let Some(of) = current(app).filter(|_| !offices.is_empty()) else { return };
        self.roster.update(|roster| {
            roster.offices.retain(|old| offices.iter().all(|office| office.party() != old.party()));
            roster.offices.extend(offices.iter().cloned());
        });
        app.change(offices.into_iter().map(|office| Change::PutOffice(of, office)).collect());
    }

    /// Deletes an office of the area.
    pub fn remove_office(self, app: App, party: &Party) {
        let (Some(of), Some(office)) = (current(app), party.office.clone()) else { return };
        self.roster.update(|roster| roster.offices.retain(|it| it.party() != *party));
        app.change(vec![Change::DeleteOffice(of, party.unit, office)]);
    }

    /// Deletes a key, as if it had never been enrolled.
    pub fn take_out(self, app: App, inbox: Inbox, kid: Thumbprint) {
        let Some(of) = current(app) else { return };
        let gone: Vec<KeyRecord> = self.roster.with_untracked(|roster| {
            roster.keys.iter().filter(|record| record.key.thumbprint() == kid).cloned().collect()
        });
        self.roster.update(|roster| roster.keys.retain(|record| record.key.thumbprint() != kid));
        app.change(gone.into_iter().map(|record| Change::DeleteKey(of, record)).collect());
        inbox.look_at_keys(app);
    }
}

/// Returns the age recipient of a key; the worker derives it from the seed.
async fn recipient(seed: &Seed) -> Result<Recipient, SignError> {
    let said = encryption::recipient(seed).await.map_err(|_| SignError::NoWorker)?;
    said.parse().map_err(|_| SignError::NotVerified)
}

fn enrolment(
    here: &Here,
    party: &Party,
    (role, recipient): (KeyRole, &Recipient),
    succeeds: Option<Succeeds>,
) -> Option<Enrolment> {
    let mut stated = roster::stated(&here.workplace, Kind::Enrolment, now()?);
    stated.party = party.clone();
    let office = party.office.as_ref().map(|_| office_name(here));
    let name = office.unwrap_or_else(|| here.workplace.unit_name.clone());
    Some(Enrolment { stated, name, role, recipient: Some(recipient.clone()), succeeds })
}

/// Returns the name of a workplace's office behind its unit's name: its own, or the document's.
#[must_use]
pub fn office_name(here: &Here) -> String {
    let workplace = &here.workplace;
    let level = workplace.unit.level();
    let listed = here
        .pack
        .offices
        .get(&workplace.office)
        .filter(|office| office.level == level || workplace.role == Role::Monitor);
    let in_charge = (level == UnitLevel::Township).then(|| here.pack.terms.office.clone());
    match workplace.office_name.clone().or_else(|| listed.map(|office| office.name.clone())).or(in_charge) {
        Some(office) => format!("{} {office}", workplace.unit_name),
        None => workplace.unit_name.clone(),
    }
}

fn name(workplace: &Workplace) -> String {
    let who = workplace.office_name.as_ref().unwrap_or(&workplace.unit_name);
    kind::file_name(Lang::Zh, Kind::Enrolment, who, &clock::today().to_string())
}
