//! Finds a unit by name or code among those that the page knows, or takes one that is typed. The caller reads the code.

use cunping_text::{
    lang::Lang,
    number::grouped,
    ui::label,
    ui::setup,
    unit_code,
    unit_search::{FoundUnit, UnitHits, UnitIndex},
};
use leptos::{
    ev::KeyboardEvent,
    prelude::*,
    task::{spawn_local, tick},
};

use super::{code_field::CodeField, text_field::TextField};
use crate::browser;

/// Maximum number of units listed.
const LISTED: usize = 20;

/// Draws a field and the units that fit what is typed into it; once one of them is chosen, nothing but that one.
#[component]
pub fn UnitPicker(
    /// The language of the page.
    lang: Lang,
    /// The units that the page knows.
    #[prop(into)]
    units: Signal<UnitIndex>,
    /// The chosen or typed code.
    code: RwSignal<String>,
    /// The chosen or typed name.
    name: RwSignal<String>,
    /// Why the typed code is not the right one, though it can be read; `None` if it is.
    #[prop(into, default = None.into())]
    wrong: Signal<Option<&'static str>>,
    /// True once a unit is needed: from then on each field says what it lacks.
    #[prop(into, default = false.into())]
    asked: Signal<bool>,
    /// Called when a listed unit was chosen. The focus is to go somewhere from there.
    #[prop(into)]
    on_pick: Callback<()>,
    /// True where the unit that is chosen at first is to be changed: its code and name stand in fields, and the list
    /// only shows what is looked for.
    #[prop(optional)]
    change: bool,
) -> impl IntoView {
    let (query, picked) = (RwSignal::new(String::new()), RwSignal::new(None::<FoundUnit>));
    let hits = Memo::new(move |_| query.with(|query| units.with(|units| units.find(query, LISTED))));
    let looks = move || query.with(|query| !query.trim().is_empty());
    let chosen = Memo::new(move |_| {
        let holds = |unit: &FoundUnit| code.with(|code| unit.code.to_string() == *code) && name.get() == unit.name;
        !change && picked.with(|unit| unit.as_ref().is_some_and(holds))
    });
    // Without a word only a list that can be shown whole is shown.
    let shown = move || {
        let whole = |hits: &UnitHits| !change && hits.count <= LISTED;
        hits.with(|hits| if looks() || whole(hits) { hits.first.clone() } else { Vec::new() })
    };
    let unlisted = Memo::new(move |_| !change && looks() && hits.with(|hits| hits.count == 0));
    let pick = move |unit: FoundUnit| {
        code.set(unit.code.to_string());
        name.set(unit.name.clone());
        picked.set(Some(unit));
        if change {
            query.set(String::new());
        }
        on_pick.run(());
    };
    let typed = move |text: String| {
        query.set(text.clone());
        // What no list knows is the unit's own code or name.
        match unlisted.get_untracked() {
            true if unit_code::is_code(&text) => code.set(text),
            true => name.set(text.trim().to_owned()),
            false if change => {}
            false => [code, name].into_iter().for_each(|field| field.set(String::new())),
        }
    };
    let entered = move || {
        let only = hits.with_untracked(|hits| hits.first.first().cloned().filter(|_| hits.count == 1));
        only.filter(|_| untrack(looks)).into_iter().for_each(pick);
    };
    let again = move |_| {
        [code, name].into_iter().for_each(|field| field.set(String::new()));
        spawn_local(async {
            tick().await;
            browser::focus_id("unit-query");
        });
    };
    let nothing = move || code.with(String::is_empty) && name.with(String::is_empty);
    let missing = move || (asked.get() && nothing()).then(|| setup::unit_not_chosen(lang));
    let status = move || match hits.with(|hits| hits.count) {
        _ if chosen.get() => Some(setup::chosen(lang, &name.get(), &code.get())),
        _ if change && !looks() => None,
        count if !looks() => Some(setup::units_here(lang, &words(count))),
        0 => Some(setup::no_unit_found(lang).to_owned()),
        1 => Some(setup::found_one(lang).to_owned()),
        count if count > LISTED => Some(setup::found_many(lang, &words(count), LISTED)),
        count => Some(setup::found(lang, count)),
    };
    any_view! {
        <div class="unit-picker stack">
            {move || (!chosen.get()).then(|| view! { <Query lang query missing on_type=typed on_enter=move |()| entered() /> })}
            <div class="row">
                <p role="status" class=move || if chosen.get() { "unit-picker-chosen" } else { "soft small" }>{status}</p>
                {move || chosen.get().then(|| view! {
                    <button type="button" on:click=again>{setup::another_unit(lang)}</button>
                })}
            </div>
            {move || (!chosen.get()).then(|| view! {
                <div class="unit-picker-list" role="group" aria-label=label::units_found(lang)>
                    <For each=shown key=|unit| unit.code.to_string() let:unit><UnitButton unit code on_pick=pick /></For>
                </div>
            })}
            {move || (change || unlisted.get()).then(|| view! {
                <div class=if change { "stack" } else { "notice stack" }>
                    {(!change).then(|| view! { <p>{setup::where_codes_are(lang)}</p> })}
                    <CodeField lang code wrong asked />
                    <p class="problem-text" role="alert">
                        {move || (asked.get() && name.with(|name| name.trim().is_empty())).then(|| setup::unit_name_missing(lang))}
                    </p>
                    <TextField lang id="unit-name" label=setup::unit_name(lang) value=name
                        on_type=move |text| name.set(text) longest=40 />
                </div>
            })}
        </div>
    }
}

fn words(count: usize) -> String {
    grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Draws the field that is searched with. While an input method composes, nothing is looked for.
#[component]
fn Query(
    lang: Lang,
    query: RwSignal<String>,
    /// What is missing here; `None` if nothing is.
    #[prop(into)]
    missing: Signal<Option<&'static str>>,
    #[prop(into)] on_type: Callback<String>,
    #[prop(into)] on_enter: Callback<()>,
) -> impl IntoView {
    let composing = StoredValue::new(false);
    let key = move |event: KeyboardEvent| {
        // An input method's keys have this code if the event does not say that it is composing.
        if event.key() == "Enter" && !event.is_composing() && event.key_code() != 229 {
            // Else the press would go on to whatever has the focus then.
            event.prevent_default();
            if !event.repeat() {
                on_enter.run(());
            }
        }
    };
    view! {
        <label for="unit-query">{setup::find_unit(lang)}</label>
        <p id="unit-query-problem" class="problem-text" role="alert">{missing}</p>
        <input id="unit-query" type="text" autocomplete="off" maxlength="60" aria-describedby="unit-query-problem"
            aria-invalid=move || missing.get().map(|_| "true") prop:value=query on:keydown=key
            on:compositionstart=move |_| composing.set_value(true)
            on:compositionend=move |event| {
                composing.set_value(false);
                on_type.run(event_target_value(&event));
            }
            on:input=move |event| {
                if !composing.get_value() {
                    on_type.run(event_target_value(&event));
                }
            } />
    }
}

/// Draws one unit to choose.
#[component]
fn UnitButton(unit: FoundUnit, code: RwSignal<String>, #[prop(into)] on_pick: Callback<FoundUnit>) -> impl IntoView {
    let own = unit.code.to_string();
    let digits = own.clone();
    let pressed = move || if code.with(|code| *code == own) { "true" } else { "false" };
    // The township alone does not tell two villages of one name apart.
    let near = unit.above.iter().rev().take(2).rev().map(String::as_str).collect::<String>();
    let shown = unit.name.clone();
    view! {
        <button type="button" class="unit-picker-unit" aria-pressed=pressed on:click=move |_| on_pick.run(unit.clone())>
            <strong>{shown}</strong>
            <span class="soft small">{digits}" "{near}</span>
        </button>
    }
}
