//! Answers to the files of a period: one choice a file, signed together as one file. Knows no decision.

use std::collections::BTreeMap;

use cunping_core::{
    bundle::{Answer, Kind, Place, Reason, Receipt},
    days::Day,
    id::Digest,
    pack::HandsIn,
};
use cunping_office::{
    problem, receipt,
    ui::{common, receipt as words, township},
};
use leptos::prelude::*;

use super::View;
use crate::{
    components::{choice_row::Choice, mark::Mark, radio::Radios, text_field::TextField},
    pages::{passphrase, signed},
    state::{mail, roster, township::Stand},
    store::FileRecord,
};

const ANSWERS: [&str; 3] = ["received", "returned", "accepted"];

/// A file to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    record: FileRecord,
    name: String,
    /// Whether it stands for its unit in the table.
    counted: bool,
    answered: Option<Receipt>,
}

/// What was chosen for a file: the answer, and why.
type Chosen = BTreeMap<Digest, (String, String)>;

/// The section.
pub(super) fn section(view: &View) -> AnyView {
    let (lang, pack) = (view.lang, view.here.pack);
    let due = pack.due(&view.level.id, HandsIn::Assessment, view.period).map(|(day, _)| day.to_string());
    let (due, chosen) = (RwSignal::new(due.unwrap_or_default()), RwSignal::new(Chosen::new()));
    let outcome = RwSignal::new(signed::Outcome::Idle);
    let of = view.clone();
    let rows = Memo::new(move |_| rows(&of));
    let last = move || due.with(|it| it.parse::<Day>().ok());
    let late = move || {
        let last = last();
        rows.with(|rows| rows.iter().filter(|it| last.is_some_and(|last| it.record.first_seen.day > last)).count())
    };
    let faulty = Memo::new(move |_| {
        due.with(|it| !it.trim().is_empty() && it.parse::<Day>().is_err())
            || chosen.with(|all| all.values().any(|(answer, why)| answer == "returned" && why.trim().is_empty()))
    });
    let personal = Memo::new(move |_| {
        chosen.with(|all| {
            let held = |(answer, why): &(String, String)| answer == "returned" && problem::in_text(lang, why).is_some();
            all.values().any(held)
        })
    });
    let hint = move || match (personal.get(), faulty.get()) {
        (true, _) => Some(common::number_in_text(lang)),
        (false, true) => Some(words::faulty(lang)),
        (false, false) => None,
    };
    let of = view.clone();
    let sign = move |_| {
        let last = last();
        let made: Vec<signed::ToSign> = rows.with_untracked(|rows| {
            chosen.with_untracked(|all| {
                rows.iter().filter_map(|row| made(&of, row, all.get(&row.record.digest)?, last)).collect()
            })
        });
        if made.is_empty() {
            return;
        }
        let workplace = of.here.workplace.clone();
        let name = words::file_name(lang, &of.here.pack.source.short, &workplace.unit_name, &of.period.to_string());
        let kept = move || drop(chosen.try_set(Chosen::new()));
        signed::sign((of.app, of.mail), lang, workplace, made, name, outcome, kept);
    };
    let suggest = move |_| {
        rows.with_untracked(|rows| {
            let open = rows.iter().filter(|it| it.answered.is_none());
            chosen.set(open.map(|it| (it.record.digest, ("received".to_owned(), String::new()))).collect());
        });
    };
    let of = view.clone();
    let list = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p>{words::nothing_to_answer(lang)}</p> }.into_any();
        }
        rows.into_iter().map(|it| one(&of, it, chosen, last())).collect_view().into_any()
    };
    view! {
        <section class="card stack" aria-labelledby="receipts">
            <h2 id="receipts">{words::heading(lang)}</h2>
            <p class="soft">{words::answer_all_hint(lang)}</p>
            <p>{move || words::how_many(lang, rows.with(Vec::len), late())}</p>
            <div>
                <label for="due">{words::due(lang)}</label>
                <input id="due" type="text" inputmode="numeric" placeholder="2027-01-10" prop:value=due on:input=move |event| due.set(event_target_value(&event)) />
                <br /><span class="soft small">{words::due_hint(lang)}</span>
            </div>
            <p class="row"><button type="button" on:click=suggest>{words::all_received(lang)}</button></p>
            <ul class="plain stack">{list}</ul>
            {passphrase::asked_before_signing(view.app, lang, &view.here.workplace)}
            <p role="status">{hint}</p>
            <button type="button" class="primary" disabled=move || faulty.get() || personal.get() || chosen.with(BTreeMap::is_empty) on:click=sign>{words::answer_all(lang)}</button>
            {signed::outcome(lang, words::signed_now(lang), words::answer_all_hint(lang), outcome)}
        </section>
    }
    .into_any()
}

fn rows(view: &View) -> Vec<Row> {
    view.app.files.with(|files| {
        view.counsel.with(|counsel| {
            view.table.with(|table| {
                let of_line = |line: &crate::state::township::Line| {
                    let (name, stand) = (line.name.clone(), line.stand);
                    let row = |filed: &crate::state::township::Filed| {
                        let digest = filed.digest();
                        let record = files.iter().find(|it| it.digest == digest)?.clone();
                        let answered = counsel.answer(digest).cloned();
                        Some(Row { record, name: name.clone(), counted: stand == Stand::Counted(digest), answered })
                    };
                    line.files.iter().filter_map(row).collect::<Vec<_>>()
                };
                table.lines.iter().flat_map(of_line).collect()
            })
        })
    })
}

fn one(view: &View, row: Row, chosen: RwSignal<Chosen>, last: Option<Day>) -> AnyView {
    let lang = view.lang;
    let digest = row.record.digest;
    let seen = row.record.first_seen.day;
    let timely = match last {
        None => cunping_core::bundle::Timely::NoDeadline,
        Some(last) if seen <= last => cunping_core::bundle::Timely::Met,
        Some(_) => cunping_core::bundle::Timely::Late,
    };
    let told = receipt::in_time(lang, seen, last, timely);
    let answered = row.answered.as_ref().map(|it| view! { <Mark mark=receipt::answer(lang, &it.answer) /> });
    let answered = answered
        .map_or_else(|| view! { <span class="soft">{words::unanswered(lang)}</span> }.into_any(), IntoAny::into_any);
    let out = (!row.counted)
        .then(|| view! { <p class="notice open">{township::out(lang)}" "{words::suggested_return(lang)}</p> });
    let holds = Signal::derive(move || chosen.with(|all| all.get(&digest).map(|(answer, _)| answer.clone())));
    let choose = move |key: String| {
        chosen.update(|all| {
            let why = all.get(&digest).map(|(_, why)| why.clone()).unwrap_or_default();
            all.insert(digest, (key, why));
        });
    };
    let returns = Memo::new(move |_| holds.with(|it| it.as_deref() == Some("returned")));
    let id = format!("why-{digest}");
    let why = move || {
        let typed = move |text| chosen.update(|all| drop(all.insert(digest, ("returned".to_owned(), text))));
        let text = move || chosen.with(|all| all.get(&digest).map(|(_, why)| why.clone()).unwrap_or_default());
        returns.get().then(|| {
            view! {
                <TextField lang id=id.clone() label=words::reason(lang) value=Signal::derive(text) on_type=typed longest=500
                    rows=2 />
            }
        })
    };
    let word = |key: &&str| {
        let answer = answer_of(key, "-")?;
        Some(Choice::new(key, receipt::answer(lang, &answer).word, ""))
    };
    let choices = ANSWERS.iter().filter_map(word).collect();
    let legend = format!("{} {}", row.name, words::choose(lang));
    view! {
        <li class="stack">
            <p><strong>{row.name}</strong>" "{cunping_office::ui::export::sequence_of(lang, u64::from(row.record.sequence))}" "{answered}</p>
            <p class="soft">{told}</p>
            {out}
            <Radios legend name=format!("answer-{digest}") choices chosen=holds on_choose=choose />
            {why}
        </li>
    }
    .into_any()
}

fn answer_of(key: &str, why: &str) -> Option<Answer> {
    Some(match key {
        "received" => Answer::Received,
        "accepted" => Answer::Accepted,
        "returned" => Answer::Returned(vec![Reason { criterion: None, text: why.trim().to_owned() }]),
        _ => return None,
    })
}

fn made(view: &View, row: &Row, (key, why): &(String, String), due: Option<Day>) -> Option<signed::ToSign> {
    let workplace = &view.here.workplace;
    let made = Receipt {
        stated: roster::stated(workplace, Kind::Receipt, mail::now()?),
        place: Place::FIRST,
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
