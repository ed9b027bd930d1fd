//! Receipts for the files of a period: one choice for each file, all signed together as one file.

use cunping_core::{
    bundle::{DecisionReason, Kind, LinePosition, Receipt, ReceiptAnswer},
    days::Day,
    id::Digest,
    pack::HandsIn,
};
use cunping_text::{problem, receipt, ui::common, ui::receipt as words, ui::township, when};
use leptos::prelude::*;

use crate::{
    components::{choice_row::Radios, choice_row::RowOption, mark::Mark, text_field::TextField, typed_day::TypedDay},
    drafts::{fields, fields::TypedFields},
    pages::desk::DeskView,
    panels::{passphrase, signed},
    state::{App, bundles, roster, township::Stand},
    store::FileRecord,
};

const ANSWERS: [&str; 3] = ["received", "returned", "accepted"];

/// A file to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FileToAnswer {
    record: FileRecord,
    name: String,
    /// True if the file stands for its unit in the table.
    counted: bool,
    answered: Option<Receipt>,
}

/// What is typed: the last day, and for each file the answer and the reason. It survives a reload.
#[derive(Clone, Copy)]
struct TypedReceipts {
    app: App,
    fields: RwSignal<TypedFields>,
    place: StoredValue<String>,
    /// The last day that the document sets; empty where it sets none.
    due: StoredValue<String>,
}

const DUE: &str = "due";
/// Prefix of a typed day, so that an emptied field differs from an untouched one.
const TOUCHED: &str = "=";

impl TypedReceipts {
    fn of(view: &DeskView, due: String) -> Self {
        let place = format!("receipts/{}/{}/{}", view.here.pack.id, view.level.id, view.period);
        Self {
            app: view.app,
            fields: view.app.fields(&place),
            place: StoredValue::new(place),
            due: StoredValue::new(due),
        }
    }

    fn change(self, change: impl FnOnce(&mut TypedFields)) {
        self.place.with_value(|place| self.app.type_in(place, self.fields, change));
    }

    fn due(self) -> String {
        let typed = self.fields.with(|fields| fields::get(fields, DUE).strip_prefix(TOUCHED).map(str::to_owned));
        typed.unwrap_or_else(|| self.due.get_value())
    }

    fn answer(self, file: Digest) -> Option<String> {
        self.fields
            .with(|fields| Some(fields::get(fields, &answer_to(file)).to_owned()).filter(|answer| !answer.is_empty()))
    }

    fn why(self, file: Digest) -> String {
        self.fields.with(|fields| fields::get(fields, &reason_for(file)).to_owned())
    }

    /// Returns the reason as typed if the file is to be returned.
    fn returns_for(self, row: &FileToAnswer) -> Option<String> {
        let file = row.record.digest;
        (self.answer(file).as_deref() == Some("returned")).then(|| self.why(file))
    }
}

fn answer_to(file: Digest) -> String {
    format!("answer/{file}")
}

fn reason_for(file: Digest) -> String {
    format!("why/{file}")
}

/// Draws the section.
pub(super) fn section(view: &DeskView) -> AnyView {
    let (lang, pack) = (view.lang, view.here.pack);
    let due = pack.due(&view.level.id, HandsIn::Assessment, view.period).map(|(day, _)| day.to_string());
    let typed = TypedReceipts::of(view, due.unwrap_or_default());
    let outcome = RwSignal::new(signed::SigningState::Idle);
    let of = view.clone();
    let rows = Memo::new(move |_| rows(&of));
    // Redrawn only when the day changes, not with every letter of a reason.
    let last = Memo::new(move |_| when::typed_day(&typed.due()));
    let late = move || {
        let last = last.get();
        rows.with(|rows| rows.iter().filter(|row| last.is_some_and(|last| row.record.first_seen.day > last)).count())
    };
    let faulty = Memo::new(move |_| {
        let due = typed.due();
        let no_day = !due.trim().is_empty() && when::typed_day(&due).is_none();
        let silent = |row: &FileToAnswer| typed.returns_for(row).is_some_and(|why| why.trim().is_empty());
        no_day || rows.with(|rows| rows.iter().any(silent))
    });
    let personal = Memo::new(move |_| {
        let held = |row: &FileToAnswer| typed.returns_for(row).and_then(|why| problem::in_text(lang, &why)).is_some();
        rows.with(|rows| rows.iter().any(held))
    });
    let hint = move || match (personal.get(), faulty.get()) {
        (true, _) => Some(common::number_in_text(lang)),
        (false, true) => Some(words::faulty(lang)),
        (false, false) => None,
    };
    let none = Memo::new(move |_| rows.with(|rows| rows.iter().all(|row| typed.answer(row.record.digest).is_none())));
    let of = view.clone();
    let sign = move |_| {
        let last = last.get_untracked();
        let said = |row: &FileToAnswer| {
            let file = row.record.digest;
            Some((typed.answer(file)?, typed.why(file)))
        };
        let made: Vec<signed::ToSign> =
            untrack(|| rows.with(|rows| rows.iter().filter_map(|row| made(&of, row, &said(row)?, last)).collect()));
        if made.is_empty() {
            return;
        }
        let workplace = of.here.workplace.clone();
        let name = words::file_name(lang, &of.here.pack.source.short, &workplace.unit_name, &of.period.to_string());
        // The last day also holds for files still to come, so it is kept.
        let left = typed.fields.with_untracked(|fields| {
            let due = fields.iter().filter(|(field, _)| *field == DUE);
            due.map(|(field, text)| (field.clone(), text.clone())).collect()
        });
        let done = typed.app.once_signed(typed.place.get_value(), typed.fields, left);
        signed::sign((of.app, of.bundles), workplace, (made, Vec::new()), name, outcome, done);
    };
    let any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    let suggest = move |_| {
        rows.with_untracked(|rows| {
            let open = rows.iter().filter(|row| row.answered.is_none());
            typed.change(|all| {
                open.for_each(|row| fields::set(all, &answer_to(row.record.digest), "received".to_owned()))
            });
        });
    };
    let of = view.clone();
    let list = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return any_view! { <p>{words::nothing_to_answer(lang)}</p> };
        }
        let rows = rows.into_iter().map(|row| one(&of, row, typed, last.get())).collect_view();
        any_view! { <ul class="plain stack">{rows}</ul> }
    };
    let type_due = move |text: String| typed.change(|all| fields::set(all, DUE, format!("{TOUCHED}{text}")));
    any_view! {
        <section class="card stack" aria-labelledby="receipts">
            <h2 id="receipts">{words::heading(lang)}</h2>
            <p class="soft">{words::answer_all_hint(lang)}</p>
            <p>{move || words::how_many(lang, rows.with(Vec::len), late())}</p>
            <TypedDay lang id="due" label=words::due(lang) hint=words::due_hint(lang) text=Signal::derive(move || typed.due())
                latest=None on_type=type_due />
            {move || any.get().then(|| view! {
                <p class="row no-print"><button type="button" on:click=suggest>{words::all_received(lang)}</button></p>
            })}
            {list}
            <div class="stack no-print">
                {passphrase::asked_before_signing(view.app, lang, &view.here.workplace)}
                <p role="status">{hint}</p>
                <p><button type="button" class="primary" disabled=move || faulty.get() || personal.get() || none.get() on:click=sign>{words::answer_all(lang)}</button></p>
                {signed::outcome(lang, words::signed_now(lang), words::answer_all_hint(lang), outcome)}
            </div>
        </section>
    }
}

fn rows(view: &DeskView) -> Vec<FileToAnswer> {
    view.app.files.with(|files| {
        view.responses.with(|responses| {
            view.table.with(|table| {
                let of_line = |line: &crate::state::township::UnitLine| {
                    let (name, stand) = (line.name.clone(), line.stand);
                    let row = |filed: &crate::state::township::UnitFile| {
                        let digest = filed.digest();
                        let record = files.iter().find(|file| file.digest == digest)?.clone();
                        let answered = responses.answer(digest).cloned();
                        Some(FileToAnswer {
                            record,
                            name: name.clone(),
                            counted: stand == Stand::Counted(digest),
                            answered,
                        })
                    };
                    line.files.iter().filter_map(row).collect::<Vec<_>>()
                };
                table.lines.iter().flat_map(of_line).collect()
            })
        })
    })
}

fn one(view: &DeskView, row: FileToAnswer, typed: TypedReceipts, last: Option<Day>) -> AnyView {
    let lang = view.lang;
    let digest = row.record.digest;
    let seen = row.record.first_seen.day;
    let timely = match last {
        None => cunping_core::bundle::Timely::NoDeadline,
        Some(last) if seen <= last => cunping_core::bundle::Timely::Met,
        Some(_) => cunping_core::bundle::Timely::Late,
    };
    let told = receipt::in_time(lang, seen, last, timely);
    let answered = row.answered.as_ref().map(|receipt| view! { <Mark mark=receipt::answer(lang, &receipt.answer) /> });
    let answered =
        answered.map_or_else(|| any_view! { <span class="soft">{words::unanswered(lang)}</span> }, IntoAny::into_any);
    let out = (!row.counted)
        .then(|| view! { <p class="notice open">{township::out(lang)}" "{words::suggested_return(lang)}</p> });
    let holds = Signal::derive(move || typed.answer(digest));
    let choose = move |key: String| typed.change(|all| fields::set(all, &answer_to(digest), key));
    let returns = Memo::new(move |_| holds.with(|holds| holds.as_deref() == Some("returned")));
    let id = format!("why-{digest}");
    let why = move || {
        let type_why = move |text| typed.change(|all| fields::set(all, &reason_for(digest), text));
        let text = Signal::derive(move || typed.why(digest));
        returns.get().then(|| {
            view! {
                <TextField lang id=id.clone() label=words::reason(lang) value=text on_type=type_why longest=500 rows=2 />
            }
        })
    };
    let word = |key: &&str| {
        let answer = answer_of(key, "-")?;
        Some(RowOption::new(key, receipt::answer(lang, &answer).word, ""))
    };
    let choices = ANSWERS.iter().filter_map(word).collect();
    let legend = format!("{} {}", row.name, words::choose(lang));
    any_view! {
        <li class="stack">
            <p><strong>{row.name}</strong>" "{cunping_text::ui::export::sequence_of(lang, u64::from(row.record.sequence))}" "{answered}</p>
            <p class="soft">{told}</p>
            {out}
            <div class="stack no-print">
                <Radios legend name=format!("answer-{digest}") choices chosen=holds on_choose=choose />
                {why}
            </div>
        </li>
    }
}

fn answer_of(key: &str, why: &str) -> Option<ReceiptAnswer> {
    Some(match key {
        "received" => ReceiptAnswer::Received,
        "accepted" => ReceiptAnswer::Accepted,
        "returned" => ReceiptAnswer::Returned(vec![DecisionReason { criterion: None, text: why.trim().to_owned() }]),
        _ => return None,
    })
}

fn made(
    view: &DeskView,
    row: &FileToAnswer,
    (key, why): &(String, String),
    due: Option<Day>,
) -> Option<signed::ToSign> {
    let workplace = &view.here.workplace;
    let made = Receipt {
        stated: roster::stated(workplace, Kind::Receipt, bundles::now()?),
        place: LinePosition::FIRST,
        unit: row.record.unit,
        unit_name: row.name.clone(),
        file: row.record.digest,
        kind: Kind::Assessment,
        first_seen: row.record.first_seen.day,
        due,
        answer: answer_of(key, why)?,
    };
    let name = words::file_name(view.lang, &view.here.pack.source.short, &row.name, &view.period.to_string());
    Some((made.into(), name))
}
