//! An official word of a pack with its place, and the mark of a title that this software made.

/// The end of a title that the software made, because the document gives none.
const MARK: &str = "（本软件拟）";

/// A word that a pack gives as the document's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OfficialWord {
    /// Where in the pack, such as `village.3 title`.
    pub(super) place: String,
    pub(super) word: String,
}

/// Gathers official words, without empty cells and without those that are marked as ours.
#[derive(Default)]
pub(super) struct WordGatherer(pub(super) Vec<OfficialWord>);

impl WordGatherer {
    pub(super) fn add(&mut self, place: &str, word: &str) {
        if !word.is_empty() && !word.ends_with(MARK) {
            self.0.push(OfficialWord { place: place.to_owned(), word: word.to_owned() });
        }
    }

    pub(super) fn all<T: AsRef<str>>(&mut self, place: &str, words: impl IntoIterator<Item = T>) {
        words.into_iter().for_each(|word| self.add(place, word.as_ref()));
    }
}
