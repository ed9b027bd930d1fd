//! Where words for readers may stand.

use crate::source::files;

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

fn han(folder: &str) -> Vec<String> {
    let lines = files(folder, ".rs").into_iter().flat_map(|file| {
        let code = file.code();
        let found: Vec<String> = code.lines().filter(|line| line.contains(is_han)).map(str::to_owned).collect();
        found.into_iter().map(move |line| format!("{}: {}", file.path, line.trim()))
    });
    lines.collect()
}

/// Invariant 12: the core has no words for readers.
#[test]
fn the_core_speaks_to_nobody() {
    assert_eq!(han("core/src"), Vec::<String>::new());
}

/// Invariant 13: what the page says comes from the text crate.
#[test]
fn the_page_takes_its_words_from_the_text_crate() {
    assert_eq!(han("app/src"), Vec::<String>::new());
}

/// Invariant 14: who knows the document works in packs/ and nowhere else.
#[test]
fn one_documents_local_words_stand_in_its_pack_only() {
    let local = ["嘎查", "苏木", "八无"];
    let wrong: Vec<String> =
        han("text/src").into_iter().filter(|line| local.iter().any(|word| line.contains(word))).collect();
    assert_eq!(wrong, Vec::<String>::new());
}
