//! The part of a document that a party takes: by the directory, otherwise by the name that documents print.

use std::collections::BTreeSet;

use super::Authority;
use crate::{
    bundle::{ActsAs, DirectoryOffice, Opinion, Party},
    id::{OfficeId, UnitCode, UnitLevel},
    pack::{Level, Office, Pack},
};

/// The id of the office in charge where its document prints no name for it.
const IN_CHARGE: &str = "township";

impl Authority {
    /// Lists the offices of a document whose part a party takes for a unit, in the document's order.
    ///
    /// The directory comes first. An office to which it gives no part in this document takes the one that its id names:
    /// the document's own, or that of another document that prints the same name. A part is of the party's own level.
    #[must_use]
    pub fn parts(&self, packs: &[&Pack], pack: &Pack, party: &Party, unit: UnitCode) -> Vec<OfficeId> {
        let Some(own) = &party.office else { return Vec::new() };
        if !unit.lies_in(party.unit) || self.offices.get(party).is_some_and(|office| !office.serves(unit)) {
            return Vec::new();
        }
        let given = self.given(pack, party);
        if given.is_empty() {
            let level = party.unit.level();
            return by_name(packs, pack, own)
                .filter(|(_, office)| office.level == level)
                .map(|(id, _)| id.clone())
                .collect();
        }
        pack.offices
            .iter()
            .filter(|(id, office)| given.contains(id) && is_within_reach(office.level, party))
            .map(|(id, _)| id.clone())
            .collect()
    }

    /// Tells whether a party is the office in charge of its unit under a document (平安办): the one that collects, answers
    /// and adds up.
    #[must_use]
    pub fn is_in_charge(&self, packs: &[&Pack], pack: &Pack, party: &Party) -> bool {
        let Some(own) = &party.office else { return false };
        let given = self.given(pack, party);
        if given.is_empty() {
            let own = base(own);
            return own.as_str() == IN_CHARGE || packs.iter().any(|other| leads(other, &own, party.unit.level()));
        }
        given.iter().any(|office| leads(pack, office, party.unit.level()))
    }

    /// Tells whether a party is the office in charge of its unit under any of the documents.
    pub(super) fn is_in_charge_of_any(&self, packs: &[&Pack], party: &Party) -> bool {
        packs.iter().any(|pack| self.is_in_charge(packs, pack, party))
    }

    /// Lists the offices as which a party may decide about units of a level, in the document's order: those whose part
    /// it takes. The office in charge also decides for a body of its own level that signs no files (领导小组), and at the
    /// county for offices above it, whose decisions on paper it takes down.
    #[must_use]
    pub fn decides_as<'a>(
        &self,
        packs: &[&Pack],
        (pack, level): (&Pack, &'a Level),
        party: &Party,
    ) -> Vec<&'a OfficeId> {
        let parts = self.parts(packs, pack, party, party.unit);
        let leads = self.is_in_charge(packs, pack, party);
        let may = |id: &&OfficeId| {
            let of = pack.offices.get(*id).map(|it| it.level);
            parts.contains(id) || (leads && of.is_some_and(|of| is_within_reach(of, party)))
        };
        level.decided_by().iter().filter(may).collect()
    }

    /// Tells whether a party takes the part of a monitor of a level for a unit.
    pub(super) fn monitors(
        &self,
        packs: &[&Pack],
        (pack, level): (&Pack, &Level),
        party: &Party,
        unit: UnitCode,
    ) -> bool {
        let parts = self.parts(packs, pack, party, unit);
        level.criteria.iter().any(|criterion| criterion.monitors.iter().any(|monitor| parts.contains(monitor)))
    }

    /// Lists the offices of a document whose part would let a party's opinion count, in the document's order: each of
    /// the party's own level and a monitor of every criterion that the opinion speaks about. The directory can give it
    /// one of them.
    #[must_use]
    pub fn parts_to_give<'a>(pack: &'a Pack, level: &Level, opinion: &Opinion) -> Vec<(&'a OfficeId, &'a Office)> {
        let asked = |id: &OfficeId| {
            opinion.says.iter().all(|said| {
                level.criteria.iter().any(|criterion| criterion.id == said.criterion && criterion.monitors.contains(id))
            })
        };
        pack.offices
            .iter()
            .filter(|(id, office)| asked(id) && is_within_reach(office.level, &opinion.stated.party))
            .collect()
    }

    /// Lists every office that takes a part in a document for a unit, each with its parts, ordered by party: those of
    /// the directory, others whose keys are enrolled, and the importer's own. A part that none of them takes is listed
    /// under the document's own office, at the unit in which `unit` lies.
    ///
    /// Each office is looked at by itself: what is known of one changes nothing for another.
    #[must_use]
    pub fn offices_about(&self, packs: &[&Pack], pack: &Pack, unit: UnitCode) -> Vec<DirectoryOffice> {
        let enrolled = self.in_force(crate::days::Day::MAX).map(|record| &record.party);
        let own = self.own.iter().flat_map(|authority| &authority.parties);
        let parties: BTreeSet<&Party> = self.offices.keys().chain(enrolled).chain(own).collect();
        let mut all: Vec<DirectoryOffice> =
            parties.into_iter().filter_map(|party| self.office_about(packs, pack, party, unit)).collect();
        let taken: Vec<OfficeId> =
            all.iter().flat_map(|office| &office.acts_as).map(|part| part.office.clone()).collect();
        let untaken = pack.offices.iter().filter(|(id, _)| !taken.contains(id));
        all.extend(untaken.filter_map(|(id, office)| {
            Some(entry(pack, (seat(unit, office.level)?, id), office.name.clone(), vec![id.clone()]))
        }));
        all.sort_by_key(DirectoryOffice::party);
        all
    }

    fn office_about(&self, packs: &[&Pack], pack: &Pack, party: &Party, unit: UnitCode) -> Option<DirectoryOffice> {
        let (own, parts) = (party.office.as_ref()?, self.parts(packs, pack, party, unit));
        let first = parts.first()?;
        let printed = || pack.offices.get(first).map_or_else(String::new, |office| office.name.clone());
        let name = self.offices.get(party).map_or_else(printed, |office| office.name.clone());
        Some(entry(pack, (party.unit, own), name, parts))
    }

    /// Lists the parts in a document that the directory gives to a party.
    fn given(&self, pack: &Pack, party: &Party) -> Vec<&OfficeId> {
        let listed = self.offices.get(party).map_or(&[][..], |office| &office.acts_as);
        listed.iter().filter(|part| part.pack == pack.id).map(|part| &part.office).collect()
    }
}

/// Builds the entry of a party and its parts, for the unit that was asked about.
fn entry(pack: &Pack, (unit, office): (UnitCode, &OfficeId), name: String, parts: Vec<OfficeId>) -> DirectoryOffice {
    let acts_as = parts.into_iter().map(|office| ActsAs { pack: pack.id.clone(), office }).collect();
    DirectoryOffice { unit, office: office.clone(), name, acts_as, serves: None }
}

/// Tells whether a party acts at this level: at its own; a county also takes down what is decided above it.
pub(super) fn is_within_reach(level: UnitLevel, party: &Party) -> bool {
    match party.unit.level() {
        UnitLevel::County => level >= UnitLevel::County,
        own => level == own,
    }
}

/// Returns the id of an office without the suffix that tells real offices apart (`sumu-health.1a2b` gives
/// `sumu-health`).
#[must_use]
pub fn base(own: &OfficeId) -> OfficeId {
    own.as_str().split_once('.').and_then(|(base, _)| base.parse().ok()).unwrap_or_else(|| own.clone())
}

/// Returns the office of a document as which a real office acts by its id alone: the document's own of that id, or the
/// one for which both documents print a name.
#[must_use]
pub fn acts_as(packs: &[&Pack], pack: &Pack, own: &OfficeId) -> Option<OfficeId> {
    by_name(packs, pack, own).next().map(|(id, _)| id.clone())
}

/// Iterates over the offices of a document with this id, or with a name that another document prints for this id.
fn by_name<'a>(packs: &[&Pack], pack: &'a Pack, own: &OfficeId) -> impl Iterator<Item = (&'a OfficeId, &'a Office)> {
    let base = base(own);
    let known =
        (!pack.offices.contains_key(&base)).then(|| packs.iter().find_map(|other| other.offices.get(&base))).flatten();
    let names: Vec<String> = known.iter().flat_map(|office| names(office)).cloned().collect();
    let level = known.map(|office| office.level);
    pack.offices.iter().filter(move |(id, office)| {
        **id == base || (level == Some(office.level) && self::names(office).any(|name| names.contains(name)))
    })
}

fn names(office: &Office) -> impl Iterator<Item = &String> {
    std::iter::once(&office.name).chain(&office.variants)
}

/// Tells whether an office of a document is in charge at a level: the document names it for the township, or it
/// decides.
fn leads(pack: &Pack, office: &OfficeId, level: UnitLevel) -> bool {
    let decides = || pack.levels.iter().any(|award| award.decided_by().contains(office));
    let in_charge = |level| pack.in_charge(level).is_some_and(|(id, _)| id == office);
    in_charge(UnitLevel::Township)
        || in_charge(level)
        || (decides() && pack.offices.get(office).is_some_and(|entry| entry.level == level))
}

/// Returns the unit of a level in which a unit lies; `None` where the code does not tell.
fn seat(unit: UnitCode, level: UnitLevel) -> Option<UnitCode> {
    let seat = match level {
        UnitLevel::Village => unit,
        UnitLevel::Township => unit.township(),
        UnitLevel::County => unit.county(),
        UnitLevel::Prefecture | UnitLevel::Province => return None,
    };
    (seat.level() == level).then_some(seat)
}
