//! A new passphrase, typed twice.

use cunping_text::{lang::Lang, ui::passphrase as words};
use leptos::prelude::*;
use zeroize::Zeroizing;

use crate::components::secret_field::SecretField;

/// Minimum length of a passphrase, in characters.
const LEAST: usize = 8;

/// The two typed fields. A handle: copies share the same state.
#[derive(Clone, Copy)]
pub struct Pair {
    typed: RwSignal<String>,
    again: RwSignal<String>,
}

impl Pair {
    /// Starts with two empty fields.
    #[must_use]
    pub fn new() -> Self {
        Self { typed: RwSignal::new(String::new()), again: RwSignal::new(String::new()) }
    }

    /// Draws the fields. The first has a label of its own; both ids must be unique in the page.
    #[must_use]
    pub fn fields(self, lang: Lang, label: &'static str, id: &'static str, id_again: &'static str) -> AnyView {
        any_view! {
            <SecretField id label value=self.typed new=true />
            <SecretField id=id_again label=words::again(lang) value=self.again new=true />
        }
    }

    /// Returns the passphrase.
    ///
    /// # Errors
    ///
    /// What is wrong with it: it is too short, or the two fields differ.
    pub fn given(self, lang: Lang) -> Result<Zeroizing<String>, &'static str> {
        let (typed, again) = (Zeroizing::new(self.typed.get_untracked()), Zeroizing::new(self.again.get_untracked()));
        match wrong_with(lang, &typed, &again) {
            Some(wrong) => Err(wrong),
            None => Ok(typed),
        }
    }

    /// Empties both fields, if they still exist.
    pub fn clear(self) {
        let _gone = (self.typed.try_set(String::new()), self.again.try_set(String::new()));
    }
}

impl Default for Pair {
    fn default() -> Self {
        Self::new()
    }
}

/// Says what is wrong with a passphrase typed twice; `None` if nothing is.
fn wrong_with(lang: Lang, typed: &str, again: &str) -> Option<&'static str> {
    if typed.chars().count() < LEAST {
        Some(words::too_short(lang))
    } else {
        (typed != again).then(|| words::differ(lang))
    }
}
