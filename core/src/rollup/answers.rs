//! Which of the answers to a file its sender goes by. Answers nothing itself.

use crate::{
    bundle::{Answer, Receipt},
    days::Day,
    id::Digest,
};

/// The answer to a file that its sender goes by, of all that count, each with the day on which it was first seen.
///
/// The nearest office above comes before those above it; of its answers the last in its line, then by the importer's day.
/// No time in a file decides. On one day, an answer that asks for something comes before one that does not.
pub fn answer<'a>(answers: impl Iterator<Item = (&'a Receipt, Day)>, file: Digest) -> Option<&'a Receipt> {
    let rank = |(it, first_seen): &(&Receipt, Day)| {
        let asks = matches!(it.answer, Answer::Returned(_));
        (std::cmp::Reverse(it.stated.party.unit.level()), it.place.sequence, *first_seen, asks)
    };
    answers.filter(|(it, _)| it.file == file).max_by_key(rank).map(|(it, _)| it)
}
