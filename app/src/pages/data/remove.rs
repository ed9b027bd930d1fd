//! Removes a workplace with everything that belongs to it, after its name was typed; the example without asking.

use cunping_text::{lang::Lang, ui::backup as words, ui::example};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser,
    panels::alerts,
    state::{App, here},
    store::Workplace,
};

/// Draws the workplaces that can be removed; nothing where there are none.
pub(super) fn card(lang: Lang) -> AnyView {
    let app = App::shared();
    let real = move || {
        app.workplaces.with(|all| all.iter().filter(|workplace| !workplace.example).cloned().collect::<Vec<_>>())
    };
    let has_example = Memo::new(move |_| app.workplaces.with(|all| all.iter().any(|workplace| workplace.example)));
    let any = Memo::new(move |_| app.workplaces.with(|all| !all.is_empty()));
    let example = move || {
        has_example.get().then(|| view! {
            <p class="row">
                <button type="button" on:click=move |_| alerts::remove_play_data(app)>{example::remove(lang)}</button>
                <span class="soft">{words::example_hint(lang)}</span>
            </p>
        })
    };
    let removed = RwSignal::new(None::<String>);
    let said = move || removed.with(|name| name.as_deref().map(|name| words::removed(lang, name)));
    let nothing = move || !any.get() && removed.with(Option::is_none);
    any_view! {
        <section class="card stack" hidden=nothing>
            <h2>{words::remove_heading(lang)}</h2>
            {example}
            {move || (!real().is_empty()).then(|| view! { <p>{words::remove_hint(lang)}</p> })}
            <For each=real key=|workplace| workplace.id.0 let:workplace>
                <RemoveOne lang workplace removed />
            </For>
            <p role="status">{said}</p>
        </section>
    }
}

/// Draws the removal of one workplace: a backup first, its name typed, then the button.
#[component]
fn RemoveOne(lang: Lang, workplace: Workplace, removed: RwSignal<Option<String>>) -> impl IntoView {
    let app = App::shared();
    let (id, name) = (workplace.id, workplace.unit_name.clone());
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(false);
    let input = format!("remove-{id}");
    let label = words::type_name(lang, &name);
    let remove = move |_| {
        let equal = typed.with_untracked(|typed| typed.trim() == name);
        refused.set(!equal);
        if equal {
            let name = name.clone();
            spawn_local(async move {
                // A failure is shown by the alert above the screen.
                let gone = app.remove_workplace(id).await.is_ok();
                let _left = removed.try_set(gone.then_some(name));
            });
        }
    };
    let said = move || if refused.get() { words::not_equal(lang) } else { "" };
    any_view! {
        <details class="data-remove">
            <summary>{words::remove_one(lang)}" · "{here::called(lang, &workplace)}" "{workplace.unit.to_string()}</summary>
            <div class="stack">
                <p>
                    <button type="button" on:click=|_| browser::focus_id("make-backup")>{words::make(lang)}</button>
                </p>
                <p><label for=input.clone()>{label}</label></p>
                <p class="row">
                    <input id=input autocomplete="off" aria-invalid=move || refused.get().to_string() prop:value=typed
                        on:input=move |event| typed.set(event_target_value(&event)) />
                    <button type="button" class="danger" on:click=remove>{words::remove_one(lang)}</button>
                </p>
                <p class="problem-text" role="alert">{said}</p>
            </div>
        </details>
    }
}
