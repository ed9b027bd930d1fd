//! Every format vector through `cunping verify`.

use std::collections::{BTreeMap, BTreeSet};

use crate::process::{cunping, file, root, vector};

fn header(name: &str) -> BTreeMap<String, String> {
    let bytes = std::fs::read(root().join("core/tests/vectors").join(name)).unwrap();
    let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
    let lines = String::from_utf8(bytes[..end].to_vec()).unwrap();
    lines.lines().map(|line| line.split_once(": ").unwrap()).map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
}

#[test]
fn every_vector_is_opened_or_refused_as_its_header_says() {
    let folder = std::fs::read_dir(root().join("core/tests/vectors")).unwrap();
    let mut names: Vec<String> = folder.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    // How files stand to one another is for whoever keeps them: verify looks at each by itself.
    names.retain(|name| !header(name).contains_key("after"));
    assert!(names.len() > 100, "{} vectors", names.len());
    let files: Vec<String> = names.iter().map(|name| file(&format!("vectors/{name}"), &vector(name))).collect();
    let overlays: BTreeSet<String> = names.iter().filter_map(|name| header(name).remove("overlays")).collect();
    let overlays: Vec<String> =
        overlays.iter().map(|path| root().join("packs").join(path).display().to_string()).collect();
    let mut args = vec!["verify", "--json"];
    args.extend(overlays.iter().flat_map(|path| ["--overlay", path]));
    args.extend(files.iter().map(String::as_str));
    let run = cunping(&args, b"");
    assert_eq!(run.code, 3, "{}", run.err);
    let results = run.json();
    assert_eq!(results.len(), names.len());
    let mut wrong = Vec::new();
    for (name, result) in names.iter().zip(&results) {
        let header = header(name);
        let states: BTreeMap<&str, &str> = result["states"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| (it["axis"].as_str().unwrap(), it["state"].as_str().unwrap()))
            .collect();
        if header["expect"] == "opened" {
            assert_eq!(result["digest"].as_str(), header.get("digest").map(String::as_str), "{name}");
            for axis in ["key", "pack", "recompute", "privacy", "mix"] {
                if states.get(axis).copied() != header.get(axis).map(String::as_str) {
                    wrong.push(format!("{name}: {axis} is {:?}", states.get(axis)));
                }
            }
        } else if result["problem"] != header["expect"].as_str() {
            wrong.push(format!("{name}: {}, not {}", result["problem"], header["expect"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
