//! The objections that an office withdrew when it signed again, so that none disappears in silence.

use super::Opinion;
use crate::{
    bundle::Party,
    days::Day,
    id::{Digest, RuleId},
};

/// An objection that is no longer made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// The criterion to which the office objected.
    pub criterion: RuleId,
    /// The reason of the objection.
    pub reason: String,
}

/// Lists the objections of `before` that `after`, which supersedes it, does not repeat: it agrees, or says nothing of
/// the criterion. Another reason for the same objection withdraws nothing.
#[must_use]
pub fn withdrawn(before: &Opinion, after: &Opinion) -> Vec<Withdrawn> {
    let stays =
        |criterion: &RuleId| after.says.iter().any(|said| said.criterion == *criterion && said.objection.is_some());
    let objections = before.says.iter().filter_map(|said| Some((&said.criterion, said.objection.as_ref()?)));
    let gone = objections.filter(|(criterion, _)| !stays(criterion));
    gone.map(|(criterion, reason)| Withdrawn { criterion: criterion.clone(), reason: reason.clone() }).collect()
}

/// An objection that an office withdrew with a later file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The office.
    pub by: Party,
    /// The day on which the later file was signed, by its signer's clock.
    pub on: Day,
    /// The later file.
    pub file: Digest,
    /// The withdrawn objection.
    pub objection: Withdrawn,
}

/// Lists the objections that offices withdrew with later files, among all opinions about one unit that are here, each
/// with its digest; in the order of the files given. An objection that the office makes again in its last file is left
/// out.
#[must_use]
pub fn withdrawals(all: &[(Digest, &Opinion)]) -> Vec<Withdrawal> {
    let same = |a: &Opinion, b: &Opinion| a.stated.party == b.stated.party && about(a) == about(b);
    let last = |of: &Opinion| {
        all.iter().filter(|(_, opinion)| same(opinion, of)).max_by_key(|(_, opinion)| opinion.place.sequence)
    };
    let mut gone = Vec::new();
    for (file, after) in all {
        let before =
            all.iter().find(|(digest, opinion)| after.place.supersedes == Some(*digest) && same(opinion, after));
        for objection in before.map(|(_, before)| withdrawn(before, after)).unwrap_or_default() {
            let again = last(after).is_some_and(|(_, last)| {
                last.says.iter().any(|said| said.criterion == objection.criterion && said.objection.is_some())
            });
            if !again {
                let (by, on) = (after.stated.party.clone(), after.stated.at.day());
                gone.push(Withdrawal { by, on, file: *file, objection });
            }
        }
    }
    gone
}

/// Returns the subject of an opinion, for comparison.
fn about(opinion: &Opinion) -> impl PartialEq {
    let of = &opinion.subject;
    (of.unit, of.pack.id.clone(), of.level.clone(), of.period, opinion.stated.example)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bundle::{CriterionOpinion, LinePosition, PackRef, Stated, Subject},
        pack::Pack,
    };

    /// Makes an opinion of the police on two criteria, as the file `n` of its line.
    fn opinion(n: u8, says: &[(&str, Option<&str>)]) -> Opinion {
        let pack = Pack::from_json(cunping_packs::RELEASED[0].json).unwrap();
        let unit: crate::id::UnitCode = "150626200205".parse().unwrap();
        let party = Party { unit: unit.township(), office: "sumu-police".parse().ok() };
        let said = |(criterion, objection): &(&str, Option<&str>)| CriterionOpinion {
            criterion: criterion.parse().unwrap(),
            basis: Digest([0; 32]),
            objection: objection.map(str::to_owned),
        };
        Opinion {
            stated: Stated {
                party,
                at: format!("2026-04-{:02}T10:00:00+08:00", 10 + n).parse().unwrap(),
                software: String::new(),
                example: false,
            },
            place: LinePosition { sequence: n.into(), supersedes: (n > 1).then(|| Digest([n - 1; 32])) },
            subject: Subject {
                unit,
                unit_name: "示例嘎查".into(),
                pack: PackRef::to(&pack),
                level: "village".parse().unwrap(),
                period: "2026-Q1".parse().unwrap(),
                overlays: Vec::new(),
            },
            assessment: Digest([9; 32]),
            says: says.iter().map(said).collect(),
        }
    }

    fn line(all: &[Opinion]) -> Vec<(String, String)> {
        let all: Vec<_> = (1..).zip(all).map(|(n, opinion)| (Digest([n; 32]), opinion)).collect();
        let told = |withdrawal: Withdrawal| {
            (withdrawal.on.to_string(), format!("{} {}", withdrawal.objection.criterion, withdrawal.objection.reason))
        };
        withdrawals(&all).into_iter().map(told).collect()
    }

    #[test]
    fn an_objection_is_taken_back_by_agreeing_and_by_silence_and_not_by_another_reason() {
        let before = opinion(1, &[("village.2", Some("立案")), ("village.5", Some("有诈骗")), ("village.6", None)]);
        let gone = |says: &[(&str, Option<&str>)]| {
            withdrawn(&before, &opinion(2, says)).into_iter().map(|it| it.criterion.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(gone(&[("village.2", None), ("village.5", Some("两起"))]), ["village.2"]);
        assert_eq!(gone(&[("village.2", Some("立案")), ("village.6", None)]), ["village.5"]);
        assert!(
            gone(&[("village.2", Some("立案")), ("village.5", Some("有诈骗")), ("village.6", Some("x"))]).is_empty()
        );
    }

    #[test]
    fn what_was_taken_back_stays_told_until_it_is_objected_to_again() {
        let objects = || [("village.2", Some("立案"))];
        let agrees = || [("village.2", None)];
        let back = ("2026-04-12".to_owned(), "village.2 立案".to_owned());
        assert!(line(&[opinion(1, &objects())]).is_empty());
        assert_eq!(line(&[opinion(1, &objects()), opinion(2, &agrees())]), std::slice::from_ref(&back));
        assert_eq!(line(&[opinion(1, &objects()), opinion(2, &agrees()), opinion(3, &agrees())]), [back]);
        assert!(line(&[opinion(1, &objects()), opinion(2, &agrees()), opinion(3, &objects())]).is_empty());
    }

    #[test]
    fn another_office_or_period_takes_nothing_back() {
        let before = opinion(1, &[("village.2", Some("立案"))]);
        let mut other = opinion(2, &[("village.2", None)]);
        other.stated.party.office = "sumu-justice".parse().ok();
        assert!(line(&[before.clone(), other]).is_empty());
        let mut later = opinion(2, &[("village.2", None)]);
        later.subject.period = "2026-Q2".parse().unwrap();
        assert!(line(&[before, later]).is_empty());
    }
}
