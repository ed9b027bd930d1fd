//! The opinions, decisions and receipts that count, and the offices that are asked for them. Pure.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    bundle::{
        self, AuthorityState, Axis, Directory, KeyState, Kind, Opinion, Payload, Receipt, Recognition, SignatureState,
        States, Voices, voices,
    },
    days::Day,
    id::{Digest, OfficeId, UnitCode},
    moment::Moment,
    pack::{Level, Pack},
    rollup::{self, SignedDecision, counting},
};

use super::{
    documents,
    examined::Examined,
    roster::{Roster, party},
};
use crate::store::{FileRecord, Role, Workplace};

/// The opinions, decisions and receipts that count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responses {
    /// The opinions that count, with the digests of their files.
    pub opinions: Vec<(Digest, Opinion)>,
    /// The decisions that count, with the digests of their files.
    pub decisions: Vec<(Digest, Recognition)>,
    /// The receipts that count, each with the day on which it was first seen.
    pub receipts: Vec<(Receipt, Day)>,
    /// The opinions that do not count, although their signature is good, because of their key or their office's part.
    pub uncounted: Vec<Uncounted>,
    /// The files with a receipt that will count as soon as its signer's key is enrolled.
    waiting: BTreeSet<Digest>,
    /// The counting decisions in the form in which core works out their outcome.
    decided: Vec<SignedDecision>,
}

/// An opinion that is here and does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncounted {
    /// The opinion.
    pub opinion: Opinion,
    /// The states of its file.
    pub states: States,
}

impl Uncounted {
    /// Returns the axis that keeps it from counting: the key first, since nothing else helps before that is settled.
    #[must_use]
    pub fn axis(&self) -> Axis {
        if self.states.key == Some(KeyState::Enrolled) { Axis::Authority } else { Axis::Key }
    }

    /// Returns whether it would count if the directory gave its office a part in the document.
    #[must_use]
    pub fn lacks_part(&self) -> bool {
        self.axis() == Axis::Authority && self.states.authority == Some(AuthorityState::NoPart)
    }

    fn of(opinion: &Opinion, states: &States) -> Option<Self> {
        let whole = states.signature == SignatureState::Good;
        let settled = states.key == Some(KeyState::Enrolled) && states.authority == Some(AuthorityState::Yes);
        (whole && !settled).then(|| Self { opinion: opinion.clone(), states: states.clone() })
    }
}

impl Responses {
    /// Selects those among `examined` that count. `files` are all the files here: a decision that is not about the
    /// document, unit and period of its file does not count.
    #[must_use]
    pub fn of(examined: &[Examined], files: &[FileRecord]) -> Self {
        let decided = examined
            .iter()
            .filter_map(|bundle| SignedDecision::new(&bundle.verified, &bundle.states, bundle.record.first_seen.day));
        let decided: Vec<SignedDecision> =
            decided.filter(|decision| files.iter().all(|file| is_about(decision, file))).collect();
        let decided: Vec<SignedDecision> = counting(&decided).into_iter().cloned().collect();
        let digests: BTreeSet<Digest> = decided.iter().map(|decision| decision.seen.digest).collect();
        let mut all = Self { decided, ..Self::default() };
        for bundle in examined {
            let digest = bundle.record.digest;
            match &bundle.verified.payload {
                Payload::Recognition(recognition) if digests.contains(&digest) => {
                    all.decisions.push((digest, (**recognition).clone()));
                }
                Payload::Opinion(opinion) if bundle.states.counts() => all.opinions.push((digest, (**opinion).clone())),
                Payload::Opinion(opinion) => all.uncounted.extend(Uncounted::of(opinion, &bundle.states)),
                Payload::Receipt(receipt) if bundle.states.counts() => {
                    all.receipts.push(((**receipt).clone(), bundle.record.first_seen.day));
                }
                Payload::Receipt(receipt) if waits(&bundle.states) => {
                    all.waiting.insert(receipt.file);
                }
                Payload::Recognition(_)
                | Payload::Receipt(_)
                | Payload::Assessment(_)
                | Payload::Rollup(_)
                | Payload::Enrolment(_)
                | Payload::Directory(_)
                | Payload::Overlay(_)
                | Payload::Pack(_) => {}
            }
        }
        all
    }

    /// Returns the files on which a counting decision was taken, other than to return them: a file that supersedes one
    /// of them waits for the office.
    #[must_use]
    pub fn settled(&self) -> BTreeSet<Digest> {
        self.decided.iter().filter(|decision| decision.decision.settles()).map(|decision| decision.assessment).collect()
    }

    /// Returns the decisions on a file.
    #[must_use]
    pub fn on(&self, file: Digest) -> Vec<&Recognition> {
        self.decisions.iter().map(|(_, decision)| decision).filter(|decision| decision.assessment == file).collect()
    }

    /// Returns the receipt that the sender of a file goes by, among all counting receipts for it; see
    /// [`rollup::answer`].
    #[must_use]
    pub fn answer(&self, file: Digest) -> Option<&Receipt> {
        rollup::answer(self.receipts.iter().map(|(receipt, day)| (receipt, *day)), file)
    }

    /// Returns whether a receipt for a file is here that will count as soon as its signer's key is enrolled.
    #[must_use]
    pub fn waits_for_key(&self, file: Digest) -> bool {
        self.waiting.contains(&file)
    }

    /// Returns what every office says about every criterion of an assessment.
    #[must_use]
    pub fn voices(
        &self,
        directory: &Directory,
        pack: &Pack,
        level: &Level,
        assessment: &bundle::Assessment,
    ) -> Vec<Voices> {
        let opinions: Vec<&Opinion> = self.opinions.iter().map(|(_, opinion)| opinion).collect();
        voices(directory, pack, level, &assessment.facts, &assessment.overlays, &opinions)
    }

    /// Returns the outcome of the decisions on a file.
    #[must_use]
    pub fn stands(&self, level: &Level, file: Digest) -> bundle::Settled {
        rollup::stands(level, &self.decided_on(file))
    }

    /// Returns the decisions that took back an award, by the file on which it was given.
    #[must_use]
    pub fn taken_back(&self, level: &Level) -> BTreeMap<Digest, Digest> {
        let files: BTreeSet<Digest> = self.decided.iter().map(|it| it.assessment).collect();
        files.into_iter().filter_map(|file| Some((file, rollup::taken_back(level, &self.decided_on(file))?))).collect()
    }

    fn decided_on(&self, file: Digest) -> Vec<&SignedDecision> {
        self.decided.iter().filter(|it| it.assessment == file).collect()
    }
}

fn waits(states: &States) -> bool {
    states.key == Some(KeyState::Stranger) && states.authority == Some(AuthorityState::Yes)
}

/// Returns whether a decision is about a file's document, level, unit and period, or was not taken on that file at all.
fn is_about(decision: &SignedDecision, file: &FileRecord) -> bool {
    file.digest != decision.assessment
        || decision.about().is_some_and(|(_, slot)| {
            file.is_under(&slot.pack, &slot.level) && (file.unit, file.period()) == (slot.unit, Some(slot.period))
        })
}

/// Returns the directory of the offices that are asked for an opinion about `unit`: see
/// [`bundle::Authority::offices_about`].
#[must_use]
pub fn directory(roster: &Roster, workplace: &Workplace, unit: UnitCode, pack: &Pack, at: Moment) -> Directory {
    let offices = roster.authority(workplace).offices_about(&documents::held(), pack, unit);
    Directory { offices, ..roster.directory(workplace, &[], at) }
}

/// Returns the criteria about which a monitor is asked: those that name the office that its workplace acts as.
#[must_use]
pub fn asked_of<'a>(level: &'a Level, office: &OfficeId) -> Vec<&'a cunping_core::pack::Criterion> {
    level.criteria.iter().filter(|it| it.monitors.contains(office)).collect()
}

/// Returns the offices of a document in whose names a workplace may decide about the units of a level: those at its own
/// level; at the county also those above it, which sign no files themselves. Empty for a village and a monitor.
#[must_use]
pub fn decides_as<'a>(pack: &Pack, level: &'a Level, workplace: &Workplace) -> Vec<&'a OfficeId> {
    if !matches!(workplace.role, Role::Township | Role::County) {
        return Vec::new();
    }
    let party = party(workplace, Kind::Recognition);
    Roster::default().authority(workplace).decides_as(&documents::held(), (pack, level), &party)
}

/// Returns the office that decides about the units of a level right after this workplace, and has to be told; `None` if
/// the workplace decides in the names of all that follow, or of none.
#[must_use]
pub fn decides_after<'a>(pack: &Pack, level: &'a Level, workplace: &Workplace) -> Option<&'a OfficeId> {
    let own = decides_as(pack, level, workplace);
    let last = level.decided_by().iter().rposition(|id| own.contains(&id))?;
    level.decided_by().get(last + 1)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use cunping_core::bundle::{Decision, DecisionReason, LinePosition, PackRef, SigningKey, Subject, Verified};

    use super::*;
    use crate::{
        state::{documents, edition::sample, examined, filing, roster},
        store::{ClockTime, Direction, FileRecord},
    };

    const AT: &str = "2026-03-02T10:00:00+08:00";

    fn model() -> (&'static Pack, &'static Level) {
        let pack = documents::released(&"wangchang-pingan-cun-2023".parse().unwrap()).unwrap();
        (pack, pack.level(&"model".parse().unwrap()).unwrap())
    }

    fn workplace(role: Role, unit: &str) -> Workplace {
        sample::workplace(model().0, role, unit)
    }

    /// A workplace's decision about a village, in the name of an office, at a place in its chain.
    fn decided(by: &Workplace, office: &str, decision: Decision, place: LinePosition) -> (FileRecord, Arc<Verified>) {
        let (pack, level) = model();
        let made = Recognition {
            stated: roster::stated(by, Kind::Recognition, AT.parse().unwrap()),
            place,
            subject: Subject {
                unit: "429006104203".parse().unwrap(),
                unit_name: "x".into(),
                pack: PackRef::to(pack),
                level: level.id.clone(),
                period: "2025".parse().unwrap(),
                overlays: Vec::new(),
            },
            office: office.parse().unwrap(),
            assessment: Digest([7; 32]),
            opinions: Vec::new(),
            reasons: vec![DecisionReason { criterion: None, text: "x".into() }],
            decision,
        };
        let signed = Payload::from(made).sign(&SigningKey::from_seed(&[2; 32]));
        let verified = bundle::verify(signed.text.as_bytes()).unwrap();
        let seen = ClockTime { ms: 0, day: "2026-03-02".parse().unwrap() };
        (filing::record(&verified, Direction::Received, seen, String::new()), Arc::new(verified))
    }

    /// Selects what counts among some files of a workplace whose own key signed them.
    fn responses(at: &Workplace, files: &[(FileRecord, Arc<Verified>)]) -> Responses {
        let verified = files.iter().map(|(record, verified)| (record.digest, Arc::clone(verified))).collect();
        let packs: Vec<_> = documents::all().iter().collect();
        let authority = Roster::default().authority(at);
        let here = examined::ExaminedBy { packs: &packs, overlays: &[], authority: &authority };
        Responses::of(&examined::examine_all(files.iter().map(|(record, _)| record), &verified, here), &[])
    }

    fn after(before: &(FileRecord, Arc<Verified>)) -> LinePosition {
        LinePosition { sequence: before.0.sequence + 1, supersedes: Some(before.0.digest) }
    }

    #[test]
    fn a_county_decides_as_its_own_office_and_for_the_province_and_each_stands_for_itself() {
        let county = workplace(Role::County, "429006000000");
        let city = decided(&county, "city-leading-group", Decision::Qualified, LinePosition::FIRST);
        let province = decided(&county, "province-leading-group", Decision::Qualified, LinePosition::FIRST);
        let both = responses(&county, &[city.clone(), province]);
        assert_eq!(both.stands(model().1, Digest([7; 32])), bundle::Settled::Qualified);
        let waits = responses(&county, &[city]).stands(model().1, Digest([7; 32]));
        assert!(matches!(waits, bundle::Settled::Waits(_)), "{waits:?}");
    }

    #[test]
    fn nobody_decides_in_the_name_of_an_office_above() {
        let township = workplace(Role::Township, "429006104000");
        let forged = decided(&township, "city-leading-group", Decision::Qualified, LinePosition::FIRST);
        let none = responses(&township, std::slice::from_ref(&forged));
        assert_eq!(none, Responses::default());
        let county = workplace(Role::County, "429006000000");
        assert_eq!(responses(&county, &[forged]), Responses::default(), "nor anywhere else");
        assert!(decides_as(model().0, model().1, &township).is_empty());
    }

    #[test]
    fn a_name_that_was_taken_back_stays_so() {
        let county = workplace(Role::County, "429006000000");
        let step = || Decision::Removed("step.removal".parse().unwrap());
        let city = decided(&county, "city-leading-group", Decision::Qualified, LinePosition::FIRST);
        let named = decided(&county, "province-leading-group", Decision::Qualified, LinePosition::FIRST);
        let gone = decided(&county, "province-leading-group", step(), after(&named));
        let again = decided(&county, "province-leading-group", Decision::Qualified, after(&gone));
        let (level, removal) = (model().1, gone.0.digest);
        let all = responses(&county, &[city, named, gone, again]);
        let stands = all.stands(level, Digest([7; 32]));
        assert_eq!(stands, bundle::Settled::Removed("province-leading-group".parse().unwrap()));
        assert_eq!(all.taken_back(level), [(Digest([7; 32]), removal)].into());
    }

    #[test]
    fn whoever_decides_next_is_told() {
        let pack = documents::released(&"sulide-bawu-2022".parse().unwrap()).unwrap();
        let village = pack.level(&"village".parse().unwrap()).unwrap();
        let next = |role, unit| decides_after(pack, village, &workplace(role, unit)).map(ToString::to_string);
        assert_eq!(next(Role::Township, "150626200000").as_deref(), Some("flag-pingan"));
        assert_eq!(next(Role::County, "150626000000"), None);
        let (pack, model) = model();
        assert_eq!(decides_after(pack, model, &workplace(Role::County, "429006000000")), None);
    }

    #[test]
    fn a_monitor_is_asked_what_names_it_and_no_more() {
        let pack = documents::released(&"sulide-bawu-2022".parse().unwrap()).unwrap();
        let level = pack.level(&"village".parse().unwrap()).unwrap();
        let asked = |office: &str| {
            let of = asked_of(level, &office.parse().unwrap());
            of.iter().map(|it| it.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(asked("sumu-women"), ["village.4"]);
        assert_eq!(asked("sumu-justice"), ["village.3"]);
        assert!(asked("flag-police").is_empty());
    }
}
