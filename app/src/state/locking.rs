//! Locking: removes unlocked keys from memory by reloading the page once everything is saved.
//!
//! Wiping one place would not do: values are moved, and every place that they were moved from keeps a copy.

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
pub enum LockReason {
    /// Somebody pressed the button, in this tab or another.
    Asked,
    /// Nobody has done anything for [`idle::IDLE_MINUTES`].
    Idle,
    /// It was put under a passphrase a moment ago, and the memory that held it without one has to go.
    Protected,
}

const ALL: [(LockReason, &str); 3] =
    [(LockReason::Asked, "asked"), (LockReason::Idle, "idle"), (LockReason::Protected, "protected")];

/// The name of the note that says why, for the page that is loaded next.
const NOTE: &str = "cunping-locked";

/// The channel between tabs, on which they say that somebody is at work, and that keys are to be locked.
const LINE: &str = "cunping-keys";
const AT_WORK: &str = "at-work";
const LOCK: &str = "lock";

/// The interval at which the clock is looked at, and the least time between two messages that somebody is at work; in
/// milliseconds.
const LOOK_EVERY: u32 = 5_000;
const TELL_EVERY: i64 = 1_000;

/// The events that show that somebody is at work.
const ACTS: [&str; 5] = ["keydown", "pointerdown", "pointermove", "touchstart", "wheel"];

thread_local! {
    static UNDER_WAY: Cell<bool> = const { Cell::new(false) };
    static INBOX: Cell<Option<Inbox>> = const { Cell::new(None) };
    static LAST: Cell<i64> = const { Cell::new(0) };
    static TOLD: Cell<i64> = const { Cell::new(0) };
    static CHANNEL: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Locks every unlocked key. Nothing is signed from then on, and once everything is saved and no task is running the
/// page is reloaded at the same screen. Half-typed input stays. If a write fails, the reload waits until it succeeds.
pub fn lock(app: App, why: LockReason) {
    app.unlocked.update(std::collections::BTreeMap::clear);
    if why == LockReason::Asked {
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
        let code = ALL.into_iter().find(|(reason, _)| *reason == why).map_or("", |(_, code)| code);
        browser::note(NOTE, code);
        browser::reload();
    });
}

/// Returns why the page was reloaded, until somebody goes to another screen.
#[must_use]
pub fn noted() -> Option<LockReason> {
    let code = browser::noted(NOTE)?;
    ALL.into_iter().find(|(_, known)| *known == code).map(|(why, _)| why)
}

/// Forgets why the page was reloaded.
pub fn forget_note() {
    browser::forget_note(NOTE);
}

/// Starts to lock keys when nobody is at work, or when another tab says so, for as long as the page is open.
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

/// Handles an event that shows that somebody is at work in this tab.
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

/// Handles a message from another tab.
fn heard(app: App, event: &web_sys::Event) {
    let said = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
    match said.as_deref() {
        Some(AT_WORK) if !locked_by_now(app) => LAST.set(clock::now()),
        Some(LOCK) if is_open(app) => lock_here(app),
        _ => {}
    }
}

/// Locks if an unlocked key was idle for too long; returns whether it was. Checked before an event counts as work:
/// whoever comes back moves the pointer first.
fn locked_by_now(app: App) -> bool {
    let now = clock::now();
    if now < LAST.get() {
        LAST.set(now);
    }
    let idle = is_open(app) && idle::is_idle(LAST.get(), now);
    if idle {
        lock(app, LockReason::Idle);
    }
    idle
}

/// Locks because another tab said so. Leaves the channel first, since that tab has told the others.
fn lock_here(app: App) {
    if let Some(channel) = CHANNEL.take() {
        channel.close();
    }
    lock(app, LockReason::Asked);
}

fn is_open(app: App) -> bool {
    app.unlocked.with_untracked(|all| !all.is_empty())
}

/// Returns whether files are being imported or reviewed: a reload would cut that short.
fn imports() -> bool {
    INBOX.get().is_some_and(|inbox| inbox.running.try_with_untracked(Option::is_some) == Some(true))
}

fn tell(said: &str) {
    CHANNEL.with_borrow(|channel| {
        let _untold = channel.as_ref().map(|channel| channel.post_message(&said.into()));
    });
}
