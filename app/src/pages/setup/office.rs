//! Which office a monitor is: one that its first document names, and the name it goes by.

use cunping_core::{id::OfficeId, pack::Pack};
use cunping_text::{lang::Lang, problem, ui::setup};
use leptos::prelude::*;

use crate::{
    browser,
    components::{choice_row::Radios, choice_row::RowOption, text_field::TextField},
    pages::setup::documents::Picked,
    state::{new_workplace, new_workplace::monitoring},
    store::Role,
};

/// A monitor's office and name as typed. A handle: copies share the same state.
#[derive(Clone, Copy)]
pub(super) struct MonitorOffice {
    office: RwSignal<String>,
    name: RwSignal<String>,
}

impl MonitorOffice {
    /// Starts with both fields empty.
    pub(super) fn new() -> Self {
        Self { office: RwSignal::default(), name: RwSignal::default() }
    }

    /// Returns true if the office's own name may not be stored.
    pub(super) fn is_refused(self, lang: Lang) -> bool {
        self.name.with(|name| problem::in_text(lang, name).is_some())
    }

    /// Moves the focus to the office, or to its name once an office is chosen.
    pub(super) fn focus(self) {
        match self.office.with_untracked(String::is_empty) {
            true => browser::focus_at("input[name=\"office\"]"),
            false => browser::focus_id("office-name"),
        }
    }

    /// Returns the role, the office that signs, and for a monitor its own name; `None` until the office is chosen and
    /// named.
    pub(super) fn who(self, role: Role, packs: &[&Pack]) -> Option<(Role, OfficeId, Option<String>)> {
        let pack = packs.first()?;
        if role != Role::Monitor {
            return Some((role, new_workplace::office(pack, role)?, None));
        }
        let office: OfficeId = self.office.get().parse().ok()?;
        let name = self.name.get().trim().to_owned();
        pack.offices.get(&office).filter(|_| !name.is_empty())?;
        Some((role, monitoring::own_id(pack, &office, &name), Some(name)))
    }
}

/// Draws the offices that the first chosen document names as monitors at the unit's level, and a field for the
/// office's own name.
pub(super) fn choose(lang: Lang, picked: Picked, own: MonitorOffice) -> AnyView {
    let offices = move || {
        let (Some(unit), packs) = (picked.unit(), picked.packs()) else { return Vec::new() };
        let of = |pack: &&'static Pack| monitoring::monitors(pack, unit.level()).collect::<Vec<_>>();
        packs.first().map(of).unwrap_or_default()
    };
    let list = move || {
        let all = offices();
        if all.is_empty() {
            return any_view! { <p class="soft">{setup::no_offices(lang)}</p> };
        }
        let choices = all.iter().map(|(id, office)| RowOption::new(id.as_str(), &office.name, "")).collect();
        let choose = move |id: String| {
            let called = all.iter().find(|(it, _)| it.as_str() == id).map(|(_, office)| office.name.clone());
            own.name.set(called.unwrap_or_default());
            own.office.set(id);
        };
        any_view! { <Radios legend=setup::which_office(lang) name="office" choices chosen=Signal::derive(move || Some(own.office.get())) on_choose=choose /> }
    };
    any_view! {
        <div class="stack">
            {list}
            <TextField lang id="office-name" label=setup::office_name(lang) value=own.name
                on_type=move |text| own.name.set(text) longest=60 />
            <p class="soft small">{setup::office_name_hint(lang)}</p>
        </div>
    }
}
