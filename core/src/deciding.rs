//! What speaks against a decision about a unit (认定): what the document forbids, and what needs a written reason. Decides nothing.

mod found;

use crate::{
    bundle::{Decision, Order, Recognition, Settled, Voice, Voices, Word, order, removal, removes, settled},
    evaluate::Verdict,
    id::{LevelId, OfficeId, RuleId},
    pack::{Counts, Level, Pack},
};

pub use found::Found;

/// What is known of a unit when an office decides about it.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// The document.
    pub pack: &'a Pack,
    /// The level of it.
    pub level: &'a Level,
    /// What the unit's file that counts comes to; none where it cannot be recomputed.
    pub found: Option<&'a Found>,
    /// What monitors say of that file.
    pub voices: &'a [Voices],
    /// The decisions on that file that count.
    pub decided: &'a [(&'a OfficeId, &'a Decision)],
    /// What the same office decided last about the same unit, level and period, on whatever file.
    pub own: Option<&'a Decision>,
    /// Whether the unit passed the review that the document wants first (复核); none where nobody says.
    pub reviewed: Option<bool>,
}

/// One thing that speaks against a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// The document gives this office no part in it.
    NoPart,
    /// These offices come first and have not found the unit qualified.
    Early(Vec<OfficeId>),
    /// The name was taken back, and the document gives it again in no way for the same period.
    TakenBack,
    /// The document takes no name of this level back.
    NoRemoval,
    /// This office gives the name, and no other takes it back.
    GivenBy(OfficeId),
    /// There is no name to take back: not every office has found the unit qualified.
    NotNamed,
    /// This item of the negative list has occurred: the document bars the award (不得评定).
    Barred(RuleId),
    /// This criterion vetoes and is not met (一票否决).
    Vetoed(RuleId),
    /// This award has to be reached first; that is how it stands.
    Requires(LevelId, Verdict),
    /// The units of this level that passed a review are the only ones that the document lets qualify.
    NotReviewed {
        /// The level that is reviewed.
        level: LevelId,
        /// Whether the unit failed it; else nobody says how it went.
        failed: bool,
    },
    /// What was recomputed comes to something else.
    Computed(Verdict),
    /// Nothing could be recomputed.
    NotComputed,
    /// This criterion is not met.
    NotMet(RuleId),
    /// Answers to this criterion are missing.
    Open(RuleId),
    /// A monitor's opinion on this criterion is missing, void or an objection.
    Opinion(RuleId, Voice),
    /// The same office decided this before.
    Own(Decision),
}

impl Contradiction {
    /// Whether the document forbids the decision for it; else a written reason lets the office decide.
    #[must_use]
    pub fn forbids(&self) -> bool {
        match self {
            Self::NoPart
            | Self::Early(_)
            | Self::TakenBack
            | Self::NoRemoval
            | Self::GivenBy(_)
            | Self::NotNamed
            | Self::Barred(_)
            | Self::Vetoed(_)
            | Self::NotReviewed { .. } => true,
            Self::Requires(_, verdict) => found::is_missed(*verdict),
            Self::Computed(_)
            | Self::NotComputed
            | Self::NotMet(_)
            | Self::Open(_)
            | Self::Opinion(..)
            | Self::Own(_) => false,
        }
    }

    /// A fixed name.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoPart => "no-part",
            Self::Early(_) => "early",
            Self::TakenBack => "name-taken-back",
            Self::NoRemoval => "no-removal",
            Self::GivenBy(_) => "given-by-another",
            Self::NotNamed => "not-named",
            Self::Barred(_) => "barred",
            Self::Vetoed(_) => "vetoed",
            Self::Requires(..) => "prerequisite",
            Self::NotReviewed { .. } => "not-reviewed",
            Self::Computed(_) => "computed-otherwise",
            Self::NotComputed => "not-computed",
            Self::NotMet(_) => "not-met",
            Self::Open(_) => "open",
            Self::Opinion(_, voice) => voice.word.code(),
            Self::Own(_) => "decided-otherwise",
        }
    }
}

/// Why a decision may not be signed as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undecidable {
    /// The document forbids it, for these.
    Forbidden(Vec<Contradiction>),
    /// These need a written reason, and it has none.
    NoReason(Vec<Contradiction>),
}

/// All that speaks against a decision of `office`: first what forbids it, then what needs a reason, each in the document's
/// order; empty for a plain one.
#[must_use]
pub fn contradictions(before: &Before<'_>, office: &OfficeId, decision: &Decision) -> Vec<Contradiction> {
    let mut all = its_turn(before, office, decision);
    let judges = matches!(decision, Decision::Qualified | Decision::NotQualified);
    if *decision == Decision::Qualified {
        all.extend(not_reviewed(before));
    }
    match before.found {
        Some(found) => all.extend(found.against(decision)),
        None if judges => all.push(Contradiction::NotComputed),
        None => {}
    }
    if judges {
        all.extend(before.voices.iter().flat_map(of_monitors));
    }
    all.extend(before.own.filter(|own| turns(own, decision)).cloned().map(Contradiction::Own));
    all.sort_by_key(|it| !it.forbids());
    all
}

/// What of the recomputed facts makes the document forbid a decision; `None` where nothing does. A decision for which this is
/// something says nothing, whoever signed it, and makes no unit qualified.
#[must_use]
pub fn forbidden(found: &Found, decision: &Decision) -> Option<Contradiction> {
    found.against(decision).into_iter().find(Contradiction::forbids)
}

/// What of the recomputed facts a decision that came in contradicts without a word of reason; empty where it gives one, or
/// where nothing speaks against it. Such a decision counts, and is named.
#[must_use]
pub fn unreasoned(found: &Found, made: &Recognition) -> Vec<Contradiction> {
    if !made.reasons.is_empty() {
        return Vec::new();
    }
    found.against(&made.decision).into_iter().filter(|it| !it.forbids()).collect()
}

/// The decision, where it may be signed as it is: the document does not forbid it, and whatever speaks against it has its
/// written reason.
///
/// # Errors
///
/// What forbids it, or what wants a reason.
pub fn decide(before: &Before<'_>, made: Recognition) -> Result<Recognition, Undecidable> {
    let (forbid, wonder): (Vec<_>, Vec<_>) =
        contradictions(before, &made.office, &made.decision).into_iter().partition(Contradiction::forbids);
    if !forbid.is_empty() {
        return Err(Undecidable::Forbidden(forbid));
    }
    let said = made.reasons.iter().any(|it| !it.text.trim().is_empty());
    if wonder.is_empty() || said { Ok(made) } else { Err(Undecidable::NoReason(wonder)) }
}

/// The level whose units have to pass a review before a unit can reach this one: the one that it requires, where the document
/// counts reviews of that. A document that lets only reviewed units apply says so nowhere else in its pack.
#[must_use]
pub fn wants_review<'a>(pack: &Pack, level: &'a Level) -> Option<&'a LevelId> {
    let counts = |id: &&LevelId| pack.targets.iter().any(|it| it.level == **id && it.counts == Counts::Reviewed);
    level.requires.as_ref().filter(counts)
}

/// What the order of offices has against a decision. Nothing is decided before its turn: nobody would ever count it.
fn its_turn(before: &Before<'_>, office: &OfficeId, decision: &Decision) -> Vec<Contradiction> {
    let by = before.level.decided_by();
    let mut all = match order(office, by, before.decided) {
        Order::InOrder => Vec::new(),
        Order::Early(first) => vec![Contradiction::Early(first)],
        Order::NoPart => vec![Contradiction::NoPart],
    };
    let stands = settled(by, before.decided);
    let gone = matches!(before.own, Some(Decision::Removed(_))) || matches!(stands, Settled::Removed(_));
    if gone {
        all.push(Contradiction::TakenBack);
    }
    if matches!(decision, Decision::Removed(_)) {
        match removes(by) {
            _ if removal(before.pack, before.level).is_none() => all.push(Contradiction::NoRemoval),
            Some(giver) if giver != office => all.push(Contradiction::GivenBy(giver.clone())),
            _ if stands != Settled::Qualified && !gone => all.push(Contradiction::NotNamed),
            _ => {}
        }
    }
    all
}

fn not_reviewed(before: &Before<'_>) -> Option<Contradiction> {
    let level = wants_review(before.pack, before.level)?.clone();
    (before.reviewed != Some(true))
        .then(|| Contradiction::NotReviewed { level, failed: before.reviewed == Some(false) })
}

fn of_monitors(it: &Voices) -> impl Iterator<Item = Contradiction> {
    let speaks_against = |voice: &&Voice| voice.word != Word::Agrees;
    it.voices.iter().filter(speaks_against).map(|voice| Contradiction::Opinion(it.criterion.clone(), voice.clone()))
}

/// Whether a decision takes back what the same office decided before. Whoever sent a file back has not decided yet, and only
/// what was given can be taken back.
fn turns(own: &Decision, decision: &Decision) -> bool {
    let awaited = matches!(decision, Decision::Removed(_)) && *own == Decision::Qualified;
    own != decision && *own != Decision::Returned && !awaited && !matches!(own, Decision::Removed(_))
}
