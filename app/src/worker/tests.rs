//! Every input is answered, and an answer survives the trip to the page.

use serde_json::Value;

use super::{
    CachedReviewer,
    protocol::{self, ReviewOutcome, ReviewRequest},
};
use crate::state::{documents, example};

fn reviewer() -> CachedReviewer {
    CachedReviewer::new(documents::all().iter().collect())
}

fn texts() -> Vec<String> {
    let pack = documents::all().first().unwrap();
    let level = pack.level(&"village".parse().unwrap()).unwrap();
    let files = example::files(pack, level, "2026-Q3".parse().unwrap(), "2026-11-22".parse().unwrap());
    files.into_iter().map(|it| it.text).collect()
}

#[test]
fn an_answer_survives_the_line() {
    let bad = reviewer().review(1, b"{}");
    let reviewed: Vec<ReviewOutcome> =
        reviewer().review(0, texts().concat().as_bytes()).into_iter().chain(bad).collect();
    assert_eq!(reviewed.len(), 13);
    let (text, bodies) = protocol::answer(7, reviewed.clone());
    assert_eq!(protocol::job(&text), Some(7));
    assert_eq!(protocol::read(&text, bodies), Some(reviewed));
    let ask = ReviewRequest::new(7, 2, Vec::new(), vec!["{}".into()]);
    assert_eq!(ReviewRequest::from_text(&ask.to_text()), Some(ask));
}

#[test]
fn another_version_is_not_read() {
    let (text, bodies) = protocol::answer(7, Vec::new());
    let other = text.replacen("\"v\":9", "\"v\":8", 1);
    assert_ne!(text, other);
    assert_eq!((protocol::job(&other), protocol::read(&other, bodies)), (None, None));
}

#[test]
fn an_answer_with_a_wrong_value_is_not_read() {
    let (text, bodies) = protocol::answer(7, reviewer().review(0, texts().remove(0).as_bytes()));
    let message: Value = serde_json::from_str(&text).unwrap();
    let read = |message: &Value| protocol::read(&message.to_string(), bodies.clone());
    assert!(read(&message).is_some());
    for (at, wrong) in [
        ("seen/slot/kind", "report"),
        ("seen/slot/unit", "150626"),
        ("seen/slot/pack", "Sulide"),
        ("seen/slot/period", "2026-Q5"),
        ("seen/digest", "33"),
        ("seen/kid", "UDDReOZl"),
        ("party/office", "平安办"),
        ("stated_at", "2026-04-01T09:30:00Z"),
        ("as_of", "2026-02-29"),
        ("states/signature", "fine"),
        ("states/key", "owner"),
        ("states/recompute", "differs"),
        ("evaluation/verdict", "good"),
        ("evaluation/criteria/0/id", ""),
        ("evaluation/criteria/0/finding", "perhaps"),
    ] {
        let mut other = message.clone();
        *other.pointer_mut(&format!("/items/0/outcome/Ok/assessment/{at}")).unwrap() = wrong.into();
        assert_eq!(read(&other), None, "{at}");
    }
    // Only the page knows whose keys it has.
    let mut other = message.clone();
    other.pointer_mut("/items/0/outcome/Ok/assessment/seen").unwrap()["enrolled"] = true.into();
    assert_eq!(read(&other), None);
}

#[test]
fn what_a_messenger_puts_around_a_bundle_does_no_harm() {
    let text = texts().remove(0);
    for around in [text.clone(), format!("\u{feff}{text}\r\n"), format!("某某 10:05\n{text}（请查收）")] {
        let reviewed = reviewer().review(0, around.as_bytes());
        assert_eq!(reviewed.iter().map(|it| it.text.as_str()).collect::<Vec<_>>(), [text.as_str()]);
    }
}

#[test]
fn every_bad_file_is_refused_with_words() {
    let good = texts().remove(0);
    let flipped = good.replacen("eyJ", "eyK", 1);
    let deep = "[".repeat(100_000);
    let bad: [&[u8]; 7] = [
        b"",
        b"\xff\xfe",
        b"{}",
        deep.as_bytes(),
        flipped.as_bytes(),
        &good.as_bytes()[..good.len() / 2],
        b"PK\x03\x04",
    ];
    for bytes in bad {
        let reviewed = reviewer().review(0, bytes);
        let refusal = reviewed.first().and_then(|it| it.outcome.as_ref().err()).unwrap();
        for words in [&refusal.what, &refusal.todo] {
            assert!(!words.zh.is_empty() && !words.en.is_empty());
        }
    }
}
