//! The office's decision about a unit (认定): where the unit stands, whose turn it is, and signing one. Judges nothing.

use cunping_core::{
    bundle::{Decision, Kind, Order, PackRef, Place, Reason, Recognition, Settled, Subject, order, removal},
    id::{Digest, OfficeId},
};
use cunping_office::{
    problem, recognition,
    ui::{common, recognition as words},
    when,
};
use leptos::prelude::*;

use super::View;
use crate::{
    components::{choice_row::Choice, mark::Mark, radio::Radios, text_field::TextField},
    pages::{files, passphrase, signed},
    state::{counsel::decides_as, mail, roster, township::Stand},
};

const DECISIONS: [&str; 4] = ["qualified", "not-qualified", "returned", "removed"];

/// The section; nothing where the award is not given for the period.
pub(super) fn section(view: &View) -> Option<AnyView> {
    let (lang, level, pack) = (view.lang, view.level, view.here.pack);
    if when::kind(view.period) != level.awarded_for {
        return None;
    }
    let outcome = RwSignal::new(signed::Outcome::Idle);
    let of = view.clone();
    let stands = move || {
        let Some(file) = counted(&of) else {
            return view! { <p>{words::nothing_to_decide(lang)}</p> }.into_any();
        };
        let (settled, decisions) = of.counsel.with(|it| (it.stands(level, file), list(&of, it.on(file))));
        let stands = recognition::settled(lang, pack, &settled);
        view! {
            <p><Mark mark=stands.mark />" "{stands.sentence}</p>
            <p class="soft">{stands.next}</p>
            {decisions}
        }
        .into_any()
    };
    let waiting = view.clone();
    let waits = move || {
        let line = waiting.line()?;
        let waits =
            |it: &crate::state::township::Filed| matches!(it.chain, Some(cunping_core::bundle::Chain::Waits(_)));
        line.files
            .iter()
            .any(waits)
            .then(|| view! { <p class="notice open">{words::waiting_file(lang)}" "{words::let_in(lang)}</p> })
    };
    let of = view.clone();
    let form = move || {
        // What is typed here belongs to the file that counts, and goes with it.
        counted(&of).map(|file| form(&of, file, outcome))
    };
    Some(
        view! {
            <section class="card stack no-print" aria-labelledby="recognition">
                <h2 id="recognition">{words::heading(lang)}</h2>
                <p class="soft" lang="zh-Hans">{recognition::order(lang, pack, level)}</p>
                {stands}
                {waits}
                {form}
                {signed::outcome(lang, words::signed(lang), words::send_on(lang), outcome)}
            </section>
        }
        .into_any(),
    )
}

fn counted(view: &View) -> Option<Digest> {
    match view.line()?.stand {
        Stand::Counted(digest) => Some(digest),
        _ => None,
    }
}

fn list(view: &View, all: Vec<&Recognition>) -> Option<AnyView> {
    if all.is_empty() {
        return None;
    }
    let (lang, pack, level) = (view.lang, view.here.pack, view.level);
    let line = |it: &Recognition| {
        let by = words::decided(lang, recognition::name(pack, &it.office), &when::day(lang, it.stated.at.day()));
        let step = if let Decision::Removed(step) = &it.decision {
            pack.procedure.iter().find(|it| it.id == *step)
        } else {
            None
        };
        let step = step.map(|it| view! { <p>{words::step_of(lang, &it.title, &it.clause)}</p> });
        let reasons = recognition::reasons(lang, level, &it.reasons);
        view! {
            <li>
                <Mark mark=recognition::decision(lang, &it.decision) />" "{by}
                {reasons.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                {step}
            </li>
        }
    };
    let lines = all.into_iter().map(line).collect_view();
    Some(view! { <h3>{words::decisions(lang)}</h3><ul class="plain">{lines}</ul> }.into_any())
}

fn form(view: &View, file: Digest, outcome: RwSignal<signed::Outcome>) -> Option<AnyView> {
    let (lang, level, pack) = (view.lang, view.level, view.here.pack);
    let offices: Vec<OfficeId> = decides_as(pack, level, &view.here.workplace).into_iter().cloned().collect();
    let office = offices.first()?.clone();
    let (chosen, why) = (RwSignal::new(None::<String>), RwSignal::new(String::new()));
    let decided: Settled = view.counsel.with(|it| it.stands(level, file));
    let removable = removal(pack, level).is_some() && decided == Settled::Qualified;
    let choice = |key: &&str| {
        let decision = decision_of(view, key)?;
        (*key != "removed" || removable).then(|| Choice::new(key, recognition::decision(lang, &decision).word, ""))
    };
    let choices = DECISIONS.iter().filter_map(choice).collect();
    let (of, by) = (view.clone(), office.clone());
    let early = move || {
        of.counsel.with(|counsel| {
            let on = counsel.on(file);
            let decided: Vec<_> = on.iter().map(|it| (&it.office, &it.decision)).collect();
            match order(&by, level.decided_by(), &decided) {
                Order::InOrder => None,
                it => recognition::early(lang, pack, &it).map(|text| view! { <p class="notice open">{text}</p> }),
            }
        })
    };
    let needs = Memo::new(move |_| chosen.with(|it| it.as_deref().is_some_and(|it| it != "qualified")));
    let personal = Memo::new(move |_| why.with(|why| problem::in_text(lang, why).is_some()));
    let given = move || !needs.get() || !why.with(|it| it.trim().is_empty());
    let ready = Memo::new(move |_| chosen.with(Option::is_some) && given() && !personal.get());
    let field = move || {
        chosen.with(Option::is_some).then(|| {
            view! {
                <TextField lang id="why-decided" label=words::reason(lang) value=why on_type=move |text| why.set(text)
                    longest=500 rows=2 />
            }
        })
    };
    let hint = move || match (personal.get(), given()) {
        (true, _) => Some(common::number_in_text(lang)),
        (false, false) => Some(words::reason_missing(lang)),
        (false, true) => None,
    };
    let of = view.clone();
    let sign = move |_| {
        let Some(key) = chosen.get_untracked() else { return };
        let (of, office, typed, why) = (of.clone(), office.clone(), why, why.get_untracked());
        let app = of.app;
        app.undertake(async move {
            let Ok(opened) = files::open(app, vec![file]).await else { return };
            let Some(assessment) = opened.get(&file) else { return };
            if let Some((made, name)) = decision(&of, (file, assessment), &office, &key, &why) {
                signed::sign(
                    (of.app, of.mail),
                    lang,
                    of.here.workplace.clone(),
                    vec![(made.into(), name.clone())],
                    name,
                    outcome,
                    move || drop((chosen.try_set(None), typed.try_set(String::new()))),
                );
            }
        });
    };
    Some(
        view! {
            <div class="stack">
                {early}
                <Radios legend=words::choose(lang) name="decision" choices chosen on_choose=move |key: String| chosen.set(Some(key)) />
                {field}
                {passphrase::asked_before_signing(view.app, lang, &view.here.workplace)}
                <p role="status">{hint}</p>
                <button type="button" class="primary" disabled=move || !ready.get() on:click=sign>{words::sign(lang)}</button>
            </div>
        }
        .into_any(),
    )
}

fn decision_of(view: &View, key: &str) -> Option<Decision> {
    Some(match key {
        "qualified" => Decision::Qualified,
        "not-qualified" => Decision::NotQualified,
        "returned" => Decision::Returned,
        _ => Decision::Removed(removal(view.here.pack, view.level)?.id.clone()),
    })
}

fn decision(
    view: &View,
    (file, assessment): (Digest, &cunping_core::bundle::Assessment),
    office: &OfficeId,
    key: &str,
    why: &str,
) -> Option<(Recognition, String)> {
    let workplace = &view.here.workplace;
    let why = why.trim();
    let reasons = if why.is_empty() { Vec::new() } else { vec![Reason { criterion: None, text: why.to_owned() }] };
    let about = |it: &cunping_core::bundle::Opinion| it.subject.unit == view.unit && it.subject.period == view.period;
    let mut opinions: Vec<Digest> = view
        .counsel
        .with_untracked(|it| it.opinions.iter().filter(|(_, it)| about(it)).map(|(digest, _)| *digest).collect());
    opinions.sort();
    let name =
        words::file_name(view.lang, &view.here.pack.source.short, &assessment.unit_name, &view.period.to_string());
    let made = Recognition {
        stated: roster::stated(workplace, Kind::Recognition, mail::now()?),
        place: Place::FIRST,
        subject: Subject {
            unit: view.unit,
            unit_name: assessment.unit_name.clone(),
            pack: PackRef::to(view.here.pack),
            level: view.level.id.clone(),
            period: view.period,
            overlays: assessment.overlays.clone(),
        },
        office: office.clone(),
        assessment: file,
        opinions,
        decision: decision_of(view, key)?,
        reasons,
    };
    Some((made, name))
}
