//! An office's answer to a file (回执). The first-seen day in it is the office's own.

use super::{DecisionReason, Kind, LinePosition, Stated};
use crate::{
    days::Day,
    id::{Digest, UnitCode},
};

/// An office's answer to one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The signing party.
    pub stated: Stated,
    /// Its place among this office's answers to the same file.
    pub place: LinePosition,
    /// The unit whose file it is.
    pub unit: UnitCode,
    /// Its name, as the office writes it.
    pub unit_name: String,
    /// The file.
    pub file: Digest,
    /// The kind of that file.
    pub kind: Kind,
    /// The day on which the office first saw it.
    pub first_seen: Day,
    /// The last day on which it was on time; `None` where nothing sets one.
    pub due: Option<Day>,
    /// The answer.
    pub answer: ReceiptAnswer,
}

/// The outcome of a file at an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceiptAnswer {
    /// It has arrived.
    Received,
    /// It has to be corrected, for at least one reason.
    Returned(Vec<DecisionReason>),
    /// It is accepted.
    Accepted,
}

/// The timeliness of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timely {
    /// No deadline is set.
    NoDeadline,
    /// On the last day or before.
    Met,
    /// After it.
    Late,
}

impl Receipt {
    /// Compares the day on which the office first saw the file with its deadline.
    #[must_use]
    pub fn timely(&self) -> Timely {
        match self.due {
            None => Timely::NoDeadline,
            Some(due) if self.first_seen <= due => Timely::Met,
            Some(_) => Timely::Late,
        }
    }
}

impl ReceiptAnswer {
    /// Returns the word in files.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Returned(_) => "returned",
            Self::Accepted => "accepted",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::parts::Party;

    #[test]
    fn answers_have_their_words_in_files() {
        let all = [ReceiptAnswer::Received, ReceiptAnswer::Returned(Vec::new()), ReceiptAnswer::Accepted];
        assert_eq!(all.each_ref().map(ReceiptAnswer::code), ["received", "returned", "accepted"]);
    }

    #[test]
    fn the_last_day_is_on_time() {
        let day = |text: &str| -> Day { text.parse().unwrap() };
        let unit = "150626200205".parse().unwrap();
        let party = Party { unit, office: Some("pingan".parse().unwrap()) };
        let at = "2026-04-12T10:00:00+08:00".parse().unwrap();
        let seen = |first_seen: &str, due: Option<&str>| {
            let receipt = Receipt {
                stated: Stated { party: party.clone(), at, software: String::new(), example: false },
                place: LinePosition::FIRST,
                unit,
                unit_name: String::new(),
                file: Digest([0; 32]),
                kind: Kind::Assessment,
                first_seen: day(first_seen),
                due: due.map(day),
                answer: ReceiptAnswer::Accepted,
            };
            receipt.timely()
        };
        assert_eq!(seen("2026-04-05", Some("2026-04-05")), Timely::Met);
        assert_eq!(seen("2026-04-06", Some("2026-04-05")), Timely::Late);
        assert_eq!(seen("2026-04-06", None), Timely::NoDeadline);
    }
}
