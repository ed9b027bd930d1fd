//! The statements to make again so that what was stated before reaches today, on a released document.

use cunping_core::{
    days::Days,
    facts::{Facts, Says, up_to_today},
    pack::Pack,
};

use crate::small::{day, said};

fn run(first: &str, last: &str) -> Days {
    Days::new(day(first), day(last)).unwrap()
}

fn asked(period: &str, none: &[(&str, Days, &str)], today: &str) -> Vec<(String, Days)> {
    let released = cunping_packs::RELEASED.iter().find(|it| it.id == "sulide-bawu-2022").unwrap();
    let pack = Pack::from_json(released.json).unwrap();
    let level = pack.level(&"village".parse().unwrap()).unwrap();
    let mut facts = Facts::silent("999999001201".parse().unwrap(), period.parse().unwrap());
    let said = |(about, days, made_on): &(&str, Days, &str)| {
        said(about, &days.first().to_string(), &days.last().to_string(), made_on, Says::Complete)
    };
    facts.statements = none.iter().map(said).collect();
    let again = up_to_today(&pack, level, &facts, day(today));
    again.into_iter().map(|(topic, days)| (topic.about.to_string(), days)).collect()
}

#[test]
fn what_was_said_earlier_is_said_again_from_its_last_day_on() {
    let none = [("gang", run("2026-10-01", "2026-11-03"), "2026-11-03")];
    assert_eq!(asked("2026-Q4", &none, "2026-11-22"), [("gang".into(), run("2026-11-03", "2026-11-22"))]);
    assert_eq!(asked("2026-Q4", &none, "2027-01-02"), [("gang".into(), run("2026-11-03", "2026-12-31"))]);
}

#[test]
fn what_is_firm_or_was_said_today_or_never_is_left_alone() {
    let today = [("gang", run("2026-10-01", "2026-11-22"), "2026-11-22")];
    assert_eq!(asked("2026-Q4", &today, "2026-11-22"), []);
    let firm = [("gang", run("2026-07-01", "2026-09-30"), "2026-10-02")];
    assert_eq!(asked("2026-Q3", &firm, "2026-11-22"), []);
    let late = [("gang", run("2026-08-01", "2026-08-03"), "2026-08-03")];
    assert_eq!(asked("2026-Q3", &late, "2026-11-22"), []);
    assert_eq!(asked("2026-Q4", &[], "2026-11-22"), []);
}

#[test]
fn a_wider_category_speaks_for_the_narrower() {
    let none = [("fire", run("2026-10-01", "2026-11-03"), "2026-11-03")];
    let asked = asked("2026-Q4", &none, "2026-11-22");
    assert_eq!(asked.iter().map(|it| it.0.as_str()).collect::<Vec<_>>(), ["fire/forest-grassland", "fire/other"]);
}
