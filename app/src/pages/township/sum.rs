//! The roll-up that an office signs for the office above: whether there is anything to sign, and signing it.

use std::collections::{BTreeMap, BTreeSet};

use cunping_core::{
    bundle::Kind,
    id::{Digest, UnitCode},
    pack::{Level, Pack},
};
use cunping_text::{kind, lang::Lang, term, ui::export, ui::rollup as words, when};
use leptos::prelude::*;

use crate::{
    pages::township::TownshipView,
    panels::{signed, signed::SigningState},
    routes::Route,
    state::{
        App, bundles, bundles::Bundles, examined::Examined, inbox::scope, rollup, rollup::OfficeSum,
        township::CountedSubject,
    },
    store::Role,
};

/// Draws the card under the office's own table; `None` for a monitoring office, whose counting has no effect.
pub(super) fn own(view: &TownshipView) -> Option<AnyView> {
    if view.here.workplace.role == Role::Monitor {
        return None;
    }
    let scope = scope(&view.here, view.period)?;
    let (table, decided) = (view.table, Bundles::shared().of_kind(view.app, Kind::Recognition));
    let (responses, level) = (view.responses, view.level);
    let awarded = when::kind(view.period) == level.awarded_for;
    let sum = Memo::new(move |_| {
        let removed = if awarded { responses.with(|responses| responses.taken_back(level)) } else { BTreeMap::new() };
        decided.with(|examined| table.with(|table| OfficeSum::of_table(table, &rollup::decisions(examined), &removed)))
    });
    Some(card(view, view.level, &scope, sum))
}

/// Draws the card under a table. `sum` is what would be signed about `scope`.
pub(super) fn card(
    view: &TownshipView,
    level: &'static Level,
    scope: &CountedSubject,
    sum: Memo<OfficeSum>,
) -> AnyView {
    let (lang, pack) = (view.lang, view.here.pack);
    let bundles = Bundles::shared();
    let before = bundles.of_kind(view.app, Kind::Rollup);
    let (id, to) =
        (format!("sum-{}", level.id), words::to(lang, &term::receiver(lang, pack, view.here.workplace.unit.level())));
    let outcome = RwSignal::new(SigningState::Idle);
    let (app, workplace, about) = (view.app, view.here.workplace.clone(), scope.clone());
    let sign = move |_| {
        let Some(at) = bundles::now() else { return };
        let overlays = in_force(app, pack, level);
        let rollup = sum.with_untracked(|sum| sum.signed_by(&workplace, (pack, level), about.period, &overlays, at));
        let name = kind::file_name(Lang::Zh, Kind::Rollup, &workplace.unit_name, &about.period.to_string());
        signed::sign_and_show((app, bundles), workplace.clone(), (rollup.into(), name), outcome);
    };
    let about = scope.clone();
    let unit = view.here.workplace.unit;
    let state = move || before.with(|signed| sum.with(|sum| standing(lang, (&about, unit), signed, sum)));
    let empty = move || sum.with(|sum| sum.children.is_empty());
    let about = scope.clone();
    let label = move || {
        let again = before.with(|before| rollup::last(before, &about, unit).is_some());
        if again { words::again(lang) } else { words::sign(lang) }
    };
    any_view! {
        <section class="card stack no-print" aria-labelledby=id>
            <h2 id=id.clone()>{words::heading(lang, term::unit(lang, pack, level.unit))}{award(pack, level)}</h2>
            {move || if empty() {
                any_view! { <p>{words::nothing(lang)}</p> }
            } else {
                any_view! {
                    <p>{to.clone()}</p>
                    <p class="soft small">{words::hint(lang)}</p>
                    {state.clone()}
                    {move || signed::waiting(lang, &outcome.get())}
                    <p><button type="button" on:click=sign.clone()>{label.clone()}</button></p>
                }
            }}
        </section>
    }
}

/// Names the award, if the document gives several to units of this kind.
pub(super) fn award(pack: &Pack, level: &'static Level) -> Option<AnyView> {
    let several = pack.levels.iter().filter(|it| it.unit == level.unit).count() > 1;
    several.then(|| any_view! { " · "<span lang="zh-Hans">{level.title.as_str()}</span> })
}

/// Returns the overlays that the counted files may rest on.
fn in_force(app: App, pack: &Pack, level: &Level) -> BTreeSet<Digest> {
    app.register.with_untracked(|register| {
        let overlays = register.overlays_of(&pack.id).into_iter();
        overlays.filter(|overlay| overlay.bears_on(pack, level)).map(|overlay| overlay.digest).collect()
    })
}

/// Draws which roll-up was signed last, and whether it still holds; `None` before the first.
fn standing(
    lang: Lang,
    (scope, unit): (&CountedSubject, UnitCode),
    signed: &[Examined],
    sum: &OfficeSum,
) -> Option<AnyView> {
    let (bundle, last) = rollup::last(signed, scope, unit)?;
    let day = when::day(lang, bundle.record.first_seen.day);
    let told = words::last(lang, &day, &export::sequence_of(lang, u64::from(bundle.record.sequence)));
    let holds = sum.is_said_by(last);
    let to = Route::Sent(bundle.record.digest).to_string();
    Some(any_view! {
        <p>{told}" "{if holds { words::unchanged(lang) } else { words::changed(lang) }}" "
            <a href=to>{words::open(lang)}</a></p>
    })
}
