//! The units that have to report: added, renamed, removed.

use cunping_core::id::UnitCode;
use cunping_text::{problem::in_text, ui::directory as words, ui::setup};
use leptos::prelude::*;

use crate::{
    browser,
    components::{problem::Problem, scroll_table::scroll_table, text_field::TextField},
    pages::directory::{PartyView, list_in},
    state::inbox::next_level,
    store::ListedUnit,
};

/// Draws the card.
pub(super) fn section(view: &PartyView) -> AnyView {
    let (app, inbox, lang) = (view.app, view.inbox, view.lang);
    let all = Memo::new(move |_| inbox.expected(app));
    let whose =
        move || if inbox.listed.with(Vec::is_empty) { words::units_known(lang) } else { words::units_own(lang) };
    let row = move |unit: ListedUnit| {
        let code = unit.code;
        view! {
            <tr>
                <th scope="row">{unit.name.clone()}<br /><span class="soft small digest">{code.to_string()}</span></th>
                <td><button type="button" class="quiet" aria-label=format!("{} {}", words::remove(lang), unit.name)
                    on:click=move |_| inbox.list_units(app, &[], Some(code))>{words::remove(lang)}</button></td>
            </tr>
        }
    };
    let rows = any_view! {
        <For each=move || all.get() key=|unit| (unit.code.to_string(), unit.name.clone()) let:unit>{row(unit)}</For>
    };
    any_view! {
        <section class="card stack" aria-labelledby="listed">
            <h2 id="listed">{words::units(lang)}" "{move || all.with(Vec::len)}</h2>
            <p class="soft">{whose}</p>
            {scroll_table(words::units_table(lang), &[setup::unit_name(lang), words::remove(lang)], rows)}
            {list_in::panel(view)}
            {add(view)}
        </section>
    }
}

fn add(view: &PartyView) -> AnyView {
    let (app, inbox, lang, of) = (view.app, view.inbox, view.lang, view.here.workplace.unit);
    let (code, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem = RwSignal::new(None::<&'static str>);
    let add = move |_| {
        if name.with_untracked(|name| in_text(lang, name).is_some()) {
            return browser::focus_id("unit-name");
        }
        let typed: Option<UnitCode> = code.get_untracked().trim().parse().ok();
        let called = name.get_untracked().trim().to_owned();
        problem.set(match typed {
            None => Some(setup::unit_code_wrong(lang)),
            Some(unit) if !unit.lies_in(of) || unit.level() != next_level(of) => Some(setup::unit_code_level(lang)),
            Some(_) if called.is_empty() => Some(setup::unit_name_missing(lang)),
            Some(unit) => {
                inbox.list_units(app, &[ListedUnit { code: unit, name: called }], None);
                code.set(String::new());
                name.set(String::new());
                None
            }
        });
    };
    any_view! {
        <details>
            <summary>{words::add_unit(lang)}</summary>
            <div class="stack">
                <p class="soft">{words::add_unit_hint(lang)}</p>
                <p class="row">
                    <label for="unit-code">{setup::unit_code(lang)}</label>
                    <input id="unit-code" type="text" inputmode="numeric" autocomplete="off" maxlength="14" prop:value=code
                        on:input=move |event| code.set(event_target_value(&event)) />
                </p>
                <TextField lang id="unit-name" label=setup::unit_name(lang) value=name on_type=move |text| name.set(text)
                    longest=100 />
                {move || problem.get().map(|what| view! { <Problem what todo=words::mend(lang) /> })}
                <p><button type="button" on:click=add>{words::add_unit(lang)}</button></p>
            </div>
        </details>
    }
}
