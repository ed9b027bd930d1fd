//! What a level asks people: nothing twice, and all of a category at once where it asks about several parts of it.

use cunping_core::{
    facts::{Topic, leaves},
    pack::{IndicatorKind, Pack},
};

fn pack(id: &str) -> Pack {
    let released = cunping_packs::RELEASED.iter().find(|it| it.id == id).unwrap();
    Pack::from_json(released.json).unwrap()
}

#[test]
fn no_level_asks_about_a_category_and_about_some_of_it() {
    for released in cunping_packs::RELEASED {
        for level in &Pack::from_json(released.json).unwrap().levels {
            let asked = leaves::asked(level);
            for one in &asked {
                let wider = asked.iter().filter(|it| *it != one && it.about == one.about && one.lies_in(it));
                assert_eq!(wider.count(), 0, "{} {} {one:?}", released.id, level.id);
            }
            for topic in leaves::topics(level) {
                assert!(topic.lies_in(&leaves::asked_as(level, &topic)), "the answer serves {topic:?}");
            }
        }
    }
}

#[test]
fn of_several_parts_of_a_category_none_at_all_answers_each() {
    let dali = pack("dali-pingan-xiangcun-2024");
    let level = dali.level(&"village".parse().unwrap()).unwrap();
    let asked = leaves::asked(level);
    let ten = asked.iter().find(|it| it.about.as_str() == "mass-incident").unwrap();
    let (whole, others) = leaves::around(level, ten).unwrap();
    assert_eq!(whole, Topic::whole("mass-incident".parse().unwrap()));
    let [major] = others.as_slice() else { panic!("{others:?}") };
    assert!(major != ten && major.about == ten.about && major.lies_in(&whole));
    // Asked from there, it is the same.
    assert_eq!(leaves::around(level, major).unwrap(), (whole, vec![ten.clone()]));
}

#[test]
fn what_is_asked_whole_or_alone_has_nothing_around_it() {
    let sulide = pack("sulide-bawu-2022");
    let level = sulide.level(&"village".parse().unwrap()).unwrap();
    for topic in leaves::asked(level).iter().filter(|it| !it.about.as_str().starts_with("fire")) {
        assert_eq!(leaves::around(level, topic), None, "{topic:?}");
    }
}

#[test]
fn the_part_of_the_homicide_rate_is_the_number_of_homicides() {
    let dali = pack("dali-pingan-xiangcun-2024");
    let rate = &dali.indicators[&"homicide/rate".parse().unwrap()].kind;
    let IndicatorKind::Ratio { counts: Some(counts), .. } = rate else { panic!("{rate:?}") };
    assert_eq!(dali.indicators[counts].kind, IndicatorKind::Incidents);
}
