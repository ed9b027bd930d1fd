//! Whose a class is: one file styles it, and its name says which.

use std::{collections::BTreeSet, path::Path};

use crate::source::{Source, files};

/// Classes that every stylesheet may use lie here.
const BASE: &str = "app/src/styles/";

/// Returns the selectors of a stylesheet, without comments, conditions of media and steps of animations.
fn selectors(text: &str) -> Vec<String> {
    let uncommented: String =
        text.split("/*").enumerate().map(|(at, part)| if at == 0 { part } else { after(part) }).collect();
    let heads = uncommented.split('{').map(|it| it.rsplit(['}', ';']).next().unwrap_or_default().trim().to_owned());
    let mut heads: Vec<String> = heads.collect();
    // What follows the last brace opens no rule.
    heads.pop();
    let rules = heads.into_iter().filter(|head| !head.starts_with('@') && head != "from" && head != "to");
    rules.flat_map(|head| head.split(',').map(|it| it.trim().to_owned()).collect::<Vec<_>>()).collect()
}

fn after(comment: &str) -> &str {
    comment.split_once("*/").map_or("", |(_, rest)| rest)
}

/// Returns the classes of a selector, in order.
fn classes(selector: &str) -> Vec<&str> {
    let ends = |it: char| !it.is_ascii_alphanumeric() && it != '-';
    selector.split('.').skip(1).filter_map(|it| it.split(ends).next()).filter(|it| !it.is_empty()).collect()
}

/// Returns the name that a stylesheet's classes begin with: that of the file.
fn prefix(path: &str) -> String {
    Path::new(path).file_stem().and_then(|it| it.to_str()).unwrap_or_default().replace('_', "-")
}

fn begins_with(class: &str, prefix: &str) -> bool {
    class.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// Returns the selectors that style what is another's: the first class that is not the base's begins with the file's
/// name, and with no longer name of another file.
fn breaches(sheets: &[Source]) -> Vec<String> {
    let (base, own): (Vec<&Source>, Vec<&Source>) = sheets.iter().partition(|it| it.path.starts_with(BASE));
    let base_selectors: Vec<String> = base.iter().flat_map(|it| selectors(&it.text)).collect();
    let shared: BTreeSet<&str> = base_selectors.iter().flat_map(|it| classes(it)).collect();
    let names: BTreeSet<String> = own.iter().map(|it| prefix(&it.path)).collect();
    let owner = |class: &str| names.iter().filter(|it| begins_with(class, it)).max_by_key(|it| it.len());
    let mut found: Vec<String> = Vec::new();
    if names.len() != own.len() {
        found.push("two stylesheets of one name".to_owned());
    }
    for sheet in own {
        for selector in selectors(&sheet.text) {
            let class = classes(&selector).into_iter().find(|it| !shared.contains(it));
            if class.and_then(&owner) != Some(&prefix(&sheet.path)) {
                found.push(format!("{}: {selector}", sheet.path));
            }
        }
    }
    found
}

/// Invariant 33.
#[test]
fn a_stylesheet_styles_classes_of_its_own_name() {
    let sheets = files("app/src", "css");
    assert!(sheets.len() > 30, "{} stylesheets", sheets.len());
    assert_eq!(breaches(&sheets), Vec::<String>::new());
}

#[test]
fn a_planted_breach_is_found() {
    let sheet = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let base = sheet("app/src/styles/base.css", ".soft, .large { } @media print { .row { } }");
    let good = ".unit { } .unit > .mark, .large .unit-files { } /* .x { } */ @media (x) { .unit.soft li { } }";
    let of = |text: &str| {
        breaches(&[
            sheet("app/src/styles/base.css", &base.text),
            sheet("app/src/components/unit_table.css", ".unit-table { }"),
            sheet("app/src/pages/unit.css", text),
        ])
    };
    assert_eq!(of(good), Vec::<String>::new());
    for bad in [".said { }", ".mark .unit { }", ".unit-table { }", "summary { }", ".soft { }", ".units { }"] {
        assert_eq!(of(bad).len(), 1, "{bad}");
    }
}
