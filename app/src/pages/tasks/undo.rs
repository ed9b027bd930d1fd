//! Undoing a bulk act: which one it was is stored, so that it can be undone after a reload, and what was changed since, also in
//! another window, stays as it is.

use cunping_core::{
    days::Days,
    facts::{Says, Statement, Topic},
    moment::Moment,
};
use cunping_text::ui::{common, tasks as words};
use leptos::prelude::*;

use super::sheet::QuestionSheet;
use crate::{
    clock,
    drafts::fields,
    state::App,
    store::{Change, Register, Saved},
};

/// The bulk act that brings all answers up to today; any other is named by its section.
pub(super) const UP_TO_TODAY: &str = "up-to-today";

/// A bulk act: the second at which it was done, which all of its statements bear, and how many they were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct AtOnce {
    at: Moment,
    ms: i64,
    count: usize,
}

impl AtOnce {
    fn now(count: usize) -> Option<Self> {
        let seconds = clock::now().div_euclid(1000);
        Some(Self { at: Moment::from_unix(seconds)?, ms: seconds * 1000, count })
    }

    fn read(text: &str) -> Option<Self> {
        let (count, at) = text.split_once(' ')?;
        let (at, count) = (at.parse::<Moment>().ok()?, count.parse().ok()?);
        Some(Self { at, ms: at.unix() * 1000, count })
    }

    fn write(self) -> String {
        format!("{} {}", self.count, self.at)
    }

    /// Returns its statements that are still there as they were made.
    fn standing(self, register: &Register) -> Vec<Statement> {
        let made = register.statements.iter().filter(|saved| saved.at_ms == self.ms);
        made.map(|saved| saved.value.clone()).collect()
    }
}

/// States several things at once, under one name, so that they can be undone together.
pub(super) fn state(sheet: QuestionSheet, name: &str, all: Vec<Statement>) {
    let app = App::shared();
    let (Some(of), Some(act)) = (app.current.get_untracked(), AtOnce::now(all.len())) else { return };
    app.change(all.into_iter().map(|value| Change::State(of, Saved { value, at_ms: act.ms })).collect());
    app.type_in(&sheet.undo_at(), sheet.undo, |acts| fields::set(acts, name, act.write()));
}

/// Returns the id of the button that undoes an act.
pub(super) fn button(name: &str) -> String {
    format!("undo-{}", name.replace('.', "-"))
}

/// Draws what was stated at once under this name today, with its undo, after which `undone` is called; nothing if nothing of it
/// is left.
pub(super) fn line(sheet: QuestionSheet, name: &str, undone: impl Fn() + Clone + Send + Sync + 'static) -> AnyView {
    let (app, lang) = (App::shared(), sheet.lang);
    let name = StoredValue::new(name.to_owned());
    let act = Memo::new(move |_| {
        let text = sheet.undo.with(|acts| name.with_value(|name| acts.get(name).cloned()))?;
        AtOnce::read(&text).filter(|act| act.at.day() == app.today.get())
    });
    let left = Memo::new(move |_| {
        let act = act.get()?;
        Some((act, app.register.with(|register| act.standing(register).len()))).filter(|(_, left)| *left > 0)
    });
    let undo = move |_| {
        let (Some(of), Some((act, _))) = (app.current.get_untracked(), left.get_untracked()) else { return };
        let changes = app.register.with_untracked(|register| taken_back(register, &act.standing(register)));
        app.change(changes.into_iter().map(|change| change.of(of)).collect());
        let forget = |acts: &mut fields::TypedFields| fields::set(acts, &name.get_value(), String::new());
        app.type_in(&sheet.undo_at(), sheet.undo, forget);
        undone();
    };
    let drawn = move || {
        let (act, left) = left.get()?;
        let (id, time) = (name.with_value(|name| button(name)), clock::time(act.ms));
        let told = if name.with_value(|name| name == UP_TO_TODAY) {
            words::again_done_at(lang, &time, act.count)
        } else {
            words::rest_done_at(lang, &time, act.count)
        };
        let changed = act.count.saturating_sub(left);
        Some(view! {
            <p class="notice">
                {told}" "{(changed > 0).then(|| words::rest_changed(lang, changed))}" "
                <button type="button" id=id on:click=undo.clone()>{common::undo(lang)}</button>
            </p>
        })
    };
    any_view! { <div role="status">{drawn}</div> }
}

/// One step of undoing a bulk act.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Undoing {
    TakeBack(Topic, Days),
    Restore(Saved<Statement>),
}

impl Undoing {
    fn of(self, workplace: crate::store::WorkplaceId) -> Change {
        match self {
            Self::TakeBack(topic, days) => Change::TakeBack(workplace, topic, days),
            Self::Restore(statement) => Change::State(workplace, statement),
        }
    }
}

/// Returns the steps that undo statements. A statement that reached the day on which it was made, and was continued from that
/// day on, has this day again.
fn taken_back(register: &Register, made: &[Statement]) -> Vec<Undoing> {
    let mut steps = Vec::new();
    for statement in made {
        let topic = Topic::of(statement);
        steps.push(Undoing::TakeBack(topic.clone(), statement.days));
        let before = statement.days.first().pred_opt();
        let continued = register.statements.iter().find(|saved| {
            let it = &saved.value;
            it.says == Says::Complete
                && Topic::of(it) == topic
                && Some(it.days.last()) == before
                && it.made_on == statement.days.first()
        });
        if let Some(saved) = continued
            && let Some(days) = Days::new(saved.value.days.first(), saved.value.made_on)
        {
            let value = Statement { days, ..saved.value.clone() };
            steps.push(Undoing::Restore(Saved { value, at_ms: saved.at_ms }));
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(about: &str, days: (&str, &str), made_on: &str, at_ms: i64) -> Saved<Statement> {
        let value = Statement {
            about: about.parse().unwrap(),
            only: cunping_core::pack::condition::Filter::Every,
            days: Days::new(days.0.parse().unwrap(), days.1.parse().unwrap()).unwrap(),
            made_on: made_on.parse().unwrap(),
            says: Says::Complete,
        };
        Saved { value, at_ms }
    }

    #[test]
    fn an_act_is_read_as_it_was_written() {
        let act = AtOnce::read("9 2026-11-15T10:00:07+08:00").unwrap();
        assert_eq!((act.count, act.ms), (9, 1_794_708_007_000));
        assert_eq!(AtOnce::read(&act.write()), Some(act));
        for text in ["", "9", "x 2026-11-15T10:00:07+08:00", "9 2026-11-15", "9 2026-11-15T10:00:07Z"] {
            assert_eq!(AtOnce::read(text), None, "{text}");
        }
        assert_eq!(cunping_core::privacy::without(&act.write()), act.write(), "it may be stored");
    }

    #[test]
    fn only_what_was_made_by_the_act_and_not_changed_since_is_taken_back() {
        let act = AtOnce::read("2 2026-11-15T10:00:07+08:00").unwrap();
        let register = Register {
            statements: vec![
                said("crime", ("2026-01-01", "2026-11-15"), "2026-11-15", act.ms),
                said("fire", ("2026-01-01", "2026-11-15"), "2026-11-15", act.ms + 4000),
            ],
            ..Register::default()
        };
        let made = act.standing(&register);
        assert_eq!(made.iter().map(|it| it.about.as_str()).collect::<Vec<_>>(), ["crime"]);
        let steps = taken_back(&register, &made);
        assert_eq!(steps, [Undoing::TakeBack(Topic::of(&made[0]), made[0].days)]);
    }

    #[test]
    fn what_was_continued_ends_again_on_the_day_on_which_it_was_made() {
        let register = Register {
            statements: vec![
                said("crime", ("2026-01-01", "2026-03-14"), "2026-03-15", 1),
                said("crime", ("2026-03-15", "2026-11-15"), "2026-11-15", 2000),
            ],
            ..Register::default()
        };
        let made = [register.statements[1].value.clone()];
        let before = said("crime", ("2026-01-01", "2026-03-15"), "2026-03-15", 1);
        assert_eq!(
            taken_back(&register, &made),
            [Undoing::TakeBack(Topic::of(&made[0]), made[0].days), Undoing::Restore(before)]
        );
    }
}
