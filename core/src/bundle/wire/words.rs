//! The words in payloads for findings, verdicts and levels, with one spelling each.

use crate::{evaluate::Verdict, id::UnitLevel, truth::Finding};

pub(super) fn finding(word: &str) -> Option<Finding> {
    Finding::ALL.into_iter().find(|it| it.code() == word)
}

pub(super) fn verdict(word: &str) -> Option<Verdict> {
    Verdict::ALL.into_iter().find(|it| it.code() == word)
}

pub(super) fn of_level(level: UnitLevel) -> &'static str {
    match level {
        UnitLevel::Village => "village",
        UnitLevel::Township => "township",
        UnitLevel::County => "county",
        UnitLevel::Prefecture => "prefecture",
        UnitLevel::Province => "province",
    }
}
