//! Faulty packs: a good one with one edit or several, and what must be said of it. Walks the folder of faults.
//!
//! A fault gives `edits`, each with the `file`, a text to `find` in it (exactly once) and what to `put` there. Its
//! first lines, `# expect: <code> <file>:<line>:<column>`, name every problem that must be reported, and no other is.

use cunping_core::pack::{Pack, authoring};

use crate::files;

#[test]
fn the_good_pack_is_good() {
    let good = files::toml_files(&files::here("good"));
    let json = authoring::compile(&good, &files::toml_files(&files::here("good-catalogue"))).unwrap();
    let pack = Pack::from_json(&json).unwrap();
    let carried: Vec<&str> = pack.indicators.keys().map(|id| id.as_str()).collect();
    assert_eq!(carried, ["crime", "crime-rank", "crime/homicide", "feeds", "fire", "has-sewage", "resolved", "sewage"]);
    let attributes: Vec<&str> = pack.attributes.keys().map(|id| id.as_str()).collect();
    assert_eq!(attributes, ["grade", "loss"], "an attribute for which no filter asks stays in the catalogue");
}

#[test]
fn every_fault_is_reported_where_it_stands() {
    let faults = files::toml_files(&files::here("bad"));
    assert!(faults.len() >= 25);
    let mut wrong = String::new();
    for (name, text) in faults {
        let expected: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("# expect: ")).collect();
        let reported = reported(&name, &text);
        if expected.is_empty() || reported != expected {
            wrong += &format!("{name} reports\n# expect: {}\n", reported.join("\n# expect: "));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn reported(name: &str, text: &str) -> Vec<String> {
    let mut pack = files::toml_files(&files::here("good"));
    let mut catalogue = files::toml_files(&files::here("good-catalogue"));
    let fault: toml::Table = toml::from_str(text).unwrap();
    for edit in fault["edits"].as_array().unwrap() {
        let [file, find, put] = ["file", "find", "put"].map(|key| edit[key].as_str().unwrap());
        let found = pack.get_mut(file).or(catalogue.get_mut(file)).unwrap();
        assert_eq!(found.matches(find).count(), 1, "{name}: `{find}` in {file}");
        *found = found.replace(find, put);
    }
    let problems = authoring::compile(&pack, &catalogue).expect_err(name);
    problems
        .iter()
        .map(|it| format!("{} {}:{}:{}", it.kind.code(), it.place.file, it.place.line, it.place.column))
        .collect()
}
