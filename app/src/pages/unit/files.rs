//! All files of a unit about a period, including superseded and removed ones.

use cunping_core::bundle::{Axis, groups};
use cunping_text::{finding, finding::Finality, ui::export, ui::unit, when};
use leptos::prelude::*;

use crate::{
    clock,
    components::{
        mark::Mark,
        state_note::{StateNote, Weight},
    },
    pages::unit::UnitView,
    panels::notes::notes,
    state::township::Stand,
    store::{Direction, FileRecord},
};

/// Draws the list; nothing if there are no files.
pub(super) fn section(view: &UnitView) -> AnyView {
    let view = view.clone();
    let lang = view.lang;
    let of_unit = view.clone();
    let files = Memo::new(move |_| {
        let ours = |file: &&FileRecord| {
            let received = file.direction == Direction::Received && file.unit == of_unit.unit;
            received && file.assesses(&of_unit.here.pack.id, &of_unit.level.id, of_unit.period)
        };
        let mut files: Vec<FileRecord> = of_unit.app.files.with(|files| files.iter().filter(ours).cloned().collect());
        files.sort_by(|a, b| (b.sequence, a.first_seen.ms, a.digest).cmp(&(a.sequence, b.first_seen.ms, b.digest)));
        files
    });
    let any = move || files.with(|files| !files.is_empty());
    let list = move || {
        let view = view.clone();
        view! {
            <section class="stack no-print" aria-labelledby="files">
                <h2 id="files">{unit::files(lang)}</h2>
                <ul class="unit-files">{move || files.get().into_iter().map(|record| file(&view, record)).collect_view()}</ul>
            </section>
        }
    };
    any_view! { {move || any().then(list.clone())} }
}

fn file(view: &UnitView, file: FileRecord) -> AnyView {
    let (app, inbox, lang, chosen) = (view.app, view.inbox, view.lang, view.chosen);
    let digest = file.digest;
    let line = view.line();
    let counted = line.as_ref().is_some_and(|line| line.stand == Stand::Counted(digest));
    let filed = line.and_then(|line| line.files.into_iter().find(|filed| filed.digest() == digest));
    let word = match (file.hidden, counted) {
        (true, _) => unit::removed(lang),
        (false, true) => unit::counted(lang),
        (false, false) => unit::not_counted(lang),
    };
    let signed =
        inbox.sheets.with_untracked(|sheets| sheets.get(&digest).map(|sheet| when::moment(lang, sheet.stated_at)));
    let signed = signed.map(|text| view! { <dt>{unit::signed_at(lang)}</dt><dd>{text}</dd> });
    let voice = Finality::of(view.level, view.period);
    let found = filed.as_ref().and_then(|filed| filed.sheet.evaluation.as_ref()).map(|evaluation| {
        let mark = finding::verdict(lang, voice, evaluation.verdict);
        view! { <dt>{unit::recomputed(lang)}</dt><dd><Mark mark /></dd> }
    });
    let found_notes = filed.map(|filed| notes(lang, view.level, &filed.states())).unwrap_or_default().into_iter();
    let told = found_notes
        .filter(|(axis, _, note)| *axis == Axis::Supersession || matches!(note.weight, Weight::LookAt | Weight::Out))
        .map(|(_, _, note)| view! { <StateNote note /> });
    let shown = view.clone();
    let is_shown = move || shown.shown() == Some(digest);
    let hidden = file.hidden;
    let (seen, name, sequence) = (file.first_seen, file.file_name.clone(), u64::from(file.sequence));
    let acts = move || {
        let file = file.clone();
        if hidden {
            let act = move |_| inbox.bring_back(app, file.clone());
            any_view! { <button type="button" on:click=act>{unit::bring_back(lang)}</button> }
        } else {
            let act = move |_| inbox.remove(app, file.clone());
            let show = if is_shown() {
                any_view! { <span>{unit::shown_file(lang)}</span> }
            } else {
                any_view! { <button type="button" on:click=move |_| chosen.set(Some(digest))>{unit::show_file(lang)}</button> }
            };
            any_view! { {show}<button type="button" class="danger" on:click=act>{unit::remove_file(lang)}</button> }
        }
    };
    any_view! {
        <li class="card stack">
            <p><strong>{export::sequence_of(lang, sequence)}</strong>" "{word}</p>
            {told.collect_view()}
            <dl class="pairs">
                {found}
                {signed}
                <dt>{unit::first_seen(lang)}</dt><dd>{when::day(lang, seen.day)}" "{clock::time(seen.ms)}</dd>
                <dt>{export::digest(lang)}</dt><dd class="digest">{groups(digest)}</dd>
                <dt>{unit::file_name(lang)}</dt><dd class="file-name">{name}</dd>
            </dl>
            <div class="row">{acts}</div>
        </li>
    }
}
