//! What is due under the released documents on the days on which it changes.

use cunping_core::{
    days::Day,
    due::{Due, due},
    pack::{HandsIn, Pack},
};

fn pack(id: &str) -> Pack {
    let released = cunping_packs::RELEASED.iter().find(|it| it.id == id).unwrap();
    Pack::from_json(released.json).unwrap()
}

/// Tells what is due on a day as `period last-day days-left`, `-` where the document names no day.
fn told(pack: &Pack, level: &str, file: HandsIn, today: &str, signed: &[&str]) -> Vec<String> {
    let today: Day = today.parse().unwrap();
    let level = pack.level(&level.parse().unwrap()).unwrap();
    let told = |due: Due<'_>| match due.last {
        Some((last, _)) => format!("{} {last} {}", due.period, due.days_left(today).unwrap()),
        None => format!("{} -", due.period),
    };
    due(pack, level, file, today, |period| signed.contains(&period.to_string().as_str()))
        .into_iter()
        .map(told)
        .collect()
}

#[test]
fn in_january_it_is_last_year_and_its_fourth_quarter() {
    let sulide = pack("sulide-bawu-2022");
    for (level, half) in [("village", None), ("township", Some("2026-H2 -"))] {
        // Only townships report by half-years, too.
        let told = |today: &str| told(&sulide, level, HandsIn::Assessment, today, &[]);
        let all = |own: &[&str]| own.iter().copied().chain(half).map(str::to_owned).collect::<Vec<_>>();
        let before: Vec<String> = told("2026-12-31");
        assert!(before.iter().all(|due| due.starts_with("2026-Q3") || due.starts_with("2026-H1")), "{before:?}");
        for (day, year) in [
            ("2027-01-01", "2026 2027-01-10 9"),
            ("2027-01-06", "2026 2027-01-10 4"),
            ("2027-01-10", "2026 2027-01-10 0"),
            ("2027-01-11", "2026 2027-01-10 -1"),
            ("2027-03-31", "2026 2027-01-10 -80"),
        ] {
            assert_eq!(told(day), all(&[year, "2026-Q4 -"]), "{day}");
        }
        assert_eq!(told("2027-04-01"), ["2027-Q1 -"], "nobody is asked for last year in spring");
    }
    let opinions = told(&sulide, "village", HandsIn::Opinion, "2027-01-06", &[]);
    assert_eq!(opinions, ["2026 2027-01-09 3", "2026-Q4 -"]);
}

#[test]
fn what_was_signed_is_due_no_more() {
    let sulide = pack("sulide-bawu-2022");
    let told = |signed: &[&str]| told(&sulide, "village", HandsIn::Assessment, "2027-01-06", signed);
    assert_eq!(told(&["2026"]), ["2026-Q4 -"]);
    assert_eq!(told(&["2026-Q4", "2026-Q3"]), ["2026 2027-01-10 4"]);
    assert_eq!(told(&["2026", "2026-Q4"]), [""; 0]);
    assert_eq!(told(&["2025", "2027"]).len(), 2, "another year is another");
}

#[test]
fn nothing_is_due_before_the_first_period_of_a_document() {
    let sangcun = pack("sangcun-liuhao-jiuwu-2021");
    let told = |today: &str| told(&sangcun, "village", HandsIn::Assessment, today, &[]);
    assert_eq!(told("2021-09-30"), [""; 0]);
    assert_eq!(told("2021-10-01"), ["2021-Q3 -"]);
    assert_eq!(told("2022-01-01"), ["2021-Q4 -"]);
}

#[test]
fn the_page_opens_what_has_just_ended_and_only_names_what_is_long_over() {
    let sulide = pack("sulide-bawu-2022");
    let level = sulide.level(&"village".parse().unwrap()).unwrap();
    let opens = |today: &str| {
        let today: Day = today.parse().unwrap();
        let all = due(&sulide, level, HandsIn::Assessment, today, |_| false);
        let opened = all.iter().find(|due| due.is_waited_for(today)).map(|due| due.period.to_string());
        (opened, all.len())
    };
    let opened = |period: &str| Some(period.to_owned());
    assert_eq!(opens("2026-12-31"), (None, 1));
    assert_eq!(opens("2027-01-06"), (opened("2026"), 2));
    assert_eq!(opens("2027-01-31"), (opened("2026"), 2));
    assert_eq!(opens("2027-02-01"), (None, 2));
    assert_eq!(opens("2027-04-06"), (opened("2027-Q1"), 1));
}
