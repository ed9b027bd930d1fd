//! Locking: whatever held an open key goes with the page, which is loaded anew once everything is saved. Wraps no key.
//!
//! To wipe one place would not do: values are moved, and every place that they were moved from keeps a copy.

use std::cell::{Cell, RefCell};

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Interval,
};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

use super::{App, idle, inbox::Inbox};
use crate::{browser, clock, typed};

/// Why the key is locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody pressed the button, here or in another tab.
    Asked,
    /// Nobody has done anything for [`idle::IDLE_MINUTES`].
    Idle,
    /// It was put under a passphrase a moment ago: what held it without one goes.
    Protected,
}

const ALL: [(Why, &str); 3] = [(Why::Asked, "asked"), (Why::Idle, "idle"), (Why::Protected, "protected")];

/// Where it is noted, for the page that comes after.
const NOTE: &str = "cunping-locked";

/// The line between tabs: that somebody is at work, and that the key is to be locked.
const LINE: &str = "cunping-keys";
const AT_WORK: &str = "at-work";
const LOCK: &str = "lock";

/// How often the clock is looked at, and how often other tabs are told, in milliseconds.
const LOOK_EVERY: u32 = 5_000;
const TELL_EVERY: i64 = 1_000;

/// What somebody does who is at work.
const ACTS: [&str; 5] = ["keydown", "pointerdown", "pointermove", "touchstart", "wheel"];

thread_local! {
    static UNDER_WAY: Cell<bool> = const { Cell::new(false) };
    static INBOX: Cell<Option<Inbox>> = const { Cell::new(None) };
    static LAST: Cell<i64> = const { Cell::new(0) };
    static TOLD: Cell<i64> = const { Cell::new(0) };
    static CHANNEL: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Locks every open key: nothing is signed from now on, and once everything is saved and nothing is under way the page is
/// loaded anew at the same screen. Half-typed input stays. Where a write fails it waits until it succeeds.
pub fn lock(app: App, why: Why) {
    app.unlocked.update(std::collections::BTreeMap::clear);
    if why == Why::Asked {
        tell(LOCK);
    }
    if UNDER_WAY.replace(true) {
        return;
    }
    spawn_local(async move {
        while app.at_rest().await.is_err() || imports() {
            browser::pause(200).await;
        }
        typed::keep();
        let code = ALL.into_iter().find(|(it, _)| *it == why).map_or("", |(_, code)| code);
        browser::note(NOTE, code);
        browser::reload();
    });
}

/// Why the page was loaded anew, while the screen is the one that it was loaded at.
#[must_use]
pub fn noted() -> Option<Why> {
    let code = browser::noted(NOTE)?;
    ALL.into_iter().find(|(_, it)| *it == code).map(|(why, _)| why)
}

/// Forgets it: somebody went to another screen.
pub fn forget_note() {
    browser::forget_note(NOTE);
}

/// Locks what was opened when nobody is at work, and when another tab says so; for as long as the page is open.
pub fn watch(app: App, inbox: Inbox) {
    INBOX.set(Some(inbox));
    LAST.set(clock::now());
    let channel = BroadcastChannel::new(LINE).ok();
    let heard = channel.as_ref().map(|channel| EventListener::new(channel, "message", move |event| heard(app, event)));
    CHANNEL.set(channel);
    let options = EventListenerOptions { phase: gloo::events::EventListenerPhase::Capture, passive: true };
    let acts =
        ACTS.map(|act| EventListener::new_with_options(&gloo::utils::window(), act, options, move |_| acted(app)));
    let looks = Interval::new(LOOK_EVERY, move || {
        let _idle = locked_by_now(app);
    });
    StoredValue::new_local((heard, acts, looks));
}

/// Somebody did something here.
fn acted(app: App) {
    if locked_by_now(app) {
        return;
    }
    let now = clock::now();
    LAST.set(now);
    if (now - TOLD.get()).abs() >= TELL_EVERY {
        TOLD.set(now);
        tell(AT_WORK);
    }
}

/// Another tab told something.
fn heard(app: App, event: &web_sys::Event) {
    let said = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
    match said.as_deref() {
        Some(AT_WORK) if !locked_by_now(app) => LAST.set(clock::now()),
        Some(LOCK) if is_open(app) => lock_here(app),
        _ => {}
    }
}

/// Locks where an open key was left alone for too long. Whoever comes back moves the pointer first: that is no work.
fn locked_by_now(app: App) -> bool {
    let now = clock::now();
    if now < LAST.get() {
        LAST.set(now);
    }
    let idle = is_open(app) && idle::is_idle(LAST.get(), now);
    if idle {
        lock(app, Why::Idle);
    }
    idle
}

/// Locks because another tab said so, and tells nobody: that tab has.
fn lock_here(app: App) {
    if let Some(channel) = CHANNEL.take() {
        channel.close();
    }
    lock(app, Why::Asked);
}

fn is_open(app: App) -> bool {
    app.unlocked.with_untracked(|all| !all.is_empty())
}

/// Whether files are being taken in: a reload would cut that short.
fn imports() -> bool {
    INBOX.get().is_some_and(|inbox| inbox.running.try_with_untracked(Option::is_some) == Some(true))
}

fn tell(said: &str) {
    CHANNEL.with_borrow(|channel| {
        let _untold = channel.as_ref().map(|channel| channel.post_message(&said.into()));
    });
}
