//! Changing what a workplace follows, and the document that a tab works with. Draws nothing.

use cunping_core::{id::PackId, pack::Pack};
use leptos::prelude::*;

use super::App;
use crate::{
    clock,
    state::{
        Here,
        following::{with, without},
        saving::{self, Job},
    },
    store::{Change, Setting, Workplace},
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

    fn workplace_now(self) -> Option<Workplace> {
        let id = self.current.get_untracked()?;
        self.workplaces.with_untracked(|all| all.iter().find(|it| it.id == id).cloned())
    }

    fn put(self, workplace: Workplace) {
        self.workplaces.update(|all| {
            if let Some(old) = all.iter_mut().find(|it| it.id == workplace.id) {
                old.clone_from(&workplace);
            }
        });
        saving::push(self, Job::Apply(vec![Change::PutWorkplace(workplace)]));
    }
}
