//! The offices of the area: which part of the document each fills, and for which units.

use std::collections::BTreeSet;

use cunping_core::{
    bundle::{ActsAs, DirectoryOffice},
    id::{OfficeId, UnitCode},
};
use cunping_text::{lang::Lang, problem::in_text, ui::common, ui::directory as words};
use leptos::prelude::*;

use crate::{
    browser,
    components::{
        choice_row::{Checks, Radios, RowOption},
        problem::Problem,
        text_field::TextField,
    },
    pages::directory::PartyView,
    state::{documents, new_workplace::monitoring},
};

/// The typed fields of an office. A handle: copies share the same state.
#[derive(Clone, Copy)]
struct OfficeForm {
    /// The office that is changed; `None` for a new one.
    old: RwSignal<Option<OfficeId>>,
    part: RwSignal<String>,
    name: RwSignal<String>,
    serves: RwSignal<BTreeSet<String>>,
    open: RwSignal<bool>,
}

/// Draws the card.
pub(super) fn section(view: &PartyView) -> AnyView {
    let (lang, bundles) = (view.lang, view.bundles);
    let form = OfficeForm {
        old: RwSignal::default(),
        part: RwSignal::default(),
        name: RwSignal::default(),
        serves: RwSignal::default(),
        open: RwSignal::new(false),
    };
    let all = Memo::new(move |_| bundles.roster.with(|roster| roster.offices.clone()));
    let none = move || all.with(Vec::is_empty).then(|| view! { <p class="soft">{words::no_offices(lang)}</p> });
    let (rows, drawn) = (view.clone(), view.clone());
    any_view! {
        <section class="card stack" aria-labelledby="offices">
            <h2 id="offices">{words::offices(lang)}</h2>
            <p class="soft">{words::offices_hint(lang)}</p>
            {none}
            <ul class="plain stack">
                <For each=move || all.get() key=|office| format!("{office:?}") let:office>
                    {row(&rows, office, form)}
                </For>
            </ul>
            {move || if form.open.get() { draw(&drawn, form) } else {
                any_view! { <p><button type="button" on:click=move |_| form.begin(None)>{words::add_office(lang)}</button></p> }
            }}
        </section>
    }
}

impl OfficeForm {
    fn begin(self, office: Option<&DirectoryOffice>) {
        self.old.set(office.map(|office| office.office.clone()));
        let part =
            office.and_then(|office| office.acts_as.first()).map(|part| format!("{}/{}", part.pack, part.office));
        self.part.set(part.unwrap_or_default());
        self.name.set(office.map(|office| office.name.clone()).unwrap_or_default());
        let serves = office.and_then(|office| office.serves.clone()).unwrap_or_default();
        self.serves.set(serves.iter().map(ToString::to_string).collect());
        self.open.set(true);
    }

    /// Returns the office as typed; `None` if a field is missing or names an unknown document.
    fn office(self, view: &PartyView) -> Option<DirectoryOffice> {
        let part = self.part.get_untracked();
        let (pack, office) = part.split_once('/')?;
        let (pack, office): (_, OfficeId) = (documents::released(&pack.parse().ok()?)?, office.parse().ok()?);
        let name = self.name.get_untracked().trim().to_owned();
        if name.is_empty() {
            return None;
        }
        let id = self.old.get_untracked().unwrap_or_else(|| monitoring::own_id(pack, &office, &name));
        let followed = view.here.all();
        let other = followed.iter().filter(|document| document.pack.id != pack.id);
        let mut acts_as: Vec<ActsAs> = other
            .filter_map(|document| {
                Some(ActsAs { pack: document.pack.id.clone(), office: monitoring::acts_as(document.pack, &office)? })
            })
            .chain([ActsAs { pack: pack.id.clone(), office: office.clone() }])
            .collect();
        acts_as.sort();
        acts_as.dedup();
        let units: Vec<UnitCode> =
            self.serves.with_untracked(|codes| codes.iter().filter_map(|code| code.parse().ok()).collect());
        let serves = (!units.is_empty()).then_some(units);
        Some(DirectoryOffice { unit: view.here.workplace.unit, office: id, name, acts_as, serves })
    }
}

fn row(view: &PartyView, office: DirectoryOffice, form: OfficeForm) -> AnyView {
    let (app, bundles, lang) = (view.app, view.bundles, view.lang);
    let units = view.inbox.expected(app);
    let part = |part: &ActsAs| {
        let pack = documents::released(&part.pack)?;
        Some(format!("{} {}", pack.source.short, pack.offices.get(&part.office)?.name))
    };
    let parts: Vec<String> = office.acts_as.iter().filter_map(part).collect();
    let serves = office.serves.as_ref().map_or_else(
        || words::serves_all(lang).to_owned(),
        |codes| {
            let name = |code: &UnitCode| {
                units.iter().find(|unit| unit.code == *code).map_or_else(|| code.to_string(), |unit| unit.name.clone())
            };
            words::serves_some(lang, &codes.iter().map(name).collect::<Vec<_>>().join(lang.pick("、", ", ")))
        },
    );
    let (party, name, edited) = (office.party(), office.name.clone(), office.clone());
    any_view! {
        <li class="stack">
            <p><strong>{name.clone()}</strong><br />{words::acts_as(lang)}" "<span lang="zh-Hans">{parts.join("、")}</span>" · "{serves}</p>
            <p class="row">
                <button type="button" class="quiet" aria-label=format!("{} {name}", words::edit(lang)) on:click=move |_| form.begin(Some(&edited))>{words::edit(lang)}</button>
                <button type="button" class="quiet" aria-label=format!("{} {name}", words::remove(lang)) on:click=move |_| bundles.remove_office(app, &party)>{words::remove(lang)}</button>
            </p>
        </li>
    }
}

fn draw(view: &PartyView, form: OfficeForm) -> AnyView {
    let (app, bundles, lang) = (view.app, view.bundles, view.lang);
    let level = view.here.workplace.unit.level();
    let mut choices: Vec<RowOption> = Vec::new();
    for here in view.here.all() {
        for (id, office) in monitoring::monitors(here.pack, level) {
            let key = format!("{}/{id}", here.pack.id);
            if choices.iter().all(|option| option.key != key) {
                choices.push(RowOption::new(&key, &office.name, &here.pack.source.short));
            }
        }
    }
    let named = choices.clone();
    let choose = move |key: String| {
        if form.name.with_untracked(|name| name.trim().is_empty()) {
            form.name.set(
                named.iter().find(|option| option.key == key).map(|option| option.text.clone()).unwrap_or_default(),
            );
        }
        form.part.set(key);
    };
    let problem = RwSignal::new(false);
    let of = view.clone();
    let save = move |_| {
        if form.name.with_untracked(|name| in_text(lang, name).is_some()) {
            return browser::focus_id("office-name");
        }
        match form.office(&of) {
            Some(office) => {
                bundles.put_offices(app, vec![office]);
                form.open.set(false);
            }
            None => problem.set(true),
        }
    };
    let wrong =
        move || problem.get().then(|| view! { <Problem what=words::office_incomplete(lang) todo=words::mend(lang) /> });
    any_view! {
        <div class="notice stack">
            <Radios legend=words::acts_as(lang) name="part" choices chosen=Signal::derive(move || Some(form.part.get())) on_choose=choose />
            <TextField lang id="office-name" label=words::office_name(lang) value=form.name
                on_type=move |text| form.name.set(text) longest=60 />
            {serves(view, form, lang)}
            {wrong}
            <p class="row">
                <button type="button" class="primary" on:click=save>{words::save(lang)}</button>
                <button type="button" on:click=move |_| form.open.set(false)>{common::cancel(lang)}</button>
            </p>
        </div>
    }
}

fn serves(view: &PartyView, form: OfficeForm, lang: Lang) -> AnyView {
    let choices = untrack(|| view.inbox.expected(view.app));
    let choices = choices.iter().map(|unit| RowOption::new(&unit.code.to_string(), &unit.name, "")).collect();
    let holds = move |code: String| form.serves.with(|codes| codes.contains(&code));
    let press = move |code: String| {
        form.serves.update(|codes| {
            if !codes.remove(&code) {
                codes.insert(code);
            }
        });
    };
    any_view! { <details><summary>{words::serves(lang)}</summary><Checks legend=words::serves(lang) name="serves" choices holds on_press=press /></details> }
}
