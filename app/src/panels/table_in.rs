//! A table that comes back from a spreadsheet: pasted or opened, looked at, taken in whole by one press, with its undo.
//! What a table means, whoever uses the panel says.

use std::sync::Arc;

use cunping_core::received::is_archive;
use cunping_text::{lang::Lang, problem::Problem, ui::common};
use leptos::{prelude::*, task::spawn_local};
use web_sys::File;

use crate::{
    browser, code_page,
    components::{
        done_note::{DoneAction, DoneNote},
        file_button::file_button,
        problem::Problem as ProblemBox,
    },
};

/// At most this many lines of a table are listed.
const LISTED: usize = 200;

/// At most this many faults are drawn: nobody mends more at once.
const FAULTS: usize = 20;

/// What taking in a table would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TableChange<T> {
    /// One sentence that says it.
    pub(crate) would: String,
    /// One line for each thing that changes; empty if nothing does.
    pub(crate) lines: Vec<String>,
    /// One sentence for when it is done.
    pub(crate) done: String,
    /// What is done and undone.
    pub(crate) change: T,
}

/// What a table would change, or every place that does not fit, with what stands before it.
type TableLook<T> = Result<TableChange<T>, Vec<(String, Problem)>>;

type TableReading<T> = Arc<dyn Fn(&str) -> TableLook<T> + Send + Sync>;

type TableApplying<T> = Arc<dyn Fn(&T, bool) + Send + Sync>;

/// The words and acts of one kind of table.
#[derive(Clone)]
pub(crate) struct TableIn<T> {
    /// The id of the field.
    pub(crate) id: &'static str,
    /// What the panel is for.
    pub(crate) summary: &'static str,
    /// How to get a table here.
    pub(crate) hint: &'static str,
    /// What the button that takes it in is called.
    pub(crate) take: &'static str,
    /// Reads a table.
    pub(crate) read: TableReading<T>,
    /// Does or, with `false`, undoes a change.
    pub(crate) apply: TableApplying<T>,
}

/// Draws the panel, folded.
pub(crate) fn table_in<T: Clone + Send + Sync + 'static>(lang: Lang, of: TableIn<T>) -> AnyView {
    let text = RwSignal::new(String::new());
    let looked = RwSignal::new(None::<TableLook<T>>);
    let last = RwSignal::new(None::<TableChange<T>>);
    let (read, apply) = (of.read.clone(), of.apply.clone());
    let look = move |_| looked.set(Some(read(&text.get_untracked())));
    let read = of.read.clone();
    let opened = move |file: File| {
        let read = read.clone();
        spawn_local(async move {
            let found = match browser::bytes_of(file).await {
                Some(bytes) if is_archive(&bytes) || bytes.starts_with(OLD_OFFICE) => Err(workbook(lang)),
                Some(bytes) => code_page::text(&bytes).ok_or_else(|| not_read(lang)),
                None => Err(not_read(lang)),
            };
            let found = found.map_err(|problem| vec![(String::new(), problem)]).and_then(|text| read(&text));
            let _gone = looked.try_set(Some(found));
        });
    };
    // What was looked at is no longer what stands there.
    let typed = move |event| {
        text.set(event_target_value(&event));
        looked.set(None);
    };
    let take = move |change: TableChange<T>| {
        apply(&change.change, true);
        last.set(Some(change));
        looked.set(None);
        text.set(String::new());
    };
    let label = of.take;
    let drawn = move || {
        looked.get().map(|looked| match looked {
            Ok(change) => preview(lang, label, change, take.clone()),
            Err(problems) => refused(lang, &problems),
        })
    };
    let done = Signal::derive(move || last.get().map(|it| DoneAction { text: it.done, lines: it.lines }));
    let undo = move |()| {
        if let Some(change) = last.get_untracked() {
            (of.apply)(&change.change, false);
            last.set(None);
        }
    };
    any_view! {
        <DoneNote lang done on_undo=undo />
        <details class="table-in no-print">
            <summary>{of.summary}</summary>
            <div class="stack">
                <p id=format!("{}-hint", of.id) class="soft">{of.hint}</p>
                <textarea id=of.id rows="5" spellcheck="false" aria-label=common::table_pasted(lang) aria-describedby=format!("{}-hint", of.id)
                    prop:value=text on:input=typed></textarea>
                <p class="row">
                    <button type="button" on:click=look>{common::table_look(lang)}</button>
                    {file_button(common::table_open(lang), ".csv,.txt,.tsv,text/csv,text/plain", opened)}
                </p>
                <div class="stack" role="status">{drawn}</div>
            </div>
        </details>
    }
}

/// How documents of Office before 2007, and of WPS, begin (MS-CFB).
const OLD_OFFICE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

fn workbook(lang: Lang) -> Problem {
    Problem { what: common::table_workbook(lang).to_owned(), advice: common::table_workbook_do(lang).to_owned() }
}

fn not_read(lang: Lang) -> Problem {
    Problem { what: common::table_not_read(lang).to_owned(), advice: common::table_not_read_do(lang).to_owned() }
}

fn preview<T: Clone + Send + Sync + 'static>(
    lang: Lang,
    label: &'static str,
    change: TableChange<T>,
    take: impl Fn(TableChange<T>) + Send + Sync + 'static,
) -> AnyView {
    if change.lines.is_empty() {
        return any_view! { <p>{change.would}</p> };
    }
    let lines =
        change.lines.iter().take(LISTED).map(|line| view! { <li lang="zh-Hans">{line.clone()}</li> }).collect_view();
    let left = change.lines.len().saturating_sub(LISTED);
    let left = (left > 0).then(|| view! { <p>{common::more_lines(lang, left)}</p> });
    let would = change.would.clone();
    let take = move |_| take(change.clone());
    any_view! {
        <p><strong>{would}</strong></p>
        <ul>{lines}</ul>
        {left}
        <p><button type="button" class="primary" on:click=take>{label}</button></p>
    }
}

fn refused(lang: Lang, problems: &[(String, Problem)]) -> AnyView {
    let one = |(place, problem): &(String, Problem)| {
        let what = format!("{place}{}", problem.what);
        view! { <ProblemBox what todo=problem.advice.clone() /> }
    };
    let left = problems.len().saturating_sub(FAULTS);
    any_view! {
        <p><strong>{common::table_not_taken(lang)}</strong></p>
        {problems.iter().take(FAULTS).map(one).collect_view()}
        {(left > 0).then(|| view! { <p>{common::more_lines(lang, left)}</p> })}
    }
}
