//! The two languages of the page, and the macros that make tables of words.

use cunping_core::pack::Words;

/// A language of the page. The documents' own words stay Chinese in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Both languages, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// Returns the BCP 47 tag, for `lang` attributes and stored settings.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.pick("zh-CN", "en")
    }

    /// Returns the language of a tag such as `zh-Hans` or `en-GB`; `None` for any other language.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()? {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// Returns its own name, for the switch.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.pick("中文", "English")
    }

    /// Returns the other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// Picks the value for this language.
    #[must_use]
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// Returns a pack's words in this language.
    #[must_use]
    pub fn of(self, words: &Words) -> &str {
        self.pick(&words.zh, &words.en)
    }
}

/// Begins a sentence with a capital where the language has them.
#[must_use]
pub fn sentence(lang: Lang, text: String) -> String {
    let mut rest = text.chars();
    match (lang, rest.next()) {
        (Lang::En, Some(first)) if first.is_lowercase() => first.to_uppercase().chain(rest).collect(),
        _ => text,
    }
}

/// Formats one of two texts: `say!(lang, "中文 {x}", "English {x}")`.
macro_rules! say {
    ($lang:expr, $zh:literal, $en:literal) => {
        match $lang {
            $crate::lang::Lang::Zh => format!($zh),
            $crate::lang::Lang::En => format!($en),
        }
    };
}

/// Makes functions from a table of fixed words: `save: "保存", "Save";` makes `pub fn save(lang: Lang) -> &'static
/// str`.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        $(
            #[doc = concat!("“", $zh, "”.")]
            $(#[$doc])*
            #[must_use]
            pub fn $name(lang: $crate::lang::Lang) -> &'static str {
                lang.pick($zh, $en)
            }
        )*

        #[cfg(test)]
        pub(crate) const WORDS: &[(&str, &str, &str)] = &[$((stringify!($name), $zh, $en)),*];
    };
}

/// Makes functions from a table of sentences with parameters: `of(n: i64): "{n} 个", "{n} of them";` makes a function
/// that returns a `String`.
macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),+): $zh:literal, $en:literal;)*) => {
        $(
            #[doc = concat!("“", $zh, "”.")]
            $(#[$doc])*
            #[must_use]
            pub fn $name(lang: $crate::lang::Lang, $($arg: $type),+) -> String {
                say!(lang, $zh, $en)
            }
        )*

        #[cfg(test)]
        pub(crate) const SENTENCES: &[(&str, &str, &str)] = &[$((stringify!($name), $zh, $en)),*];
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_tag(lang.tag()), Some(lang));
            assert_eq!(lang.other().other(), lang);
        }
        assert_eq!(Lang::from_tag("zh-Hans-CN"), Some(Lang::Zh));
        assert_eq!(Lang::from_tag("mn"), None);
    }

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(sentence(Lang::En, "fire: none".to_owned()), "Fire: none");
        assert_eq!(sentence(Lang::En, "“no” is good".to_owned()), "“no” is good");
        assert_eq!(sentence(Lang::Zh, "a级".to_owned()), "a级");
    }
}
