//! What a person chooses before a key is enrolled: for which parties, and from which day old keys retire. Enrols nothing.

use std::collections::BTreeSet;

use cunping_core::{
    bundle::{Decided, LostSince, Party},
    days::Day,
};
use cunping_office::{lang::Lang, ui::keys as words, when};
use leptos::prelude::*;

use crate::{
    clock,
    components::{checks::Checks, choice_row::Choice},
    pages::keys::stops,
    panels::parties::View,
    state::{applicants::Applicant, parts},
};

/// What was not chosen, with what to do.
pub(super) type Wrong = (&'static str, &'static str);

/// What is chosen so far. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Choosing {
    ticked: RwSignal<BTreeSet<Party>>,
    from: RwSignal<String>,
}

impl Choosing {
    /// The only party of a key; of several none, and today.
    pub(super) fn of(it: &Applicant) -> Self {
        let only = (it.wishes.len() == 1).then(|| it.wishes.iter().map(|it| it.party().clone()).collect());
        Self { ticked: RwSignal::new(only.unwrap_or_default()), from: RwSignal::new(clock::today().to_string()) }
    }

    /// What was chosen, or what is missing.
    pub(super) fn chosen(self, lang: Lang, made_sure: bool) -> Result<(BTreeSet<Party>, Decided), Wrong> {
        let ticked = self.ticked.get_untracked();
        if ticked.is_empty() {
            return Err((words::none_ticked(lang), words::none_ticked_do(lang)));
        }
        let retires_on = day_of(&self.from.get_untracked()).ok_or((words::bad_day(lang), ""))?;
        Ok((ticked, Decided { on: clock::today(), retires_on, made_sure }))
    }

    /// For whom the key is enrolled: a box for each party where there are several; what each may do.
    pub(super) fn parties(self, view: &View, it: &Applicant) -> AnyView {
        let lang = view.lang;
        let parties: Vec<Party> = it.wishes.iter().map(|it| it.party().clone()).collect();
        if let [only] = &parties[..] {
            let may = may(view, only);
            return view! { <p class="soft small">{may}</p> }.into_any();
        }
        let choice =
            |(at, party): (usize, &Party)| Choice::new(&at.to_string(), &label(view, party), &may(view, party));
        let choices = parties.iter().enumerate().map(choice).collect();
        let (held, pressed) = (parties.clone(), parties);
        let holds = move |at: String| party_at(&held, &at).is_some_and(|it| self.ticked.with(|all| all.contains(it)));
        let press = move |at: String| {
            let Some(party) = party_at(&pressed, &at).cloned() else { return };
            self.ticked.update(|all| {
                if !all.remove(&party) {
                    all.insert(party);
                }
            });
        };
        view! {
            <Checks legend=words::parties(lang) name=format!("parties-{}", it.kid) choices holds on_press=press />
            <p class="soft small">{words::parties_hint(lang)}</p>
        }
        .into_any()
    }

    /// From which day the old keys retire, where that is to be chosen, and the files here that then stop counting.
    pub(super) fn retiring(self, view: &View, it: &Applicant) -> Option<AnyView> {
        if it.wishes.iter().all(|it| it.state.retires().is_empty()) {
            return None;
        }
        let (lang, kid) = (view.lang, it.kid);
        let choose = it.state().is_loss().then(|| {
            let id = format!("retires-{kid}");
            view! { {self.claimed(lang, it)}<p class="row"><label for=id.clone()>{words::retires_from(lang)}</label>{day_field(id, self.from)}</p> }
        });
        let (of, it) = (view.clone(), it.clone());
        let after = move || {
            let day = self.from.with(|it| day_of(it))?;
            let before = of.mail.directory(of.app, of.inbox, &of.here.workplace)?;
            let decided = Decided { on: clock::today(), retires_on: day, made_sure: true };
            let after = self.ticked.with(|ticked| it.enrolled(&before, ticked, decided))?;
            Some((day, before, after))
        };
        Some(view! { {choose}{stops::list(view, after)} }.into_any())
    }

    /// The day that the file says, as what it says, with a button that takes it where it is likely.
    fn claimed(self, lang: Lang, it: &Applicant) -> Option<AnyView> {
        let (day, likely) = it.lost_since()?;
        let said = words::says_since(lang, &when::day(lang, day));
        let today = clock::today();
        let take = move |_| self.from.set(day.min(today).to_string());
        let rest = match likely {
            LostSince::Ahead => view! { <strong>{words::since_ahead(lang)}</strong> }.into_any(),
            LostSince::LongAgo => view! { <strong>{words::since_long_ago(lang)}</strong> }.into_any(),
            LostSince::Likely if day >= today => ().into_any(),
            LostSince::Likely => {
                view! { <button type="button" class="quiet" on:click=take>{words::use_since(lang)}</button> }.into_any()
            }
        };
        Some(view! { <p class="row"><span>{said}</span>{rest}</p> }.into_any())
    }
}

/// A day from which something retires: today at the latest.
pub(super) fn day_field(id: String, day: RwSignal<String>) -> AnyView {
    let most = clock::today().to_string();
    view! { <input id=id type="date" max=most prop:value=day on:input=move |event| day.set(event_target_value(&event)) /> }
        .into_any()
}

/// The day that was typed; none that is still to come.
pub(super) fn day_of(typed: &str) -> Option<Day> {
    typed.parse().ok().filter(|day| *day <= clock::today())
}

fn party_at<'a>(parties: &'a [Party], at: &str) -> Option<&'a Party> {
    parties.get(at.parse::<usize>().ok()?)
}

/// A party as it is known here, the unit itself told from its offices.
fn label(view: &View, party: &Party) -> String {
    let name = view.name_of(party);
    let lang = view.lang;
    match party.office {
        Some(_) => name,
        None => format!("{name}{}{}", lang.pick("：", ": "), words::of_the_unit(lang)),
    }
}

/// What a party may do, by the documents in use here.
fn may(view: &View, party: &Party) -> String {
    let lang = view.lang;
    let packs: Vec<_> = view.here.all().into_iter().map(|it| it.pack).collect();
    let listed = view.mail.roster.with_untracked(|it| it.offices.iter().find(|it| it.party() == *party).cloned());
    let one = |it: parts::Part| {
        let acts = [
            it.office.is_none().then(|| words::assesses(lang)),
            it.decides.then(|| words::decides(lang)),
            it.monitors.then(|| words::monitors(lang)),
        ];
        let acts: Vec<&str> = acts.into_iter().flatten().collect();
        let what = acts.join(lang.pick("、", ", "));
        (!what.is_empty()).then(|| format!("{}{}{what}", it.pack.source.short, lang.pick("：", ": ")))
    };
    let all: Vec<String> = parts::parts(&packs, party, listed.as_ref()).into_iter().filter_map(one).collect();
    if all.is_empty() { words::no_part(lang).to_owned() } else { all.join(lang.pick("；", "; ")) }
}
