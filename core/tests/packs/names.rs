//! Names of criteria in words of this program: every criterion is told apart by its own, in either language.

use std::collections::BTreeSet;

use cunping_core::pack::{Criterion, IndicatorKind, Level, Pack};

use crate::files;

/// Lists, for each criterion of the packs, what is wrong with its name.
fn wrong(faults: impl Fn(&Criterion) -> Option<&'static str>) -> Vec<String> {
    let packs: Vec<Pack> = files::authored().iter().map(|folder| files::pack(folder)).collect();
    let levels = packs.iter().flat_map(|pack| pack.levels.iter().map(move |level| (pack, level)));
    let all = levels.flat_map(|(pack, level)| level.criteria.iter().map(move |it| (pack, it)));
    let told = all.filter_map(|(pack, it)| Some(format!("{} {} {}", pack.id, it.id, faults(it)?)));
    told.collect()
}

fn is_chinese(sign: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&sign)
}

#[test]
fn english_names_are_english_and_begin_like_a_title() {
    let wrong = wrong(|it| {
        let first = it.name.en.chars().find(|sign| sign.is_alphabetic());
        match &it.name.en {
            en if en.chars().any(is_chinese) => Some("is not English"),
            en if en.ends_with('.') => Some("ends with a full stop"),
            _ if !first.is_some_and(char::is_uppercase) => Some("begins with a small letter"),
            _ => None,
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_chinese_name_stands_only_where_it_says_more_than_the_title() {
    let wrong = wrong(|it| {
        let title = it.title.trim_end_matches('。');
        match it.name.zh.as_deref() {
            Some(zh) if !zh.chars().any(is_chinese) => Some("is not Chinese"),
            Some(zh) if zh == title => Some("repeats the title"),
            Some(zh) if zh.ends_with('。') => Some("ends with a full stop"),
            _ => None,
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_two_criteria_of_a_level_have_one_name() {
    let distinct = |level: &Level, of: fn(&Criterion) -> &str| {
        let names: BTreeSet<&str> = level.criteria.iter().map(of).collect();
        names.len() == level.criteria.len()
    };
    for pack in files::authored().iter().map(|folder| files::pack(folder)) {
        for level in &pack.levels {
            assert!(distinct(level, |it| &it.name.en), "{} {}", pack.id, level.id);
            assert!(distinct(level, |it| it.name.zh.as_ref().unwrap_or(&it.title)), "{} {}", pack.id, level.id);
        }
    }
}

/// “Were there any criminal cases in 2026?”, “The party organisation is strong: yes or no?”
#[test]
fn indicators_fit_into_their_questions() {
    let mut wrong = Vec::new();
    for pack in files::authored().iter().map(|folder| files::pack(folder)) {
        for (id, indicator) in &pack.indicators {
            let Some(first) = indicator.name.en.chars().next() else { continue };
            let fits = match indicator.kind {
                IndicatorKind::Stated => first.is_uppercase() && !indicator.name.en.ends_with('.'),
                _ => first.is_lowercase(),
            };
            if !fits {
                wrong.push(format!("{id} {}", indicator.name.en));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
