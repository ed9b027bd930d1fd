//! Every file in `vectors/` is accepted, or refused, as its header says. The folder is walked, so that no list of files
//! is kept.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads files, and stops when it cannot go on"
)]

#[expect(dead_code, reason = "its `main` is for the command line")]
#[path = "../examples/make_vectors/main.rs"]
mod made;

use std::{collections::BTreeMap, fs, path::Path};

use cunping_core::{
    bundle::{Authority, BundleError, FileLine, KeyState, Known, Payload, SeenFile, States, Verified, examine, verify},
    overlay::Overlay,
    pack::Pack,
};

/// A file of `vectors/`: header lines up to the first empty line, then the bytes of a bundle.
struct Vector {
    header: BTreeMap<String, String>,
    bytes: Vec<u8>,
}

fn vector(name: &str) -> Vector {
    vector_in("tests/vectors", name)
}

fn vector_in(folder: &str, name: &str) -> Vector {
    let file = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(name)).unwrap();
    let end = file.windows(2).position(|two| two == b"\n\n").unwrap_or_else(|| panic!("{name} has no empty line"));
    let header = std::str::from_utf8(&file[..end]).unwrap();
    let header = header.lines().map(|line| line.split_once(": ").unwrap()).map(|(k, v)| (k.to_owned(), v.to_owned()));
    Vector { header: header.collect(), bytes: file[end + 2..].to_vec() }
}

fn names() -> Vec<String> {
    names_in("tests/vectors")
}

fn names_in(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn every_vector() {
    let packs: Vec<Pack> = cunping_packs::RELEASED.iter().map(|it| Pack::from_json(it.json).unwrap()).collect();
    let packs: Vec<&Pack> = packs.iter().collect();
    let wrong: Vec<String> = names().iter().filter_map(|name| difference(name, &packs)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn most_vectors_are_bad() {
    let bad = names().iter().filter(|name| vector(name).header["expect"] != "opened").count();
    assert!(names().len() >= 200 && 2 * bad > names().len(), "{bad} of {}", names().len());
}

#[test]
fn vectors_are_what_the_example_makes() {
    let made: BTreeMap<String, Vec<u8>> =
        made::vectors::all().into_iter().map(|it| (it.name.clone(), it.file())).collect();
    let help = "`cargo run -p cunping-core --example make_vectors` writes them anew";
    assert!(names().iter().eq(made.keys()), "{help}");
    for (name, file) in made {
        let kept = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(&name)).unwrap();
        assert!(kept == file, "{name} differs: {help}");
    }
}

/// The core has no keys for encrypted files: it recognizes each as one, whatever is wrong inside.
#[test]
fn every_encrypted_vector_is_known_to_be_encrypted() {
    let names = names_in("tests/encrypted");
    let good = names.iter().filter(|name| vector_in("tests/encrypted", name).header.contains_key("holds")).count();
    assert!(good >= 6 && names.len() > 2 * good, "{good} of {}", names.len());
    for name in names {
        let problem = verify(&vector_in("tests/encrypted", &name).bytes).unwrap_err();
        assert_eq!(problem, BundleError::Encrypted, "{name}");
    }
}

fn difference(name: &str, packs: &[&Pack]) -> Option<String> {
    let vector = vector(name);
    let found = match verify(&vector.bytes) {
        Ok(verified) => opened_states(&verified, &vector.header, packs),
        Err(problem) => refusal(&problem),
    };
    let mut expected = vector.header.clone();
    expected.remove("about").unwrap_or_else(|| panic!("{name} says not what it is about"));
    for given in ["after", "overlays", "directory", "seen", "elsewhere"] {
        expected.remove(given);
    }
    (found != expected).then(|| format!("{name}: {found:?}, expected {expected:?}"))
}

/// Reads an overlay that lies in `packs/`.
fn overlay(path: &str) -> Overlay {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs").join(path);
    Overlay::read(&fs::read(path).unwrap()).unwrap()
}

fn refusal(problem: &BundleError) -> BTreeMap<String, String> {
    let mut found = vec![("expect", problem.code()), ("layer", problem.layer().code())];
    if let BundleError::Misfits { misfits, .. } = problem {
        found.extend(misfits.first().map(|misfit| ("at", misfit.at.as_str())).filter(|(_, at)| !at.is_empty()));
    }
    found.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

fn opened_states(verified: &Verified, header: &BTreeMap<String, String>, packs: &[&Pack]) -> BTreeMap<String, String> {
    let first_seen = header.get("seen").map_or("2026-04-12", String::as_str).parse().unwrap();
    let authority = header.get("directory").map(|name| authority(name)).unwrap_or_default();
    let before = header.get("after").map(String::as_str).unwrap_or_default().split_whitespace();
    let others: Vec<SeenFile<FileLine>> = before
        .filter_map(|name| {
            let it = verify(&vector(name).bytes).unwrap();
            let key = authority.key(it.payload.kind(), (it.key.thumbprint(), it.payload.party()), first_seen);
            it.seen(key == KeyState::Enrolled, first_seen)
        })
        .collect();
    let loaded = header.get("overlays").map(String::as_str).unwrap_or_default().split_whitespace();
    let overlays: Vec<Overlay> = loaded.map(overlay).collect();
    let overlays: Vec<&Overlay> = overlays.iter().collect();
    let known = Known { packs, overlays: &overlays, authority: &authority, others: &others, first_seen };
    let states = examine(verified, &known).states;
    let mut found = codes(&states);
    found.extend([
        ("expect", "opened".to_owned()),
        ("kind", verified.payload.kind().to_string()),
        ("digest", verified.digest.to_string()),
        ("counts", if states.counts() { "yes" } else { "no" }.to_owned()),
    ]);
    found.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn authority(name: &str) -> Authority {
    let verified = verify(&vector(name).bytes).unwrap();
    match &verified.payload {
        Payload::Directory(it) => Authority::of(it, verified.key.thumbprint()),
        other => panic!("{name} is no directory: {other:?}"),
    }
}

/// Lists the states on the axes that were looked at.
fn codes(states: &States) -> Vec<(&'static str, String)> {
    let axes = [
        ("key", states.key.map(|it| it.code())),
        ("authority", states.authority.map(|it| it.code())),
        ("clock", states.clock.map(|it| it.code())),
        ("pack", states.pack.map(|it| it.code())),
        ("recompute", states.recompute.as_ref().map(|it| it.code())),
        ("chain", states.supersession.as_ref().map(|it| it.code())),
        ("privacy", states.privacy.map(|it| it.code())),
        ("mix", states.mix.map(|it| it.code())),
    ];
    axes.into_iter().filter_map(|(axis, code)| Some((axis, code?.to_owned()))).collect()
}
