//! Changing what a workplace follows, and the document that a tab works with. Draws nothing.

use cunping_core::{
    id::{Digest, PackId, RuleId},
    pack::Pack,
};
use leptos::prelude::*;

use super::App;
use crate::{
    clock,
    state::{
        Here, documents,
        following::{moved, with, without},
    },
    store::{Change, LoadedPack, Moment, Setting, StoreError, Workplace},
};

impl App {
    /// Works with a document that the workplace follows.
    pub fn work_with(self, here: &Here) {
        self.set(Setting::CurrentDocument(here.pack.id.clone(), here.followed.id.clone()));
    }

    /// Follows one more document.
    pub fn follow(self, pack: &Pack) {
        self.change(self.workplace_now().and_then(|it| with(&it, pack, clock::today())).into_iter().collect());
    }

    /// Follows a document no longer; does nothing where it is the only one.
    pub fn unfollow(self, pack: &PackId) {
        self.change(self.workplace_now().and_then(|it| without(&it, pack)).into_iter().collect());
    }

    /// Works with another edition of a document from now on; overlays that do not fit it go. Statements stay.
    pub fn change_over(self, old: &Pack, new: &Pack, unfit: &[Digest]) {
        let ms = clock::now();
        let now = Moment { ms, day: clock::day(ms) };
        let Some(workplace) = self.workplace_now() else { return };
        let Some(over) = moved(&workplace, old, new, now) else { return };
        let gone = unfit.iter().map(|digest| Change::DeleteOverlay(workplace.id, *digest));
        self.change(gone.chain([over]).collect());
    }

    /// Keeps the answers to a criterion that a new edition decides otherwise.
    pub fn confirm(self, here: &Here, rule: &RuleId) {
        let (pack, level) = (here.pack.id.clone(), here.followed.id.clone());
        self.change(vec![Change::Confirm(here.workplace.id, pack, level, rule.clone())]);
    }

    /// Loads a document that did not come with the program. It is there once it is stored.
    pub async fn load_document(self, bundle: Digest, text: String) -> Result<(), StoreError> {
        let pack = LoadedPack { bundle, text: text.clone(), at_ms: clock::now() };
        self.keep(vec![Change::PutPack(pack)]).await?;
        documents::add(&text);
        self.hold();
        Ok(())
    }

    /// Removes such a document. Nobody may follow it.
    pub async fn remove_document(self, bundle: Digest) -> Result<(), StoreError> {
        self.keep(vec![Change::DeletePack(bundle)]).await?;
        documents::remove(bundle);
        self.hold();
        Ok(())
    }

    /// Notices which documents are loaded.
    pub(in crate::state) fn hold(self) {
        let held: Vec<Digest> = documents::loaded().into_iter().map(|it| it.bundle).collect();
        if self.held.with_untracked(|it| *it != held) {
            self.held.set(held);
        }
    }

    fn workplace_now(self) -> Option<Workplace> {
        let id = self.current.get_untracked()?;
        self.workplaces.with_untracked(|all| all.iter().find(|it| it.id == id).cloned())
    }
}
