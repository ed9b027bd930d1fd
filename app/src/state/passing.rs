//! The files that are forwarded from office to office: a unit's file with everything said about it upward, decisions
//! back down. Pure.

use cunping_core::{
    bundle::{MAX_BYTES, Recognition},
    id::Digest,
};

use super::{responses::Responses, township::CountedSubject};
use crate::store::Workplace;

/// The most bytes of a file in which several are joined: as many as the largest bundle has, so that whatever takes a
/// bundle takes it too, also encrypted, inside an archive, or pasted. Messengers take more.
pub const MOST_JOINED_BYTES: usize = MAX_BYTES;

/// Joins texts one a line, in their order, into as few files of at most `most` bytes as that order allows; a text that
/// is longer stands alone. Empty for no texts.
#[must_use]
pub fn joined(texts: &[&str], most: usize) -> Vec<JoinedTexts> {
    let mut parts: Vec<JoinedTexts> = Vec::new();
    for text in texts {
        match parts.last_mut().filter(|part| part.text.len() + 1 + text.len() <= most) {
            Some(part) => {
                part.text.push('\n');
                part.text.push_str(text);
                part.count += 1;
            }
            None => parts.push(JoinedTexts { text: (*text).to_owned(), count: 1 }),
        }
    }
    parts
}

/// Texts of files joined into one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinedTexts {
    /// The texts, one a line.
    pub text: String,
    /// The number of them.
    pub count: usize,
}

/// Returns a unit's file that was decided on, the opinions about it, and every decision on it: all that the office
/// above needs for its own decision. Empty before anybody has decided.
#[must_use]
pub fn upward(responses: &Responses, file: Digest) -> Vec<Digest> {
    let on = || responses.decisions.iter().filter(|(_, decision)| decision.assessment == file);
    if on().next().is_none() {
        return Vec::new();
    }
    let here = |digest: &Digest| responses.opinions.iter().any(|(known, _)| known == digest);
    let mut opinions: Vec<Digest> =
        on().flat_map(|(_, decision)| decision.opinions.iter().copied()).filter(here).collect();
    // Opinions that came after the decision belong to the same file.
    opinions
        .extend(responses.opinions.iter().filter(|(_, opinion)| opinion.assessment == file).map(|(digest, _)| *digest));
    opinions.sort();
    opinions.dedup();
    std::iter::once(file).chain(opinions).chain(on().map(|(digest, _)| *digest)).collect()
}

/// Returns every decision on a file, for those below.
#[must_use]
pub fn back(responses: &Responses, file: Digest) -> Vec<Digest> {
    responses.decisions.iter().filter(|(_, decision)| decision.assessment == file).map(|(digest, _)| *digest).collect()
}

/// Returns every decision that a workplace took in a scope, also under an earlier code of its unit, for those below.
#[must_use]
pub fn all_back(responses: &Responses, scope: &CountedSubject, workplace: &Workplace) -> Vec<Digest> {
    let about = |decision: &Recognition| {
        let of = &decision.subject;
        workplace.is_or_was(decision.stated.party.unit)
            && (&of.pack.id, &of.level, of.period) == (&scope.pack, &scope.level, scope.period)
    };
    responses.decisions.iter().filter(|(_, decision)| about(decision)).map(|(digest, _)| *digest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(texts: &[&str], most: usize) -> Vec<(String, usize)> {
        joined(texts, most).into_iter().map(|part| (part.text, part.count)).collect()
    }

    #[test]
    fn a_part_is_filled_to_the_last_byte_and_not_beyond() {
        let exactly = ["aaaa", "bbbb"];
        assert_eq!(parts(&exactly, 9), [("aaaa\nbbbb".to_owned(), 2)], "the line break counts");
        assert_eq!(parts(&exactly, 8), [("aaaa".to_owned(), 1), ("bbbb".to_owned(), 1)], "one byte less");
        assert_eq!(parts(&["aaaa", "bbbbb"], 9), [("aaaa".to_owned(), 1), ("bbbbb".to_owned(), 1)], "one byte more");
        assert_eq!(parts(&["村", "b"], 5), [("村\nb".to_owned(), 2)], "bytes, not characters");
        assert_eq!(parts(&["村", "b"], 4).len(), 2);
    }

    #[test]
    fn one_that_is_larger_than_a_part_stands_alone_and_whole() {
        let made = parts(&["a", "bbbbbbbbbb", "c", "d"], 5);
        assert_eq!(made, [("a".to_owned(), 1), ("bbbbbbbbbb".to_owned(), 1), ("c\nd".to_owned(), 2)]);
    }

    #[test]
    fn what_fits_is_one_file_and_nothing_is_none() {
        assert_eq!(parts(&["a", "b", "c"], MOST_JOINED_BYTES), [("a\nb\nc".to_owned(), 3)]);
        assert_eq!(parts(&[], 5), []);
    }
}
