//! Drafts of overlays: the overlays they become, and all their faults at once.

use super::*;
use crate::state::documents;

fn changgang() -> (&'static Pack, &'static Level) {
    let pack = documents::released(&"changgang-pingan-fazhi-xing-2023".parse().unwrap()).unwrap();
    (pack, &pack.levels[0])
}

fn draft(fields: &[(&str, &str)]) -> OverlayDraft {
    let mut draft = OverlayDraft::default();
    let head = [("title", "示例评查办法"), ("issuer", "示例县政法委"), ("issued", "2026-01-05")];
    head.iter().chain(fields).for_each(|(at, text)| draft.set(at, (*text).to_owned()));
    draft
}

const WEIGHTS: [(&str, &str); 7] = [
    ("weights.village.1", "20"),
    ("weights.village.2", "20"),
    ("weights.village.3", "15"),
    ("weights.village.4", "１5"),
    ("weights.village.5", "10"),
    ("weights.village.6", "10"),
    ("weights.village.7", "10"),
];

fn faults(draft: &OverlayDraft) -> Vec<(String, &'static str)> {
    let (pack, level) = changgang();
    let code = |why: &DraftErrorKind| match why {
        DraftErrorKind::Number(NumberError::NotANumber, _) => "number",
        DraftErrorKind::Number(NumberError::TooFine, _) => "decimals",
        DraftErrorKind::Number(NumberError::TooLarge, _) => "too-large",
        DraftErrorKind::Day => "day",
        DraftErrorKind::Text => "text",
        DraftErrorKind::Personal(_) => "personal",
        DraftErrorKind::Overlay(it) => it.code(),
    };
    draft.finish(pack, level).unwrap_err().iter().map(|it| (it.at.clone(), code(&it.why))).collect()
}

#[test]
fn what_is_typed_becomes_an_overlay_and_the_overlay_a_draft_again() {
    let (pack, level) = changgang();
    let mut typed = draft(&WEIGHTS);
    for (at, text) in [
        ("pass_mark", "80"),
        ("vetoes.village.2.5", YES),
        ("settles.village.goal.10", NOT_MET),
        ("texts.reference.three-zero", " 零案件\n\n零事故 "),
    ] {
        typed.set(at, text.to_owned());
    }
    assert_eq!(typed.sum(level), 100);
    let overlay = typed.finish(pack, level).unwrap();
    assert_eq!((overlay.pass_mark, overlay.weights.len(), overlay.vetoes.len()), (Some(80), 7, 1));
    assert_eq!(overlay.texts.values().next().unwrap(), &["零案件", "零事故"]);
    assert_eq!(Overlay::read(overlay.write().as_bytes()), Ok(overlay.clone()));
    let copy = OverlayDraft::of(pack, &overlay);
    assert_eq!(copy.replaces(), Some(overlay.digest));
    assert_eq!(OverlayDraft::read(&copy.write()), copy);
    assert_eq!(copy.finish(pack, level), Ok(overlay));
}

#[test]
fn a_section_is_given_by_its_items_or_as_a_whole() {
    let (pack, level) = changgang();
    let mut typed = draft(&WEIGHTS);
    typed.set("items.village.6", YES.to_owned());
    assert_eq!(typed.sum(level), 90, "the section's own points rest while its items are typed");
    let missing: Vec<String> = faults(&typed).into_iter().map(|it| it.0).collect();
    assert_eq!(missing.len(), 6, "five items and the sum: {missing:?}");
    assert!(missing.contains(&"weights.village.6.5".to_owned()) && !missing.contains(&"weights.village.6".to_owned()));
    for (n, points) in ["1", "2", "2", "3", "2"].iter().enumerate() {
        typed.set(&format!("weights.village.6.{}", n + 1), (*points).to_owned());
    }
    let overlay = typed.finish(pack, level).unwrap();
    assert!(!overlay.weights.contains_key(&"village.6".parse().unwrap()) && overlay.weights.len() == 11);
    assert_eq!(OverlayDraft::of(pack, &overlay).get("items.village.6"), YES);
}

#[test]
fn everything_wrong_is_said_at_once_and_once_a_place() {
    assert_eq!(
        faults(&OverlayDraft::default()),
        [("issued", "day"), ("title", "text"), ("issuer", "text"), ("", "empty-overlay")]
            .map(|(at, code)| (at.to_owned(), code))
    );
    let mut typed = draft(&WEIGHTS);
    for (at, text) in
        [("weights.village.1", "many"), ("weights.village.7", "101"), ("pass_mark", "101"), ("issued", "2026-02-30")]
    {
        typed.set(at, text.to_owned());
    }
    assert_eq!(
        faults(&typed),
        [
            ("weights.village.1", "number"),
            ("issued", "day"),
            ("weights.village.7", "weight"),
            ("weights", "weight-sum"),
            ("pass_mark", "pass-mark"),
        ]
        .map(|(at, code)| (at.to_owned(), code))
    );
}

#[test]
fn the_sum_is_right_at_a_hundred_only() {
    for (first, wrong) in [("19", true), ("20", false), ("21", true)] {
        let mut typed = draft(&WEIGHTS);
        typed.set("weights.village.1", first.to_owned());
        let (pack, level) = changgang();
        assert_eq!(typed.finish(pack, level).is_err(), wrong, "{first}");
    }
    assert_eq!(
        faults(&draft(&WEIGHTS[..6])),
        [("weights.village.7", "weight"), ("weights", "weight-sum")].map(|(at, code)| (at.to_owned(), code))
    );
}

#[test]
fn a_published_figure_has_the_documents_decimals() {
    let pack = documents::released(&"dali-pingan-xiangcun-2024".parse().unwrap()).unwrap();
    let level = pack.level(&"county".parse().unwrap()).unwrap();
    let at = "values.reference.crime-rate-mean";
    let (fine, none) = (NumberError::TooFine, NumberError::NotANumber);
    for (text, figure) in [("12.3", Ok(1_230)), ("12.34", Ok(1_234)), ("12.345", Err(fine)), ("x", Err(none))] {
        let typed = draft(&[(at, text)]);
        let finished = typed.finish(pack, level).map(|it| it.values.values().next().copied());
        let wrong = |faults: Vec<DraftError>| match &faults[0] {
            DraftError { at: place, why: DraftErrorKind::Number(error, 2) } if place == at => *error,
            other => panic!("{other:?}"),
        };
        assert_eq!(finished.map_err(wrong), figure.map(Some), "{text}");
    }
}

#[test]
fn a_text_that_is_too_long_is_said_where_it_stands() {
    let at = "texts.reference.three-zero";
    assert_eq!(faults(&draft(&[(at, &"长".repeat(700))])), [(at.to_owned(), "text")]);
    assert_eq!(faults(&draft(&[(at, &"条\n".repeat(101))])), [(at.to_owned(), "text")]);
    assert_eq!(OverlayDraft::read("no draft"), OverlayDraft::default());
}

#[test]
fn a_number_of_a_person_is_refused_at_its_place_and_kept_nowhere() {
    let mut typed = draft(&WEIGHTS);
    let texts = "texts.reference.three-zero";
    for (at, text) in [("title", "办法（13800138000）"), ("number", "0477-7212345"), (texts, "一\n问 13900139000")]
    {
        typed.set(at, text.to_owned());
    }
    let found: Vec<String> = faults(&typed).into_iter().filter(|it| it.1 == "personal").map(|it| it.0).collect();
    assert_eq!(found, ["title", "number", texts]);
    let kept = OverlayDraft::read(&typed.write());
    assert_eq!((kept.get("title"), kept.get("number"), kept.get(texts)), ("办法（）", "", "一\n问 "));
    assert_eq!(kept.get("weights.village.1"), "20");
}
