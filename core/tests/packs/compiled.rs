//! Compiled packs with faults, made out of the good pack of the faults.

use cunping_core::pack::{Pack, ProblemKind, authoring};

use crate::files;

fn good_json() -> String {
    let good = files::toml_files(&files::here("good"));
    let json = authoring::compile(&good, &files::toml_files(&files::here("good-catalogue"))).unwrap();
    String::from_utf8(json).unwrap()
}

fn problems(json: &str) -> Vec<(&'static str, String)> {
    let problems = Pack::from_json(json.as_bytes()).expect_err("a faulty pack");
    problems.into_iter().map(|it| (it.kind.code(), it.place.path)).collect()
}

fn replaced(find: &str, put: &str) -> String {
    let good = good_json();
    assert_eq!(good.matches(find).count(), 1, "{find}");
    good.replace(find, put)
}

#[test]
fn only_canonical_bytes_are_read() {
    let good = good_json();
    for bad in [
        format!(" {good}"),
        format!("{good}\n"),
        replaced(r#""version":1"#, r#""version":1.0"#),
        replaced(r#""version":1"#, r#""version":1,"version":1"#),
        replaced(r#""short":"两无""#, r#""short":"\u4e24\u65e0""#),
    ] {
        let [(code, _)] = &problems(&bad)[..] else { panic!("one problem") };
        assert!(matches!(*code, "not-canonical" | "syntax"), "{code}");
    }
    for bad in ["", "[]x", "{", "\u{feff}{}"] {
        assert_eq!(problems(bad)[0].0, "syntax");
    }
}

#[test]
fn a_newer_format_is_refused_whole() {
    let newer = replaced(r#""format":1"#, r#""format":2"#).replace(r#""version":1"#, r#""version":0"#);
    assert_eq!(problems(&newer), [("newer-format", "/format".to_owned())]);
}

#[test]
fn places_are_json_pointers() {
    let bad = replaced(r#""crime/homicide":{"en":"homicide","#, r#""crime/homicide":{"en":"","#);
    assert_eq!(problems(&bad), [("empty-text", "/catalogue/incidents/crime~1homicide/en".to_owned())]);
    let bad = replaced(r#""format":1,"#, "");
    assert_eq!(problems(&bad), [("missing-key", "/format".to_owned())]);
    let bad = replaced(r#""unit":"township""#, r#""unit":"town""#);
    assert_eq!(problems(&bad), [("unknown-word", "/levels/1/unit".to_owned())]);
}

#[test]
fn a_huge_file_is_refused_unread() {
    let huge = " ".repeat((1 << 20) + 1);
    let problems = Pack::from_json(huge.as_bytes()).unwrap_err();
    assert!(matches!(problems[0].kind, ProblemKind::TooLarge(_)));
}

#[test]
fn the_digest_of_a_criterion_follows_what_decides_it() {
    let digests = |json: &str| -> Vec<_> {
        let pack = Pack::from_json(json.as_bytes()).unwrap();
        pack.levels.iter().flat_map(|level| &level.criteria).map(|criterion| criterion.digest).collect()
    };
    let good = digests(&good_json());
    assert_eq!(good, digests(&replaced("无刑事案件", "无案件")), "a title decides nothing");
    assert_eq!(good, digests(&replaced("Free of crime", "No crime at all")), "nor does a name of ours");
    assert_eq!(good, digests(&replaced(r#""section":"model.1""#, r#""section":"model.2""#)), "nor does a section");
    let model = 3;
    for (nth, find, put) in [
        (model + 3, r#""role":"veto""#, r#""role":"goal""#),
        (model + 3, r#","role":"veto""#, ""),
        (model + 4, r#""or_stated":"above-mean""#, r#""or_stated":"has-sewage""#),
    ] {
        let other = digests(&replaced(find, put));
        let differ: Vec<usize> = (0..good.len()).filter(|n| other[*n] != good[*n]).collect();
        assert_eq!(differ, [nth], "{find}");
    }
    // The figure and what it is compared with have the same decimals, so both change at once.
    let other = digests(
        &good_json()
            .replace(r#""decimals":2,"en":"crime rate""#, r#""decimals":3,"en":"crime rate""#)
            .replace(r#""clause":"五(三)3","decimals":2"#, r#""clause":"五(三)3","decimals":3"#),
    );
    assert_eq!((0..good.len()).filter(|n| other[*n] != good[*n]).collect::<Vec<_>>(), [model + 4]);
    for (find, put) in [
        (r#"{"at_least":6,"count":"feeds"}"#, r#"{"at_least":7,"count":"feeds"}"#),
        (r#""may_not_apply":true"#, r#""may_not_apply":false"#),
        (r#""year":"latest""#, r#""year":"sum""#),
        (r#""village.2.1""#, r#""village.2.7""#),
    ] {
        let other = digests(&replaced(find, put));
        assert_eq!((other[0] == good[0], other[1] == good[1], other[2] == good[2]), (true, false, true), "{find}");
    }
}
