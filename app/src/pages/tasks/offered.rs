//! The answers that a question offers, and which of them is given.

use cunping_core::{
    days::Days,
    facts::{Says, Topic},
};
use cunping_text::{
    lang::Lang,
    question::{self, Choice},
};

use crate::{components::choices::ChoiceOption, state::answers::TopicAnswer};

/// Returns the answers to choose from, in order; a figure is typed beside them.
pub(super) fn offered(
    lang: Lang,
    days: Option<Days>,
    (topic, answer): (&Topic, &TopicAnswer),
    choices: &[Choice],
) -> Vec<ChoiceOption> {
    let own = answer.own.as_ref().map(|statement| &statement.says);
    let one = |choice: &Choice| {
        let chosen = match choice {
            Choice::Complete => days.is_some_and(|days| answer.is_complete(days)),
            // Never chosen: it adds to the list, and does not say that the list is complete.
            Choice::Register | Choice::Figure => false,
            Choice::Yes => own == Some(&Says::Yes),
            Choice::No => own == Some(&Says::No),
            Choice::Unknown => answer.is_unknown(),
            Choice::NotApplicable => matches!(own, Some(Says::NotApplicable(_))),
        };
        let text = question::choice(lang, *choice, answer.registered(&topic.about)).to_owned();
        ChoiceOption { choice: *choice, text, chosen }
    };
    choices.iter().filter(|choice| **choice != Choice::Figure).map(one).collect()
}
