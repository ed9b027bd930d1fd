//! Half-typed input of the current workplace, kept so that a reload loses nothing. Means nothing by itself.

use leptos::{prelude::*, task::spawn_local};

use super::App;
use crate::{
    clock,
    drafts::fields::{self, Fields},
    store::{Change, Draft, Saved, WorkplaceId},
};

impl App {
    /// What was typed at a place of the page; nothing where nothing was, or the store cannot be read.
    pub async fn draft(self, place: &str) -> Option<String> {
        let (of, store) = (self.current.get_untracked()?, self.store()?);
        let drafts = store.drafts(of).await.ok()?.good.into_iter();
        drafts.map(|it| it.value).find(|it| it.place == place).map(|it| it.text)
    }

    /// The fields of a place, as they were typed before or will be: what is kept is read once, and never takes the place of
    /// what is being typed.
    #[must_use]
    pub fn fields(self, place: &str) -> RwSignal<Fields> {
        let (typed, place) = (RwSignal::new(Fields::new()), place.to_owned());
        spawn_local(async move {
            if let Some(kept) = self.draft(&place).await.map(|text| fields::read(&text)).filter(|it| !it.is_empty()) {
                let _gone = typed.try_update(|typed| {
                    if typed.is_empty() {
                        *typed = kept;
                    }
                });
            }
        });
        typed
    }

    /// Changes the fields of a place and keeps them.
    pub fn type_in(self, place: &str, typed: RwSignal<Fields>, change: impl FnOnce(&mut Fields)) {
        typed.update(change);
        self.keep_draft(place, typed.with_untracked(fields::write_words));
    }

    /// What is done once it is signed what was typed at a place: nothing but `left` is kept, and shown where the screen is
    /// still there. By then a person may be on another one, or in another workplace.
    pub fn once_signed(self, place: String, typed: RwSignal<Fields>, left: Fields) -> impl FnOnce() + 'static {
        let of = self.current.get_untracked();
        move || {
            let kept = of.map(|of| draft(of, place, fields::write_words(&left)));
            let _gone = typed.try_set(left);
            self.change(kept.into_iter().collect());
        }
    }

    /// Keeps what is typed at a place; an empty text forgets it.
    pub fn keep_draft(self, place: &str, text: String) {
        let Some(of) = self.current.get_untracked() else { return };
        self.change(vec![draft(of, place.to_owned(), text)]);
    }
}

/// What keeps a text at a place, or forgets it where it is empty.
fn draft(of: WorkplaceId, place: String, text: String) -> Change {
    if text.is_empty() {
        Change::DeleteDraft(of, place)
    } else {
        Change::PutDraft(of, Saved { value: Draft { place, text }, at_ms: clock::now() })
    }
}
