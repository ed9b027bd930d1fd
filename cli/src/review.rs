//! How the terminal reviews files: with the released packs, and the overlays and the directory that it was given.

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
use cunping_office::{lang::Lang, problem, recognition};

use crate::{
    input, output,
    stop::{Done, Stop},
};
use first_seen::FirstSeen;

/// Whose keys are whose, for a command that is told.
#[derive(clap::Args)]
pub(crate) struct Keys {
    /// A signed directory: whose keys are whose. Whoever names it vouches for it
    #[arg(long, value_name = "FILE")]
    directory: Option<PathBuf>,
    /// The day on which the files were first seen, such as 2026-03-31; today, when not given. Files that are first seen
    /// after a key was retired do not count
    #[arg(long, value_name = "DAY", value_parser = day, requires = "directory")]
    seen: Option<Day>,
    /// Days on which single files were first seen: lines `DIGEST,DAY`. The others count as first seen on `--seen`
    #[arg(long, value_name = "FILE", requires = "directory")]
    first_seen: Option<PathBuf>,
}

fn day(text: &str) -> Result<Day, String> {
    moment::day(text).ok_or_else(|| "YYYY-MM-DD".to_owned())
}

/// A directory that somebody vouches for, and the days on which files count as first seen.
pub(crate) struct Vouched {
    /// The directory.
    directory: Directory,
    /// Who may say what by it.
    pub(crate) authority: Authority,
    seen: FirstSeen,
}

impl Vouched {
    /// The day on which a file counts as first seen.
    pub(crate) fn seen(&self, file: Digest) -> Day {
        self.seen.on(file)
    }
}

/// What files are reviewed against.
pub(crate) struct Desk {
    packs: Vec<Pack>,
    overlays: Vec<Overlay>,
    vouched: Option<Vouched>,
    nobody: Authority,
}

impl Keys {
    /// The directory, if one is named, and the days on which files count as first seen.
    ///
    /// Fails, with the problem said, on a file that is no directory and on a line that is no digest and day.
    pub(crate) fn read(&self, lang: Lang) -> Done<Option<Vouched>> {
        let Some(file) = &self.directory else { return Ok(None) };
        let (mut found, mut wrong) = (None, false);
        input::each(std::slice::from_ref(file), bundle::MAX_BYTES, |input| match bundle::verify_as(&input.bytes) {
            Ok(opened) => {
                found = Some(opened);
                Ok(())
            }
            Err(problem) => {
                wrong = true;
                output::problem(&input.name, &problem::bundle(lang, &problem))
            }
        })?;
        let opened: Verified<Directory> = found.filter(|_| !wrong).ok_or_else(|| Stop::silent(3))?;
        let authority = Authority::of(&opened.payload, opened.key.thumbprint());
        let seen = FirstSeen::read(self.first_seen.as_ref(), self.seen.unwrap_or_else(today), lang)?;
        Ok(Some(Vouched { directory: opened.payload, authority, seen }))
    }
}

/// Today in China.
fn today() -> Day {
    now().map(Moment::day).unwrap_or_default()
}

/// This moment; `None` on a clock beyond every calendar.
pub(crate) fn now() -> Option<Moment> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or_default();
    Moment::from_unix(seconds)
}

impl Desk {
    /// A desk with these packs and overlays, and the directory that was named.
    pub(crate) fn new(packs: Vec<Pack>, overlays: Vec<Overlay>, vouched: Option<Vouched>) -> Self {
        Self { packs, overlays, vouched, nobody: Authority::default() }
    }

    /// Whether anybody says whose keys are whose.
    pub(crate) fn knows_keys(&self) -> bool {
        self.vouched.is_some()
    }

    /// The units that the directory lists directly in an area, of a level.
    pub(crate) fn units(&self, area: UnitCode, level: UnitLevel) -> BTreeSet<UnitCode> {
        let units = self.vouched.iter().flat_map(|it| &it.directory.units).map(|it| it.code);
        units.filter(|it| it.above() == area && it.level() == level).collect()
    }

    /// The day on which a file counts as first seen; without a directory that on which it says it was signed.
    pub(crate) fn first_seen(&self, opened: &Verified) -> Day {
        self.vouched.as_ref().map_or_else(|| opened.payload.stated_at().day(), |it| it.seen(opened.digest))
    }

    /// The documents.
    pub(crate) fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// The overlays.
    pub(crate) fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// Reviews a file by itself. Its place among others is for whoever has the others.
    pub(crate) fn alone(&self, opened: &Verified) -> Review {
        self.known(self.first_seen(opened), |known| bundle::examine(opened, known))
    }

    /// Reviews an assessment by itself, with programs that were compiled before.
    pub(crate) fn assessment(&self, opened: &Verified<Assessment>, programs: &mut Programs) -> Review {
        let first_seen = self.vouched.as_ref().map_or(opened.payload.stated_at.day(), |it| it.seen(opened.digest));
        self.known(first_seen, |known| bundle::review_with(opened, known, programs))
    }

    /// What is known when a file that was first seen on a day is looked at.
    fn known<T>(&self, first_seen: Day, look: impl FnOnce(&Known<'_>) -> T) -> T {
        let (packs, overlays): (Vec<&Pack>, Vec<&Overlay>) =
            (self.packs.iter().collect(), self.overlays.iter().collect());
        let authority = self.vouched.as_ref().map_or(&self.nobody, |it| &it.authority);
        look(&Known { packs: &packs, overlays: &overlays, authority, others: &[], first_seen })
    }
}

/// What a file is about, on one line.
pub(crate) fn about(lang: Lang, opened: &Verified) -> String {
    let payload = &opened.payload;
    let kind = problem::kind(lang, payload.kind());
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

/// What a file is about and what was recomputed, as members of a JSON object.
pub(crate) fn members(opened: &Verified, review: &Review) -> Vec<(&'static str, Value<'static>)> {
    let payload = &opened.payload;
    let mut members = vec![
        ("digest", Value::text(opened.digest)),
        ("example", Value::Bool(payload.example())),
        ("kid", Value::text(opened.key.thumbprint())),
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
    let sequence = opened.seen(false, Day::MIN).map(|seen| seen.sequence);
    members.extend(sequence.map(|it| ("sequence", Value::Number(it.into()))));
    if let Some(evaluation) = &review.evaluation {
        members.push(("recomputed", Value::object(bundle::claim(&Claim::of(evaluation)))));
    }
    members
}

/// The fixed name of the state on one axis; `unchecked` where the file was not looked at that far.
pub(crate) fn code(states: &States, axis: Axis) -> &'static str {
    let code = match axis {
        Axis::Readable => Some(states.readable.code()),
        Axis::Signature => Some(states.signature.code()),
        Axis::Key => states.key.map(|it| it.code()),
        Axis::Authority => states.authority.map(|it| it.code()),
        Axis::Clock => states.clock.map(|it| it.code()),
        Axis::Pack => states.pack.map(|it| it.code()),
        Axis::Recompute => states.recompute.as_ref().map(|it| it.code()),
        Axis::Chain => states.chain.as_ref().map(|it| it.code()),
        Axis::Privacy => states.privacy.map(|it| it.code()),
        Axis::Mix => states.mix.map(|it| it.code()),
    };
    code.unwrap_or("unchecked")
}
