//! The contradictions between an office's decision about a unit (认定) and what is known of it: those for which the
//! document forbids the decision, and those that need a written reason.

mod found;

use crate::{
    bundle::{
        CountedOpinion, Decision, OfficeVoice, Order, Recognition, Settled, Voices, order, removal, removes, settled,
    },
    evaluate::Verdict,
    id::{LevelId, OfficeId, RuleId},
    pack::{CountsFrom, Level, Pack},
};

pub use found::Recomputed;

/// The state of a unit when an office decides about it.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// The document.
    pub pack: &'a Pack,
    /// The level of the document.
    pub level: &'a Level,
    /// The recomputed result of the unit's file that counts; `None` where it cannot be recomputed.
    pub found: Option<&'a Recomputed>,
    /// The monitors' opinions on that file.
    pub voices: &'a [Voices],
    /// The decisions on that file that count.
    pub decided: &'a [(&'a OfficeId, &'a Decision)],
    /// The last decision of the same office about the same unit, level and period, on whatever file.
    pub own: Option<&'a Decision>,
    /// The result of the review that the document requires first (复核), `true` for passed; `None` where it is not known.
    pub reviewed: Option<bool>,
}

/// A contradiction between a decision and what is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// The document gives this office no part in it.
    NoPart,
    /// These offices come first and have not found the unit qualified.
    Early(Vec<OfficeId>),
    /// The name was removed, and the document provides no way to give it again for the same period.
    TakenBack,
    /// The document provides no removal of a name of this level.
    NoRemoval,
    /// This office gives the name, and only it can remove it.
    GivenBy(OfficeId),
    /// There is no name to remove: not every office has found the unit qualified.
    NotNamed,
    /// This item of the negative list has occurred: the document bars the award (不得评定).
    Barred(RuleId),
    /// This criterion vetoes and is not met (一票否决).
    Vetoed(RuleId),
    /// This award has to be reached first; its verdict.
    Requires(LevelId, Verdict),
    /// The document lets only units of this level qualify that passed a review.
    NotReviewed {
        /// The level that is reviewed.
        level: LevelId,
        /// `true` where the unit failed it; `false` where the outcome is not known.
        failed: bool,
    },
    /// The recomputed verdict is another one.
    Computed(Verdict),
    /// Nothing could be recomputed.
    NotComputed,
    /// This criterion is not met.
    NotMet(RuleId),
    /// Answers to this criterion are missing.
    Open(RuleId),
    /// A monitor's opinion on this criterion is missing, void or an objection.
    Opinion(RuleId, OfficeVoice),
    /// The same office decided this before.
    Own(Decision),
}

impl Contradiction {
    /// Tells whether the document forbids the decision for it; otherwise the office may decide so with a written
    /// reason.
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

    /// Returns the stable code.
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

/// The reason why a decision may not be signed as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undecidable {
    /// The document forbids it, for these contradictions.
    Forbidden(Vec<Contradiction>),
    /// These contradictions need a written reason, and it has none.
    NoReason(Vec<Contradiction>),
}

/// Lists all contradictions to a decision of `office`: first those that forbid it, then those that need a reason, each
/// in the document's order. Empty where there are none.
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

/// Returns the first contradiction in the recomputed facts for which the document forbids a decision; `None` where
/// there is none. A forbidden decision has no effect, whoever signed it, and makes no unit qualified.
#[must_use]
pub fn forbidden(found: &Recomputed, decision: &Decision) -> Option<Contradiction> {
    found.against(decision).into_iter().find(Contradiction::forbids)
}

/// Lists the contradictions between the recomputed facts and a received decision that gives no reason; empty where it
/// gives one, or where there are none. Such a decision counts, and is reported.
#[must_use]
pub fn unreasoned(found: &Recomputed, made: &Recognition) -> Vec<Contradiction> {
    if !made.reasons.is_empty() {
        return Vec::new();
    }
    found.against(&made.decision).into_iter().filter(|it| !it.forbids()).collect()
}

/// Returns the decision where it may be signed as it is: the document does not forbid it, and every contradiction has
/// its written reason.
///
/// # Errors
///
/// The contradictions that forbid it, or those that need a reason.
pub fn decide(before: &Before<'_>, made: Recognition) -> Result<Recognition, Undecidable> {
    let (forbid, wonder): (Vec<_>, Vec<_>) =
        contradictions(before, &made.office, &made.decision).into_iter().partition(Contradiction::forbids);
    if !forbid.is_empty() {
        return Err(Undecidable::Forbidden(forbid));
    }
    let said = made.reasons.iter().any(|it| !it.text.trim().is_empty());
    if wonder.is_empty() || said { Ok(made) } else { Err(Undecidable::NoReason(wonder)) }
}

/// Returns the level whose units have to pass a review before a unit can reach this one: the one that it requires,
/// where the document counts reviews of that. Nothing else in a pack says that only reviewed units may apply.
#[must_use]
pub fn wants_review<'a>(pack: &Pack, level: &'a Level) -> Option<&'a LevelId> {
    let counts = |id: &&LevelId| pack.targets.iter().any(|it| it.level == **id && it.counts == CountsFrom::Reviewed);
    level.requires.as_ref().filter(counts)
}

/// Lists the contradictions to the order of offices. A decision before its turn is refused, because no reader would
/// count it.
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

fn of_monitors(voices: &Voices) -> impl Iterator<Item = Contradiction> {
    let speaks_against = |voice: &&OfficeVoice| voice.word != CountedOpinion::Agrees;
    voices
        .by_office
        .iter()
        .filter(speaks_against)
        .map(|voice| Contradiction::Opinion(voices.criterion.clone(), voice.clone()))
}

/// Tells whether a decision reverses the same office's earlier one. An office that returned a file has not decided yet,
/// and a removal after `Qualified` is no reversal: only a name that was given can be removed.
fn turns(own: &Decision, decision: &Decision) -> bool {
    let awaited = matches!(decision, Decision::Removed(_)) && *own == Decision::Qualified;
    own != decision && *own != Decision::Returned && !awaited && !matches!(own, Decision::Removed(_))
}
