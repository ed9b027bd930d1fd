//! What hostile texts can do to the terminal that shows them, and to whoever reads the output line by line: nothing.

use cunping_core::printable;

use crate::process::{Run, cunping, file, vector};

/// A name that clears its line, writes another, and turns what follows.
const NAME: &str = r"\r\u001b[2K✓ good.json  另一村\n✓ forged.json\u009b8m\u202e\u2028";

/// Files of every kind that the commands read, each with the name somewhere.
fn hostile() -> Vec<(&'static str, String)> {
    let bundle = format!(r#"{{"payload":"x","protected":"x","signature":"x","{NAME}":1}}"#);
    let facts = format!(r#"{{"format":1,"unit":"150626200205","period":"2026-Q1","incidents":[],"{NAME}":1}}"#);
    let overlay = format!(r#"{{"kind":"overlay","format":1,"title":"{NAME}","{NAME}":1}}"#);
    let reviews: String = serde_json::from_str(&format!("\"{NAME}\"")).unwrap();
    vec![
        ("bundle.json", file("hostile/bundle.json", bundle.as_bytes())),
        ("name.json", file("hostile/name.json", &vector("payload-name-escape.txt"))),
        ("line.json", file("hostile/line.json", &vector("payload-name-line-feed.txt"))),
        ("header.json", file("hostile/header.json", &vector("header-alg-none.txt"))),
        ("facts.json", file("hostile/facts.json", facts.as_bytes())),
        ("overlay.json", file("hostile/overlay.json", overlay.as_bytes())),
        ("reviews.csv", file("hostile/reviews.csv", reviews.as_bytes())),
    ]
}

fn is_harmless(run: &Run) {
    for said in [&run.out, &run.err] {
        let raw: Vec<char> = said.chars().filter(|c| printable::is_command(*c) && *c != '\n').collect();
        assert!(raw.is_empty(), "{raw:?} in {said:?}");
        assert!(!said.lines().any(|line| line.starts_with('✓')), "{said}");
    }
}

#[test]
fn nothing_of_a_file_reaches_the_terminal_as_a_command() {
    let good = file("hostile/good.json", &vector("good-complete.txt"));
    for (name, path) in hostile() {
        for lang in ["zh", "en"] {
            for command in [&["verify"][..], &["evaluate"], &["rollup"], &["overlay", "check"]] {
                for json in [&[][..], &["--json"]] {
                    let run = cunping(&[command, json, &["--lang", lang, &path]].concat(), b"");
                    assert_eq!(run.code, 3, "{command:?} {name}: {}", run.err);
                    is_harmless(&run);
                    let told = format!("{}{}", run.out, run.err);
                    assert!(told.contains(name), "{command:?} {json:?} {name}: {told}");
                    drop(if json.is_empty() { Vec::new() } else { run.json() });
                }
            }
            for option in ["--overlay", "--directory", "--reviews"] {
                let run = cunping(&["rollup", "--lang", lang, option, &path, &good], b"");
                assert_eq!((run.code, run.out.as_str()), (3, ""), "{option} {name}");
                is_harmless(&run);
            }
        }
    }
}

#[test]
fn what_is_written_out_is_written_so_that_it_can_be_read() {
    let (_, path) = hostile().swap_remove(0);
    let run = cunping(&["verify", &path], b"");
    assert!(
        run.out.contains(r"\u{d}\u{1b}[2K✓ good.json  另一村\u{a}✓ forged.json\u{9b}8m\u{202e}\u{2028}"),
        "{}",
        run.out
    );
    let run = cunping(&["verify", "--json", &path], b"");
    assert!(run.out.contains(r"\u202e\u2028") && run.out.contains(r"\u009b8m"), "{}", run.out);
    let name: String = serde_json::from_str(&format!("\"{NAME}\"")).unwrap();
    assert_eq!(run.json()[0]["problems"][0]["at"], name);
}

#[test]
fn a_name_of_megabytes_is_cut() {
    let long = "AAAA".repeat(1_200_000);
    let path = file(
        "hostile/long.json",
        format!(r#"{{"payload":"x","protected":"x","signature":"x","{long}":1}}"#).as_bytes(),
    );
    for args in [&["verify"][..], &["verify", "--json"], &["rollup"], &["rollup", "--json"]] {
        let run = cunping(&[args, &[&path]].concat(), b"");
        assert_eq!(run.code, 3);
        assert!(run.out.len() + run.err.len() < 4_000, "{args:?}: {} bytes", run.out.len() + run.err.len());
    }
}
