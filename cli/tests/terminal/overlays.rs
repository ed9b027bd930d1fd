//! Overlays at the terminal: used where they fit, refused whole with every problem where they do not.

use cunping_core::{
    bundle::{Directory, KeyRecord, KeyRole, LinePosition, Party, SignedOverlay, SigningKey, Stated, sign},
    id::Digest,
    overlay::Overlay,
};

use crate::process::{cunping, file, root};

const HEAD: &str = r#""kind":"overlay","format":1,"pack":"changgang-pingan-fazhi-xing-2023","version":1,"level":"village",
    "title":"示例","issuer":"示例","issued":"2023-06-01""#;

fn refused(name: &str, bodies: &[&str], says: &[&str]) {
    let facts = file(
        "overlay-facts.json",
        br#"{"format":1,"unit":"411422100399","period":"2025","incidents":[],"statements":[],"remarks":{}}"#,
    );
    let files = bodies.iter().enumerate();
    let files: Vec<String> = files.map(|(n, body)| file(&format!("{name}-{n}.json"), body.as_bytes())).collect();
    let mut args = vec!["evaluate", "--lang", "en", &facts];
    args.extend(files.iter().flat_map(|path| ["--overlay", path.as_str()]));
    let run = cunping(&args, b"");
    assert_eq!((run.code, run.out.as_str()), (3, ""), "{name}: {}", run.err);
    for words in says {
        assert!(run.err.contains(words), "{name}: “{words}” is not in {}", run.err);
    }
}

#[test]
fn what_does_not_fit_is_refused_with_every_problem() {
    let with = |rest: &str| format!("{{{HEAD},{rest}}}");
    let weights = |first: i64| {
        with(&format!(
            r#""weights":{{"village.1":{first},"village.2":20,"village.3":15,"village.4":15,"village.5":10,"village.6":10,
            "village.7":10}}"#
        ))
    };
    refused("sum-99", &[&weights(19)], &["add up to 99"]);
    refused("sum-101", &[&weights(21)], &["add up to 101"]);
    let twice = weights(19).replace(r#""village.7":10"#, r#""village.7":10,"village.1.1":1"#);
    refused("twice", &[&twice], &["and for items in it"]);
    refused("goal", &[&weights(20).replace("village.7", "village.goal")], &["no points, or wrong ones"]);
    refused("mark-101", &[&with(r#""pass_mark":101"#)], &["not between 0 and 100"]);
    refused("mark-below", &[&with(r#""pass_mark":-1"#)], &["not between 0 and 100"]);
    refused("no-such-veto", &[&with(r#""vetoes":["village.9.9"]"#)], &["no criterion village.9.9"]);
    refused(
        "nothing-open",
        &[&with(r#""settles":{"village.1.4":"met"}"#)],
        &["leaves nothing open at village.1.4", "settles.village.1.4"],
    );
    refused(
        "no-value",
        &[&with(r#""values":{"reference.weights":1}"#)],
        &["compares nothing with a figure reference.weights"],
    );
    refused(
        "no-text",
        &[&with(r#""texts":{"reference.pass-mark":["x"]}"#)],
        &["refers to no text reference.pass-mark"],
    );
    refused("empty", &[&format!("{{{HEAD}}}")], &["it brings nothing"]);
    refused("level", &[&with(r#""pass_mark":80"#).replace("\"village\"", "\"township\"")], &["no such level"]);
    let later = with(r#""pass_mark":80"#).replace("\"version\":1", "\"version\":2");
    refused(
        "version",
        &[&later],
        &["version 2 of the pack changgang-pingan-fazhi-xing-2023, and version 1", "  version"],
    );
    refused("twice-a-key", &[&with(r#""pass_mark":80,"pass_mark":81"#)], &["name twice"]);
    refused("newer", &[&with(r#""pass_mark":80"#).replace("\"format\":1", "\"format\":2")], &["format 2"]);
    refused("unknown-key", &[&with(r#""pass_mark":80,"more":1"#)], &["not in the format"]);
    refused("two", &[&with(r#""pass_mark":80"#), &with(r#""pass_mark":81"#)], &["sets the same thing"]);
    let many = with(r#""pass_mark":101,"vetoes":["village.9.9"],"settles":{"village.1.4":"met"}"#);
    refused("many", &[&many], &["not between 0 and 100", "no criterion", "leaves nothing open"]);
}

/// The real overlays of the golden cases.
fn sample(pack: &str, name: &str) -> String {
    root().join("packs").join(pack).join("cases/overlays").join(name).display().to_string()
}

const CHANGGANG: &str = "changgang-pingan-fazhi-xing-2023";

#[test]
fn check_names_every_problem_with_its_place_and_advice() {
    let many = format!(r#"{{{HEAD},"pass_mark":101,"vetoes":["village.9.9"],"settles":{{"village.1.4":"met"}}}}"#);
    let many = file("check-many.json", many.as_bytes());
    let misfit = file("check-misfit.json", format!(r#"{{{HEAD},"pass_mark":"80"}}"#).as_bytes());
    let good = sample(CHANGGANG, "points.json");
    let run = cunping(&["overlay", "check", "--json", &many, &misfit, &good], b"");
    assert_eq!(run.code, 3, "{}", run.err);
    let results = run.json();
    let [many, misfit, good] = results.as_slice() else { panic!("{results:?}") };
    let places = |it: &serde_json::Value| -> Vec<(String, String)> {
        let problems = it["problems"].as_array().unwrap();
        let text = |it: &serde_json::Value| it.as_str().unwrap().to_owned();
        assert!(problems.iter().all(|it| !text(&it["advice"]).is_empty() && !text(&it["problem"]).is_empty()));
        problems.iter().map(|it| (text(&it["at"]), text(&it["code"]))).collect()
    };
    let expected = [("pass_mark", "pass-mark"), ("vetoes", "no-criterion"), ("settles.village.1.4", "nothing-open")];
    assert_eq!(places(many), expected.map(|(at, code)| (at.to_owned(), code.to_owned())));
    assert_eq!(places(misfit), [("pass_mark".to_owned(), "not-a-number".to_owned())]);
    assert_eq!((good["holds"].as_bool(), good["level"].as_str()), (Some(true), Some("village")));
}

#[test]
fn two_that_set_the_same_are_one_too_many() {
    let (one, other) = (sample(CHANGGANG, "points.json"), sample(CHANGGANG, "points-by-item.json"));
    assert_eq!(cunping(&["overlay", "check", &one], b"").code, 0);
    let run = cunping(&["overlay", "check", "--lang", "en", &one, &other], b"");
    assert_eq!(run.code, 3);
    assert!(run.err.contains("sets the same thing"), "{}", run.err);
    let unknown =
        file("check-unknown.json", format!("{{{HEAD},\"pass_mark\":80}}").replace("changgang", "nowhere").as_bytes());
    let run = cunping(&["overlay", "check", &unknown], b"");
    assert!(run.code == 3 && run.err.contains("nowhere-pingan"), "{}", run.err);
    assert_eq!(cunping(&["overlay", "check", "no-such-file.json"], b"").code, 1);
}

#[test]
fn compile_writes_what_the_digest_belongs_to() {
    let means = sample("dali-pingan-xiangcun-2024", "means.json");
    let run = cunping(&["overlay", "compile", &means], b"");
    assert_eq!(run.code, 0, "{}", run.err);
    let compiled = file("means-compiled.json", run.out.trim_end().as_bytes());
    let (of_source, of_compiled) = (
        cunping(&["overlay", "check", "--json", &means], b"").json(),
        cunping(&["overlay", "check", "--json", &compiled], b"").json(),
    );
    assert_eq!(of_source[0]["digest"], of_compiled[0]["digest"]);
    assert_eq!(cunping(&["overlay", "compile", &compiled], b"").out, run.out);
}

#[test]
fn show_tells_it_by_the_documents_own_names() {
    let run = cunping(&["overlay", "show", &sample(CHANGGANG, "points.json")], b"");
    assert_eq!(run.code, 0, "{}", run.err);
    for words in ["不是文件原文", "示例县评查办法", "治安防控严密有效: 20 分", "合格线（分）: 80"]
    {
        assert!(run.out.contains(words), "“{words}” is not in {}", run.out);
    }
}

/// A pass mark that the county signed with a key, as its `sequence`th overlay.
fn signed(name: &str, mark: i64, seed: u8, sequence: u32) -> String {
    let overlay = Overlay::read(format!("{{{HEAD},\"pass_mark\":{mark}}}").as_bytes()).unwrap();
    // The one before need not be here.
    let place = LinePosition { sequence, supersedes: (sequence > 1).then_some(Digest([7; 32])) };
    let payload = SignedOverlay { stated: stated(), place, overlay };
    file(name, sign(&payload, &SigningKey::from_seed(&[seed; 32])).text.as_bytes())
}

fn stated() -> Stated {
    let party = Party { unit: "411422000000".parse().unwrap(), office: "zhengfawei".parse().ok() };
    Stated { party, at: "2026-04-02T08:00:00+08:00".parse().unwrap(), software: "example".into(), example: false }
}

/// A directory that knows the county's key, retired from a day on where one is given.
fn directory(name: &str, seed: u8, retired_on: Option<&str>) -> String {
    let key = KeyRecord {
        key: SigningKey::from_seed(&[seed; 32]).public(),
        party: stated().party,
        role: KeyRole::Clerk,
        enrolled_on: "2026-01-01".parse().unwrap(),
        vouched_by: None,
        made_sure_on: None,
        retired_on: retired_on.map(|it| it.parse().unwrap()),
        recipient: None,
    };
    let (units, offices) = (Vec::new(), Vec::new());
    let area_name = "示例县".to_owned();
    let directory =
        Directory { stated: stated(), place: LinePosition::FIRST, area_name, units, offices, keys: vec![key] };
    file(name, sign(&directory, &SigningKey::from_seed(&[seed; 32])).text.as_bytes())
}

#[test]
fn a_signed_one_is_read_and_its_signer_is_said() {
    let one = signed("signed-one.json", 80, 3, 1);
    let (good, stranger) = (directory("signed-directory.json", 3, None), directory("strange-directory.json", 9, None));
    let run = cunping(&["overlay", "check", &one], b"");
    assert_eq!(run.code, 0, "{}", run.err);
    for words in ["自称由谁签名: 411422000000 zhengfawei", "签名密钥的核对号码", "没有给出名录"] {
        assert!(run.out.contains(words), "“{words}” is not in {}", run.out);
    }
    for (directory, state) in [(&good, "enrolled"), (&stranger, "stranger")] {
        let run = cunping(&["overlay", "show", "--json", "--directory", directory, &one], b"");
        assert_eq!(run.code, 0, "{}", run.err);
        let it = &run.json()[0];
        assert_eq!((it["key"].as_str(), it["signed"].as_bool()), (Some(state), Some(true)));
    }
    let plain = cunping(&["overlay", "check", &sample(CHANGGANG, "points.json")], b"");
    assert!(plain.out.contains("没有签名"), "{}", plain.out);
}

#[test]
fn evaluating_says_who_signed_what_it_evaluates_by() {
    let facts = file(
        "signed-facts.json",
        br#"{"format":1,"unit":"411422100399","period":"2025","incidents":[],"statements":[],"remarks":{}}"#,
    );
    let (one, good) = (signed("signed-used.json", 80, 3, 1), directory("used-directory.json", 3, None));
    let run = cunping(&["evaluate", "--overlay", &one, "--directory", &good, &facts], b"");
    assert_eq!(run.code, 4, "{}", run.err);
    for words in ["签名: 411422000000 zhengfawei", "密钥已登记"] {
        assert!(run.err.contains(words), "“{words}” is not in {}", run.err);
    }
}

#[test]
fn an_older_one_a_strangers_and_one_of_a_retired_key_are_refused_with_the_reason() {
    let (first, second) = (signed("line-1.json", 80, 3, 1), signed("line-2.json", 60, 3, 2));
    let stranger = signed("line-stranger.json", 1, 9, 7);
    for both in [[&first, &second], [&second, &first]] {
        let run = cunping(&["overlay", "check", both[0], both[1]], b"");
        assert!(run.code == 3 && run.err.contains("不能一起用"), "{}", run.err);
    }
    let run = cunping(&["overlay", "check", "--json", &first, &stranger], b"");
    assert_eq!((run.code, run.json()[1]["problems"][0]["code"].as_str()), (3, Some("overlay-other-key")));
    let retired = directory("retired-directory.json", 3, Some("2026-04-10"));
    let run = cunping(&["overlay", "check", "--directory", &retired, "--seen", "2026-04-10", &first], b"");
    assert!(run.code == 3 && run.err.contains("停用"), "{}", run.err);
    let run = cunping(&["overlay", "check", "--directory", &retired, "--seen", "2026-04-09", &first], b"");
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn one_that_was_changed_after_it_was_signed_is_refused() {
    let text = std::fs::read_to_string(signed("changed-source.json", 80, 3, 1)).unwrap();
    let changed = file("changed.json", text.replace("\"signature\":\"", "\"signature\":\"A").as_bytes());
    let run = cunping(&["overlay", "check", "--lang", "en", &changed], b"");
    assert_eq!((run.code, run.out.as_str()), (3, ""), "{}", run.err);
}
