//! Enrols a waiting key once people have chosen and verified it, or on its old key's word alone.

use std::{collections::BTreeSet, rc::Rc};

use cunping_core::bundle::{DirectoryOffice, Enrolling};
use cunping_text::ui::keys as words;
use leptos::prelude::*;

use crate::{
    pages::keys::{
        call,
        call::Purpose,
        choosing::{Choosing, MissingChoice},
    },
    panels::parties::PartyView,
    state::applicants::{Applicant, Wish},
};

/// Draws the ways to enrol a key that may be enrolled.
pub(super) fn ways(view: &PartyView, applicant: &Applicant) -> AnyView {
    let (lang, choosing) = (view.lang, Choosing::of(applicant));
    let (of, called) = (view.clone(), applicant.clone());
    let purpose = Purpose {
        missing: Rc::new(move || choosing.chosen(lang, true).err()),
        done: Rc::new(move || enrol(&of, &called, choosing, true).unwrap_or_default()),
        enrols: true,
    };
    let sure = call::ways(view, applicant.kid, &purpose);
    let make_sure = if applicant.state().needs_a_call() {
        sure
    } else {
        let (view, applicant) = (view.clone(), applicant.clone());
        let wrong = RwSignal::new(None::<MissingChoice>);
        let enrol = move |_| wrong.set(enrol(&view, &applicant, choosing, false).err());
        any_view! {
            <details><summary>{words::call(lang)}</summary><div class="stack">{sure}</div></details>
            <p><button type="button" class="primary" on:click=enrol>{words::enrol(lang)}</button>" "<span class="soft small">{words::enrol_hint(lang)}</span></p>
            {call::told(wrong)}
        }
    };
    any_view! {
        {choosing.parties(view, applicant)}
        {heirs(view, applicant)}
        {choosing.retiring(view, applicant)}
        {make_sure}
    }
}

/// Lists the numbers of the keys that took over from a lost one.
fn heirs(view: &PartyView, applicant: &Applicant) -> Option<AnyView> {
    let lang = view.lang;
    let heirs = |wish: &Wish| match &wish.state {
        Enrolling::LostAfterRotation { heirs, .. } => heirs.clone(),
        _ => Vec::new(),
    };
    let kids: BTreeSet<_> = applicant.wishes.iter().flat_map(heirs).collect();
    let lines = kids.iter().map(|kid| {
        view! { <li>{words::number(lang)}" "<span class="digest">{kid.groups()}</span></li> }
    });
    let lines = lines.collect_view();
    (!kids.is_empty()).then(|| any_view! { <p><strong>{words::heirs(lang)}</strong></p><ul class="heirs">{lines}</ul> })
}

/// Enrols the key for the ticked parties as of today, and lists an office that is new here. Does nothing without a
/// directory.
///
/// # Errors
///
/// What has not been chosen yet.
fn enrol(view: &PartyView, applicant: &Applicant, choosing: Choosing, made_sure: bool) -> Result<(), MissingChoice> {
    let (ticked, decided) = choosing.chosen(view.lang, made_sure)?;
    let directory = untrack(|| view.bundles.directory(view.app, view.inbox, &view.here.workplace));
    let after = directory.and_then(|directory| applicant.enrolled(&directory, &ticked, decided));
    let Some(after) = after else { return Ok(()) };
    let wanted = applicant.wishes.iter().filter(|wish| ticked.contains(wish.party()));
    let offices: Vec<DirectoryOffice> =
        wanted.filter_map(|wish| view.bundles.new_office(&view.here, &wish.enrolment.payload)).collect();
    view.bundles.put_offices(view.app, offices);
    view.bundles.take_keys(view.app, view.inbox, &after.keys);
    Ok(())
}
