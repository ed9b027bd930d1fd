//! A new passphrase typed twice. Wraps and stores nothing.

use cunping_office::{lang::Lang, ui::passphrase as words};
use leptos::prelude::*;
use zeroize::Zeroizing;

use crate::components::secret_field::SecretField;

/// The fewest characters of a passphrase.
const LEAST: usize = 8;

/// What is typed in both fields. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct Pair {
    typed: RwSignal<String>,
    again: RwSignal<String>,
}

impl Pair {
    /// Two empty fields.
    #[must_use]
    pub fn new() -> Self {
        Self { typed: RwSignal::new(String::new()), again: RwSignal::new(String::new()) }
    }

    /// The fields, the first with a label of its own, under two ids of which the page has one each.
    #[must_use]
    pub fn fields(self, lang: Lang, label: &'static str, id: &'static str, id_again: &'static str) -> AnyView {
        view! {
            <SecretField id label value=self.typed new=true />
            <SecretField id=id_again label=words::again(lang) value=self.again new=true />
        }
        .into_any()
    }

    /// The passphrase, or what is wrong with it.
    pub fn given(self, lang: Lang) -> Result<Zeroizing<String>, &'static str> {
        let (typed, again) = (Zeroizing::new(self.typed.get_untracked()), Zeroizing::new(self.again.get_untracked()));
        match wrong_with(lang, &typed, &again) {
            Some(wrong) => Err(wrong),
            None => Ok(typed),
        }
    }

    /// Empties both fields, where they are still there.
    pub fn clear(self) {
        let _gone = (self.typed.try_set(String::new()), self.again.try_set(String::new()));
    }
}

impl Default for Pair {
    fn default() -> Self {
        Self::new()
    }
}

/// What is wrong with a passphrase that is typed twice.
fn wrong_with(lang: Lang, typed: &str, again: &str) -> Option<&'static str> {
    if typed.chars().count() < LEAST {
        Some(words::too_short(lang))
    } else {
        (typed != again).then(|| words::differ(lang))
    }
}
