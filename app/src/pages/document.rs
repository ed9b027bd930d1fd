//! The screen of a document as data: what it asks, how it is read, what is due when. The outline comes from `office`.

mod overlay_form;
mod overlays;

use cunping_core::pack::Pack;
use cunping_text::{
    lang::Lang,
    outline::{LabeledText, OutlineEntry, OutlineSection, outline},
    ui::{common, document as words, print},
};
use leptos::prelude::*;

use crate::{
    browser, clock,
    panels::{edition, published},
    routes::Route,
    state::{App, documents},
};

/// Draws the document with a table of contents and a search box; its blank forms can be opened from here if `forms` is
/// true.
pub(super) fn screen(lang: Lang, pack: &'static Pack, forms: bool) -> AnyView {
    let area = pack.source.area;
    let area = format!("{} {area}", documents::area(lang, area));
    let sections = StoredValue::new(outline(lang, pack, &area, clock::today()));
    let needle = RwSignal::new(String::new());
    let count = Memo::new(move |_| sections.with_value(|all| needle.with(|needle| count(all, needle))));
    let contents = sections.with_value(|all| {
        let listed = all.iter().map(|section| (anchor(&section.id), section.title.clone()));
        let forms = (!pack.forms.is_empty()).then(|| (anchor(FORMS), words::forms(lang).to_owned()));
        listed.chain(forms).collect::<Vec<_>>()
    });
    any_view! {
        <div class="page document">
            {published::back(lang)}
            <h1 tabindex="-1" lang="zh-Hans">{pack.source.title.as_str()}</h1>
            {published::mark(lang, pack)}
            {move || offer(lang, pack)}
            {search(lang, needle, count)}
            {table_of_contents(lang, contents, needle)}
            {overlays::supplements(lang, pack)}
            {sections.get_value().into_iter().map(|section| part(lang, section, needle)).collect_view()}
            {(!pack.forms.is_empty()).then(|| blank_forms(lang, pack, forms))}
        </div>
    }
}

/// Offers the newer edition of the document; `None` unless the workplace follows this one.
fn offer(lang: Lang, pack: &'static Pack) -> Option<AnyView> {
    let app = App::shared();
    let here = app.here().filter(|here| std::ptr::eq(here.pack, pack))?;
    Some(edition::offer(app, lang, &here))
}

const FORMS: &str = "forms";

/// Counts the entries that contain the search text.
fn count(all: &[OutlineSection], needle: &str) -> usize {
    all.iter().flat_map(|section| &section.entries).filter(|entry| entry.holds(needle)).count()
}

/// Draws the search box and the number of entries found.
fn search(lang: Lang, needle: RwSignal<String>, count: Memo<usize>) -> AnyView {
    let searching = move || needle.with(|needle| !needle.trim().is_empty());
    let said = move || {
        let count = count.get();
        searching().then(|| if count == 0 { words::nothing_found(lang).to_owned() } else { words::found(lang, count) })
    };
    let all = move || {
        searching().then(|| {
            view! {
                <button type="button" on:click=move |_| needle.set(String::new())>{words::show_all(lang)}</button>
            }
        })
    };
    any_view! {
        <div class="document-search no-print">
            <p><label for="find">{words::find(lang)}</label></p>
            <p class="row">
                <input id="find" type="search" autocomplete="off" placeholder=words::find_hint(lang) prop:value=needle
                    on:input=move |event| needle.set(event_target_value(&event)) />
                {all}
                <button type="button" on:click=|_| browser::print()>{common::print(lang)}</button>
            </p>
            <p role="status">{said}</p>
        </div>
    }
}

/// Draws the headings of the sections as buttons; each shows all entries again and moves the focus to its section.
fn table_of_contents(lang: Lang, contents: Vec<(String, String)>, needle: RwSignal<String>) -> AnyView {
    let go = move |id: String| {
        needle.set(String::new());
        request_animation_frame(move || browser::focus_id(&id));
    };
    let item = move |(id, title): (String, String)| {
        view! { <li><button type="button" class="quiet" on:click=move |_| go(id.clone())>{title}</button></li> }
    };
    any_view! {
        <nav class="document-contents no-print" aria-label=words::contents(lang)>
            <h2 id="contents" tabindex="-1">{words::contents(lang)}</h2>
            <ul>{contents.into_iter().map(item).collect_view()}</ul>
        </nav>
    }
}

/// Draws one section; hidden while none of its entries contains the search text.
fn part(lang: Lang, section: OutlineSection, needle: RwSignal<String>) -> AnyView {
    let entries = StoredValue::new(section.entries.clone());
    let nothing = move || needle.with(|needle| entries.with_value(|all| all.iter().all(|entry| !entry.holds(needle))));
    let hint = (!section.hint.is_empty()).then(|| view! { <p class="soft">{section.hint}</p> });
    any_view! {
        <section class="document-part" hidden=nothing>
            <h2 id=anchor(&section.id) tabindex="-1">{section.title}</h2>
            {hint}
            {section.entries.into_iter().map(|item| entry(lang, item, needle)).collect_view()}
            {back_up(lang)}
        </section>
    }
}

/// Draws the list of the document's forms, to be printed blank.
fn blank_forms(lang: Lang, pack: &'static Pack, open: bool) -> AnyView {
    let form = |form: &'static cunping_core::pack::Form| {
        let to = Route::BlankForm(form.id.clone()).to_string();
        view! {
            <li>
                <span lang="zh-Hans">{form.annex.as_str()}" "{form.title.as_str()}</span>" "
                {open.then(|| view! { <a href=to>{print::blank(lang)}</a> })}
            </li>
        }
    };
    any_view! {
        <section class="document-part no-print">
            <h2 id=anchor(FORMS) tabindex="-1">{words::forms(lang)}</h2>
            <ul>{pack.forms.iter().map(form).collect_view()}</ul>
            {back_up(lang)}
        </section>
    }
}

fn back_up(lang: Lang) -> AnyView {
    let up = |_| browser::focus_id("contents");
    any_view! { <p class="no-print"><button type="button" class="quiet small" on:click=up>{words::to_contents(lang)}</button></p> }
}

/// Draws one entry; hidden while it does not contain the search text.
fn entry(lang: Lang, entry: OutlineEntry, needle: RwSignal<String>) -> AnyView {
    let whole = entry.clone();
    let other = move || needle.with(|needle| !whole.holds(needle));
    let title = (!entry.title.is_empty()).then(|| view! { <h3>{entry.title}</h3> });
    let clause = (!entry.clause.is_empty())
        .then(|| view! { <p class="soft small">{common::clause_of(lang, &entry.clause)}</p> });
    let reading = common::our_reading(lang);
    let line = move |line: LabeledText| {
        let class = if line.label == reading { "document-line document-reading" } else { "document-line" };
        let label = (!line.label.is_empty()).then(|| view! { <dt>{line.label}</dt> });
        view! { <div class=class>{label}<dd>{line.text}</dd></div> }
    };
    any_view! { <article class="document-entry" hidden=other>{title}{clause}<dl>{entry.lines.into_iter().map(line).collect_view()}</dl></article> }
}

/// Returns the id of a section's HTML element.
fn anchor(id: &str) -> String {
    format!("part-{id}")
}
