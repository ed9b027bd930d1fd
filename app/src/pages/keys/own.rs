//! The workplace's own key: its number, and the enrolment to send. No secret is shown here.

use cunping_core::{
    bundle::{KeyRole, Kind, Payload, Thumbprint},
    id::Digest,
};
use cunping_text::{lang::Lang, problem::key_role, ui::keys as words, when};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    components::{choice_row::Radios, choice_row::RowOption},
    pages::keys::identity,
    panels::{parties::PartyView, passphrase, send::Ways, signed::problem_now},
    state::{App, examined::Examined, here},
    store::Direction,
};

/// Draws the card.
pub(super) fn section(view: &PartyView, role: RwSignal<KeyRole>) -> AnyView {
    let (lang, workplace) = (view.lang, &view.here.workplace);
    let number = workplace.own.thumbprint.parse().map(Thumbprint::groups).unwrap_or_default();
    let who = here::called(lang, workplace);
    any_view! {
        <section class="card stack" aria-labelledby="own-key">
            <h2 id="own-key">{words::own(lang)}</h2>
            <dl class="pairs">
                <dt>{words::own_party(lang)}</dt><dd>{who}</dd>
            </dl>
            <details>
                <summary>{words::details(lang)}</summary>
                <dl class="pairs">
                    <dt>{words::number(lang)}</dt>
                    <dd><strong class="digest own-number">{number}</strong><br /><span class="soft small">{words::number_hint(lang)}</span></dd>
                    <dt>{words::fingerprint(lang)}</dt><dd class="digest small">{workplace.own.thumbprint.clone()}</dd>
                </dl>
            </details>
            {passphrase::asked_before_signing(view.app, lang, workplace)}
            {enrolment(view, role)}
            {identity::section(view)}
        </section>
    }
}

/// Draws the enrolments signed for the present key, ready to be sent, or the form that makes them where there are
/// none.
fn enrolment(view: &PartyView, role: RwSignal<KeyRole>) -> AnyView {
    let (app, lang, of) = (view.app, view.lang, view.here.workplace.id);
    let kid = view.here.workplace.own.thumbprint.clone();
    let examined = view.bundles.of_kind(app, Kind::Enrolment);
    let sent = Memo::new(move |_| examined.with(|all| latest(all, &kid)));
    let text = LocalResource::new(move || {
        let digests: Vec<Digest> = sent.with(|all| all.iter().map(|bundle| bundle.record.digest).collect());
        async move { joined(app.store()?, of, digests).await }
    });
    let view = view.clone();
    let again = RwSignal::new(false);
    let shown = move || {
        let made = sent.get();
        let Some(last) = made.first().filter(|_| !again.get()) else { return form(&view, role, again) };
        let role = role_of(last).map(|role| key_role(lang, role));
        let name = last.record.file_name.clone();
        let day = when::day(lang, last.record.first_seen.day);
        any_view! {
            <div class="stack">
                <p><strong>{words::made(lang)}</strong>" "{day}" · "{role}</p>
                {move || text.get().flatten().map(|text| view! { <Ways lang name=name.clone() text public=true /> })}
                <p><button type="button" class="quiet" on:click=move |_| again.set(true)>{words::make_again(lang)}</button></p>
            </div>
        }
    };
    shown.into_any()
}

async fn joined(
    store: crate::store::StoreReader,
    of: crate::store::WorkplaceId,
    digests: Vec<Digest>,
) -> Option<String> {
    let texts = store.texts_of(of, &digests).await.ok()?;
    let lines: Vec<String> = texts.into_iter().map(|(_, text)| text).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Returns the latest enrolment of each party that the key signed.
fn latest(examined: &[Examined], kid: &str) -> Vec<Examined> {
    let signed = |bundle: &&Examined| bundle.record.direction == Direction::Sent && bundle.record.kid == kid;
    let mut own: Vec<Examined> = examined.iter().filter(signed).cloned().collect();
    own.sort_by_key(|bundle| (bundle.verified.payload.party().clone(), std::cmp::Reverse(bundle.record.first_seen.ms)));
    own.dedup_by_key(|bundle| bundle.verified.payload.party().clone());
    own
}

fn role_of(bundle: &Examined) -> Option<KeyRole> {
    if let Payload::Enrolment(enrolment) = &bundle.verified.payload { Some(enrolment.role) } else { None }
}

fn form(view: &PartyView, role: RwSignal<KeyRole>, again: RwSignal<bool>) -> AnyView {
    let (app, lang, bundles, here) = (view.app, view.lang, view.bundles, view.here.clone());
    let problem = RwSignal::new(None);
    let make = move |_| {
        let here = here.clone();
        app.undertake(async move {
            match bundles.introduce(app, &here, role.get_untracked(), None).await {
                Ok(()) => drop(again.try_set(false)),
                Err(error) => drop(problem.try_set(Some(error))),
            }
        });
    };
    any_view! {
        <div class="stack">
            {roles((app, lang), "key-role", role)}
            {move || problem.with(|problem| problem.as_ref().and_then(|error| problem_now(app, lang, error)))}
            <p><button type="button" class="primary" on:click=make>{words::make(lang)}</button></p>
        </div>
    }
}

/// Key of the draft in which a workplace keeps who holds its signing key.
const ROLE: &str = "key-role";

/// Returns who holds a key, as chosen last in this workplace; [`KeyRole::Shared`] until somebody chose.
pub(super) fn kept_role(app: App) -> RwSignal<KeyRole> {
    let role = RwSignal::new(KeyRole::Shared);
    spawn_local(async move {
        let kept = app.draft(ROLE).await;
        if let Some(kept) = KeyRole::ALL.into_iter().find(|it| Some(it.code()) == kept.as_deref()) {
            let _gone = role.try_set(kept);
        }
    });
    role
}

/// Draws the choice of who holds a key. What is chosen is kept for the next time.
pub(super) fn roles((app, lang): (App, Lang), name: &'static str, role: RwSignal<KeyRole>) -> AnyView {
    let choices = KeyRole::ALL.map(|choice| RowOption::new(choice.code(), key_role(lang, choice), "")).into();
    let choose = move |code: String| {
        if let Some(chosen) = KeyRole::ALL.into_iter().find(|choice| choice.code() == code) {
            role.set(chosen);
            app.keep_draft(ROLE, code);
        }
    };
    any_view! {
        <Radios legend=words::role(lang) name choices chosen=Signal::derive(move || Some(role.get().code().to_owned())) on_choose=choose />
        <p class="soft small">{words::role_hint(lang)}</p>
    }
}
