//! `cunping pack`: the documents inside, and the documents that people write.

use crate::process::{cunping, file, root};

#[test]
fn what_is_shown_is_what_was_released_to_the_byte() {
    let shown = cunping(&["pack", "show", "sulide-bawu-2022@1"], b"");
    let released = std::fs::read_to_string(root().join("packs/released/sulide-bawu-2022@1.json")).unwrap();
    assert_eq!((shown.code, shown.out.trim_end()), (0, released.trim_end()));
    let compiled = cunping(&["pack", "compile", "packs/sulide-bawu-2022"], b"");
    assert_eq!((compiled.code, compiled.out), (0, shown.out));
}

#[test]
fn every_released_pack_is_listed_with_its_digest() {
    let listed = cunping(&["pack", "list", "--json"], b"").json();
    let digests = std::fs::read_to_string(root().join("packs/released/digests.txt")).unwrap();
    assert!(!listed.is_empty());
    for pack in listed {
        assert!(digests.contains(pack["digest"].as_str().unwrap()), "{pack}");
    }
}

#[test]
fn a_faulty_pack_has_all_its_problems_said_at_once() {
    let good = std::fs::read_to_string(root().join("packs/sulide-bawu-2022/pack.toml")).unwrap();
    let folder = file("faulty/pack/pack.toml", format!("nonsense = 1\nmore = 2\n{good}").as_bytes());
    let folder = folder.strip_suffix("/pack.toml").unwrap();
    file("faulty/catalogue/none.toml", b"");
    let run = cunping(&["pack", "check", folder, "--json"], b"");
    assert_eq!(run.code, 3);
    assert!(run.err.lines().count() > 2 && run.err.contains("pack.toml"), "{}", run.err);
}

#[test]
fn an_unknown_pack_is_said_to_be_unknown() {
    let run = cunping(&["pack", "show", "no-such-pack"], b"");
    assert_eq!(run.code, 3);
    assert!(run.err.contains("no-such-pack") && run.err.contains("cunping pack list"), "{}", run.err);
}

/// A good document in a folder of some name, beside the catalogue; `more` is written below its `pack.toml`.
fn good(folder: &str, name: &str, more: &[u8]) -> String {
    let mut path = String::new();
    for (from, to) in [("packs/sulide-bawu-2022", name), ("packs/catalogue", "catalogue")] {
        for entry in std::fs::read_dir(root().join(from)).unwrap().map(Result::unwrap) {
            let own = entry.file_name().into_string().unwrap();
            if own.ends_with(".toml") {
                let bytes = std::fs::read(entry.path()).unwrap();
                let more = if own == "pack.toml" { more } else { b"" };
                let written = file(&format!("{folder}/{to}/{own}"), &[more, &bytes].concat());
                path = if own == "pack.toml" { written } else { path };
            }
        }
    }
    path.strip_suffix("/pack.toml").unwrap().to_owned()
}

#[test]
fn a_pack_in_a_folder_of_another_name_is_refused() {
    let right = cunping(&["pack", "check", &good("folder", "sulide-bawu-2022", b"")], b"");
    assert_eq!(right.code, 0, "{}", right.err);
    let dir = good("other-folder", "sulide-bawu-2023", b"");
    for command in ["check", "compile"] {
        let run = cunping(&["pack", command, &dir, "--json"], b"");
        assert_eq!((run.code, run.out.as_str()), (3, ""));
        assert!(run.err.contains("\"not-the-folder\"") && run.err.contains("sulide-bawu-2023"), "{}", run.err);
    }
}

#[test]
fn a_file_that_is_not_utf8_is_named_with_its_place() {
    let dir = good("not-utf8", "sulide-bawu-2022", b"# \xff\n");
    let run = cunping(&["pack", "check", &dir, "--json"], b"");
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert!(run.err.contains("\"not-utf8\"") && run.err.contains("pack.toml:1:3"), "{}", run.err);
}

#[test]
fn many_problems_take_time_in_proportion_and_a_long_or_hostile_key_is_harmless() {
    let many: String = (0..300_000).map(|n| format!("k{n} = 1\n")).collect();
    let dir = good("many", "sulide-bawu-2022", many.as_bytes());
    let start = std::time::Instant::now();
    let run = cunping(&["pack", "check", &dir], b"");
    assert_eq!(run.code, 3);
    assert!(run.err.contains("300000 problems") && run.err.contains("--json"), "{}", &run.err[run.err.len() - 400..]);
    // Several seconds in a debug build; with the square of the problems it was minutes.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
    let hostile = format!("\"\\u001b[2K\\n✓ \\u202e{}\" = 1\n", "长".repeat(100_000));
    let dir = good("hostile", "sulide-bawu-2022", hostile.as_bytes());
    for args in [&["pack", "check", &dir][..], &["pack", "check", &dir, "--json"]] {
        let run = cunping(args, b"");
        let raw = run.err.chars().any(|c| cunping_core::printable::is_command(c) && c != '\n');
        assert!(run.code == 3 && !raw && run.err.len() < 8_000, "{}", run.err.len());
        assert!(!run.err.lines().any(|line| line.starts_with('✓')));
    }
}
