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
        following::{confirmed, moved, with, without},
        register,
        saving::{self, Job},
    },
    store::{Change, LoadedPack, Moment, Setting, StoreError, Workplace, WorkplaceId},
};

impl App {
    /// Works with a document that the workplace follows.
    pub fn work_with(self, here: &Here) {
        self.set(Setting::CurrentDocument(here.pack.id.clone(), here.followed.id.clone()));
    }

    /// Follows one more document.
    pub fn follow(self, pack: &Pack) {
        if let Some(workplace) = self.workplace_now() {
            self.put(with(&workplace, pack, clock::today()));
        }
    }

    /// Follows a document no longer; does nothing where it is the only one.
    pub fn unfollow(self, pack: &PackId) {
        if let Some(workplace) = self.workplace_now().and_then(|it| without(&it, pack)) {
            self.put(workplace);
        }
    }

    /// Works with another edition of a document from now on; overlays that do not fit it go. Statements stay.
    pub fn change_over(self, old: &Pack, new: &Pack, unfit: &[Digest]) {
        let ms = clock::now();
        let now = Moment { ms, day: clock::day(ms) };
        if let Some(workplace) = self.workplace_now().and_then(|it| moved(&it, old, new, now)) {
            let gone = |of: WorkplaceId| unfit.iter().map(move |digest| Change::DeleteOverlay(of, *digest)).collect();
            self.put_with(workplace.clone(), gone(workplace.id));
        }
    }

    /// Keeps the answers to a criterion that a new edition decides otherwise.
    pub fn confirm(self, here: &Here, rule: &RuleId) {
        if let Some(workplace) = self.workplace_now() {
            self.put(confirmed(&workplace, &here.pack.id, &here.followed.id, rule));
        }
    }

    /// Loads a document that did not come with the program. It is there once it is stored.
    pub async fn load_document(self, bundle: Digest, text: String) -> Result<(), StoreError> {
        let pack = LoadedPack { bundle, text: text.clone(), at_ms: clock::now() };
        self.store().ok_or(StoreError::Closed)?.apply(vec![Change::PutPack(pack)]).await?;
        documents::add(&text);
        self.hold();
        Ok(())
    }

    /// Removes such a document. Nobody may follow it.
    pub async fn remove_document(self, bundle: Digest) -> Result<(), StoreError> {
        self.store().ok_or(StoreError::Closed)?.apply(vec![Change::DeletePack(bundle)]).await?;
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

    /// Puts a workplace in the place of what it was.
    pub(in crate::state) fn put(self, workplace: Workplace) {
        self.put_with(workplace, Vec::new());
    }

    /// Puts a workplace and makes changes to its register, all or nothing.
    fn put_with(self, workplace: Workplace, mut changes: Vec<Change>) {
        self.register.update(|it| register::apply(it, workplace.id, &changes));
        self.workplaces.update(|all| {
            if let Some(old) = all.iter_mut().find(|it| it.id == workplace.id) {
                old.clone_from(&workplace);
            }
        });
        changes.push(Change::PutWorkplace(workplace));
        saving::push(self, Job::Apply(changes));
    }
}
