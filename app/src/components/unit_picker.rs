//! Finds a unit by name or code among those that the page knows, or takes one that is typed. The caller checks the
//! code.

use cunping_text::{lang::Lang, ui::label, ui::setup};
use leptos::prelude::*;

use super::text_field::TextField;

/// Maximum number of matches listed.
const LISTED: usize = 20;

/// A unit to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its division code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The name of the unit that contains it.
    pub within: String,
}

/// Draws a field, and the units that match what is typed into it.
#[component]
pub fn UnitPicker(
    /// The language of the page.
    lang: Lang,
    /// The units that the page knows.
    #[prop(into)]
    units: Signal<Vec<Unit>>,
    /// The chosen or typed code.
    code: RwSignal<String>,
    /// The chosen or typed name.
    name: RwSignal<String>,
    /// True where the unit that is chosen at first is to be changed: its code and name stand in fields, and the list
    /// only shows what is looked for.
    #[prop(optional)]
    change: bool,
) -> impl IntoView {
    let query = RwSignal::new(String::new());
    let looks = move || query.with(|query| !query.trim().is_empty());
    let found = move || {
        if change && !looks() { Vec::new() } else { query.with(|query| units.with(|units| matches(units, query))) }
    };
    let unlisted = move || !change && looks() && found().is_empty();
    let typed = move |text: String| {
        if !change {
            let digits = text.trim().bytes().all(|it| it.is_ascii_digit());
            code.set(if digits { text.trim().to_owned() } else { String::new() });
            name.set(String::new());
        }
        query.set(text);
    };
    any_view! {
        <div class="unit-picker stack">
            <label for="unit-query">{setup::find_unit(lang)}</label>
            <input id="unit-query" type="text" autocomplete="off" maxlength="60" prop:value=query
                on:input=move |event| typed(event_target_value(&event)) />
            <p role="status" class="soft small">{move || (!change || looks()).then(|| setup::found(lang, found().len()))}</p>
            <div class="unit-picker-list" role="group" aria-label=label::units_found(lang)>
                <For each=found key=|unit| unit.code.clone() let:unit><UnitButton unit code name /></For>
            </div>
            {move || unlisted().then(|| view! {
                <div class="notice stack"><p>{setup::no_unit_found(lang)}</p><CodeAndName lang code name /></div>
            })}
            {change.then(|| view! { <CodeAndName lang code name /> })}
        </div>
    }
}

/// Draws one unit to choose.
#[component]
fn UnitButton(unit: Unit, code: RwSignal<String>, name: RwSignal<String>) -> impl IntoView {
    let (own, digits) = (unit.code.clone(), unit.code.clone());
    let (within, shown) = (unit.within.clone(), unit.name.clone());
    let pressed = move || if code.with(|code| *code == own) { "true" } else { "false" };
    let pick = move |_| {
        code.set(unit.code.clone());
        name.set(unit.name.clone());
    };
    view! {
        <button type="button" class="unit-picker-unit" aria-pressed=pressed on:click=pick>
            <strong>{shown}</strong>
            <span class="soft small">{digits}" "{within}</span>
        </button>
    }
}

/// Draws fields for code and name of a unit that the page need not know.
#[component]
fn CodeAndName(lang: Lang, code: RwSignal<String>, name: RwSignal<String>) -> impl IntoView {
    view! {
        <p>
            <label for="unit-code">{setup::unit_code(lang)}</label><br />
            <input id="unit-code" type="text" inputmode="numeric" maxlength="12" autocomplete="off" prop:value=code
                on:input=move |event| code.set(event_target_value(&event)) />
        </p>
        <TextField lang id="unit-name" label=setup::unit_name(lang) value=name on_type=move |text| name.set(text)
            longest=40 />
    }
}

fn matches(units: &[Unit], query: &str) -> Vec<Unit> {
    let query = query.trim();
    let fits = |unit: &&Unit| query.is_empty() || unit.name.contains(query) || unit.code.starts_with(query);
    units.iter().filter(fits).take(LISTED).cloned().collect()
}
