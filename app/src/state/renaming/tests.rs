//! Which codes and names are taken, and what is known and owed under a new code.

use cunping_core::{id::Digest, period::Period};
use cunping_text::unit_code::TypedCodeError;

use super::*;
use crate::{
    state::{due, edition::sample as edition, here},
    store::{FileSubject, Role, conformance::sample},
};

const NOW: &str = "150626200205";
const NEXT: &str = "150626200299";

fn workplace(role: Role, code: &str) -> Workplace {
    edition::workplace(documents::all().first().unwrap(), role, code)
}

fn village() -> Workplace {
    workplace(Role::Village, NOW)
}

fn on(day: &str) -> ClockTime {
    ClockTime { ms: 1, day: day.parse().unwrap() }
}

fn moved(to: &str, day: &str) -> Workplace {
    let before = village();
    before.after(Renaming::typed(&before, to, "b").unwrap().change(&before, on(day)))
}

#[test]
fn another_code_takes_a_key_of_its_own_and_another_name_does_not() {
    let code = Renaming::typed(&village(), &format!(" {NEXT} "), " b ").unwrap();
    assert_eq!((code.code, code.now.code.to_string(), code.now.name.as_str()), (true, NEXT.into(), "b"));
    assert!(!Renaming::typed(&village(), NOW, "b").unwrap().code);
}

#[test]
fn what_is_wrong_is_named() {
    let of = |code: &str, name: &str| Renaming::typed(&village(), code, name).err();
    assert_eq!(of(NOW, " a "), Some(RenameError::Same));
    assert_eq!(of("15062620029", "b"), Some(UnitError::Code(TypedCodeError::Short(1)).into()));
    assert_eq!(of("150626200000", "b"), Some(UnitError::OtherLevel.into()));
    assert_eq!(of(NEXT, " "), Some(UnitError::NoName.into()));
    assert_eq!(of(NEXT, "a\u{202e}b"), Some(RenameError::NotPrintable));
    let example = Workplace { example: true, ..village() };
    assert_eq!(Renaming::typed(&example, NEXT, "b"), Err(RenameError::Example));
}

#[test]
fn a_monitor_stays_at_its_level_although_its_role_has_two() {
    let own = Workplace { role: Role::Monitor, ..workplace(Role::Township, "150626200000") };
    assert!(Renaming::typed(&own, "150626201000", "b").is_ok());
    assert_eq!(Renaming::typed(&own, "150626000000", "b"), Err(UnitError::OtherLevel.into()));
}

#[test]
fn a_document_of_another_area_is_named() {
    let outside = |code| Renaming::typed(&village(), code, "b").unwrap().outside(&village()).len();
    assert_eq!((outside(NEXT), outside("150627100201")), (0, 1));
}

#[test]
fn nobody_knows_the_key_under_a_new_code_until_its_enrolment_is_made() {
    let after = moved(NEXT, "2026-07-10");
    let enrolment = |unit: &str, kid: &str| FileRecord {
        kind: "enrolment".into(),
        about: None,
        unit: unit.parse().unwrap(),
        kid: kid.into(),
        ..sample::file(1, Direction::Sent)
    };
    let kid = after.own.thumbprint.as_str();
    let old = [enrolment(NOW, kid), enrolment(NEXT, "another")];
    assert!(is_unknown(&after, &old));
    assert!(!is_unknown(&after, &[enrolment(NEXT, kid)]));
    assert!(!is_unknown(&village(), &[]), "it was never renamed");
    let named = village().after(Renaming::typed(&village(), NOW, "b").unwrap().change(&village(), on("2026-07-10")));
    assert!(!is_unknown(&named, &[]), "only the name changed");
}

#[test]
fn a_period_that_was_over_is_handed_in_under_the_old_code_and_a_later_one_is_owed_under_the_new() {
    let signed = |unit: &str, period: &str| {
        let about = FileSubject {
            pack: documents::all().first().unwrap().id.clone(),
            level: "village".parse().unwrap(),
            period: period.parse().unwrap(),
        };
        let digest = Digest::of(format!("{unit} {period}").as_bytes());
        FileRecord { digest, unit: unit.parse().unwrap(), about: Some(about), ..sample::file(1, Direction::Sent) }
    };
    let owed = |workplace: Workplace, files: &[FileRecord], day: &str| -> Vec<Period> {
        let here = here::of(workplace, None).unwrap();
        due::at(&here, due::owed(&here), files, day.parse().unwrap()).into_iter().map(|due| due.period).collect()
    };
    let today = "2027-01-05";
    let year: Period = "2026".parse().unwrap();
    assert!(owed(village(), &[], today).contains(&year), "the document asks for the year");
    let files = [signed(NOW, "2026")];
    assert!(!owed(village(), &files, today).contains(&year));
    assert!(owed(moved(NEXT, "2026-07-10"), &files, today).contains(&year), "the year went on under the new code");
    assert!(!owed(moved(NEXT, "2027-01-04"), &files, today).contains(&year), "the year was over");
    let both = [signed(NOW, "2026"), signed(NEXT, "2026")];
    assert!(!owed(moved(NEXT, "2026-07-10"), &both, today).contains(&year));
}
