//! A file of golden cases as a person wrote it, and the settings of each of its cases.

use serde::Deserialize;
use serde_json::{Map, Value};

/// One file of cases: their shared settings, then the cases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseFile {
    level: String,
    unit: String,
    period: String,
    as_of: String,
    /// The finding of every rule that a case does not name.
    otherwise: String,
    overlay: Option<String>,
    /// Categories stated as complete on `as_of`, for the days of the period up to `as_of`: an id, or a table of `about`
    /// and `only` for part of one.
    #[serde(default)]
    complete: Vec<Value>,
    /// Statements, in the facts format.
    #[serde(default)]
    pub(crate) statements: Vec<Value>,
    pub(crate) cases: Vec<Case>,
}

/// One case, which may give each of the file's keys anew.
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
    /// Indicators whose statements in the file are left out here.
    #[serde(default)]
    pub(crate) without: Vec<String>,
    /// Statements in addition to the file's, in the facts format.
    #[serde(default)]
    pub(crate) statements: Vec<Value>,
    /// Incidents, in the facts format; `id`, `stated_on` and `attributes` may be left out.
    #[serde(default)]
    pub(crate) incidents: Vec<Map<String, Value>>,
    /// `verdict`, `provisional`, `score`, `otherwise`, and findings by the rule's id.
    pub(crate) expect: Map<String, Value>,
}

/// One file of cases of targets.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TargetFile {
    pub(crate) cases: Vec<TargetCase>,
}

/// One case of a target: a year, how many units there are, how many qualified, how many are open, and what follows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TargetCase {
    pub(crate) target: String,
    pub(crate) year: i32,
    pub(crate) units: u64,
    pub(crate) qualified: u64,
    #[serde(default)]
    pub(crate) open: u64,
    pub(crate) reached: String,
}

/// The settings of a case, or of all cases of a file.
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
    /// Takes the settings of a file.
    pub(crate) fn of_file(file: &'a CaseFile) -> Self {
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

    /// Takes the settings of a case, with those of its file where the case gives none.
    pub(crate) fn of_case(file: &'a CaseFile, case: &'a Case) -> Self {
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
