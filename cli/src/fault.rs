//! One error in a file, as every command reports it: its place, its code, and what to do.

use cunping_core::{
    bundle::BundleError,
    facts::{check::FactsError, file::FactsFileError},
    json::{Misfit, Value},
    pack::Pack,
};
use cunping_text::{
    lang::Lang,
    problem::{self, Problem},
};

use crate::{input::Texts, output, stop::Done};

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
            BundleError::Misfits { misfits, .. } => misfits.iter().map(place).collect(),
            _ => vec![("", refused.code())],
        };
        let words = problem::bundle_places(lang, refused);
        places.into_iter().zip(words).map(|((at, code), words)| Self { at: at.to_owned(), code, words }).collect()
    }

    /// Lists why a facts file cannot be read: every place that does not fit, or the one error of the whole file.
    pub(crate) fn of_facts_file(lang: Lang, error: &FactsFileError) -> Vec<Self> {
        let places: Vec<(&str, &'static str)> = match error {
            FactsFileError::Misfits(misfits) => misfits.iter().map(place).collect(),
            FactsFileError::NewerFormat(_) => vec![("format", error.code())],
            FactsFileError::Json(_) => vec![("", error.code())],
        };
        let words = problem::facts_file(lang, error);
        places.into_iter().zip(words).map(|((at, code), words)| Self { at: at.to_owned(), code, words }).collect()
    }

    /// Makes errors of the places at which facts do not fit a document.
    pub(crate) fn of_facts<'a>(lang: Lang, pack: &Pack, found: impl IntoIterator<Item = &'a FactsError>) -> Vec<Self> {
        let one =
            |it: &FactsError| Self { at: it.at.clone(), code: it.fault.code(), words: problem::facts(lang, pack, it) };
        found.into_iter().map(one).collect()
    }

    /// Prints that a file is refused: as JSON where that was asked for, else in words on standard error.
    pub(crate) fn refuse(faults: &[Self], texts: &Texts, name: &str) -> Done {
        if texts.json {
            return output::json(&Self::refused(faults, name).canonical());
        }
        faults.iter().try_for_each(|fault| fault.report(name))
    }

    /// Returns a file that is refused as JSON.
    fn refused(faults: &[Self], name: &str) -> Value<'static> {
        Value::object(Self::refused_members(faults, name))
    }

    /// Returns the members that say that a file is refused.
    pub(crate) fn refused_members(faults: &[Self], name: &str) -> Vec<(&'static str, Value<'static>)> {
        let mut members = vec![
            ("file", Value::text(name)),
            ("holds", Value::Bool(false)),
            ("problems", Value::List(faults.iter().map(Self::json).collect())),
        ];
        members.extend(faults.first().map(|first| ("problem", Value::text(first.code))));
        members
    }

    /// Prints it on standard error.
    pub(crate) fn report(&self, name: &str) -> Done {
        let name = if self.at.is_empty() { name.to_owned() } else { format!("{name}  {}", self.at) };
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

fn place(misfit: &Misfit) -> (&str, &'static str) {
    (misfit.at.as_str(), misfit.why.code())
}
