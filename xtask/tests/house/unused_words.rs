//! Every word of the text crate is said somewhere. All are public, so the compiler calls none unused.

use std::collections::BTreeSet;

use proc_macro2::TokenTree;
use syn::{File, Item, Visibility};

use crate::{
    source::{Source, files},
    uses::{Uses, module, parsed},
};

/// Where the tables of words are, one file a table.
const TABLES: &str = "text/src/ui/";

fn is_table(item: &Item) -> bool {
    match item {
        Item::Macro(it) => it.mac.path.is_ident("words") || it.mac.path.is_ident("sentences"),
        _ => false,
    }
}

/// Lists the entries of a file's tables, and the public functions beside them.
fn words(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    for item in &file.items {
        match item {
            // Types of parameters stand inside parentheses: a name at the top is a word's.
            Item::Macro(it) if is_table(item) => {
                found.extend(it.mac.tokens.clone().into_iter().filter_map(|tree| match tree {
                    TokenTree::Ident(name) => Some(name.to_string()),
                    _ => None,
                }));
            }
            Item::Fn(it) if matches!(it.vis, Visibility::Public(_)) => found.push(it.sig.ident.to_string()),
            _ => {}
        }
    }
    found
}

/// Lists every word, with its full path, that no code outside the tables uses.
fn unused(sources: &[Source]) -> Vec<String> {
    let (mut all, mut used) = (Vec::<String>::new(), BTreeSet::<String>::new());
    for source in sources {
        let mut file = parsed(source);
        if source.path.starts_with(TABLES) && !file.items.is_empty() {
            let words = words(&file);
            assert!(!words.is_empty(), "{} has no words: is a table written otherwise now?", source.path);
            let table = module(&source.path).join("::");
            all.extend(words.into_iter().map(|word| format!("{table}::{word}")));
        }
        file.items.retain(|item| !is_table(item));
        let uses = Uses::of(&source.path, &file);
        used.extend(uses.imports.into_values().flatten());
        used.extend(uses.paths);
    }
    all.retain(|word| !used.contains(word));
    all
}

#[test]
fn every_word_is_said_somewhere() {
    let all = ["app", "cli", "text", "packs"].into_iter().flat_map(|folder| files(folder, ".rs"));
    let sources: Vec<Source> = all.filter(|source| source.path.contains("/src/")).collect();
    assert!(sources.iter().any(|source| source.path.starts_with(TABLES)), "no tables in {TABLES}");
    let unused = unused(&sources);
    assert!(unused.is_empty(), "used by nothing but tests, if at all; delete them:\n{}", unused.join("\n"));
}

#[test]
fn an_unused_word_is_named() {
    let planted = [
        (
            "text/src/ui/encrypt.rs",
            "words! {
                 heading: \"加密\", \"Encrypting\";
                 /// Said once.
                 hint: \"说明\", \"A hint\";
             }
             sentences! {
                 came(count: usize): \"{count} 份\", \"{count} came\";
                 by(who: &str, day: &str): \"{who}，{day}\", \"{who}, {day}\";
             }
             pub fn name(lang: Lang) -> String { format!(\"{}.txt\", hint(lang)) }
             pub fn other() {}",
        ),
        (
            "text/src/ui/unit.rs",
            "words! { heading: \"单位\", \"Unit\"; key: \"密钥\", \"Key\"; yes: \"是\", \"Yes\"; }",
        ),
        ("text/src/ui/print.rs", "words! { title: \"表\", \"Form\"; foot: \"页脚\", \"Foot\"; yes: \"是\", \"Yes\"; }"),
        (
            "text/src/plain.rs",
            "use crate::ui::{self, print::foot}; fn told() -> String { ui::encrypt::name(Lang::Zh) }",
        ),
        (
            "app/src/pages/unit.rs",
            "use cunping_text::ui::{print as words, unit};
             fn page() { view! { <h1>{unit::heading(lang)}</h1><p title=words::title(lang)>{view.key}</p> } }",
        ),
        ("app/src/pages/encrypt.rs", "use cunping_text::ui::encrypt as words; fn said() { told(words::came) }"),
        ("app/src/state/tests.rs", "use cunping_text::ui::encrypt; fn said() { encrypt::by(lang, who, day) }"),
        ("cli/src/verify.rs", "fn said() { cunping_text::ui::unit::yes(lang); }"),
    ];
    let planted = planted.map(|(path, text)| Source { path: path.to_owned(), text: text.to_owned() });
    let wanted = ["encrypt::heading", "encrypt::by", "encrypt::other", "unit::key", "print::yes"];
    assert_eq!(unused(&planted), wanted.map(|word| format!("cunping_text::ui::{word}")));
}
