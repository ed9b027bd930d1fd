//! Whether what the stylesheets colour can be read in every look that the system may wish for. Works out the custom
//! properties of a look as a browser does; knows nothing of forced colours, which are the system's.

#![allow(clippy::float_arithmetic, reason = "WCAG 2.2 defines the contrast of two colours in real numbers")]

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Source, files};

/// What a system may wish for, as media queries say it.
const DARK: &str = "prefers-color-scheme: dark";
const MORE: &str = "prefers-contrast: more";
const LOOKS: [&[&str]; 4] = [&[], &[DARK], &[MORE], &[DARK, MORE]];

/// The properties that colour text, the grounds on which any of it may stand, and further pairs.
const TEXTS: [&str; 6] = ["--ink", "--ink-soft", "--accent", "--accent-strong", "--breach", "--open"];
const GROUNDS: [&str; 3] = ["--paper", "--surface", "--accent-soft"];
const PAIRS: [(&str, &str); 11] = [
    ("--ink", "--breach-soft"),
    ("--ink-soft", "--breach-soft"),
    ("--accent", "--breach-soft"),
    ("--breach", "--breach-soft"),
    ("--ink", "--open-soft"),
    ("--ink-soft", "--open-soft"),
    ("--accent", "--open-soft"),
    ("--open", "--open-soft"),
    ("--on-accent", "--accent"),
    ("--on-accent", "--accent-strong"),
    ("--print-ink", "--print-paper"),
];
/// What shows where a control is, or that it has the focus.
const EDGES: [&str; 3] = ["--line-strong", "--accent", "--focus"];

/// WCAG 2.2, 1.4.6 and 1.4.11.
const TEXT: f64 = 7.0;
const EDGE: f64 = 3.0;

/// One rule of a stylesheet: the media conditions around it, its selectors, what it declares.
struct Rule {
    media: String,
    selector: String,
    declared: Vec<(String, String)>,
}

/// Returns the rules of a stylesheet without nesting, but for media.
fn rules(text: &str) -> Vec<Rule> {
    let bare: String = text
        .split("/*")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) })
        .collect();
    let (mut found, mut around): (Vec<Rule>, Vec<String>) = (Vec::new(), Vec::new());
    let mut rest = bare.as_str();
    while let Some(at) = rest.find(['{', '}']) {
        let head = rest[..at].trim();
        let opens = rest[at..].starts_with('{');
        rest = &rest[at + 1..];
        match opens {
            false => drop(around.pop()),
            true if head.starts_with("@media") || head.starts_with("@keyframes") => around.push(head.to_owned()),
            true => {
                let (body, after) = rest.split_once('}').unwrap();
                rest = after;
                let declared = body.split(';').filter_map(|it| it.split_once(':'));
                let declared = declared.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
                found.push(Rule { media: around.join(" "), selector: head.to_owned(), declared: declared.collect() });
            }
        }
    }
    found
}

/// Returns whether a rule applies on the screen of a system that wishes for the look.
fn applies(rule: &Rule, look: &[&str]) -> bool {
    let conditions = rule.media.split('(').skip(1).filter_map(|it| it.split_once(')'));
    !rule.media.contains("@media print") && conditions.map(|(it, _)| it).all(|it| look.contains(&it))
}

/// Returns the custom properties of the root in a look.
fn properties(sheet: &str, look: &[&str]) -> BTreeMap<String, String> {
    let roots = rules(sheet).into_iter().filter(|rule| rule.selector == ":root" && applies(rule, look));
    roots.flat_map(|rule| rule.declared).filter(|(name, _)| name.starts_with("--")).collect()
}

/// Returns the colour of a property, through the properties that it names.
fn colour(properties: &BTreeMap<String, String>, name: &str) -> [u8; 3] {
    let value = properties.get(name).unwrap_or_else(|| panic!("no {name}"));
    if let Some(named) = value.strip_prefix("var(") {
        return colour(properties, named.trim_end_matches(')'));
    }
    let digits = value.strip_prefix('#').filter(|it| it.len() == 6).unwrap_or_else(|| panic!("{name} is {value}"));
    [0, 2, 4].map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
}

/// Returns the contrast of two colours, from 1 to 21 (WCAG 2.2, “contrast ratio”).
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let luminance = |colour: [u8; 3]| {
        let [red, green, blue] = colour.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Returns the pairs of text and ground that a rule of any sheet names together.
fn named_together(sheets: &[Source]) -> BTreeSet<(String, String)> {
    let property = |rule: &Rule, names: &[&str]| {
        let value = rule.declared.iter().rev().find(|(name, _)| names.contains(&name.as_str()))?;
        Some(value.1.strip_prefix("var(")?.strip_suffix(')')?.to_owned())
    };
    let all = sheets.iter().flat_map(|sheet| rules(&sheet.text));
    all.filter_map(|rule| Some((property(&rule, &["color"])?, property(&rule, &["background", "background-color"])?)))
        .collect()
}

/// Returns the pairs that contrast too little in a look: text below 7, edges below 3.
fn too_close(base: &str, together: &BTreeSet<(String, String)>, look: &[&str]) -> Vec<String> {
    let properties = properties(base, look);
    let cross = |all: &[&'static str]| -> Vec<(&'static str, &'static str)> {
        all.iter().flat_map(|one| GROUNDS.map(|ground| (*one, ground))).collect()
    };
    let mut texts: BTreeSet<(&str, &str)> = cross(&TEXTS).into_iter().chain(PAIRS).collect();
    texts.extend(together.iter().map(|(text, ground)| (text.as_str(), ground.as_str())));
    let texts = texts.into_iter().map(|pair| (pair, TEXT));
    let edges = cross(&EDGES).into_iter().map(|pair| (pair, EDGE));
    let measured = texts.chain(edges).map(|((one, ground), least)| {
        let found = contrast(colour(&properties, one), colour(&properties, ground));
        (found < least).then(|| format!("{one} on {ground} {look:?}: {found:.2} < {least}"))
    });
    measured.flatten().collect()
}

/// Returns the declarations that spell a colour outside the properties of the root.
fn spelt(sheets: &[Source]) -> Vec<String> {
    const NAMES: [&str; 8] = ["white", "black", "red", "green", "blue", "gray", "grey", "orange"];
    let is_spelt = |value: &str| {
        let mut words = value.split(|it: char| !it.is_ascii_alphanumeric() && it != '#');
        words.any(|it| it.starts_with('#') || NAMES.contains(&it) || ["rgb", "rgba", "hsl", "hsla"].contains(&it))
    };
    let mut found = Vec::new();
    for sheet in sheets {
        for rule in rules(&sheet.text).into_iter().filter(|rule| rule.selector != ":root") {
            let spelt = rule.declared.into_iter().filter(|(_, value)| is_spelt(value));
            found.extend(spelt.map(|(name, value)| format!("{}: {} {{ {name}: {value} }}", sheet.path, rule.selector)));
        }
    }
    found
}

fn sheets() -> (Vec<Source>, String) {
    let all = files("app/src", ".css");
    let base = all.iter().find(|it| it.path.ends_with("styles/base.css")).unwrap().text.clone();
    (all, base)
}

#[test]
fn text_and_controls_stand_out_in_every_look() {
    let (all, base) = sheets();
    let together = named_together(&all);
    assert!(together.len() > 5, "{} pairs", together.len());
    let wrong: Vec<String> = LOOKS.iter().flat_map(|look| too_close(&base, &together, look)).collect();
    assert_eq!(wrong, Vec::<String>::new());
    let paper = |look: &[&str]| colour(&properties(&base, look), "--paper");
    assert!(contrast(paper(&[]), paper(&[DARK])) > 15.0, "dark is dark");
    assert_eq!(colour(&properties(&base, &[DARK]), "--print-paper"), [255; 3], "paper stays light");
}

#[test]
fn colours_are_properties_of_the_root() {
    assert_eq!(spelt(&sheets().0), Vec::<String>::new());
}

#[test]
fn too_little_contrast_and_a_colour_out_of_place_are_found() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    let grey = contrast([0x77; 3], [255; 3]);
    assert!((4.47..4.49).contains(&grey), "{grey}");
    let (mut all, base) = sheets();
    let pale = base.replacen("--ink-soft: #4a463f", "--ink-soft: #777777", 1);
    let none = BTreeSet::new();
    assert_eq!(too_close(&pale, &none, &[]).len(), 5);
    assert_eq!(too_close(&pale, &none, &[DARK]), Vec::<String>::new());
    let both = [("--line".to_owned(), "--surface".to_owned())].into();
    assert_eq!(too_close(&base, &both, &[]).len(), 1);
    all.push(Source { path: "x.css".into(), text: ".x { color: var(--ink); border: 1px solid #123456; }".into() });
    assert_eq!(spelt(&all).len(), 1);
}
