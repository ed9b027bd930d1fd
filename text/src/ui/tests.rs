//! Tests of the rules that every table of words must keep.

use super::*;

macro_rules! tables {
    ($($screen:ident),*) => { [$((stringify!($screen), $screen::WORDS)),*] };
}

macro_rules! patterns {
    ($($screen:ident),*) => { [$((stringify!($screen), $screen::SENTENCES)),*] };
}

type Entry = (&'static str, &'static str, &'static str);

fn all() -> Vec<(String, Entry)> {
    let words: Vec<(&str, &[Entry])> = tables!(
        answers,
        backup,
        subordinates,
        boot,
        check_answers,
        common,
        compare,
        day,
        desk,
        directory,
        document,
        edition,
        example,
        export,
        history,
        import,
        incident,
        keys,
        label,
        opinion,
        overlay,
        passing,
        passphrase,
        print,
        published,
        question,
        receipt,
        recognition,
        result,
        rollup,
        encrypt,
        setup,
        shell,
        shell,
        store,
        tasks,
        township,
        unit,
        welcome,
        workplace
    )
    .to_vec();
    let sentences: Vec<(&str, &[Entry])> = patterns!(
        answers,
        backup,
        check_answers,
        subordinates,
        common,
        compare,
        day,
        desk,
        directory,
        document,
        edition,
        export,
        history,
        import,
        incident,
        keys,
        opinion,
        overlay,
        passing,
        passphrase,
        print,
        published,
        question,
        receipt,
        recognition,
        rollup,
        encrypt,
        setup,
        shell,
        tasks,
        township,
        workplace
    )
    .to_vec();
    let tables = words.into_iter().chain(sentences);
    tables
        .flat_map(|(screen, table)| table.iter().map(move |entry| (format!("{screen}::{}", entry.0), *entry)))
        .collect()
}

#[test]
fn chinese_has_chinese_marks_and_english_has_no_chinese() {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for (name, (_, zh, en)) in all() {
        assert!(!zh.is_empty() && !en.is_empty(), "{name}");
        assert!(!zh.contains(['"', '\'', ',', ';', '?', '!', '(', ')']), "{name}: {zh}");
        let written: String = zh.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect();
        assert!(written.chars().any(is_chinese) || !written.chars().any(char::is_alphanumeric), "{name}: {zh}");
        assert!(!en.chars().any(is_chinese), "{name}: {en}");
        assert!(!zh.ends_with(' ') && !en.ends_with(' '), "{name}");
    }
}

#[test]
fn both_languages_name_the_same_parameters() {
    let holes = |text: &str| -> std::collections::BTreeSet<String> {
        text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(str::to_string).collect()
    };
    for (name, (_, zh, en)) in all() {
        assert_eq!(holes(zh), holes(en), "{name}");
    }
}
