//! Half-typed input of the current workplace, kept so that a reload loses nothing.

use leptos::{prelude::*, task::spawn_local};

use super::App;
use crate::{
    clock,
    drafts::fields::{self, TypedFields},
    store::{Change, Draft, Saved, WorkplaceId},
};

impl App {
    /// Reads what was typed at a place of the page; `None` if there is nothing or the store cannot be read.
    pub async fn draft(self, place: &str) -> Option<String> {
        let (of, store) = (self.current.get_untracked()?, self.store()?);
        let drafts = store.drafts(of).await.ok()?.good.into_iter();
        drafts.map(|saved| saved.value).find(|draft| draft.place == place).map(|draft| draft.text)
    }

    /// Reads what was typed at the places whose names begin with `within`, each with its text, in order; none if the store
    /// cannot be read.
    pub async fn drafts_within(self, within: &str) -> Vec<(String, String)> {
        let (Some(of), Some(store)) = (self.current.get_untracked(), self.store()) else { return Vec::new() };
        let Ok(drafts) = store.drafts(of).await else { return Vec::new() };
        let drafts = drafts.good.into_iter().map(|saved| saved.value);
        drafts.filter(|draft| draft.place.starts_with(within)).map(|draft| (draft.place, draft.text)).collect()
    }

    /// Returns the fields of a place as a signal. Stored input is read once, and put in unless something was typed
    /// meanwhile.
    #[must_use]
    pub fn fields(self, place: &str) -> RwSignal<TypedFields> {
        let (typed, place) = (RwSignal::new(TypedFields::new()), place.to_owned());
        spawn_local(async move {
            if let Some(kept) =
                self.draft(&place).await.map(|text| fields::read(&text)).filter(|fields| !fields.is_empty())
            {
                let _gone = typed.try_update(|typed| {
                    if typed.is_empty() {
                        *typed = kept;
                    }
                });
            }
        });
        typed
    }

    /// Changes the fields of a place and stores them, without numbers that point to a person.
    pub fn type_in(self, place: &str, typed: RwSignal<TypedFields>, change: impl FnOnce(&mut TypedFields)) {
        typed.update(change);
        self.keep_draft(place, typed.with_untracked(fields::write_words));
    }

    /// Returns a function to call once the input at a place was signed: it replaces what was typed by `left`, in the
    /// store and on the screen if that is still there. By then a person may be on another screen or in another
    /// workplace.
    pub fn once_signed(
        self,
        place: String,
        typed: RwSignal<TypedFields>,
        left: TypedFields,
    ) -> impl FnOnce() + 'static {
        let of = self.current.get_untracked();
        move || {
            let kept = of.map(|of| draft(of, place, fields::write_words(&left)));
            let _gone = typed.try_set(left);
            self.change(kept.into_iter().collect());
        }
    }

    /// Stores what is typed at a place; an empty text deletes it.
    pub fn keep_draft(self, place: &str, text: String) {
        let Some(of) = self.current.get_untracked() else { return };
        self.change(vec![draft(of, place.to_owned(), text)]);
    }
}

/// Returns the change that stores a text at a place, or deletes it if the text is empty.
fn draft(of: WorkplaceId, place: String, text: String) -> Change {
    if text.is_empty() {
        Change::DeleteDraft(of, place)
    } else {
        Change::PutDraft(of, Saved { value: Draft { place, text }, at_ms: clock::now() })
    }
}
