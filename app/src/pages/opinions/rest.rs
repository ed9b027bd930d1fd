//! “Agree with all the rest”: to which criteria of which units it applied, and the undo. It never changes an answer
//! that somebody chose.

use std::collections::BTreeMap;

use cunping_core::{id::UnitCode, pack::Criterion};
use cunping_text::{lang::Lang, ui::opinion as words};
use leptos::prelude::*;

use crate::{
    components::done_note::{DoneAction, DoneNote},
    pages::opinions::{AGREES, AnswerSoFar, OpinionFile, OpinionKey, TypedOpinions, field},
};

impl TypedOpinions {
    /// Agrees with those of the criteria that have no answer yet.
    pub(super) fn agree_with_rest(self, keys: &[OpinionKey]) {
        let silent = |key: &&OpinionKey| untrack(|| self.get(key)).is_none();
        let rest: Vec<OpinionKey> = keys.iter().filter(silent).cloned().collect();
        if !rest.is_empty() {
            self.change(|kept| kept.extend(rest.iter().map(|key| (field(key), AGREES.to_owned()))));
            self.agreed.update(|all| all.push(rest));
        }
    }

    /// Undoes the last press, except where the answer was changed since.
    fn take_back(self) {
        let Some((place, back)) = untrack(|| self.still_agreed()) else { return };
        self.change(|kept| kept.retain(|name, _| back.iter().all(|key| field(key) != *name)));
        self.agreed.update(|all| all.truncate(place));
    }

    /// Returns the last press of which something is left, as its index, with the criteria that still agree; `None` if
    /// nothing is left.
    fn still_agreed(self) -> Option<(usize, Vec<OpinionKey>)> {
        let agreed = |key: &&OpinionKey| self.get(key) == Some(AnswerSoFar::Agrees);
        self.agreed.with(|all| {
            let left = all.iter().map(|keys| keys.iter().filter(agreed).cloned().collect::<Vec<_>>());
            left.enumerate().rfind(|(_, keys)| !keys.is_empty())
        })
    }
}

/// Draws what the last press agreed with, unit by unit, with the undo.
pub(super) fn told(lang: Lang, said: TypedOpinions, asked: &[&'static Criterion], all: &[OpinionFile]) -> AnyView {
    let titles: Vec<_> = asked.iter().map(|criterion| (&criterion.id, criterion.title.as_str())).collect();
    let name = |file: &OpinionFile| (file.assessment.facts.unit, file.assessment.unit_name.clone());
    let names: BTreeMap<UnitCode, String> = all.iter().map(name).collect();
    let line = move |unit: UnitCode, keys: &[OpinionKey]| {
        let of_it = |rule| keys.iter().any(|(of, about)| *of == unit && about == rule);
        let titles: Vec<_> = titles.iter().filter(|(rule, _)| of_it(*rule)).map(|(_, title)| *title).collect();
        let name = names.get(&unit).cloned().unwrap_or_else(|| unit.to_string());
        format!("{name}：{}", titles.join("；"))
    };
    let done = Signal::derive(move || {
        let (_, keys) = said.still_agreed()?;
        let mut units: Vec<UnitCode> = keys.iter().map(|(unit, _)| *unit).collect();
        units.dedup();
        let lines = units.into_iter().map(|unit| line(unit, &keys)).collect();
        Some(DoneAction { text: words::rest_agreed(lang, keys.len()), lines })
    });
    any_view! { <DoneNote lang done on_undo=move |()| said.take_back() /> }
}
