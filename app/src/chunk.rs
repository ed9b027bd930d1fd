//! What the page fetches later: how a screen of its chunk is drawn, which may not be here yet.

use std::{
    pin::Pin,
    task::{Context, Poll, Waker},
};

use cunping_office::{
    lang::Lang,
    ui::{boot, common},
};
use leptos::{prelude::*, task::spawn_local};

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
    let state = RwSignal::new(State::UnderWay);
    let here = Memo::new(move |_| state.get() == State::Here);
    let arriving = Arriving { lang, chunk, state, here };
    arriving.wait(fetching);
    (move || arriving.screen(&heading, route.clone())).into_any()
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
    state: RwSignal<State>,
    /// Whether it has come: the heading above the state must not be drawn anew, it may have the focus.
    here: Memo<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    UnderWay,
    Here,
    Failed,
}

impl Arriving {
    /// Notes how the fetching ends, unless nobody looks at the place any more.
    fn wait(self, fetching: Pending<()>) {
        spawn_local(async move {
            let state = if fetching.await.is_ok() { State::Here } else { State::Failed };
            let attended = browser::focus_is_on_heading();
            if self.state.try_set(state).is_none() && state == State::Here && attended {
                request_animation_frame(browser::focus_heading);
            }
        });
    }

    /// The screen, once its chunk is here; what stands in its place until then. Drawn where it is called, so that it is
    /// drawn anew by the same changes as a screen that needed no waiting.
    fn screen(self, heading: &str, route: Option<Route>) -> AnyView {
        if self.here.get()
            && let Some(Ok(view)) = now(&mut (self.chunk.draw)(self.lang, route))
        {
            return view;
        }
        let heading = heading.to_owned();
        let busy = move || (self.state.get() == State::UnderWay).to_string();
        let state = move || match self.state.get() {
            State::UnderWay => loading(self.lang),
            State::Here | State::Failed => self.retry(),
        };
        view! { <div class="page stack" aria-busy=busy><h1 tabindex="-1">{heading}</h1>{state}</div> }.into_any()
    }

    fn retry(self) -> AnyView {
        let again = move |_| {
            self.state.set(State::UnderWay);
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
