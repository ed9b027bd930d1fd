//! Finds which source text belongs to which pack, by the title or the number that the text contains.

use std::path::Path;

use cunping_core::pack::Pack;

use super::found::SearchableText;
use crate::{CaseError, document};

/// One source text.
pub(super) struct SourceText {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) search: SearchableText,
}

impl SourceText {
    pub(super) fn new(name: &str, text: String) -> Self {
        let search = SearchableText::new(&text);
        Self { name: name.to_owned(), text, search }
    }
}

/// Reads every text in a folder, those that end in `.txt`. Fails when the folder or a text cannot be read.
pub(super) fn texts(folder: &Path) -> Result<Vec<SourceText>, CaseError> {
    let mut texts = Vec::new();
    for path in document::paths(folder)? {
        if path.extension().is_some_and(|it| it == "txt") {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            texts.push(SourceText::new(&name, document::text(&path)?));
        }
    }
    Ok(texts)
}

/// Finds the text of a pack. Fails when none has its title or number, or several have.
pub(super) fn of<'a>(pack: &Pack, texts: &'a [SourceText]) -> Result<&'a SourceText, CaseError> {
    let source = &pack.source;
    let names = || std::iter::once(&source.title).chain(&source.number);
    let of_pack: Vec<_> = texts.iter().filter(|text| names().any(|name| text.search.find(name).is_there())).collect();
    match of_pack.as_slice() {
        [text] => Ok(text),
        [] => Err(CaseError::new(&pack.id, format!("no text has the title “{}”", source.title))),
        several => {
            let names: Vec<&str> = several.iter().map(|text| text.name.as_str()).collect();
            Err(CaseError::new(&pack.id, format!("several texts have its title or number: {}", names.join(", "))))
        }
    }
}
