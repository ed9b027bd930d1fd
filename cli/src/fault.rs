//! One error in a file, as every command reports it: its place, its code, and what to do.

use cunping_core::{bundle::BundleError, json::Value};
use cunping_text::{
    lang::Lang,
    problem::{self, Problem},
};

use crate::{input::NamedText, output, stop::Done};

/// One error in a file.
pub(crate) struct FileFault {
    /// Its place in the file, as a path; empty for the whole file.
    pub(crate) at: String,
    /// The fixed name of the error.
    pub(crate) code: &'static str,
    /// What happened, and what to do.
    pub(crate) words: Problem,
}

impl FileFault {
    /// Makes an error of the whole file.
    pub(crate) fn whole(code: &'static str, words: Problem) -> Self {
        Self { at: String::new(), code, words }
    }

    /// Lists why a bundle is refused: every place that does not fit, or the one error of the whole file.
    pub(crate) fn of_bundle(lang: Lang, refused: &BundleError) -> Vec<Self> {
        let places: Vec<(&str, &'static str)> = match refused {
            BundleError::Misfits { misfits, .. } => misfits.iter().map(|it| (it.at.as_str(), it.why.code())).collect(),
            _ => vec![("", refused.code())],
        };
        let words = problem::bundle_places(lang, refused);
        places.into_iter().zip(words).map(|((at, code), words)| Self { at: at.to_owned(), code, words }).collect()
    }

    /// Prints it on standard error.
    pub(crate) fn report(&self, input: &NamedText) -> Done {
        let name = if self.at.is_empty() { input.name.clone() } else { format!("{}  {}", input.name, self.at) };
        output::problem(&name, &self.words)
    }

    /// Returns it as JSON.
    pub(crate) fn json(&self) -> Value<'static> {
        Value::object([
            ("advice", Value::text(&self.words.advice)),
            ("at", Value::text(&self.at)),
            ("code", Value::text(self.code)),
            ("problem", Value::text(&self.words.what)),
        ])
    }
}
