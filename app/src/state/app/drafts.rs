//! Half-typed input of the current workplace, kept so that a reload loses nothing. Means nothing by itself.

use leptos::prelude::*;

use super::App;
use crate::{
    clock,
    store::{Change, Draft, Saved},
};

impl App {
    /// What was typed at a place of the page; nothing where nothing was, or the store cannot be read.
    pub async fn draft(self, place: &str) -> Option<String> {
        let (of, store) = (self.current.get_untracked()?, self.store()?);
        let drafts = store.drafts(of).await.ok()?.good.into_iter();
        drafts.map(|it| it.value).find(|it| it.place == place).map(|it| it.text)
    }

    /// Keeps what is typed at a place; an empty text forgets it.
    pub fn keep_draft(self, place: &str, text: String) {
        let Some(of) = self.current.get_untracked() else { return };
        let place = place.to_owned();
        self.change(vec![if text.is_empty() {
            Change::DeleteDraft(of, place)
        } else {
            Change::PutDraft(of, Saved { value: Draft { place, text }, at_ms: clock::now() })
        }]);
    }
}
