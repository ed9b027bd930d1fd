//! Who may depend on whom. Reads Cargo's resolved tree, so that what arrives through others counts too.

use std::{collections::BTreeSet, process::Command};

use crate::source::root;

/// All that the core may be built from. An addition is a decision: say why in docs/decisions/.
const CORE: &[&str] = &[
    "base64",
    "bech32",
    "block-buffer",
    "cfg-if",
    "chrono",
    "const-oid",
    "cpufeatures",
    "crypto-common",
    "ctutils",
    "cmov",
    "cunping-core",
    "curve25519-dalek",
    "curve25519-dalek-derive",
    "data-encoding",
    "digest",
    "ed25519",
    "ed25519-dalek",
    "hybrid-array",
    "num-traits",
    "proc-macro2",
    "quote",
    "rustc_version",
    "autocfg",
    "semver",
    "sha2",
    "signature",
    "subtle",
    "syn",
    "thiserror",
    "thiserror-impl",
    "typenum",
    "unicode-ident",
    "zeroize",
];

/// What the core may be built from besides with its feature `serde`, which is for the messages of the page's worker.
const MESSAGES: &[&str] = &["serde", "serde_core", "serde_derive"];

fn tree(package: &str, more: &[&str]) -> BTreeSet<String> {
    let out = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--package",
            package,
            "--edges",
            "normal,build",
            "--prefix",
            "none",
            "--format",
            "{lib}|{p}",
        ])
        .args(more)
        .current_dir(root())
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let text = String::from_utf8(out.stdout).unwrap();
    text.lines().filter_map(|line| line.split('|').nth(1)?.split(' ').next().map(str::to_owned)).collect()
}

fn of_ours(package: &str) -> BTreeSet<String> {
    let ours = |name: &String| name.starts_with("cunping") && name != package;
    tree(package, &["--all-features"]).into_iter().filter(ours).collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Invariant 1.
#[test]
fn core_is_built_from_the_allowed_crates_only() {
    let extra = |more: &[&str], allowed: &[&str]| -> Vec<String> {
        tree("cunping-core", more).difference(&set(allowed)).cloned().collect()
    };
    let none = Vec::<String>::new();
    assert_eq!(extra(&[], CORE), none, "new in the core's tree");
    assert_eq!(extra(&["--features", "serde"], &[CORE, MESSAGES].concat()), none, "new in the tree for messages");
}

/// Invariant 2.
#[test]
fn arrows_point_one_way() {
    assert_eq!(of_ours("cunping-packs"), set(&[]));
    assert_eq!(of_ours("cunping-core"), set(&[]));
    assert_eq!(of_ours("cunping-text"), set(&["cunping-core"]));
    assert_eq!(of_ours("cunping-golden"), set(&["cunping-core", "cunping-text"]));
    assert_eq!(of_ours("cunping-app"), set(&["cunping-core", "cunping-text", "cunping-packs"]));
    assert_eq!(of_ours("cunping"), set(&["cunping-core", "cunping-text", "cunping-packs"]));
}

/// Invariant 3.
#[test]
fn the_page_reads_compiled_packs_only() {
    assert!(turns_on("cunping", "authoring"), "the feature is not where it is known to be");
    assert!(!turns_on("cunping-app", "authoring"), "the page can read TOML");
}

/// Invariant 6: what the binary reads and writes has the forms of the docs.
#[test]
fn messages_are_the_pages_alone() {
    assert!(turns_on("cunping-app", "serde"), "the feature is not where it is known to be");
    assert!(!turns_on("cunping", "serde"), "the binary can write core's types by serde");
}

/// Whether a package, built for the page's target, turns a feature of core on.
fn turns_on(package: &str, feature: &str) -> bool {
    let edges =
        ["tree", "--offline", "--package", package, "--edges", "features", "--target", "wasm32-unknown-unknown"];
    let out = Command::new(env!("CARGO")).args(edges).current_dir(root()).output().unwrap();
    String::from_utf8(out.stdout).unwrap().contains(&format!("cunping-core feature \"{feature}\""))
}

/// Invariant 4: a package named `core` breaks macros that write `::core::`.
#[test]
fn no_package_is_named_core() {
    assert!(!std::fs::read_to_string(root().join("core/Cargo.toml")).unwrap().contains("name = \"core\""));
}
