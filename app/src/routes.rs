//! The addresses of the page, one for each screen, in the fragment behind `#`.

use std::fmt;

use cunping_core::{
    id::{Digest, LevelId, PackId, RuleId, UnitCode},
    pack::Form,
    period::Period,
};

/// One screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The welcome at the first visit; later the current workplace's work.
    Home,
    /// Setting up a workplace: who it is.
    Setup,
    /// The workplaces of this browser.
    Workplaces,
    /// The task list of a period.
    Tasks(Period),
    /// One criterion of a period.
    Question(Period, RuleId),
    /// The verdict, its reasons, and the answers that are missing.
    Result(Period),
    /// The answers to check before signing, and signing itself.
    Check(Period),
    /// Every incident of a period.
    Incidents(Period),
    /// A signed file: its content, how to send it, and what happens next.
    Sent(Digest),
    /// Periods and their files.
    History,
    /// A form of the document on paper, filled for a period.
    Form(String, Period),
    /// A form of the document on paper, blank.
    BlankForm(String),
    /// The table of a township's units in a period.
    Township(Period),
    /// One unit of the township in full.
    Unit(UnitCode, Period),
    /// A monitoring unit's opinions of a period.
    Opinions(Period),
    /// An office's receipts, opinions and texts that several units wrote alike, of a period.
    Desk(Period),
    /// The receipts, decisions and opinions that offices sent to a unit.
    Answers,
    /// The workplace's key and the keys that it has enrolled.
    Keys,
    /// The units, offices and keys of the area.
    Directory,
    /// Where the data is kept; backup and restore.
    Data,
    /// The current document as data: notes, readings, calendar, procedure.
    Document,
    /// Any document that the page holds, as data.
    Read(PackId),
    /// The documents that the page holds.
    Library,
    /// Two levels of documents side by side.
    Compare((PackId, LevelId), (PackId, LevelId)),
}

impl Route {
    /// Reads an address, with or without its `#`; `None` if no screen has it.
    #[must_use]
    pub fn from_hash(hash: &str) -> Option<Self> {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Some(match parts.as_slice() {
            [] => Self::Home,
            ["setup"] => Self::Setup,
            ["workplaces"] => Self::Workplaces,
            ["history"] => Self::History,
            ["answers"] => Self::Answers,
            ["opinions", period] => Self::Opinions(period.parse().ok()?),
            ["desk", period] => Self::Desk(period.parse().ok()?),
            ["keys"] => Self::Keys,
            ["directory"] => Self::Directory,
            ["data"] => Self::Data,
            ["document"] => Self::Document,
            ["document", pack] => Self::Read(pack.parse().ok()?),
            ["library"] => Self::Library,
            ["compare", left, level, right, other] => {
                Self::Compare((left.parse().ok()?, level.parse().ok()?), (right.parse().ok()?, other.parse().ok()?))
            }
            ["sent", digest] => Self::Sent(digest.parse().ok()?),
            ["form", id] => Self::BlankForm(form_id(id)?),
            ["form", id, period] => Self::Form(form_id(id)?, period.parse().ok()?),
            ["township", period] => Self::Township(period.parse().ok()?),
            ["township", period, unit] => Self::Unit(unit.parse().ok()?, period.parse().ok()?),
            ["tasks", period] => Self::Tasks(period.parse().ok()?),
            ["tasks", period, rule] => Self::Question(period.parse().ok()?, rule.parse().ok()?),
            ["result", period] => Self::Result(period.parse().ok()?),
            ["incidents", period] => Self::Incidents(period.parse().ok()?),
            ["check", period] => Self::Check(period.parse().ok()?),
            _ => return None,
        })
    }

    /// Returns the period that the screen is about.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        match self {
            Self::Tasks(period)
            | Self::Question(period, _)
            | Self::Result(period)
            | Self::Check(period)
            | Self::Incidents(period)
            | Self::Form(_, period)
            | Self::Township(period)
            | Self::Opinions(period)
            | Self::Desk(period)
            | Self::Unit(_, period) => Some(*period),
            _ => None,
        }
    }
}

fn form_id(text: &str) -> Option<String> {
    Form::is_id(text).then(|| text.to_owned())
}

impl fmt::Display for Route {
    /// Writes the address with its `#`, as an `href` holds it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("#/"),
            Self::Setup => f.write_str("#/setup"),
            Self::Workplaces => f.write_str("#/workplaces"),
            Self::Tasks(period) => write!(f, "#/tasks/{period}"),
            Self::Question(period, rule) => write!(f, "#/tasks/{period}/{rule}"),
            Self::Result(period) => write!(f, "#/result/{period}"),
            Self::Check(period) => write!(f, "#/check/{period}"),
            Self::Incidents(period) => write!(f, "#/incidents/{period}"),
            Self::Sent(digest) => write!(f, "#/sent/{digest}"),
            Self::History => f.write_str("#/history"),
            Self::Answers => f.write_str("#/answers"),
            Self::Opinions(period) => write!(f, "#/opinions/{period}"),
            Self::Desk(period) => write!(f, "#/desk/{period}"),
            Self::Form(id, period) => write!(f, "#/form/{id}/{period}"),
            Self::BlankForm(id) => write!(f, "#/form/{id}"),
            Self::Township(period) => write!(f, "#/township/{period}"),
            Self::Unit(unit, period) => write!(f, "#/township/{period}/{unit}"),
            Self::Keys => f.write_str("#/keys"),
            Self::Directory => f.write_str("#/directory"),
            Self::Data => f.write_str("#/data"),
            Self::Document => f.write_str("#/document"),
            Self::Read(pack) => write!(f, "#/document/{pack}"),
            Self::Library => f.write_str("#/library"),
            Self::Compare((left, level), (right, other)) => {
                write!(f, "#/compare/{left}/{level}/{right}/{other}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_screen() {
        let quarter: Period = "2026-Q1".parse().unwrap();
        let pack = || -> PackId { "sulide-bawu-2022".parse().unwrap() };
        let unit: UnitCode = "150626200205".parse().unwrap();
        for route in [
            Route::Home,
            Route::Setup,
            Route::Workplaces,
            Route::Tasks(quarter),
            Route::Question(quarter, "village.8".parse().unwrap()),
            Route::Result(quarter.whole_year()),
            Route::Check(quarter),
            Route::Incidents(quarter),
            Route::Sent(Digest([7; 32])),
            Route::History,
            Route::Answers,
            Route::Opinions(quarter),
            Route::Desk(quarter),
            Route::Form("2".into(), quarter),
            Route::BlankForm("2".into()),
            Route::Township(quarter),
            Route::Unit(unit, quarter),
            Route::Keys,
            Route::Directory,
            Route::Data,
            Route::Document,
            Route::Read(pack()),
            Route::Library,
            Route::Compare((pack(), "village".parse().unwrap()), (pack(), "township".parse().unwrap())),
        ] {
            assert_eq!(Route::from_hash(&route.to_string()), Some(route));
        }
    }

    #[test]
    fn an_address_that_no_screen_has_leads_nowhere() {
        for hash in ["#/nowhere", "#/tasks", "#/tasks/2026-Q9", "#/sent/12", "#/form/../2026-Q1", "#/setup/more"] {
            assert_eq!(Route::from_hash(hash), None, "{hash}");
        }
    }
}
