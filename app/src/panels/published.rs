//! Documents that did not come with this program: shown before they are loaded, and marked afterwards.

use cunping_core::{id::Digest, pack::Pack};
use cunping_text::{
    lang::Lang,
    problem,
    ui::{common, compare, export, import, published as words},
    when,
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    browser,
    components::{file_button::file_button, problem::Problem},
    panels::{
        alerts::{store_problem, store_words},
        parties::signer,
    },
    routes::Route,
    state::{
        App,
        bundles::Bundles,
        documents,
        inbox::Inbox,
        published::{Published, PublishedError, look},
    },
    store::StoreError,
};

/// Result of reading the chosen file.
#[derive(Clone)]
enum PublishedFile {
    Nothing,
    Document(StoredValue<Published>),
    Not(String, String),
    Loaded,
}

/// Draws the section that loads a document.
pub(crate) fn section(lang: Lang) -> AnyView {
    let (app, inbox) = (App::shared(), Inbox::shared());
    let (found, pasted) = (RwSignal::new(PublishedFile::Nothing), RwSignal::new(String::new()));
    let chosen = move |file| {
        spawn_local(async move {
            let text = browser::text_of(file).await;
            let _gone = found.try_set(looked_at(lang, text.as_deref()));
        });
    };
    let paste = move |_| {
        let text = pasted.get_untracked();
        if !text.trim().is_empty() {
            found.set(looked_at(lang, Some(&text)));
        }
    };
    let drawn = move || match found.get() {
        PublishedFile::Nothing => None,
        PublishedFile::Document(stored) => {
            Some(stored.with_value(|one| candidate((app, inbox), lang, one, stored, found)))
        }
        PublishedFile::Not(what, todo) => Some(any_view! { <Problem what todo /> }),
        PublishedFile::Loaded => Some(any_view! { <p class="notice"><strong>{words::loaded(lang)}</strong></p> }),
    };
    any_view! {
        <section class="card stack no-print" aria-labelledby="load-document">
            <h2 id="load-document">{words::heading(lang)}</h2>
            <p>{words::hint(lang)}</p>
            <p>{file_button(words::choose(lang), ".json,.txt,application/json,text/plain", chosen)}</p>
            <details>
                <summary>{import::paste_text(lang)}</summary>
                <div class="stack">
                    <label for="pasted-document">{words::paste_hint(lang)}</label>
                    <textarea id="pasted-document" rows="3" spellcheck="false" prop:value=pasted
                        on:input=move |event| pasted.set(event_target_value(&event))></textarea>
                    <p><button type="button" on:click=paste>{words::look(lang)}</button></p>
                </div>
            </details>
            <div role="status">{drawn}</div>
        </section>
    }
}

fn looked_at(lang: Lang, text: Option<&str>) -> PublishedFile {
    let Some(text) = text else {
        return PublishedFile::Not(words::not_read(lang).to_owned(), words::not_read_do(lang).to_owned());
    };
    let (what, todo) = match look(text, &documents::held()) {
        Ok(published) => return PublishedFile::Document(StoredValue::new(published)),
        Err(PublishedError::File(wrong)) => {
            let told = problem::bundle(lang, &wrong);
            return PublishedFile::Not(told.what, told.advice);
        }
        Err(PublishedError::Example) => (words::example(lang), words::example_do(lang)),
        Err(PublishedError::Here) => (words::here(lang), words::here_do(lang)),
        Err(PublishedError::Taken) => (words::taken(lang), words::taken_do(lang)),
    };
    PublishedFile::Not(what.to_owned(), todo.to_owned())
}

/// Draws what a loadable file contains, and what to verify before loading it.
fn candidate(
    (app, inbox): (App, Inbox),
    lang: Lang,
    published: &Published,
    stored: StoredValue<Published>,
    found: RwSignal<PublishedFile>,
) -> AnyView {
    let (source, kid) = (&published.pack.source, published.kid);
    let known = Bundles::shared().roster.with(|roster| roster.keys.iter().any(|record| record.key.thumbprint() == kid));
    let key = if known { words::key_known(lang) } else { words::key_unknown(lang) };
    let title = [Some(source.title.clone()), source.number.clone()].into_iter().flatten().collect::<Vec<_>>();
    let load = move |_| {
        app.undertake(async move {
            let Some((bundle, text)) = stored.try_with_value(|published| (published.bundle, published.text.clone()))
            else {
                return;
            };
            let now = match app.load_document(bundle, text).await {
                Ok(()) => {
                    inbox.review_anew();
                    PublishedFile::Loaded
                }
                Err(error) => not_stored(lang, &error),
            };
            let _gone = found.try_set(now);
        });
    };
    any_view! {
        <div class="notice open stack">
            <h3>{words::found(lang)}</h3>
            <dl class="pairs">
                <dt>{words::title(lang)}</dt><dd lang="zh-Hans"><strong>{source.short.clone()}</strong>" · "{title.join("，")}</dd>
                <dt>{words::version(lang)}</dt><dd>{published.pack.version}</dd>
                <dt>{words::issuers(lang)}</dt><dd lang="zh-Hans">{source.issuers.join("、")}</dd>
                <dt>{words::area(lang)}</dt><dd>{documents::area(lang, source.area)}</dd>
                <dt>{words::content(lang)}</dt><dd class="digest">{published.pack.digest.to_string()}</dd>
                <dt>{words::signer(lang)}</dt><dd>{signed_by(lang, published)}</dd>
                <dt>{words::number(lang)}</dt><dd><span class="digest">{kid.groups()}</span><br />{key}</dd>
            </dl>
            <p>{words::check(lang)}</p>
            <p class="row">
                <button type="button" class="primary" on:click=load>{words::load(lang)}</button>
                <button type="button" on:click=move |_| found.set(PublishedFile::Nothing)>{common::cancel(lang)}</button>
            </p>
        </div>
    }
}

fn not_stored(lang: Lang, error: &StoreError) -> PublishedFile {
    let (what, todo) = store_words(lang, error);
    PublishedFile::Not(what.to_owned(), todo.to_owned())
}

fn signed_by(lang: Lang, published: &Published) -> String {
    let by = signer(&published.pack, &published.stated.party);
    words::signed_on(lang, &by, &when::day(lang, published.stated.at.day()))
}

/// Draws the mark of a loaded document: who signed it, edition, digest; `None` for one that ships with the program.
pub(crate) fn mark(lang: Lang, pack: &Pack) -> Option<AnyView> {
    let published = documents::published(pack)?;
    Some(any_view! {
        <p class="notice open"><strong>{words::marked(lang)}</strong>" · "{signed_by(lang, published)}<br />
            <span class="small">{words::edition(lang, pack.version)}" · "{words::content(lang)}" "<span class="digest">{pack.digest.to_string()}</span></span></p>
    })
}

/// Draws the buttons that hand a loaded document on, and remove it if nobody follows it; `None` for one that ships
/// with the program.
pub(crate) fn actions(lang: Lang, pack: &'static Pack) -> Option<AnyView> {
    let (app, published) = (App::shared(), documents::published(pack)?);
    let said = RwSignal::new("");
    let save = move |_| {
        let name = words::file_name(lang, &pack.source.short, pack.version);
        if browser::download(&name, "application/json", &published.text) {
            said.set(export::saved_where(lang));
        }
    };
    let used = move || {
        let follows = |followed: &crate::store::Followed| followed.pack == pack.id && followed.version == pack.version;
        app.workplaces.with(|all| all.iter().any(|workplace| workplace.documents.iter().any(follows)))
    };
    let failed = RwSignal::new(None::<StoreError>);
    let remove = move |_| app.undertake(taken_out(app, published.bundle, failed));
    let removal = move || {
        if used() {
            any_view! { <span class="soft">{words::in_use(lang)}</span> }
        } else {
            any_view! { <button type="button" class="quiet" on:click=remove>{words::remove(lang)}</button> }
        }
    };
    let problem = move || failed.with(|failed| failed.as_ref().map(|error| store_problem(lang, error)));
    Some(any_view! {
        <button type="button" on:click=save>{words::hand_on(lang)}</button>
        {removal}
        <span role="status">{said}</span>
        {problem}
    })
}

async fn taken_out(app: App, bundle: Digest, failed: RwSignal<Option<StoreError>>) {
    if let Err(error) = app.remove_document(bundle).await {
        let _gone = failed.try_set(Some(error));
    }
}

/// Draws the link back to the list of documents.
pub(crate) fn back(lang: Lang) -> AnyView {
    any_view! { <p class="no-print"><a href=Route::Library.to_string()>{common::back(lang)}" · "{compare::library(lang)}</a></p> }
}
