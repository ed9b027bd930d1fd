//! Reviews files on the terminal, with the released packs and the overlays and directory given.

mod first_seen;

use std::{collections::BTreeSet, path::PathBuf};

use cunping_core::{
    bundle::{self, Assessment, Authority, Axis, Claim, Directory, Known, Payload, Review, States, Verified},
    days::Day,
    evaluate::Programs,
    id::{Digest, UnitCode, UnitLevel},
    json::Value,
    moment::{self, Moment},
    overlay::Overlay,
    pack::Pack,
};
use cunping_text::{kind, lang::Lang, problem, recognition};

use crate::{
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
    moment::day(text).ok_or_else(|| "YYYY-MM-DD".to_owned())
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
        let units = self.vouched.iter().flat_map(|it| &it.directory.units).map(|it| it.code);
        units.filter(|it| it.above() == area && it.level() == level).collect()
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
        Payload::Assessment(it) => format!("{} {unit} {} · {}", it.unit_name, it.pack.id, it.facts.period),
        Payload::Opinion(it) => about_subject(kind, &it.subject, party),
        Payload::Recognition(it) => {
            format!("{} {}", about_subject(kind, &it.subject, party), recognition::decision(lang, &it.decision))
        }
        Payload::Receipt(it) => format!("{kind} {} {unit} · {}", it.unit_name, bundle::groups(it.file)),
        Payload::Rollup(it) => format!("{kind} {} {unit} {} · {}", it.area_name, it.pack.id, it.period),
        Payload::Directory(it) => format!("{kind} {} {unit}", it.area_name),
        Payload::Enrolment(it) => format!("{kind} {} {}", it.name, signer(party)),
        Payload::Overlay(it) => format!("{kind} {} {}", it.overlay.title, it.overlay.pack),
        Payload::Pack(it) => format!("{kind} {}@{}", it.pack.id, it.pack.version),
    }
}

fn about_subject(kind: &str, it: &bundle::Subject, party: &bundle::Party) -> String {
    format!("{kind} {} {} {} · {} ({})", it.unit_name, it.unit, it.pack.id, it.period, signer(party))
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
        Payload::Assessment(it) => Some((&it.pack, Some((&it.level, it.facts.period)))),
        Payload::Opinion(it) => Some((&it.subject.pack, Some((&it.subject.level, it.subject.period)))),
        Payload::Recognition(it) => Some((&it.subject.pack, Some((&it.subject.level, it.subject.period)))),
        Payload::Rollup(it) => Some((&it.pack, Some((&it.level, it.period)))),
        Payload::Pack(it) => Some((&it.pack, None)),
        Payload::Enrolment(_) | Payload::Receipt(_) | Payload::Directory(_) | Payload::Overlay(_) => None,
    };
    if let Some((pack, about)) = document {
        members.push(("pack", Value::text(format!("{}@{}", pack.id, pack.version))));
        if let Some((level, period)) = about {
            members.extend([("level", Value::text(level)), ("period", Value::text(period))]);
        }
    }
    if let Payload::Recognition(it) = payload {
        members.push(("decision", Value::text(it.decision.code())));
    }
    let sequence = verified.seen(false, Day::MIN).map(|seen| seen.sequence);
    members.extend(sequence.map(|it| ("sequence", Value::Number(it.into()))));
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
        Axis::Key => states.key.map(|it| it.code()),
        Axis::Authority => states.authority.map(|it| it.code()),
        Axis::Clock => states.clock.map(|it| it.code()),
        Axis::Pack => states.pack.map(|it| it.code()),
        Axis::Recompute => states.recompute.as_ref().map(|it| it.code()),
        Axis::Supersession => states.supersession.as_ref().map(|it| it.code()),
        Axis::Privacy => states.privacy.map(|it| it.code()),
        Axis::Mix => states.mix.map(|it| it.code()),
    };
    code.unwrap_or("unchecked")
}
