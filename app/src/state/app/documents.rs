//! Changes the documents that a workplace follows and that the page has, and the one that a tab works with.

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
    store::{Change, LoadedPack, Setting, StoreError, Workplace},
};

impl App {
    /// Makes a document that the workplace follows the current one.
    pub fn work_with(self, here: &Here) {
        self.set(Setting::CurrentDocument { pack: here.pack.id.clone(), level: here.followed.id.clone() });
    }

    /// Follows one more document; does nothing if the workplace follows it or it has nothing for it.
    pub fn follow(self, pack: &Pack) {
        self.change(self.workplace_now().and_then(|it| with(&it, pack, clock::today())).into_iter().collect());
    }

    /// Stops following a document; does nothing if it is the only one.
    pub fn unfollow(self, pack: &PackId) {
        self.change(self.workplace_now().and_then(|it| without(&it, pack)).into_iter().collect());
    }

    /// Moves to another edition of a document, and deletes the overlays that do not fit it. Statements stay.
    pub fn change_over(self, old: &Pack, new: &Pack, unfit: &[Digest]) {
        let Some(workplace) = self.workplace_now() else { return };
        let Some(over) = moved(&workplace, old, new, clock::moment()) else { return };
        let gone = unfit.iter().map(|digest| Change::DeleteOverlay(workplace.id, *digest));
        self.change(gone.chain([over]).collect());
    }

    /// Confirms the answers to a criterion that a new edition decides differently.
    pub fn confirm(self, here: &Here, rule: &RuleId) {
        let (pack, level) = (here.pack.id.clone(), here.followed.id.clone());
        self.change(vec![Change::Confirm(here.workplace.id, pack, level, rule.clone())]);
    }

    /// Stores and loads a document that did not come with the program.
    pub async fn load_document(self, bundle: Digest, text: String) -> Result<(), StoreError> {
        let pack = LoadedPack { bundle, text: text.clone(), at_ms: clock::now() };
        self.keep(vec![Change::PutPack(pack)]).await?;
        documents::add(&text);
        self.hold();
        Ok(())
    }

    /// Deletes such a document. No workplace may follow it.
    pub async fn remove_document(self, bundle: Digest) -> Result<(), StoreError> {
        self.keep(vec![Change::DeletePack(bundle)]).await?;
        documents::remove(bundle);
        self.hold();
        Ok(())
    }

    /// Updates [`App::held`] to the documents that are loaded.
    pub(in crate::state) fn hold(self) {
        let held: Vec<Digest> = documents::loaded().into_iter().map(|published| published.bundle).collect();
        if self.held.with_untracked(|before| *before != held) {
            self.held.set(held);
        }
    }

    fn workplace_now(self) -> Option<Workplace> {
        let id = self.current.get_untracked()?;
        self.workplaces.with_untracked(|all| all.iter().find(|it| it.id == id).cloned())
    }
}
