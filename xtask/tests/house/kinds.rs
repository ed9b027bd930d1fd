//! A match over kinds of bundles names each of them: a new kind must not fall into a `_` that nobody thought about.

use syn::{ExprMatch, Pat, visit::Visit};

use crate::{
    source::{Source, files},
    uses::parsed,
};

/// The enums with a variant for each kind.
const KINDS: [&str; 2] = ["Kind", "Payload"];

#[derive(Default)]
struct Silent {
    found: usize,
}

/// Tells whether a pattern names a variant of the enums, by itself or in an alternative or a tuple.
fn names_a_kind(pattern: &Pat) -> bool {
    let of_path = |path: &syn::Path| {
        let names: Vec<String> = path.segments.iter().map(|it| it.ident.to_string()).collect();
        matches!(names.as_slice(), [.., of, _] if KINDS.contains(&of.as_str()))
    };
    match pattern {
        Pat::Path(it) => of_path(&it.path),
        Pat::TupleStruct(it) => of_path(&it.path),
        Pat::Struct(it) => of_path(&it.path),
        Pat::Or(it) => it.cases.iter().any(names_a_kind),
        Pat::Reference(it) => names_a_kind(&it.pat),
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Silent {
    fn visit_expr_match(&mut self, it: &'ast ExprMatch) {
        let kinds = it.arms.iter().any(|arm| names_a_kind(&arm.pat));
        let silent = it.arms.iter().any(|arm| matches!(arm.pat, Pat::Wild(_)) && arm.guard.is_none());
        self.found += usize::from(kinds && silent);
        syn::visit::visit_expr_match(self, it);
    }
}

fn silent(sources: &[Source]) -> Vec<String> {
    let count = |source: &Source| {
        let mut silent = Silent::default();
        silent.visit_file(&parsed(source));
        (silent.found > 0).then(|| format!("{}: {}", source.path, silent.found))
    };
    sources.iter().filter_map(count).collect()
}

/// Invariant 32: whoever wants one kind asks `if let` or `let else`; a match names them all.
#[test]
fn a_new_kind_of_bundle_fails_to_compile_where_it_matters() {
    let sources: Vec<Source> =
        ["core/src", "text/src", "app/src", "cli/src"].into_iter().flat_map(|it| files(it, ".rs")).collect();
    assert!(sources.len() > 300);
    let found = silent(&sources);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_silent_match_is_found() {
    let source = |text: &str| vec![Source { path: "core/src/a.rs".to_owned(), text: text.to_owned() }];
    for breach in [
        "fn f(it: &Payload) { match it { Payload::Opinion(it) => a(it), _ => {} } }",
        "fn f(it: Kind) -> u8 { match it { bundle::Kind::Pack | bundle::Kind::Overlay => 1, _ => 2 } }",
    ] {
        assert_eq!(silent(&source(breach)).len(), 1, "{breach}");
    }
    for fine in [
        "fn f(it: &Payload) { if let Payload::Opinion(it) = it { a(it) } }",
        "fn f(it: Other) { match it { Other::One => a(), _ => b() } }",
        "fn f(it: Kind) { match it { Kind::Pack => a(), Kind::Overlay => b() } }",
    ] {
        assert_eq!(silent(&source(fine)), [""; 0], "{fine}");
    }
}
