//! The example township's table, and files that contradict one another.

mod folders;

use cunping_core::{
    bundle::{Axis, Supersession, SupersessionBreak},
    pack::Pack,
};

use super::*;
use crate::{
    state::{documents, example},
    worker::{CachedReviewer, FileReview, protocol::ReviewOutcome},
};

fn pack() -> &'static Pack {
    documents::all().first().unwrap()
}

pub(in crate::state) fn scope(period: &str) -> CountedSubject {
    CountedSubject {
        pack: pack().id.clone(),
        level: "village".parse().unwrap(),
        period: period.parse().unwrap(),
        example: true,
    }
}

pub(in crate::state) fn sheets(period: &str, today: &str) -> Vec<Arc<ReviewedSheet>> {
    let level = pack().level(&"village".parse().unwrap()).unwrap();
    let files = example::files(pack(), level, period.parse().unwrap(), today.parse().unwrap());
    let reviewer = CachedReviewer::new(vec![pack()]);
    let reviewed = files.iter().flat_map(|file| reviewer.review(0, file.text.as_bytes()));
    let sheet = |review: ReviewOutcome| match review.outcome.unwrap() {
        FileReview::Assessment(sheet) => sheet,
        FileReview::Other | FileReview::Encrypted => unreachable!("the example has assessments only"),
    };
    reviewed.map(sheet).collect()
}

#[test]
fn the_example_township_in_a_past_quarter() {
    let sheets = sheets("2026-Q3", "2026-11-22");
    let table = UnitsTable::new(&scope("2026-Q3"), &example::villages(), &sheets);
    let tally = Tally {
        expected: 13,
        reported: 11,
        qualified: 8,
        not_qualified: 2,
        undetermined: 1,
        missing: 2,
        provisional: 0,
    };
    assert_eq!(table.tally, tally);
    assert_eq!(table.lines.len(), 13);
    let shown = |show: Show| {
        table.lines.iter().filter(|line| show.shows(line)).map(|line| line.name.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(shown(Show::Missing), ["示例一村", "示例十三村"]);
    assert_eq!(shown(Show::NotMet), ["示例九村", "示例十二村"]);
    assert_eq!(shown(Show::Problems), ["示例十二村"]);
    let tenth = table.lines.iter().find(|line| line.name == "示例十一村").unwrap();
    assert_eq!(tenth.files.iter().map(|file| file.sheet.seen.sequence).collect::<Vec<_>>(), [2, 1]);
    assert!(matches!(tenth.files[1].supersession, Some(Supersession::Superseded(_))));
    assert_eq!(table.lines.iter().filter(|line| line.one_away().is_some()).count(), 3);
}

#[test]
fn other_periods_and_real_data_stay_out() {
    let sheets = sheets("2026-Q3", "2026-11-22");
    let real = CountedSubject { example: false, ..scope("2026-Q3") };
    for scope in [scope("2026-Q4"), scope("2026"), real] {
        let table = UnitsTable::new(&scope, &example::villages(), &sheets);
        assert_eq!(table.tally, Tally { expected: 13, missing: 13, ..Tally::default() });
    }
}

#[test]
fn two_files_side_by_side_count_for_nothing_until_one_is_removed() {
    let (early, late) = (sheets("2026-Q4", "2026-11-01"), sheets("2026-Q4", "2026-11-22"));
    let of_first = |sheets: &[Arc<ReviewedSheet>]| sheets.first().cloned().unwrap();
    let both = [of_first(&early), of_first(&late)];
    let table = UnitsTable::new(&scope("2026-Q4"), &example::villages(), &both);
    let line = table.lines.get(1).unwrap();
    assert_eq!((line.stand, table.tally.reported), (Stand::Unsettled, 0));
    assert!(line.has_problem());
    let missing = |table: &UnitsTable| table.lines.iter().filter(|other| Show::Missing.shows(other)).count();
    assert!(Show::Missing.shows(line), "a file that does not count is no report");
    assert_eq!((missing(&table), table.tally.missing), (13, 13));
    let conflict = Some(Supersession::Conflict(SupersessionBreak::NoPredecessor));
    assert!(
        line.files.iter().all(|file| file.supersession == conflict
            && file.states().worst().map(|(_, axis)| axis) == Some(Axis::Supersession))
    );
    let table = UnitsTable::new(&scope("2026-Q4"), &example::villages(), &both[1..]);
    assert_eq!(table.tally.reported, 1);
}

#[test]
fn a_unit_that_nobody_expects_stands_last_and_does_not_count() {
    let sheets = sheets("2026-Q3", "2026-11-22");
    let table = UnitsTable::new(&scope("2026-Q3"), &example::villages()[2..], &sheets);
    let last = table.lines.last().unwrap();
    assert_eq!((last.name.as_str(), last.expected, last.has_problem()), ("示例二村", false, true));
    assert_eq!((table.tally.expected, table.tally.reported), (11, 10));
}
