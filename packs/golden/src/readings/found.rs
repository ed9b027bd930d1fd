//! Looks for a word in a text: to the letter but for white space, or else with other marks.

/// A text to look for words in.
pub(super) struct SearchableText {
    /// Without white space.
    letters_and_marks: String,
    /// Without marks either: letters and digits only, half-width.
    letters: String,
}

/// How a word stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordFound {
    /// To the letter; white space does not count, because lines are broken anywhere.
    ToTheLetter,
    /// With other brackets, punctuation or quotation marks, or without.
    OtherMarks,
    /// Not at all.
    Missing,
}

impl WordFound {
    pub(super) fn is_there(self) -> bool {
        self != Self::Missing
    }
}

impl SearchableText {
    pub(super) fn new(text: &str) -> Self {
        Self { letters_and_marks: close(text), letters: letters(text) }
    }

    /// Looks for a word. One that has no letter must stand there as it is.
    pub(super) fn find(&self, word: &str) -> WordFound {
        let bare = letters(word);
        if self.letters_and_marks.contains(&close(word)) {
            WordFound::ToTheLetter
        } else if !bare.is_empty() && self.letters.contains(&bare) {
            WordFound::OtherMarks
        } else {
            WordFound::Missing
        }
    }
}

fn close(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn letters(text: &str) -> String {
    text.chars().map(half_width).filter(|c| c.is_alphanumeric() || *c == '%').collect()
}

/// Writes the full-width forms of ASCII (U+FF01 to U+FF5E) half-width.
fn half_width(c: char) -> char {
    let shifted = u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32);
    shifted.filter(char::is_ascii_graphic).unwrap_or(c)
}
