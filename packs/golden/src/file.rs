//! A file of golden cases as a person wrote it, and what holds for each of its cases. Spells nothing out.

use serde::Deserialize;
use serde_json::{Map, Value};

/// One file of cases: what they share, then the cases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    level: String,
    unit: String,
    period: String,
    as_of: String,
    /// The finding of every rule that a case does not name.
    otherwise: String,
    overlay: Option<String>,
    /// Categories stated as complete for the days of the period up to `as_of`, on `as_of`: an id, or a table of `about`
    /// and `only` for part of one.
    #[serde(default)]
    complete: Vec<Value>,
    /// In the facts format.
    #[serde(default)]
    pub(crate) statements: Vec<Value>,
    pub(crate) cases: Vec<Case>,
}

/// One case; each of the file's keys may be given anew.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) name: String,
    level: Option<String>,
    unit: Option<String>,
    period: Option<String>,
    as_of: Option<String>,
    pub(crate) otherwise: Option<String>,
    overlay: Option<String>,
    complete: Option<Vec<Value>>,
    /// Indicators of which the file's statements do not hold here.
    #[serde(default)]
    pub(crate) without: Vec<String>,
    /// On top of the file's, in the facts format.
    #[serde(default)]
    pub(crate) statements: Vec<Value>,
    /// In the facts format; `id`, `stated_on` and `attributes` may be left out.
    #[serde(default)]
    pub(crate) incidents: Vec<Map<String, Value>>,
    /// `verdict`, `provisional`, `score`, `otherwise`, and findings by the rule's id.
    pub(crate) expect: Map<String, Value>,
}

/// What holds for a case, or for all cases of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given<'a> {
    pub(crate) level: &'a str,
    pub(crate) unit: &'a str,
    pub(crate) period: &'a str,
    pub(crate) as_of: &'a str,
    pub(crate) otherwise: &'a str,
    pub(crate) overlay: Option<&'a str>,
    pub(crate) complete: &'a [Value],
}

impl<'a> Given<'a> {
    /// Takes what a file says.
    pub(crate) fn of_file(file: &'a File) -> Self {
        Self {
            level: &file.level,
            unit: &file.unit,
            period: &file.period,
            as_of: &file.as_of,
            otherwise: &file.otherwise,
            overlay: file.overlay.as_deref(),
            complete: &file.complete,
        }
    }

    /// Takes what a case says, and what its file says where the case says nothing.
    pub(crate) fn of_case(file: &'a File, case: &'a Case) -> Self {
        let all = Self::of_file(file);
        Self {
            level: case.level.as_deref().unwrap_or(all.level),
            unit: case.unit.as_deref().unwrap_or(all.unit),
            period: case.period.as_deref().unwrap_or(all.period),
            as_of: case.as_of.as_deref().unwrap_or(all.as_of),
            otherwise: case.otherwise.as_deref().unwrap_or(all.otherwise),
            overlay: case.overlay.as_deref().or(all.overlay),
            complete: case.complete.as_deref().unwrap_or(all.complete),
        }
    }
}
