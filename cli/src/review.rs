//! Reviews files on the terminal, with the released packs and the overlays and directory given.

mod first_seen;

use std::{collections::BTreeSet, path::PathBuf};

use cunping_core::{
    bundle::{self, Assessment, Authority, Axis, Claim, Directory, Known, Payload, Review, States, Verified},
    days::Day,
    evaluate::Programs,
    id::{Digest, UnitCode, UnitLevel},
    json::Value,
    moment::Moment,
    overlay::Overlay,
    pack::Pack,
};
use cunping_text::{kind, lang::Lang, problem, recognition, when};

use crate::{
    fault::FileFault,
    input, output,
    stop::{Done, Stop},
};
use first_seen::FirstSeen;

/// Arguments that say whose keys are whose.
#[derive(clap::Args)]
pub(crate) struct Keys {
    /// A signed directory, which says whose keys are whose. Nothing vouches for its signer but you, who name it here
    #[arg(long, value_name = "FILE")]
    directory: Option<PathBuf>,
    /// The day on which the files were first seen, such as 2026-03-31. Default: today. Files first seen after their
    /// key was retired do not count
    #[arg(long, value_name = "DAY", value_parser = day, requires = "directory")]
    seen: Option<Day>,
    /// First-seen days of single files: lines `DIGEST,DAY`. All others count as first seen on `--seen`
    #[arg(long, value_name = "FILE", requires = "directory")]
    first_seen: Option<PathBuf>,
}

fn day(text: &str) -> Result<Day, String> {
    when::typed_day(text).ok_or_else(|| "一天，如 2026-03-10 / a day, such as 2026-03-10".to_owned())
}

/// A directory that the user vouches for, and the days on which files count as first seen.
pub(crate) struct Vouched {
    /// The directory.
    directory: Directory,
    /// The authority that follows from it: who may say what.
    pub(crate) authority: Authority,
    seen: FirstSeen,
}

impl Vouched {
    /// Returns the day on which a file counts as first seen.
    pub(crate) fn seen(&self, file: Digest) -> Day {
        self.seen.on(file)
    }
}

/// A reviewer: the packs, overlays and directory that files are reviewed against.
pub(crate) struct Reviewer {
    packs: Vec<Pack>,
    overlays: Vec<Overlay>,
    vouched: Option<Vouched>,
    nobody: Authority,
}

impl Keys {
    /// Reads the directory and the first-seen days; `Ok(None)` if no directory is named.
    ///
    /// # Errors
    ///
    /// After the problem has been printed: for a file that is not a directory, and for a line that is not a digest and
    /// a day.
    pub(crate) fn read(&self, lang: Lang) -> Done<Option<Vouched>> {
        let Some(file) = &self.directory else { return Ok(None) };
        let (mut found, mut wrong) = (None, false);
        input::each(std::slice::from_ref(file), bundle::MAX_BYTES, |input| match bundle::verify_as(&input.bytes) {
            Ok(verified) => {
                found = Some(verified);
                Ok(())
            }
            Err(problem) => {
                wrong = true;
                output::problem(&input.name, &problem::bundle(lang, &problem))
            }
        })?;
        let verified: Verified<Directory> = found.filter(|_| !wrong).ok_or_else(|| Stop::silent(3))?;
        let authority = Authority::of(&verified.payload, verified.key.thumbprint());
        let seen = FirstSeen::read(self.first_seen.as_ref(), self.seen.unwrap_or_else(today), lang)?;
        Ok(Some(Vouched { directory: verified.payload, authority, seen }))
    }
}

/// Returns today's date in China.
fn today() -> Day {
    now().map(Moment::day).unwrap_or_default()
}

/// Returns the current moment; `None` if the clock is beyond the calendar.
pub(crate) fn now() -> Option<Moment> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or_default();
    Moment::from_unix(seconds)
}

impl Reviewer {
    /// Makes a reviewer with these packs and overlays, and the directory if one was named.
    pub(crate) fn new(packs: Vec<Pack>, overlays: Vec<Overlay>, vouched: Option<Vouched>) -> Self {
        Self { packs, overlays, vouched, nobody: Authority::default() }
    }

    /// Returns true if a directory says whose keys are whose.
    pub(crate) fn knows_keys(&self) -> bool {
        self.vouched.is_some()
    }

    /// Lists the units of a level that the directory has directly below an area.
    pub(crate) fn units(&self, area: UnitCode, level: UnitLevel) -> BTreeSet<UnitCode> {
        let units = self.vouched.iter().flat_map(|vouched| &vouched.directory.units).map(|unit| unit.code);
        units.filter(|code| code.above() == area && code.level() == level).collect()
    }

    /// Returns the day on which a file counts as first seen; without a directory the day on which it claims to be
    /// signed.
    pub(crate) fn first_seen(&self, verified: &Verified) -> Day {
        self.vouched.as_ref().map_or_else(|| verified.payload.stated_at().day(), |it| it.seen(verified.digest))
    }

    /// Returns the documents.
    pub(crate) fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// Returns the overlays.
    pub(crate) fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// Reviews a file by itself. Its place among the files that supersede one another is checked by whoever holds the other files.
    pub(crate) fn alone(&self, verified: &Verified) -> Review {
        self.known(self.first_seen(verified), |known| bundle::examine(verified, known))
    }

    /// Reviews an assessment by itself, reusing compiled programs.
    pub(crate) fn assessment(&self, verified: &Verified<Assessment>, programs: &mut Programs) -> Review {
        let first_seen = self.vouched.as_ref().map_or(verified.payload.stated_at.day(), |it| it.seen(verified.digest));
        self.known(first_seen, |known| bundle::review_with(verified, known, programs))
    }

    /// Lists the places at which the facts of a reviewed file do not fit its document.
    pub(crate) fn faults(&self, lang: Lang, verified: &Verified, review: &Review) -> Vec<FileFault> {
        let Payload::Assessment(assessment) = &verified.payload else { return Vec::new() };
        let pack = self.packs.iter().find(|pack| pack.digest == assessment.pack.digest);
        let faults = pack.map(|pack| FileFault::of_facts(lang, pack, &review.problems)).unwrap_or_default();
        faults.into_iter().map(|fault| FileFault { at: format!("facts.{}", fault.at), ..fault }).collect()
    }

    /// Calls `look` with what is known about a file that was first seen on a day.
    fn known<T>(&self, first_seen: Day, look: impl FnOnce(&Known<'_>) -> T) -> T {
        let (packs, overlays): (Vec<&Pack>, Vec<&Overlay>) =
            (self.packs.iter().collect(), self.overlays.iter().collect());
        let authority = self.vouched.as_ref().map_or(&self.nobody, |it| &it.authority);
        look(&Known { packs: &packs, overlays: &overlays, authority, others: &[], first_seen })
    }
}

/// Describes in one line what a file is about.
pub(crate) fn about(lang: Lang, verified: &Verified) -> String {
    let payload = &verified.payload;
    let kind = kind::name(lang, payload.kind());
    let (unit, party) = (payload.unit(), payload.party());
    match payload {
        Payload::Assessment(assessment) => {
            format!("{} {unit} {} · {}", assessment.unit_name, assessment.pack.id, assessment.facts.period)
        }
        Payload::Opinion(opinion) => about_subject(kind, &opinion.subject, party),
        Payload::Recognition(recognition) => {
            format!(
                "{} {}",
                about_subject(kind, &recognition.subject, party),
                recognition::decision(lang, &recognition.decision)
            )
        }
        Payload::Receipt(receipt) => format!("{kind} {} {unit} · {}", receipt.unit_name, bundle::groups(receipt.file)),
        Payload::Rollup(rollup) => format!("{kind} {} {unit} {} · {}", rollup.area_name, rollup.pack.id, rollup.period),
        Payload::Directory(directory) => format!("{kind} {} {unit}", directory.area_name),
        Payload::Enrolment(enrolment) => format!("{kind} {} {}", enrolment.name, signer(party)),
        Payload::Overlay(signed) => format!("{kind} {} {}", signed.overlay.title, signed.overlay.pack),
        Payload::Pack(signed) => format!("{kind} {}@{}", signed.pack.id, signed.pack.version),
    }
}

fn about_subject(kind: &str, subject: &bundle::Subject, party: &bundle::Party) -> String {
    format!(
        "{kind} {} {} {} · {} ({})",
        subject.unit_name,
        subject.unit,
        subject.pack.id,
        subject.period,
        signer(party)
    )
}

fn signer(party: &bundle::Party) -> String {
    party.office.as_ref().map_or_else(|| party.unit.to_string(), |office| format!("{} {office}", party.unit))
}

/// Returns what a file is about and what was recomputed, as members of a JSON object.
pub(crate) fn members(verified: &Verified, review: &Review) -> Vec<(&'static str, Value<'static>)> {
    let payload = &verified.payload;
    let mut members = vec![
        ("digest", Value::text(verified.digest)),
        ("example", Value::Bool(payload.example())),
        ("kid", Value::text(verified.key.thumbprint())),
        ("kind", Value::text(payload.kind())),
        ("unit", Value::text(payload.unit())),
    ];
    members.extend(payload.party().office.as_ref().map(|office| ("office", Value::text(office))));
    let document = match payload {
        Payload::Assessment(assessment) => Some((&assessment.pack, Some((&assessment.level, assessment.facts.period)))),
        Payload::Opinion(opinion) => {
            Some((&opinion.subject.pack, Some((&opinion.subject.level, opinion.subject.period))))
        }
        Payload::Recognition(recognition) => {
            Some((&recognition.subject.pack, Some((&recognition.subject.level, recognition.subject.period))))
        }
        Payload::Rollup(rollup) => Some((&rollup.pack, Some((&rollup.level, rollup.period)))),
        Payload::Pack(signed) => Some((&signed.pack, None)),
        Payload::Enrolment(_) | Payload::Receipt(_) | Payload::Directory(_) | Payload::Overlay(_) => None,
    };
    if let Some((pack, about)) = document {
        members.push(("pack", Value::text(format!("{}@{}", pack.id, pack.version))));
        if let Some((level, period)) = about {
            members.extend([("level", Value::text(level)), ("period", Value::text(period))]);
        }
    }
    if let Payload::Recognition(recognition) = payload {
        members.push(("decision", Value::text(recognition.decision.code())));
    }
    let sequence = verified.seen(false, Day::MIN).map(|seen| seen.sequence);
    members.extend(sequence.map(|number| ("sequence", Value::Number(number.into()))));
    if let Some(evaluation) = &review.evaluation {
        members.push(("recomputed", Value::object(bundle::claim(&Claim::of(evaluation)))));
    }
    members
}

/// Returns the fixed name of the state on one axis; `unchecked` if the review did not get that far.
pub(crate) fn code(states: &States, axis: Axis) -> &'static str {
    let code = match axis {
        Axis::Readable => Some(states.readable.code()),
        Axis::Signature => Some(states.signature.code()),
        Axis::Key => states.key.map(|key| key.code()),
        Axis::Authority => states.authority.map(|authority| authority.code()),
        Axis::Clock => states.clock.map(|clock| clock.code()),
        Axis::Days => states.days.map(|days| days.code()),
        Axis::Pack => states.pack.map(|pack| pack.code()),
        Axis::Recompute => states.recompute.as_ref().map(|recompute| recompute.code()),
        Axis::Supersession => states.supersession.as_ref().map(|supersession| supersession.code()),
        Axis::Privacy => states.privacy.map(|privacy| privacy.code()),
        Axis::Mix => states.mix.map(|mix| mix.code()),
    };
    code.unwrap_or("unchecked")
}
