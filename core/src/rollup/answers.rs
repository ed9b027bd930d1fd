//! Selects the answer to a file that its sender follows.

use crate::{
    bundle::{Receipt, ReceiptAnswer},
    days::Day,
    id::Digest,
};

/// Selects the answer to a file that its sender follows, out of all that count, each with the day on which it was first
/// seen.
///
/// The nearest office above comes before those above it; of its answers the last in its line, then by the importer's
/// day. No time in a file decides. On one day, an answer that asks for something comes before one that does not.
pub fn answer<'a>(answers: impl Iterator<Item = (&'a Receipt, Day)>, file: Digest) -> Option<&'a Receipt> {
    let rank = |(receipt, first_seen): &(&Receipt, Day)| {
        let asks = matches!(receipt.answer, ReceiptAnswer::Returned(_));
        (std::cmp::Reverse(receipt.stated.party.unit.level()), receipt.place.sequence, *first_seen, asks)
    };
    answers.filter(|(receipt, _)| receipt.file == file).max_by_key(rank).map(|(receipt, _)| receipt)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{DecisionReason, Kind, LinePosition, Party, Stated};

    const FILE: Digest = Digest([7; 32]);

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// Makes an answer of the office in charge of a unit, at a place of its line, signed on some day.
    fn receipt(unit: &str, sequence: u32, stated: &str, answer: ReceiptAnswer) -> Receipt {
        Receipt {
            stated: Stated {
                party: Party { unit: unit.parse().unwrap(), office: Some("pingan".parse().unwrap()) },
                at: format!("{stated}T10:00:00+08:00").parse().unwrap(),
                software: String::new(),
                example: false,
            },
            place: LinePosition { sequence, supersedes: (sequence > 1).then_some(Digest([1; 32])) },
            unit: "150626200205".parse().unwrap(),
            unit_name: String::new(),
            file: FILE,
            kind: Kind::Assessment,
            first_seen: day("2026-04-12"),
            due: None,
            answer,
        }
    }

    #[test]
    fn the_last_word_of_the_nearest_office_counts_whatever_time_a_file_says() {
        let township = |sequence, stated, answer| receipt("150626200000", sequence, stated, answer);
        let returned = ReceiptAnswer::Returned(vec![DecisionReason { criterion: None, text: "x".to_owned() }]);
        let first = township(1, "2199-01-01", ReceiptAnswer::Accepted);
        let last = township(2, "2026-04-02", returned);
        let above = receipt("150626000000", 9, "2199-01-01", ReceiptAnswer::Accepted);
        let other = Receipt { file: Digest([8; 32]), ..township(3, "2026-04-03", ReceiptAnswer::Accepted) };
        let (early, late) = (day("2026-04-12"), day("2026-05-01"));
        let all = [(&first, late), (&last, early), (&above, late), (&other, late)];
        assert_eq!(answer(all.into_iter(), FILE), Some(&last));
        assert_eq!(answer(all.into_iter().rev(), FILE), Some(&last), "whichever came first");
        let beside = township(2, "2026-04-01", ReceiptAnswer::Received);
        let of_two = |one, another| answer([(&last, one), (&beside, another)].into_iter(), FILE);
        assert_eq!(of_two(early, late), Some(&beside), "of two at one place the one that came in later");
        assert_eq!(of_two(late, early), Some(&last));
        assert_eq!(of_two(early, early), Some(&last), "and on one day the one that asks for something");
        assert_eq!(answer([(&beside, early), (&last, early)].into_iter(), FILE), Some(&last));
    }
}
