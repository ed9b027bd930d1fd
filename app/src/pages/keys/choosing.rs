//! What is chosen before a key is enrolled: for which parties, and from which day old keys retire.

use std::collections::BTreeSet;

use cunping_core::{
    bundle::{EnrolmentDecision, LostSince, Party},
    days::Day,
};
use cunping_text::{lang::Lang, ui::keys as words, when};
use leptos::prelude::*;

use crate::{
    clock,
    components::{choice_row::Checks, choice_row::RowOption},
    pages::keys::stops,
    panels::parties::PartyView,
    state::{applicants::Applicant, parts},
};

/// A missing choice, and what to do about it.
pub(super) type MissingChoice = (&'static str, &'static str);

/// The choices made so far. A handle: copies share the same state.
#[derive(Clone, Copy)]
pub(super) struct Choosing {
    ticked: RwSignal<BTreeSet<Party>>,
    from: RwSignal<String>,
}

impl Choosing {
    /// Starts with the key's only party chosen, or with none of several, and with today.
    pub(super) fn of(applicant: &Applicant) -> Self {
        let only =
            (applicant.wishes.len() == 1).then(|| applicant.wishes.iter().map(|wish| wish.party().clone()).collect());
        Self { ticked: RwSignal::new(only.unwrap_or_default()), from: RwSignal::new(clock::today().to_string()) }
    }

    /// Returns what was chosen.
    ///
    /// # Errors
    ///
    /// What is missing: no party is ticked, or the day is not valid.
    pub(super) fn chosen(
        self,
        lang: Lang,
        made_sure: bool,
    ) -> Result<(BTreeSet<Party>, EnrolmentDecision), MissingChoice> {
        let ticked = self.ticked.get_untracked();
        if ticked.is_empty() {
            return Err((words::none_ticked(lang), words::none_ticked_do(lang)));
        }
        let retires_on = day_of(&self.from.get_untracked()).ok_or((words::bad_day(lang), ""))?;
        Ok((ticked, EnrolmentDecision { on: clock::today(), retires_on, made_sure }))
    }

    /// Draws for whom the key is enrolled and what each may do: a box for each party where there are several.
    pub(super) fn parties(self, view: &PartyView, applicant: &Applicant) -> AnyView {
        let lang = view.lang;
        let parties: Vec<Party> = applicant.wishes.iter().map(|wish| wish.party().clone()).collect();
        if let [only] = &parties[..] {
            let may = may(view, only);
            return any_view! { <p class="soft small">{may}</p> };
        }
        let choice =
            |(at, party): (usize, &Party)| RowOption::new(&at.to_string(), &label(view, party), &may(view, party));
        let choices = parties.iter().enumerate().map(choice).collect();
        let (held, pressed) = (parties.clone(), parties);
        let holds =
            move |at: String| party_at(&held, &at).is_some_and(|party| self.ticked.with(|all| all.contains(party)));
        let press = move |at: String| {
            let Some(party) = party_at(&pressed, &at).cloned() else { return };
            self.ticked.update(|all| {
                if !all.remove(&party) {
                    all.insert(party);
                }
            });
        };
        any_view! {
            <Checks legend=words::parties(lang) name=format!("parties-{}", applicant.kid) choices holds
                on_press=press />
            <p class="soft small">{words::parties_hint(lang)}</p>
        }
    }

    /// Draws the day from which the old keys retire, where it can be chosen, and the files here that would stop
    /// counting. `None` if no key retires.
    pub(super) fn retiring(self, view: &PartyView, applicant: &Applicant) -> Option<AnyView> {
        if applicant.wishes.iter().all(|wish| wish.state.retires().is_empty()) {
            return None;
        }
        let (lang, kid) = (view.lang, applicant.kid);
        let choose = applicant.state().is_loss().then(|| {
            let id = format!("retires-{kid}");
            view! { {self.claimed(lang, applicant)}<p class="row"><label for=id.clone()>{words::retires_from(lang)}</label>{day_field(id, self.from)}</p> }
        });
        let (of, applicant) = (view.clone(), applicant.clone());
        let after = move || {
            let day = self.from.with(|from| day_of(from))?;
            let before = of.bundles.directory(of.app, of.inbox, &of.here.workplace)?;
            let decided = EnrolmentDecision { on: clock::today(), retires_on: day, made_sure: true };
            let after = self.ticked.with(|ticked| applicant.enrolled(&before, ticked, decided))?;
            Some((day, before, after))
        };
        Some(any_view! { {choose}{stops::list(view, after)} })
    }

    /// Draws the day that the file claims, with a button that takes it over if it is plausible; `None` if the file
    /// claims none.
    fn claimed(self, lang: Lang, applicant: &Applicant) -> Option<AnyView> {
        let (day, likely) = applicant.lost_since()?;
        let said = words::says_since(lang, &when::day(lang, day));
        let today = clock::today();
        let take = move |_| self.from.set(day.min(today).to_string());
        let rest = match likely {
            LostSince::Ahead => any_view! { <strong>{words::since_ahead(lang)}</strong> },
            LostSince::LongAgo => any_view! { <strong>{words::since_long_ago(lang)}</strong> },
            LostSince::Likely if day >= today => ().into_any(),
            LostSince::Likely => {
                any_view! { <button type="button" class="quiet" on:click=take>{words::use_since(lang)}</button> }
            }
        };
        Some(any_view! { <p class="row"><span>{said}</span>{rest}</p> })
    }
}

/// Draws a field for the day from which something retires; today is the latest.
pub(super) fn day_field(id: String, day: RwSignal<String>) -> AnyView {
    let most = clock::today().to_string();
    any_view! { <input id=id type="date" max=most prop:value=day on:input=move |event| day.set(event_target_value(&event)) /> }
}

/// Parses a typed day; `None` if it is not a date or lies in the future.
pub(super) fn day_of(typed: &str) -> Option<Day> {
    when::typed_day(typed).filter(|day| *day <= clock::today())
}

fn party_at<'a>(parties: &'a [Party], at: &str) -> Option<&'a Party> {
    parties.get(at.parse::<usize>().ok()?)
}

/// Names a party as it is known here, and marks the unit itself to tell it from its offices.
fn label(view: &PartyView, party: &Party) -> String {
    let name = view.name_of(party);
    let lang = view.lang;
    match party.office {
        Some(_) => name,
        None => format!("{name}{}{}", lang.pick("：", ": "), words::of_the_unit(lang)),
    }
}

/// Says what a party may do under the documents in use here.
fn may(view: &PartyView, party: &Party) -> String {
    let lang = view.lang;
    let packs: Vec<_> = view.here.all().into_iter().map(|here| here.pack).collect();
    let listed = view.bundles.roster.with_untracked(|roster| roster.office(party).cloned());
    let one = |part: parts::OwnPart| {
        let acts = [
            part.office.is_none().then(|| words::assesses(lang)),
            part.decides.then(|| words::decides(lang)),
            part.monitors.then(|| words::monitors(lang)),
        ];
        let acts: Vec<&str> = acts.into_iter().flatten().collect();
        let what = acts.join(lang.pick("、", ", "));
        (!what.is_empty()).then(|| format!("{}{}{what}", part.pack.source.short, lang.pick("：", ": ")))
    };
    let all: Vec<String> = parts::parts(&packs, party, listed.as_ref()).into_iter().filter_map(one).collect();
    if all.is_empty() { words::no_part(lang).to_owned() } else { all.join(lang.pick("；", "; ")) }
}
