//! How a workplace stands in a period, for the list of periods. What a report said is not read here: what was entered
//! after it is told by the time of saving. Pure.

use cunping_core::{facts::Facts, id::Digest, period::Period, truth::Finding};
use cunping_text::progress::{PeriodProgress, SignedReport};

use super::{Here, PeriodStanding, assessing};
use crate::store::{Direction, FileRecord, Register};

/// Returns how far the answers of a period have come; nothing is said of what was signed.
#[must_use]
pub fn counted(now: &PeriodStanding) -> PeriodProgress {
    let criteria = &now.evaluation.criteria;
    let answered = criteria.iter().filter(|found| found.finding != Finding::Undetermined).count();
    PeriodProgress { answered, all: criteria.len(), signed: None }
}

/// Returns the last report about the period of some facts, which are what `register` says about it now.
#[must_use]
pub fn signed(here: &Here, files: &[FileRecord], register: &Register, facts: &Facts) -> Option<SignedReport> {
    let last = assessing::reported(here, files, facts.period)?;
    Some(SignedReport {
        number: last.sequence.into(),
        day: last.first_seen.day,
        changed: entered_after(register, facts, last.first_seen.ms),
        has_receipt: has_receipt(files, last.digest),
    })
}

/// Returns what a register says about a period, and the supplements to the document.
#[must_use]
pub fn stated(here: &Here, register: &Register, period: Period) -> (Facts, Vec<Digest>) {
    let facts = register.facts(here.workplace.unit, period).named_by(here.pack, here.level, period);
    let overlays = register.overlays_of(&here.pack.id).into_iter().map(|overlay| overlay.digest);
    (facts, overlays.collect())
}

fn has_receipt(files: &[FileRecord], report: Digest) -> bool {
    let mut received = files.iter().filter(|file| file.direction == Direction::Received && !file.hidden);
    received.any(|file| file.answers == Some(report))
}

/// Returns whether something of some facts was saved after a moment, in milliseconds since 1970.
fn entered_after(register: &Register, facts: &Facts, ms: i64) -> bool {
    let incident = register.incidents.iter().filter(|saved| saved.at_ms > ms);
    let mut incident = incident.filter(|saved| facts.incidents.iter().any(|it| it.id == saved.value.id));
    let statement = register.statements.iter().filter(|saved| saved.at_ms > ms);
    // Facts hold the part of a statement that lies in their period.
    let mut statement = statement.filter(|saved| {
        let (about, made_on, says) = (&saved.value.about, saved.value.made_on, &saved.value.says);
        facts
            .statements
            .iter()
            .any(|it| (&it.about, it.made_on, &it.says) == (about, made_on, says) && saved.value.days.covers(it.days))
    });
    let mut remark = register.remarks.iter().filter(|saved| saved.at_ms > ms && saved.value.period == facts.period);
    incident.next().is_some()
        || statement.next().is_some()
        || remark.any(|saved| facts.remarks.contains_key(&saved.value.rule))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        state::{documents, edition::sample as edition, here},
        store::{Role, Saved, conformance::sample},
    };
    use cunping_core::{
        facts::{Says, Statement},
        pack::condition::Filter,
    };

    const SIGNED: i64 = 1_000;

    /// A register in which one question was answered for the whole year at a time, and the facts of a period.
    fn answered(at_ms: i64, period: &str) -> (Register, Facts) {
        let here = here::of(edition::workplace(documents::all().first().unwrap(), Role::Village, "150626200205"), None);
        let value = Statement {
            about: "crime".parse().unwrap(),
            only: Filter::Every,
            days: "2026".parse::<Period>().unwrap().days(),
            made_on: "2026-12-31".parse().unwrap(),
            says: Says::Complete,
        };
        let register = Register { statements: vec![Saved { value, at_ms }], ..Register::default() };
        let (facts, overlays) = stated(&here.unwrap(), &register, period.parse().unwrap());
        assert!(overlays.is_empty());
        (register, facts)
    }

    #[test]
    fn what_is_entered_after_the_signature_is_a_change_of_the_periods_that_it_speaks_of() {
        for (at_ms, period, changed) in [
            (SIGNED, "2026", false),
            (SIGNED + 1, "2026", true),
            (SIGNED + 1, "2026-Q1", true),
            (SIGNED + 1, "2025-Q4", false),
        ] {
            let (register, facts) = answered(at_ms, period);
            assert_eq!(entered_after(&register, &facts, SIGNED), changed, "{at_ms} {period}");
        }
    }

    #[test]
    fn a_receipt_answers_one_report_and_a_hidden_one_none() {
        let report = sample::file(1, Direction::Sent);
        let mut receipt = FileRecord { answers: Some(report.digest), ..sample::file(2, Direction::Received) };
        assert!(has_receipt(&[report.clone(), receipt.clone()], report.digest));
        assert!(!has_receipt(std::slice::from_ref(&receipt), receipt.digest));
        receipt.hidden = true;
        assert!(!has_receipt(&[report.clone(), receipt], report.digest));
    }
}
