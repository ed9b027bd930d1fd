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
