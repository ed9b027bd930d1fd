//! The chunk: the part of the page that is fetched later, and how its screens are drawn while it may not be here yet.

use std::{
    pin::Pin,
    task::{Context, Poll, Waker},
};

use cunping_text::{lang::Lang, ui::boot, ui::common};
use leptos::{prelude::*, task::spawn_local};

use crate::{browser, components::problem::Problem, routes::Route};

/// The chunk could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the chunk could not be loaded")]
pub struct ChunkError;

/// A result that may have to wait for the chunk.
pub type ChunkResult<T> = Pin<Box<dyn Future<Output = Result<T, ChunkError>>>>;

/// The functions of the chunk. They are given from the page's own binary (`app/src/bin/page.rs`): in the library they
/// would bring every screen into the worker, too.
#[derive(Clone, Copy, Debug)]
pub struct Chunk {
    /// Fetches the chunk, unless it is here. A failure is not kept: the next call tries again.
    pub fetch: fn() -> ChunkResult<()>,
    /// Draws a screen of the chunk; does not wait once the chunk is here.
    pub draw: fn(Lang, Option<Route>) -> ChunkResult<AnyView>,
}

/// Draws a screen of the chunk: at once if the chunk is here; otherwise its heading with a note that it is loading, or,
/// if that fails, a problem with a button to try again.
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

/// Returns the result of a future that is ready at once; `None` if it has to wait.
fn now<T>(pending: &mut ChunkResult<T>) -> Option<Result<T, ChunkError>> {
    match pending.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

/// A screen that waits for the chunk.
#[derive(Clone, Copy)]
struct Arriving {
    lang: Lang,
    chunk: Chunk,
    state: RwSignal<State>,
    /// True once the chunk is here. Not read off `state` while drawing, because the heading must not be drawn anew with
    /// every change of state: it may have the focus.
    here: Memo<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    UnderWay,
    Here,
    Failed,
}

impl Arriving {
    /// Waits for the chunk and sets the state, unless the place has gone. If the heading had the focus, focuses that of
    /// the screen which takes its place.
    fn wait(self, fetching: ChunkResult<()>) {
        spawn_local(async move {
            let state = if fetching.await.is_ok() { State::Here } else { State::Failed };
            let attended = browser::focus_is_on_heading();
            if self.state.try_set(state).is_none() && state == State::Here && attended {
                browser::begin_at_heading();
            }
        });
    }

    /// Draws the screen once its chunk is here, and the state of loading until then. Drawn where it is called, so that
    /// it is drawn anew by the same changes as a screen that did not have to wait.
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
        any_view! { <div class="page stack" aria-busy=busy><h1 tabindex="-1">{heading}</h1>{state}</div> }
    }

    fn retry(self) -> AnyView {
        let again = move |_| {
            self.state.set(State::UnderWay);
            self.wait((self.chunk.fetch)());
        };
        any_view! {
            <Problem what=boot::screen_not_loaded(self.lang) todo=boot::screen_not_loaded_next(self.lang)>
                <button type="button" on:click=again>{boot::screen_retry(self.lang)}</button>
            </Problem>
        }
    }
}

fn loading(lang: Lang) -> AnyView {
    any_view! { <p role="status">{common::loading(lang)}</p> }
}
