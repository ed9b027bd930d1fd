//! The day of the screens: asked anew whenever somebody acts or comes back, because a page may stay open over midnight.

use cunping_core::days::Day;
use gloo::{
    events::{EventListener, EventListenerOptions, EventListenerPhase},
    timers::callback::Interval,
};
use leptos::prelude::*;

use super::App;
use crate::{clock, store::Register};

/// The events before which the day is asked: whoever hears them after this file sees the new one.
const ACTS: [&str; 4] = ["focus", "keydown", "pointerdown", "visibilitychange"];

/// The interval at which it is asked while nobody does anything, in milliseconds.
const LOOK_EVERY: u32 = 30_000;

/// Starts to ask for the day, for as long as the page is open.
pub fn watch(app: App) {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    let ask = move || {
        let today = clock::today();
        if today != app.today.get_untracked() {
            app.today.set(today);
        }
    };
    let acts = ACTS.map(|act| EventListener::new_with_options(&gloo::utils::window(), act, options, move |_| ask()));
    StoredValue::new_local((acts, Interval::new(LOOK_EVERY, ask)));
}

/// Returns the last day that the workplace's records speak of, if it lies after today: then the clock is wrong now, or
/// was wrong when they were made.
#[must_use]
pub fn recorded_after(app: App) -> Option<Day> {
    let records = app.register.with(last_day);
    let files = app.files.with(|files| files.iter().map(|file| file.first_seen.day).max());
    records.max(files).filter(|last| *last > app.today.get())
}

fn last_day(register: &Register) -> Option<Day> {
    let statements = register.statements.iter().map(|saved| saved.value.days.last().max(saved.value.made_on));
    let incidents = register.incidents.iter().map(|saved| saved.value.day.max(saved.value.stated_on));
    statements.chain(incidents).max()
}
