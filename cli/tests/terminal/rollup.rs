//! `cunping rollup`: what counts, whatever the order of the files.

use serde_json::Value;

use crate::process::{Run, cunping, file, vector};

fn rolled(names: &[&str]) -> Run {
    let files: Vec<String> = names.iter().map(|name| file(&format!("rollup/{name}"), &vector(name))).collect();
    let mut args = vec!["rollup", "--json"];
    args.extend(files.iter().map(String::as_str));
    cunping(&args, b"")
}

#[test]
fn the_base_is_every_village_of_the_township() {
    let run = rolled(&["good-complete.txt"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let result = &run.json()[0];
    assert_eq!((&result["expected"], &result["reported"], &result["missing"]), (&13.into(), &1.into(), &12.into()));
    assert_eq!(result["expected_known"], Value::Bool(true));
}

#[test]
fn the_order_of_files_and_a_file_twice_change_nothing() {
    let one = rolled(&["good-complete.txt", "chain-supersedes.txt"]);
    let other = rolled(&["chain-supersedes.txt", "good-complete.txt", "good-complete.txt"]);
    assert_eq!((one.code, &one.out), (0, &other.out));
    assert_eq!(one.json()[0]["reported"], 1);
}

#[test]
fn files_in_conflict_do_not_count_and_are_said() {
    let run = rolled(&["good-complete.txt", "chain-supersedes.txt", "chain-fork.txt"]);
    assert_eq!(run.code, 3);
    assert_eq!(run.json()[0]["reported"], 0);
}

#[test]
fn files_in_conflict_are_named_with_what_to_do() {
    let names = ["good-complete.txt", "chain-supersedes.txt", "chain-fork.txt"];
    let (run, verified) = (rolled(&names), |name: &str| {
        let path = file(&format!("rollup/{name}"), &vector(name));
        cunping(&["verify", "--json", &path], b"").json()[0]["digest"].as_str().unwrap().to_owned()
    });
    let lines = run.json();
    let said = lines.iter().find(|it| it["problem"] == "unsettled").unwrap();
    assert_eq!((&said["unit"], &said["count"]), (&"150626200205".into(), &2.into()));
    let mut files: Vec<(String, String, String)> = said["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| ["digest", "file", "state"].map(|member| it[member].as_str().unwrap().to_owned()).into())
        .collect();
    files.sort_by(|a, b| a.1.cmp(&b.1));
    let expected = ["chain-fork.txt", "chain-supersedes.txt"];
    for ((digest, file, state), name) in files.iter().zip(expected) {
        assert_eq!((digest, state.as_str()), (&verified(name), "conflict-fork"), "{name}");
        assert!(file.ends_with(name), "{file}");
    }
    let args: Vec<String> = names.iter().map(|name| file(&format!("rollup/{name}"), &vector(name))).collect();
    for (lang, words) in [("zh", "另有一份文件也替代同一次报送"), ("en", "Ask by telephone which one counts")]
    {
        let all = [vec!["rollup", "--lang", lang], args.iter().map(String::as_str).collect()].concat();
        let run = cunping(&all, b"");
        let wanted = ["✕ 150626200205", "chain-fork.txt", "chain-supersedes.txt", words];
        assert!(wanted.iter().all(|it| run.err.contains(it)), "{}", run.err);
    }
}

#[test]
fn a_refused_file_is_said_to_be_one_with_its_code() {
    let run = rolled(&["payload-byte-flipped.txt", "unknown-pack.txt", "good-enrolment.txt", "good-complete.txt"]);
    assert_eq!(run.code, 3);
    let lines = run.json();
    let refused: Vec<(&str, &Value)> = lines
        .iter()
        .filter(|it| it["holds"] == false)
        .map(|it| (it["file"].as_str().unwrap().rsplit('/').next().unwrap(), &it["problem"]))
        .collect();
    let expected = [
        ("payload-byte-flipped.txt", &"signature".into()),
        ("unknown-pack.txt", &"unknown-pack".into()),
        ("good-enrolment.txt", &"not-counted".into()),
    ];
    assert_eq!(refused, expected);
    for words in ["签名不对", "不参加汇总"] {
        assert!(run.err.contains(words), "“{words}” is not in {}", run.err);
    }
    assert!(lines.iter().any(|it| it["reported"] == 1), "the rest is counted: {}", run.out);
}

#[test]
fn play_data_never_mixes_with_real_data() {
    let run = rolled(&["good-complete.txt", "good-example.txt"]);
    let rated = run.json().into_iter().filter(|it| it.get("quarters").is_none());
    let examples: Vec<Value> = rated.map(|it| it["example"].clone()).collect();
    assert_eq!(examples, [Value::Bool(false), Value::Bool(true)]);
}

#[test]
fn a_refused_file_is_named_and_the_rest_is_counted() {
    let run = rolled(&["payload-byte-flipped.txt", "good-complete.txt"]);
    assert_eq!(run.code, 3);
    assert!(run.err.contains("payload-byte-flipped.txt"), "{}", run.err);
    assert_eq!(run.json()[0]["reported"], 1);
}

#[test]
fn an_encrypted_file_is_said_to_be_one_with_the_way_to_open_it() {
    let seeds = crate::process::root().join("fuzz/seeds/encrypted");
    for name in ["armored.age", "binary.age"] {
        let path = file(&format!("rollup/{name}"), &std::fs::read(seeds.join(name)).unwrap());
        let run = cunping(&["rollup", "--json", &path], b"");
        assert_eq!(run.code, 3);
        assert!(run.err.contains("age -d -i key.txt"), "{}", run.err);
        let run = cunping(&["verify", "--lang", "en", &path], b"");
        assert_eq!(run.code, 3);
        assert!(run.out.contains("encrypted file") && run.out.contains("age -d -i key.txt"), "{}", run.out);
        let run = cunping(&["verify", "--json", &path], b"");
        assert_eq!((run.code, &run.json()[0]["problem"]), (3, &Value::from("encrypted")));
    }
}

#[test]
fn a_year_says_how_far_targets_are_and_a_quarter_does_not() {
    let run = rolled(&["good-complete.txt", "good-score.txt"]);
    let lines = run.json();
    let of = |period: &str| lines.iter().find(|it| it["period"] == period).unwrap();
    assert_eq!(of("2026-Q1").get("targets"), None);
    assert!(of("2026")["targets"].is_array() && of("2026")["priorities"].is_array());
}

#[test]
fn a_payload_with_a_number_of_a_person_or_without_a_name_is_not_written() {
    let good = file("rollup/payload.json", &vector("good-complete.txt"));
    let written = |name: &str| {
        let args = ["rollup", "--payload", "150626200000", "--office", "pingan", "--area-name", name, &good];
        cunping(&args, b"")
    };
    let run = written("示例苏木");
    assert_eq!((run.code, run.json()[0]["area"]["name"].as_str()), (0, Some("示例苏木")), "{}", run.err);
    for (name, words) in [
        ("电话13812345678", "手机号"),
        ("", "名称是空的"),
        ("　", "名称是空的"),
        ("示例\u{1b}[2K", "控制字符"),
        ("示例\n苏木", "控制字符"),
        ("\u{202e}示例", "控制字符"),
    ] {
        let run = written(name);
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{name:?}");
        assert!(run.err.contains(words) && !run.err.contains("13812345678"), "{name:?}: {}", run.err);
    }
}
