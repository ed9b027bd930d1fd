//! `cunping verify`: prints the states of each file, worst first. Only keys of the given directory are trusted.

mod beside;

use clap::Args;
use cunping_core::{
    bundle::{self, AuthorityState, Axis, KeyState, Review, Severity, States, Verified},
    days::Day,
    id::Digest,
    json::Value,
    privacy::PersonalKind,
    rollup::{SignedDecision, counting},
};
use cunping_text::{lang::Lang, problem, ui::recognition};

use self::beside::BesideFile;
use crate::{
    fault::FileFault,
    input::Texts,
    output,
    overlays::Supplements,
    packs, reading,
    review::{self, Keys, Reviewer},
    stop::{Done, Stop},
};

/// Verify files of every kind: form, signature, key, document, recomputed findings.
///
/// Of a file that is refused every place that does not fit is named, not only the first.
/// A signature proves that nothing was changed since signing, not who signed: whose key it is, only a directory tells.
/// After all files, remarks on decisions and opinions follow: a decision is void because its office took the name back
/// before it; the document forbids a decision, or a decision contradicts the file it is about without giving a reason;
/// an opinion withdraws so many objections of the one it supersedes.
///
/// Exit codes: 0 every file holds, 1 could not run, 3 a file is refused or does not count.
#[derive(Args)]
pub(crate) struct VerifyArgs {
    #[command(flatten)]
    texts: Texts,
    #[command(flatten)]
    supplements: Supplements,
    #[command(flatten)]
    keys: Keys,
}

/// Verifies every file; an error in one does not stop the others.
pub(crate) fn run(args: &VerifyArgs) -> Done {
    let packs = packs::all()?;
    let vouched = args.keys.read(args.texts.lang)?;
    let overlays = args.supplements.read(&packs, vouched.as_ref(), args.texts.lang)?;
    let reviewer = Reviewer::new(packs, overlays, vouched);
    let (mut all_hold, mut decided, mut beside) = (true, Vec::new(), BesideFile::default());
    reading::each(&args.texts, reading::Holds::Bundles, bundle::MAX_BYTES, |given| {
        let input = match given {
            Ok(input) => input,
            Err(unread) => {
                all_hold = false;
                return unread.refuse(&args.texts);
            }
        };
        let outcome = Verification::new(&reviewer, args.texts.lang, &input.bytes);
        all_hold &= outcome.holds();
        if let Verification::Verified(file) = &outcome {
            beside.add(&reviewer, &input.name, (&file.verified, &file.review));
        }
        decided.extend(outcome.decided().map(|decision| (input.name.clone(), decision)));
        if args.texts.json {
            output::json(&outcome.json(args.texts.lang, &input.name).canonical())
        } else {
            output::lines(&outcome.words(args.texts.lang, &input.name))
        }
    })?;
    for said in beside.said(&reviewer, args.texts.lang) {
        all_hold &= said.holds();
        if args.texts.json {
            output::json(&said.json().canonical())?;
        } else {
            output::lines(&said.words(args.texts.lang))?;
        }
    }
    for late in TooLate::of(&decided) {
        all_hold = false;
        if args.texts.json {
            output::json(&late.json().canonical())?;
        } else {
            output::lines(&late.words(args.texts.lang))?;
        }
    }
    if all_hold { Ok(()) } else { Err(Stop::silent(3)) }
}

/// The result of verifying a file.
enum Verification {
    Refused(bundle::BundleError),
    Verified(Box<VerifiedFile>),
}

/// A file that was verified and reviewed.
struct VerifiedFile {
    verified: Verified,
    review: Review,
    first_seen: Day,
    /// True if a directory says whose keys are whose.
    knows_keys: bool,
    /// The places at which the facts do not fit the document, warnings included.
    faults: Vec<FileFault>,
}

impl Verification {
    fn new(reviewer: &Reviewer, lang: Lang, bytes: &[u8]) -> Self {
        match bundle::verify(bytes) {
            Err(problem) => Self::Refused(problem),
            Ok(verified) => {
                let (review, first_seen) = (reviewer.alone(&verified), reviewer.first_seen(&verified));
                let faults = reviewer.faults(lang, &verified, &review);
                Self::Verified(Box::new(VerifiedFile {
                    faults,
                    verified,
                    review,
                    first_seen,
                    knows_keys: reviewer.knows_keys(),
                }))
            }
        }
    }

    /// Returns what later remarks need to know about a decision; `None` for other files.
    fn decided(&self) -> Option<SignedDecision> {
        match self {
            Self::Refused(_) => None,
            Self::Verified(file) => SignedDecision::new(&file.verified, &file.review.states, file.first_seen),
        }
    }

    fn states(&self) -> States {
        match self {
            Self::Refused(problem) => States::refused(problem),
            Self::Verified(file) => file.review.states.clone(),
        }
    }

    /// Returns true if the file holds. Findings that do not follow from the facts need a look, so such a file does not
    /// hold. Without a directory, neither an unknown key nor an office without a part counts against it.
    fn holds(&self) -> bool {
        let mut states = self.states();
        if let Self::Verified(file) = self
            && !file.knows_keys
        {
            states.key = states.key.filter(|key| *key != KeyState::Stranger);
            states.authority = states.authority.filter(|authority| *authority != AuthorityState::NoPart);
        }
        states.worst().is_none_or(|(severity, _)| severity < Severity::Attention)
    }

    fn words(&self, lang: Lang, name: &str) -> Vec<String> {
        let (mut lines, states, kind) = match self {
            Self::Refused(refused) => {
                let faults = FileFault::of_bundle(lang, refused);
                let what = faults.iter().map(|fault| &fault.words.what);
                // The advice is about the whole file, so that of every place is the same.
                let lines = what.chain(faults.last().map(|fault| &fault.words.advice)).map(|line| format!("   {line}"));
                return std::iter::once(format!("✕ {name}")).chain(lines).collect();
            }
            Self::Verified(file) => {
                let mark = if self.holds() { "✓" } else { "✕" };
                let about = review::about(lang, &file.verified);
                let lines = vec![format!("{mark} {name}  {about}  {}", bundle::groups(file.verified.digest))];
                (lines, &file.review.states, file.verified.payload.kind())
            }
        };
        for (severity, axis) in states.by_severity() {
            if severity > Severity::Fine {
                let words = problem::bundle_state(lang, kind, states, axis);
                lines.push(format!("   {}", words.line(lang)));
            }
            if let (Axis::Recompute, Self::Verified(file)) = (axis, self) {
                lines.extend(file.faults.iter().map(|fault| format!("     {}", fault.words.line(lang))));
            }
        }
        if let Self::Verified(file) = self {
            let personal = file.review.personal.iter().map(|(at, kind)| problem::flagged(lang, at, *kind).what);
            lines.extend(personal.map(|what| format!("     {what}")));
        }
        lines
    }

    fn json(&self, lang: Lang, name: &str) -> Value<'static> {
        let states = self.states();
        let axes = states.by_severity().into_iter().map(|(severity, axis)| {
            let state = Value::text(review::code(&states, axis));
            Value::object([
                ("axis", Value::text(axis.code())),
                ("severity", Value::text(severity.code())),
                ("state", state),
            ])
        });
        let mut members = vec![
            ("file", Value::text(name)),
            ("holds", Value::Bool(self.holds())),
            ("states", Value::List(axes.collect())),
        ];
        match self {
            Self::Refused(refused) => members.extend([
                ("layer", Value::text(refused.layer().code())),
                ("problem", Value::text(refused.code())),
                ("problems", Value::List(FileFault::of_bundle(lang, refused).iter().map(FileFault::json).collect())),
            ]),
            Self::Verified(file) => {
                members.extend(review::members(&file.verified, &file.review));
                let faults: Vec<_> = file.faults.iter().map(FileFault::json).collect();
                members.extend((!faults.is_empty()).then_some(("problems", Value::List(faults))));
                let told = |(at, kind): &(String, PersonalKind)| {
                    Value::object([("at", Value::text(at)), ("kind", Value::text(kind.code()))])
                };
                let personal: Vec<_> = file.review.personal.iter().map(told).collect();
                members.extend((!personal.is_empty()).then_some(("personal", Value::List(personal))));
            }
        }
        Value::object(members)
    }
}

/// A decision that is void because its office took the name back before it.
struct TooLate<'a> {
    file: &'a str,
    digest: Digest,
    removal: Digest,
}

impl<'a> TooLate<'a> {
    /// Finds such decisions among those of all files, in the order of the files.
    fn of(decided: &'a [(String, SignedDecision)]) -> Vec<Self> {
        let all: Vec<SignedDecision> = decided.iter().map(|(_, decision)| decision.clone()).collect();
        let removals: Vec<&SignedDecision> =
            counting(&all).into_iter().filter(|decision| decision.is_removal()).collect();
        let late = |(file, decision): &'a (String, SignedDecision)| {
            let removal = removals.iter().find(|removal| decision.comes_too_late(removal))?.seen.digest;
            Some(Self { file, digest: decision.seen.digest, removal })
        };
        decided.iter().filter_map(late).collect()
    }

    fn words(&self, lang: Lang) -> Vec<String> {
        let told = recognition::too_late(lang, &bundle::groups(self.removal));
        vec![format!("✕ {}", self.file), format!("   {told}")]
    }

    fn json(&self) -> Value<'static> {
        Value::object([
            ("digest", Value::text(self.digest)),
            ("file", Value::text(self.file)),
            ("holds", Value::Bool(false)),
            ("problem", Value::text("name-taken-back")),
            ("removal", Value::text(self.removal)),
        ])
    }
}
