//! What the page fetches later: how a screen of its chunk is drawn, which may not be here yet.

use std::{
    pin::Pin,
    task::{Context, Poll, Waker},
};

use cunping_office::{
    lang::Lang,
    ui::{boot, common},
};
use leptos::{prelude::*, reactive::computed::ScopedFuture, task::spawn_local};

use crate::{browser, components::problem::Problem, routes::Route};

/// Says that the chunk did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

/// What is under way.
pub type Pending<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// The chunk. Its functions lie in the page's own binary (`app/src/bin/page.rs`): in the library they would bring every
/// screen into the worker, too.
#[derive(Clone, Copy, Debug)]
pub struct Chunk {
    /// Fetches it, unless it is here. A failure is not kept: the next call tries again.
    pub fetch: fn() -> Pending<()>,
    /// Draws a screen of it; waits for nothing once it is here.
    pub draw: fn(Lang, Option<Route>) -> Pending<AnyView>,
}

/// Draws a screen: at once where the chunk is here, else that it is loading below its heading, and what to do where it
/// does not come.
pub fn draw(lang: Lang, heading: String, route: Option<Route>) -> AnyView {
    let Some(chunk) = use_context::<Chunk>() else { return ().into_any() };
    let mut fetching = (chunk.fetch)();
    // Drawn in this very step where it can be, so that no screen flickers and no focus is lost.
    if let Some(Ok(())) = now(&mut fetching)
        && let Some(Ok(view)) = now(&mut (chunk.draw)(lang, route.clone()))
    {
        return view;
    }
    let arriving = Arriving {
        lang,
        chunk,
        route: StoredValue::new(route),
        owner: StoredValue::new_local(Owner::current()),
        drawn: RwSignal::new_local(None),
        failed: RwSignal::new(false),
    };
    arriving.wait(fetching);
    let heading = StoredValue::new(heading);
    (move || arriving.taken().unwrap_or_else(|| arriving.instead(heading.get_value()))).into_any()
}

/// What something comes to that need not wait.
fn now<T>(pending: &mut Pending<T>) -> Option<Result<T, NotLoaded>> {
    match pending.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

/// A screen whose chunk is under way.
#[derive(Clone, Copy)]
struct Arriving {
    lang: Lang,
    chunk: Chunk,
    route: StoredValue<Option<Route>>,
    /// The place on the page where the screen was asked for: a press of the button has none of its own.
    owner: StoredValue<Option<Owner>, LocalStorage>,
    drawn: RwSignal<Option<AnyView>, LocalStorage>,
    failed: RwSignal<bool>,
}

impl Arriving {
    /// Draws the screen when the chunk is here and somebody still looks at its place.
    fn wait(self, fetching: Pending<()>) {
        let Some(owner) = self.owner.get_value() else { return };
        let arrival = async move {
            let fetched = fetching.await;
            let Some(route) = self.route.try_get_value() else { return };
            let view = match fetched {
                Ok(()) => (self.chunk.draw)(self.lang, route).await,
                Err(NotLoaded) => Err(NotLoaded),
            };
            let Ok(view) = view else { return self.failed.set(true) };
            let attended = browser::focus_is_on_heading();
            self.drawn.set(Some(view));
            if attended {
                request_animation_frame(browser::focus_heading);
            }
        };
        spawn_local(owner.with(|| ScopedFuture::new_untracked(arrival)));
    }

    /// The screen, when it has come.
    fn taken(self) -> Option<AnyView> {
        self.drawn.track();
        self.drawn.try_update_untracked(Option::take).flatten()
    }

    /// What stands in its place until then.
    fn instead(self, heading: String) -> AnyView {
        let busy = move || (!self.failed.get()).to_string();
        let state = move || if self.failed.get() { self.retry() } else { loading(self.lang) };
        view! { <div class="page stack" aria-busy=busy><h1 tabindex="-1">{heading}</h1>{state}</div> }.into_any()
    }

    fn retry(self) -> AnyView {
        let again = move |_| {
            self.failed.set(false);
            self.wait((self.chunk.fetch)());
        };
        view! {
            <Problem what=boot::screen_not_loaded(self.lang) todo=boot::screen_not_loaded_next(self.lang)>
                <button type="button" on:click=again>{boot::screen_retry(self.lang)}</button>
            </Problem>
        }
        .into_any()
    }
}

fn loading(lang: Lang) -> AnyView {
    view! { <p role="status">{common::loading(lang)}</p> }.into_any()
}
