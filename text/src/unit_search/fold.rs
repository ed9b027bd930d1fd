//! The form in which names are compared, and the endings that do not count.

use crate::typed_number::half_width;

/// Characters of place names that are written for one another, each with the one that it is compared as. Only pairs
/// with one sound that lists and villages really write in turn: variants of a character (磨菇, 咀, 硐, 凹, 塆, 垴), names
/// of mounds (疙瘩, 圪垯), 铺 that some places write 堡, dykes (垸), and surnames that were once simplified (闫, 肖, 付).
const VARIANTS: [(char, char); 14] = [
    ('蘑', '磨'),
    ('咀', '嘴'),
    ('硐', '洞'),
    ('凹', '洼'),
    ('塆', '湾'),
    ('垴', '脑'),
    ('疙', '圪'),
    ('屹', '圪'),
    ('垯', '瘩'),
    ('堡', '铺'),
    ('垸', '院'),
    ('闫', '阎'),
    ('肖', '萧'),
    ('付', '傅'),
];

/// What stands at the end of a village's name, in whole or in part; a longer one before those that it ends with.
const ENDINGS: [&str; 11] =
    ["居民委员会", "民委员会", "委员会", "民委员", "民委会", "居委会", "委会", "居委", "委", "社区", "村"];

/// The endings that do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Endings(Vec<String>);

impl Endings {
    /// Takes what documents call villages, such as `村(社区)`, in addition to the common endings.
    pub(super) fn new<'a>(terms: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all: Vec<String> = ENDINGS.iter().map(|it| (*it).to_owned()).collect();
        let words = terms.into_iter().flat_map(|term| term.split(|c| is_gap(half_width(c))));
        // What follows the kind, 村, goes by itself.
        let kinds = words.map(|word| folded(word.trim_end_matches('村'))).filter(|kind| kind.chars().nth(1).is_some());
        for kind in kinds {
            if !all.contains(&kind) {
                all.push(kind);
            }
        }
        Self(all)
    }

    /// Splits what was typed into folded words, without those that are nothing but endings, unless all are.
    pub(super) fn words(&self, query: &str) -> Vec<String> {
        let all = query.split(|c| is_gap(half_width(c))).map(folded).filter(|word| !word.is_empty());
        let (names, kinds): (Vec<_>, Vec<_>) = all.partition(|word| !self.stripped(word, 0).is_empty());
        if names.is_empty() { kinds } else { names }
    }

    /// Returns a folded name without its endings; two characters are left of it at least.
    pub(super) fn stem<'a>(&self, name: &'a str) -> &'a str {
        self.stripped(name, 2)
    }

    fn stripped<'a>(&self, name: &'a str, least: usize) -> &'a str {
        let mut rest = name;
        let shorter = |rest: &'a str| {
            let mut cut = self.0.iter().filter_map(|ending| rest.strip_suffix(&**ending));
            cut.find(|it| it.chars().take(least).count() == least)
        };
        while let Some(less) = shorter(rest) {
            rest = less;
        }
        rest
    }
}

/// Returns a text as it is compared: half-width, in small letters, without gaps, each variant as the one that it stands
/// for.
pub(super) fn folded(text: &str) -> String {
    let plain = text.chars().map(half_width).filter(|c| !is_gap(*c)).map(|c| c.to_ascii_lowercase());
    plain.map(|c| VARIANTS.iter().find(|(one, _)| *one == c).map_or(c, |(_, other)| *other)).collect()
}

/// Tells whether a character only separates words.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_punctuation()
        || matches!(c, '·' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{301f}')
}
