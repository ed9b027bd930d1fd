//! An office's decision about one unit (认定), and the order in which decisions count.

use super::{DecisionReason, LinePosition, Stated, Subject};
use crate::{
    evaluate::Verdict,
    id::{Digest, NoteId, OfficeId},
    pack::{Level, Pack, Step},
};

/// An office's decision about one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognition {
    /// The signing party.
    pub stated: Stated,
    /// Its place among this office's decisions about the same thing.
    pub place: LinePosition,
    /// The unit, document, level and period.
    pub subject: Subject,
    /// The office of the document as which it decides.
    pub office: OfficeId,
    /// The unit's file that was decided on.
    pub assessment: Digest,
    /// The opinions that were looked at, ordered.
    pub opinions: Vec<Digest>,
    /// The decision.
    pub decision: Decision,
    /// The reasons; at least one unless the unit qualifies.
    pub reasons: Vec<DecisionReason>,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// 达标.
    Qualified,
    /// 不达标.
    NotQualified,
    /// Sent back to be corrected.
    Returned,
    /// A name once given is removed, by the step of the document's procedure that provides for it.
    Removed(NoteId),
}

/// The place of a decision in the order that its document prescribes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Its turn has come.
    InOrder,
    /// These offices come first and have not found the unit qualified.
    Early(Vec<OfficeId>),
    /// The document gives this office no part in it.
    NoPart,
}

/// The state of a unit after the decisions of all offices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// The first of these has yet to decide.
    Waits(Vec<OfficeId>),
    /// Every office found it qualified.
    Qualified,
    /// This office did not.
    NotQualified(OfficeId),
    /// This office sent it back.
    Returned(OfficeId),
    /// This office removed the name.
    Removed(OfficeId),
    /// Two that act as this office decided differently; a person has to settle it.
    Conflict(OfficeId),
    /// Every office found it qualified, but the document forbids that by the recomputed verdict.
    Forbidden(Verdict),
}

impl Settled {
    /// Returns the state given the recomputed verdict: whatever was signed, no document lets a unit qualify that is
    /// vetoed or barred.
    #[must_use]
    pub fn given(self, verdict: Verdict) -> Self {
        match self {
            Self::Qualified if matches!(verdict, Verdict::Vetoed | Verdict::Barred) => Self::Forbidden(verdict),
            other => other,
        }
    }
}

impl Decision {
    /// Returns the word in files.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Qualified => "qualified",
            Self::NotQualified => "not-qualified",
            Self::Returned => "returned",
            Self::Removed(_) => "removed",
        }
    }

    /// Tells whether a successor of the file that was decided on has to wait for the office.
    #[must_use]
    pub fn settles(&self) -> bool {
        !matches!(self, Self::Returned)
    }
}

/// The id of the step with which a document removes a name.
const REMOVAL: &str = "step.removal";

/// Returns the step of a document's procedure that removes the name of a level's unit; `None` where the document states
/// no removal for it.
#[must_use]
pub fn removal<'a>(pack: &'a Pack, level: &Level) -> Option<&'a Step> {
    level.recognition.as_ref().filter(|it| it.removal)?;
    pack.procedure.iter().find(|step| step.id.as_str() == REMOVAL)
}

/// Returns the place of a decision by `office`, given the decisions that count so far. `order` is the document's.
#[must_use]
pub fn order(office: &OfficeId, order: &[OfficeId], decided: &[(&OfficeId, &Decision)]) -> Order {
    let Some(place) = order.iter().position(|id| id == office) else { return Order::NoPart };
    let qualified = |id: &&OfficeId| decided.iter().any(|(by, what)| *by == *id && **what == Decision::Qualified);
    let missing: Vec<OfficeId> = order.iter().take(place).filter(|id| !qualified(id)).cloned().collect();
    if missing.is_empty() { Order::InOrder } else { Order::Early(missing) }
}

/// Returns the office that removes a name: the one that gives it, which is the last in the document's order; `None`
/// where no office decides.
#[must_use]
pub fn removes(order: &[OfficeId]) -> Option<&OfficeId> {
    order.last()
}

/// Returns the state of a unit. A decision before its turn, by an office without a part in it, or a removal by another
/// office than the one that gives the name, changes nothing. Where several act as one office, all have to decide the
/// same.
#[must_use]
pub fn settled(order: &[OfficeId], decided: &[(&OfficeId, &Decision)]) -> Settled {
    let its_to_say =
        |office: &OfficeId, what: &Decision| !matches!(what, Decision::Removed(_)) || removes(order) == Some(office);
    for (place, office) in order.iter().enumerate() {
        let mut own = decided.iter().filter(|(by, what)| *by == office && its_to_say(by, what)).map(|(_, what)| *what);
        let first = own.next();
        if own.any(|other| Some(other) != first) {
            return Settled::Conflict(office.clone());
        }
        match first {
            None => return Settled::Waits(order.iter().skip(place).cloned().collect()),
            Some(Decision::Qualified) => {}
            Some(Decision::NotQualified) => return Settled::NotQualified(office.clone()),
            Some(Decision::Returned) => return Settled::Returned(office.clone()),
            Some(Decision::Removed(_)) => return Settled::Removed(office.clone()),
        }
    }
    if order.is_empty() { Settled::Waits(Vec::new()) } else { Settled::Qualified }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offices() -> Vec<OfficeId> {
        ["township", "county"].map(|it| it.parse().unwrap()).to_vec()
    }

    #[test]
    fn a_file_that_was_sent_back_leaves_its_successor_free_and_every_other_decision_keeps_it_waiting() {
        let settling =
            [Decision::Qualified, Decision::NotQualified, Decision::Removed("step.removal".parse().unwrap())];
        assert!(settling.iter().all(Decision::settles));
        assert!(!Decision::Returned.settles());
    }

    #[test]
    fn offices_decide_one_after_the_other() {
        let all = offices();
        let [township, county] = all.as_slice() else { panic!("two offices") };
        assert_eq!(order(township, &all, &[]), Order::InOrder);
        assert_eq!(order(county, &all, &[]), Order::Early(vec![township.clone()]));
        assert_eq!(order(county, &all, &[(township, &Decision::Returned)]), Order::Early(vec![township.clone()]));
        assert_eq!(order(county, &all, &[(township, &Decision::Qualified)]), Order::InOrder);
        assert_eq!(order(&"police".parse().unwrap(), &all, &[]), Order::NoPart);
    }

    #[test]
    fn a_name_is_taken_back_where_the_document_says_so() {
        let packs = cunping_packs::RELEASED.iter().map(|it| Pack::from_json(it.json).unwrap());
        let levels = packs.flat_map(|pack| pack.levels.clone().into_iter().map(move |level| (pack.clone(), level)));
        let with = levels.filter(|(pack, level)| removal(pack, level).is_some());
        let with: Vec<String> = with.map(|(pack, level)| format!("{} {}", pack.id, level.id)).collect();
        assert_eq!(with, ["wangchang-pingan-cun-2023 model"]);
    }

    #[test]
    fn the_first_that_does_not_qualify_settles_it() {
        let all = offices();
        let [township, county] = all.as_slice() else { panic!("two offices") };
        assert_eq!(settled(&all, &[]), Settled::Waits(all.clone()));
        assert_eq!(settled(&all, &[(county, &Decision::Qualified)]), Settled::Waits(all.clone()));
        assert_eq!(settled(&all, &[(township, &Decision::Qualified)]), Settled::Waits(vec![county.clone()]));
        let both = |last| settled(&all, &[(county, last), (township, &Decision::Qualified)]);
        assert_eq!(both(&Decision::Qualified), Settled::Qualified);
        assert_eq!(both(&Decision::NotQualified), Settled::NotQualified(county.clone()));
        assert_eq!(both(&Decision::Returned), Settled::Returned(county.clone()));
        assert_eq!(both(&Decision::Removed("step.removal".parse().unwrap())), Settled::Removed(county.clone()));
        assert_eq!(settled(&[], &[]), Settled::Waits(vec![]), "where no office is named, nobody has decided");
    }

    #[test]
    fn the_office_that_gives_a_name_takes_it_back_and_no_other() {
        let all = offices();
        let [township, county] = all.as_slice() else { panic!("two offices") };
        let gone = Decision::Removed("step.removal".parse().unwrap());
        assert_eq!(removes(&all), Some(county));
        let by = |office| {
            settled(&all, &[(township, &Decision::Qualified), (office, &gone), (county, &Decision::Qualified)])
        };
        assert_eq!(by(county), Settled::Conflict(county.clone()), "two that act as it say two things");
        assert_eq!(by(township), Settled::Qualified);
        let only = settled(&all, &[(township, &Decision::Qualified), (county, &gone)]);
        assert_eq!(only, Settled::Removed(county.clone()));
    }

    #[test]
    fn what_the_document_forbids_is_not_made_right_by_signing_it() {
        for verdict in [Verdict::Vetoed, Verdict::Barred] {
            assert_eq!(Settled::Qualified.given(verdict), Settled::Forbidden(verdict));
        }
        for verdict in [Verdict::Qualified, Verdict::NotQualified, Verdict::Open, Verdict::Pending] {
            assert_eq!(Settled::Qualified.given(verdict), Settled::Qualified, "an office may say so, with its reasons");
        }
        assert_eq!(Settled::Waits(Vec::new()).given(Verdict::Vetoed), Settled::Waits(Vec::new()));
    }
}
