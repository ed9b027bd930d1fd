//! What a source file imports and names, with full paths, read from its syntax: one word may stand for many things.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, File, Ident, Item, ItemMod, ItemUse, Path, UseTree, Visibility,
    visit::{self, Visit},
};

use crate::source::Source;

/// What one file imports and names outside its tests.
pub(crate) struct Uses {
    /// Holds what each imported name stands for: `words` for `cunping_text::ui::encrypt`. One name has several meanings
    /// where functions, or modules inside the file, import it for themselves.
    pub(crate) imports: BTreeMap<String, BTreeSet<String>>,
    /// Holds whatever is imported whole: `leptos::prelude`.
    pub(crate) globs: BTreeSet<String>,
    /// Holds the modules that the file declares, by the names it has for them.
    pub(crate) modules: BTreeMap<String, BTreeSet<String>>,
    /// Holds every path that the code names, also among what macros are given. One whose first name nothing in the file
    /// explains may be of another crate, of the module itself or from a glob, and is here in each of these forms.
    pub(crate) paths: BTreeSet<String>,
}

/// Reads the code of a file.
pub(crate) fn parsed(source: &Source) -> File {
    syn::parse_file(&source.code()).unwrap_or_else(|error| panic!("{}: {error}", source.path))
}

/// Says which module a file is, from its crate on. What stands in a `bin` folder is a crate of its own.
pub(crate) fn module(path: &str) -> Vec<String> {
    let (folder, file) = path.split_once("/src/").unwrap();
    let mut names: Vec<String> = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if names[0] == "bin" {
        names.remove(0);
        return names;
    }
    if names.last().is_some_and(|it| ["lib", "main", "mod"].contains(&it.as_str())) {
        names.pop();
    }
    let of_crate = match folder.rsplit('/').next() {
        Some("cli") => "cunping".to_owned(),
        Some("xtask") => folder.to_owned(),
        last => format!("cunping_{}", last.unwrap()),
    };
    [vec![of_crate], names].concat()
}

impl Uses {
    /// Collects what a file uses; `path` says where it lies, and so what `crate`, `self` and `super` are.
    pub(crate) fn of(path: &str, file: &File) -> Self {
        let mut reader =
            Reader { module: module(path), imports: Vec::new(), modules: BTreeMap::new(), named: Vec::new() };
        reader.visit_file(file);
        let Reader { imports, modules, named, .. } = reader;
        // What begins with a name that the file itself brings in waits until that name is known.
        let waits = |import: &Import| {
            let first = import.named.path.first();
            let brings = |it: &Import| it.name.is_some() && it.name.as_ref() == first && !std::ptr::eq(it, import);
            first.is_some_and(|it| modules.contains_key(it)) || imports.iter().any(brings)
        };
        let (later, first): (Vec<&Import>, Vec<&Import>) = imports.iter().partition(|it| waits(it));
        let mut uses = Self { imports: BTreeMap::new(), globs: BTreeSet::new(), modules, paths: BTreeSet::new() };
        for it in first {
            uses.import(it.name.as_deref(), vec![it.named.anchored().join("::")]);
        }
        for it in later {
            let full = uses.meanings(&it.named);
            uses.import(it.name.as_deref(), full);
        }
        for it in &named {
            let full = uses.meanings(it);
            uses.paths.extend(full);
        }
        uses
    }

    fn import(&mut self, name: Option<&str>, full: Vec<String>) {
        match name {
            Some(name) => self.imports.entry(name.to_owned()).or_default().extend(full),
            None => self.globs.extend(full),
        }
    }

    /// Lists all that a path can mean in this file.
    fn meanings(&self, named: &Named) -> Vec<String> {
        let Some((first, rest)) = named.path.split_first() else { return Vec::new() };
        if ["", "crate", "self", "super"].contains(&first.as_str()) {
            return vec![named.anchored().join("::")];
        }
        if let Some(known) = self.imports.get(first).or_else(|| self.modules.get(first)) {
            return known.iter().map(|it| below(it, rest)).collect();
        }
        let mut all: Vec<String> = self.globs.iter().map(|it| below(it, &named.path)).collect();
        all.push(below(&named.within.join("::"), &named.path));
        all.push(named.path.join("::"));
        all
    }
}

fn below(start: &str, rest: &[String]) -> String {
    let names: Vec<&str> = std::iter::once(start).chain(rest.iter().map(String::as_str)).collect();
    names.join("::")
}

/// A path as it is written, and the module in which it is.
struct Named {
    within: Vec<String>,
    path: Vec<String>,
}

impl Named {
    /// Gives the path from its crate on where it says itself whence it starts, else as it is written.
    fn anchored(&self) -> Vec<String> {
        let mut full = match self.path.first().map(String::as_str) {
            Some("") => Vec::new(),
            Some("crate") => self.within.iter().take(1).cloned().collect(),
            Some("self" | "super") => self.within.clone(),
            _ => return self.path.clone(),
        };
        for name in &self.path {
            match name.as_str() {
                "" | "crate" | "self" => {}
                "super" => drop(full.pop()),
                name => full.push(name.to_owned()),
            }
        }
        full
    }
}

/// One name that is imported, or none where all of a module is.
struct Import {
    name: Option<String>,
    named: Named,
}

/// Walks a file, and holds what it has met.
struct Reader {
    /// Names the module that is being read: that of the file, or one that is written inside it.
    module: Vec<String>,
    imports: Vec<Import>,
    modules: BTreeMap<String, BTreeSet<String>>,
    named: Vec<Named>,
}

impl Reader {
    fn name(&mut self, path: Vec<String>) {
        self.named.push(Named { within: self.module.clone(), path });
    }

    fn import(&mut self, before: &[String], tree: &UseTree) {
        match tree {
            UseTree::Path(it) => self.import(&with(before, &it.ident), &it.tree),
            UseTree::Name(it) => {
                let path = with(before, &it.ident);
                self.take(path.last().cloned(), path);
            }
            UseTree::Rename(it) => self.take(Some(it.rename.to_string()), with(before, &it.ident)),
            UseTree::Glob(_) => self.take(None, before.to_vec()),
            UseTree::Group(it) => it.items.iter().for_each(|tree| self.import(before, tree)),
        }
    }

    fn take(&mut self, name: Option<String>, path: Vec<String>) {
        self.imports.push(Import { name, named: Named { within: self.module.clone(), path } });
    }

    /// Takes the paths out of what a macro is given; fields, methods and what follows `>::` are none.
    fn tokens(&mut self, tokens: &TokenStream) {
        let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
        let mark =
            |at: usize, wanted: char| matches!(trees.get(at), Some(TokenTree::Punct(it)) if it.as_char() == wanted);
        let mut at = 0;
        while let Some(tree) = trees.get(at) {
            match tree {
                TokenTree::Group(group) => self.tokens(&group.stream()),
                TokenTree::Ident(first) => {
                    let before = |back: usize, wanted| at.checked_sub(back).is_some_and(|it| mark(it, wanted));
                    let member = before(1, '.') && !before(2, '.');
                    let rooted = before(1, ':') && before(2, ':');
                    let tail = rooted && before(3, '>');
                    let mut path = if rooted { vec![String::new()] } else { Vec::new() };
                    path.push(first.to_string());
                    while mark(at + 1, ':') && mark(at + 2, ':') {
                        let Some(TokenTree::Ident(next)) = trees.get(at + 3) else { break };
                        path.push(next.to_string());
                        at += 3;
                    }
                    if !member && !tail {
                        self.name(path);
                    }
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            at += 1;
        }
    }
}

fn with(before: &[String], name: &Ident) -> Vec<String> {
    let mut path = before.to_vec();
    if path.is_empty() || name != "self" {
        path.push(name.to_string());
    }
    path
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        if !attributes(item).iter().any(is_for_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let name = item.ident.to_string();
        self.module.push(name.clone());
        self.modules.entry(name).or_default().insert(self.module.join("::"));
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let root = if item.leading_colon.is_some() { vec![String::new()] } else { Vec::new() };
        self.import(&root, &item.tree);
    }

    fn visit_path(&mut self, path: &'ast Path) {
        let mut names = if path.leading_colon.is_some() { vec![String::new()] } else { Vec::new() };
        names.extend(path.segments.iter().map(|it| it.ident.to_string()));
        self.name(names);
        visit::visit_path(self, path);
    }

    fn visit_token_stream(&mut self, tokens: &'ast TokenStream) {
        self.tokens(tokens);
    }

    /// Passes over `pub(in …)`: who may see a thing uses nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(it) => &it.attrs,
        Item::Enum(it) => &it.attrs,
        Item::Fn(it) => &it.attrs,
        Item::Impl(it) => &it.attrs,
        Item::Macro(it) => &it.attrs,
        Item::Mod(it) => &it.attrs,
        Item::Static(it) => &it.attrs,
        Item::Struct(it) => &it.attrs,
        Item::Trait(it) => &it.attrs,
        Item::Type(it) => &it.attrs,
        Item::Use(it) => &it.attrs,
        _ => &[],
    }
}

fn is_for_tests(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg") && attribute.parse_args::<Ident>().is_ok_and(|it| it == "test")
}

fn planted(path: &str, text: &str) -> Uses {
    Uses::of(path, &parsed(&Source { path: path.to_owned(), text: text.to_owned() }))
}

/// Writes imports as `name = what it stands for`.
fn imports(uses: &Uses) -> Vec<String> {
    uses.imports.iter().flat_map(|(name, full)| full.iter().map(move |it| format!("{name} = {it}"))).collect()
}

fn names(uses: &Uses, path: &str) -> bool {
    uses.paths.contains(path)
}

#[test]
fn a_file_is_the_module_of_its_path() {
    assert_eq!(module("app/src/lib.rs"), ["cunping_app"]);
    assert_eq!(module("app/src/pages/unit/files.rs"), ["cunping_app", "pages", "unit", "files"]);
    assert_eq!(module("app/src/bin/worker.rs"), ["worker"]);
    assert_eq!(module("cli/src/main.rs"), ["cunping"]);
    assert_eq!(module("xtask/src/page/mod.rs"), ["xtask", "page"]);
    assert_eq!(module("packs/golden/src/print/stated.rs"), ["cunping_golden", "print", "stated"]);
}

#[test]
fn groups_renames_self_and_globs() {
    let uses = planted(
        "app/src/pages/sent.rs",
        "use cunping_text::{lang::Lang, ui::{self, export, encrypt as words, print::{self as sheet, title}}};
         pub(crate) use std::{collections::{BTreeMap as Map, hash_map::*}, fmt};
         use leptos::prelude::*;
         use ::serde::Serialize as _;",
    );
    let wanted = [
        "Lang = cunping_text::lang::Lang",
        "Map = std::collections::BTreeMap",
        "_ = serde::Serialize",
        "export = cunping_text::ui::export",
        "fmt = std::fmt",
        "sheet = cunping_text::ui::print",
        "title = cunping_text::ui::print::title",
        "ui = cunping_text::ui",
        "words = cunping_text::ui::encrypt",
    ];
    assert_eq!(imports(&uses), wanted);
    assert_eq!(uses.globs.iter().collect::<Vec<_>>(), ["leptos::prelude", "std::collections::hash_map"]);
}

#[test]
fn paths_that_start_at_the_file_or_at_its_crate() {
    let uses = planted(
        "app/src/pages/unit/files.rs",
        "mod rows;
         use super::{super::shell, said};
         use crate::{clock, state::*};
         use self::rows::Row;
         use rows::Table;
         pub mod inner { use super::super::whole; pub fn at() { super::rows::last(); self::beside(); } }",
    );
    let wanted = [
        "Row = cunping_app::pages::unit::files::rows::Row",
        "Table = cunping_app::pages::unit::files::rows::Table",
        "clock = cunping_app::clock",
        "said = cunping_app::pages::unit::said",
        "shell = cunping_app::pages::shell",
        "whole = cunping_app::pages::unit::whole",
    ];
    assert_eq!(imports(&uses), wanted);
    assert_eq!(uses.globs.iter().collect::<Vec<_>>(), ["cunping_app::state"]);
    assert_eq!(uses.modules.keys().collect::<Vec<_>>(), ["inner", "rows"]);
    assert!(names(&uses, "cunping_app::pages::unit::files::rows::last"));
    assert!(names(&uses, "cunping_app::pages::unit::files::inner::beside"));
}

#[test]
fn an_import_may_begin_with_another() {
    let uses = planted("cli/src/verify.rs", "use cunping_text::ui;\nuse ui::{encrypt as words, export::*};");
    assert_eq!(imports(&uses), ["ui = cunping_text::ui", "words = cunping_text::ui::encrypt"]);
    assert!(uses.globs.contains("cunping_text::ui::export"));
}

#[test]
fn paths_in_code() {
    let uses = planted(
        "text/src/plain.rs",
        "use crate::ui::{self, encrypt as words};
         pub(super) fn one(it: words::Kind) -> Vec<ui::tasks::Row> {
             use crate::ui::print as words;
             let told: fn(Lang) -> &'static str = ui::common::yes;
             words::heading(lang).map(crate::when::day)
         }",
    );
    for named in ["ui::encrypt::Kind", "ui::tasks::Row", "ui::common::yes", "ui::encrypt::heading", "when::day"] {
        assert!(names(&uses, &format!("cunping_text::{named}")), "{named}");
    }
    assert!(names(&uses, "cunping_text::ui::print::heading"), "a second meaning of one name");
    assert!(!names(&uses, "cunping_text"), "who may see a thing uses nothing");
}

#[test]
fn paths_in_what_macros_are_given() {
    let uses = planted(
        "app/src/pages/sent.rs",
        "use cunping_text::ui::{encrypt as words, unit};
         use crate::state::*;
         fn page() {
             view! {
                 <h1 title=words::hint(lang) on:click=move |_| shut(0..words::last(lang))>{words::heading(lang)}</h1>
                 {format!(\"{}\", view.unit.then(Vec::<unit::Row>::new))}{::cunping_text::ui::common::yes(lang)}
             }
         }",
    );
    for word in ["encrypt::hint", "encrypt::last", "encrypt::heading", "unit::Row", "common::yes"] {
        assert!(names(&uses, &format!("cunping_text::ui::{word}")), "{word}");
    }
    assert!(!names(&uses, "cunping_text::ui::unit"), "a field is no path");
    assert!(!names(&uses, "new"), "what follows `>::` is no path");
    assert!(["shut", "cunping_app::pages::sent::shut", "cunping_app::state::shut"].iter().all(|it| names(&uses, it)));
}

#[test]
fn tests_are_left_out() {
    let uses = planted(
        "core/src/days.rs",
        "#[cfg(test)] use crate::one;
         #[cfg(test)] fn two() { crate::two(); }
         #[cfg(unix)] fn three() { crate::three(); }
         #[cfg(test)] mod sample { fn four() { crate::four(); } }",
    );
    assert!(uses.imports.is_empty() && uses.modules.is_empty());
    assert!(names(&uses, "cunping_core::three"));
    assert!(["one", "two", "four"].iter().all(|it| !names(&uses, &format!("cunping_core::{it}"))));
}
