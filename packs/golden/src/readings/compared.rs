//! Compares the official words of a pack with its source and with the list of ours.

use cunping_core::pack::Pack;

use super::{found::WordFound, official, ours::OurWord, source::SourceText, words::OfficialWord};

/// How every official word of a pack stands in its source.
pub(super) struct Compared {
    pack: String,
    words: Vec<(OfficialWord, WordFound)>,
    listed: Vec<String>,
}

impl Compared {
    pub(super) fn new(pack: &Pack, text: &SourceText, listed: &[OurWord]) -> Self {
        let id = pack.id.as_str();
        let words = official::words(pack).into_iter().map(|it| {
            let found = text.search.find(&it.word);
            (it, found)
        });
        let listed = listed.iter().filter(|entry| entry.pack == id).map(|entry| entry.word.clone());
        Self { pack: id.to_owned(), words: words.collect(), listed: listed.collect() }
    }

    /// Lists what is wrong: words that are nowhere, and entries of the list that are not needed.
    pub(super) fn wrong(&self) -> Vec<String> {
        let nowhere = self.of(WordFound::Missing).filter(|it| !self.listed.contains(&it.word));
        let nowhere = nowhere.map(|OfficialWord { place, word }| {
            format!(
                "{}: {place}: “{word}” is not in the source: mend the pack, or list it in packs/ours.toml",
                self.pack
            )
        });
        let needed = |word: &String| self.of(WordFound::Missing).any(|it| it.word == *word);
        let idle = self.listed.iter().filter(|word| !needed(word)).map(|word| {
            let why =
                if self.words.iter().any(|(it, _)| it.word == *word) { "the source has it" } else { "no such word" };
            format!("packs/ours.toml: “{word}” of {}: {why}: take it out", self.pack)
        });
        nowhere.chain(idle).collect()
    }

    /// Iterates over the words that stand so in the source.
    pub(super) fn of(&self, found: WordFound) -> impl Iterator<Item = &OfficialWord> {
        self.words.iter().filter(move |(_, it)| *it == found).map(|(word, _)| word)
    }

    pub(super) fn count(&self) -> usize {
        self.words.len()
    }
}
