//! Every format vector through `cunping verify`.

use std::collections::BTreeMap;

use serde_json::json;

use crate::process::{cunping, file, root, vector};

fn header(name: &str) -> BTreeMap<String, String> {
    let bytes = std::fs::read(root().join("core/tests/vectors").join(name)).unwrap();
    let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
    let lines = String::from_utf8(bytes[..end].to_vec()).unwrap();
    lines.lines().map(|line| line.split_once(": ").unwrap()).map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
}

/// A vector's name and header.
type Named = (String, BTreeMap<String, String>);

#[test]
fn every_vector_is_opened_or_refused_as_its_header_says() {
    let folder = std::fs::read_dir(root().join("core/tests/vectors")).unwrap();
    let mut names: Vec<String> = folder.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let mut groups: BTreeMap<Vec<String>, Vec<Named>> = BTreeMap::new();
    for name in names {
        let header = header(&name);
        // How files stand to one another is for whoever keeps them: verify looks at each by itself.
        if !header.contains_key("after") {
            groups.entry(options(&header)).or_default().push((name, header));
        }
    }
    assert!(groups.len() > 2 && groups.values().map(Vec::len).sum::<usize>() > 200);
    let wrong: Vec<String> = groups.iter().flat_map(|(options, vectors)| differences(options, vectors)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The overlays and the directory that a vector is looked at with, and the day on which it was first seen.
fn options(header: &BTreeMap<String, String>) -> Vec<String> {
    if let Some(overlay) = header.get("overlays") {
        // Without a directory a file is first seen on the day on which it says it was signed.
        return vec!["--overlay".to_owned(), root().join("packs").join(overlay).display().to_string()];
    }
    let Some(directory) = header.get("directory") else { return Vec::new() };
    let seen = header.get("seen").map_or("2026-04-12", String::as_str);
    let directory = file(&format!("directories/{directory}"), &vector(directory));
    vec!["--directory".to_owned(), directory, "--seen".to_owned(), seen.to_owned()]
}

fn differences(options: &[String], vectors: &[Named]) -> Vec<String> {
    let files: Vec<String> = vectors.iter().map(|(name, _)| file(&format!("vectors/{name}"), &vector(name))).collect();
    let mut args = vec!["verify", "--json"];
    args.extend(options.iter().chain(&files).map(String::as_str));
    let run = cunping(&args, b"");
    let results = run.json();
    let all_hold = results.iter().all(|it| it["holds"] == true);
    assert_eq!(run.code, if all_hold { 0 } else { 3 }, "{}", run.err);
    let good = header("good-complete.txt")["digest"].clone();
    let of_file = |(name, header): &Named, file: &String| {
        // A second bundle in a file has its number behind the name.
        let numbered = format!("{file}:");
        let is_of = |it: &&serde_json::Value| {
            it["file"].as_str().is_some_and(|named| named == file || named.starts_with(&numbered))
        };
        let found: Vec<_> = results.iter().filter(is_of).collect();
        assert!(!found.is_empty(), "{name}");
        // What stands around a bundle, or a second one, is no reason to refuse it there.
        let around = header["expect"] != "opened" && header["layer"] == "file";
        if around && found.iter().all(|it| it["digest"] == good.as_str()) {
            return Vec::new();
        }
        assert_eq!(found.len(), 1, "{name}");
        of_one(name, header, found[0])
    };
    vectors.iter().zip(&files).flat_map(|(vector, file)| of_file(vector, file)).collect()
}

fn of_one(name: &str, header: &BTreeMap<String, String>, result: &serde_json::Value) -> Vec<String> {
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let expected = |key: &str| header.get(key).cloned();
    if header["expect"] != "opened" {
        let found = (text(&result["problem"]), text(&result["layer"]));
        let first = (text(&result["problems"][0]["code"]), text(&result["problems"][0]["at"]));
        let wanted = (expected("expect"), expected("layer"));
        let at = expected("at").or_else(|| Some(String::new()));
        let same = found == wanted && first == (wanted.0, at);
        return if same { vec![] } else { vec![format!("{name}: {found:?} {first:?}")] };
    }
    let states = result["states"].as_array().unwrap().iter();
    let states: BTreeMap<String, String> =
        states.map(|it| (text(&it["axis"]).unwrap(), text(&it["state"]).unwrap())).collect();
    let of = |key: &str| (key.to_owned(), text(&result[key]), expected(key));
    let axes = ["key", "authority", "clock", "pack", "recompute", "privacy", "mix"];
    let axes = axes.map(|axis| (axis.to_owned(), states.get(axis).cloned(), expected(axis)));
    let all = [of("digest"), of("kind")].into_iter().chain(axes);
    all.filter(|(_, found, wanted)| found != wanted).map(|it| format!("{name}: {it:?}")).collect()
}

#[test]
fn every_place_that_does_not_fit_is_named() {
    let text = br#"{"format":1,"payload":2,"protected":3,"signature":4,"typ":5}"#;
    let file = file("several.json", text);
    let run = cunping(&["verify", "--json", "--lang", "en", &file], b"");
    assert_eq!(run.code, 3, "{}", run.err);
    let [found] = run.json().try_into().unwrap();
    assert_eq!((&found["problem"], &found["layer"]), (&json!("not-a-text"), &json!("file")));
    let problems = found["problems"].as_array().unwrap();
    let places: BTreeMap<&str, &str> =
        problems.iter().map(|it| (it["at"].as_str().unwrap(), it["code"].as_str().unwrap())).collect();
    let expected = [
        ("format", "unknown-field"),
        ("payload", "not-a-text"),
        ("protected", "not-a-text"),
        ("signature", "not-a-text"),
        ("typ", "unknown-field"),
    ];
    assert_eq!((problems.len(), places), (5, BTreeMap::from(expected)));
    for lang in ["zh", "en"] {
        let run = cunping(&["verify", "--lang", lang, &file], b"");
        let told = cunping(&["verify", "--json", "--lang", lang, &file], b"").json().remove(0);
        let problems = told["problems"].as_array().unwrap();
        let what = problems.iter().map(|it| &it["problem"]).chain([&problems[0]["advice"]]);
        let lines: Vec<String> = what.map(|it| format!("   {}", it.as_str().unwrap())).collect();
        assert_eq!(run.out.lines().skip(1).collect::<Vec<_>>(), lines);
    }
}

#[test]
fn a_directory_that_is_none_is_refused_before_anything_is_verified() {
    let good = file("for-directory.json", &vector("good-complete.txt"));
    let run = cunping(&["verify", "--directory", &good, &good], b"");
    assert_eq!((run.code, run.out.as_str()), (3, ""), "{}", run.err);
    assert!(run.err.contains("自评"), "{}", run.err);
    assert_eq!(cunping(&["verify", "--seen", "2026-04-12", &good], b"").code, 1, "a day without a directory");
}

#[test]
fn a_file_that_holds_exits_with_zero_and_says_what_it_is() {
    let run = cunping(&["verify", &file("good.json", &vector("good-complete.txt"))], b"");
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.starts_with('✓'), "{}", run.out);
}

#[test]
fn a_file_that_is_not_there_is_no_verdict() {
    let run = cunping(&["verify", "no-such-file.json"], b"");
    assert_eq!(run.code, 1);
    assert!(run.err.contains("no-such-file.json") && run.err.contains("读不到"), "{}", run.err);
}
