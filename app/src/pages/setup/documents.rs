//! Which documents a new workplace follows: by default those of its area, until a person chooses.

use std::collections::BTreeSet;

use cunping_core::{
    id::{PackId, UnitCode},
    pack::Pack,
};
use cunping_text::{lang::Lang, ui::published, ui::setup, unit_code::typed_code};
use leptos::prelude::*;

use crate::{
    components::{choice_row::Checks, choice_row::RowOption},
    routes::Route,
    state::{App, documents, new_workplace},
    store::Role,
};

/// The chosen documents. A handle: copies share the same choice.
#[derive(Clone, Copy)]
pub(super) struct Picked {
    role: RwSignal<Role>,
    code: RwSignal<String>,
    /// The choice of a person for a unit; `None` until somebody chooses.
    own: RwSignal<Option<(UnitCode, BTreeSet<PackId>)>>,
}

impl Picked {
    /// Starts without a choice by a person.
    pub(super) fn new(role: RwSignal<Role>, code: RwSignal<String>) -> Self {
        Self { role, code, own: RwSignal::new(None) }
    }

    /// Returns the chosen documents that have something for the role, those of the unit's area first.
    pub(super) fn packs(self) -> Vec<&'static Pack> {
        let mut packs: Vec<_> = offered(self.role.get()).into_iter().filter(|pack| self.holds(&pack.id)).collect();
        let unit = self.unit();
        packs.sort_by_key(|pack| !unit.is_some_and(|unit| new_workplace::in_area(pack, unit)));
        packs
    }

    /// Returns the chosen unit; `None` until one is chosen.
    pub(super) fn unit(self) -> Option<UnitCode> {
        self.code.with(|code| typed_code(code).ok())
    }

    fn holds(self, id: &PackId) -> bool {
        let Some(unit) = self.unit() else { return false };
        let near = || documents::released(id).is_some_and(|pack| new_workplace::in_area(pack, unit));
        self.own.with(|own| match own {
            Some((of, own)) if *of == unit => own.contains(id),
            _ => near(),
        })
    }

    fn press(self, id: PackId) {
        let Some(unit) = self.unit() else { return };
        let mut now: BTreeSet<_> = self.packs().into_iter().map(|pack| pack.id.clone()).collect();
        if !now.remove(&id) {
            now.insert(id);
        }
        self.own.set(Some((unit, now)));
    }
}

/// Draws the documents to choose from: those of the unit's area first, the others below.
pub(super) fn choose(lang: Lang, picked: Picked) -> AnyView {
    let lists = move || {
        let Some(unit) = picked.unit() else {
            return any_view! { <h2>{setup::which_documents(lang)}</h2><p class="soft">{setup::unit_first(lang)}</p> };
        };
        let (near, far): (Vec<_>, Vec<_>) =
            offered(picked.role.get()).into_iter().partition(|pack| new_workplace::in_area(pack, unit));
        let open = near.is_empty();
        let near = (!near.is_empty()).then(|| list(lang, setup::which_documents(lang), "near", near, picked));
        let far = list(lang, setup::unit_outside(lang), "far", far, picked);
        any_view! {
            {near}
            <details open=open><summary>{setup::elsewhere(lang)}</summary>{far}</details>
            <p class="soft small">{setup::which_documents_hint(lang)}" "<a href=Route::Library.to_string()>{published::setup_way(lang)}</a></p>
        }
    };
    any_view! { <div class="stack">{lists}</div> }
}

fn list(lang: Lang, legend: &'static str, name: &'static str, packs: Vec<&'static Pack>, picked: Picked) -> AnyView {
    let choices = packs.into_iter().map(|pack| choice(lang, pack)).collect();
    let holds = move |id: String| id.parse().is_ok_and(|id| picked.holds(&id));
    let press = move |id: String| {
        if let Ok(id) = id.parse() {
            picked.press(id);
        }
    };
    any_view! { <Checks legend name choices holds on_press=press /> }
}

fn choice(lang: Lang, pack: &Pack) -> RowOption {
    let source = &pack.source;
    let area = documents::area(lang, source.area);
    let hint = [Some(source.title.as_str()), source.number.as_deref()].into_iter().flatten().collect::<Vec<_>>();
    let hint = format!("{} · {}", hint.join(lang.pick("，", ", ")), setup::document_area(lang, &area));
    RowOption::new(pack.id.as_str(), &source.short, &hint)
}

/// Returns the latest documents that have something for a role.
fn offered(role: Role) -> Vec<&'static Pack> {
    App::shared().held.track();
    documents::latest().into_iter().filter(|pack| !new_workplace::levels(pack, role).is_empty()).collect()
}
