//! The problems of a pack with their places and stable codes, for authors.

use std::fmt;

use crate::json::{Expected, MisfitReason};

/// Every problem of a pack; never empty where it is an error.
pub type PackErrors = Vec<PackError>;

/// One problem of a pack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{place}: {kind:?} [{}]", kind.code())]
pub struct PackError {
    /// The place.
    pub place: PackPlace,
    /// The kind of problem.
    pub kind: ProblemKind,
}

/// A place in a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackPlace {
    /// The authored file, as handed in; empty in a compiled pack.
    pub file: String,
    /// The line of that file, from 1; 0 in a compiled pack.
    pub line: usize,
    /// The character of that line, from 1; 0 in a compiled pack.
    pub column: usize,
    /// The place in the compiled form, a JSON Pointer (RFC 6901).
    pub path: String,
}

/// A kind of problem.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// Not JSON, or not TOML; with the parser's words.
    Syntax(String),
    /// JSON, but not its RFC 8785 form.
    NotCanonical,
    /// Written in a newer format than this program reads.
    NewerFormat(i64),
    /// More bytes than this.
    TooLarge(usize),
    /// A value that does not fit the format.
    Misfit(MisfitReason),
    /// A file of the pack is not there.
    MissingFile(String),
    /// A file of the pack is not UTF-8.
    NotUtf8,
    /// The pack's id is not the name of its folder, this one.
    NotTheFolder(String),
    /// A key that another file of the pack gives too.
    KeyTwice,
    /// A value that is not what these words say.
    WrongType(&'static str),
    /// A word that is none of the known ones.
    UnknownWord(&'static [&'static str]),
    /// The value is no form's id: see [`crate::pack::Form::is_id`].
    BadFormId,
    /// A day that cannot stand here, or none of the calendar.
    BadDay,
    /// A form's table with one column.
    OneCell,
    /// An id that nothing declares.
    Unknown(UnknownId, String),
    /// An id that is declared twice.
    DuplicateId(String),
    /// An id that does not begin with the id it belongs under.
    IdOutside(String),
    /// The only check of a criterion with another id than this one, the criterion's.
    NotOwnId(String),
    /// A category whose parent is not in the catalogue.
    MissingParent(String),
    /// An attribute that incidents of this category do not carry.
    AttributeNotCarried(String),
    /// An indicator of another kind than the condition needs.
    WrongIndicatorKind(&'static str),
    /// A ratio that lies within itself, directly or by way of another.
    WithinItself,
    /// A condition with no kind or with several.
    UnclearCondition,
    /// A comparison with no bound or with several.
    UnclearComparison,
    /// A filter on a stated count, which has no incidents to filter.
    FilteredCount,
    /// A share that is no share: whole not above 0, or part above whole.
    BadShare,
    /// Two shares of a target for one year.
    YearsOverlap,
    /// A last day or year before the first.
    Reversed,
    /// The award's period is not among the reported ones.
    AwardNotReported,
    /// Monitors printed for a form that another level fills.
    FormOfAnotherLevel(String),
    /// A form with a row for which no monitor is printed.
    NotPrinted(String),
    /// Monitors printed, but no office that gives the opinion.
    NoMonitor,
    /// A reading that nothing rests on.
    UnusedReading,
    /// A reference of another kind than is needed here.
    WrongReferenceKind(String),
    /// A figure and the reference it is compared with have different decimals.
    OtherDecimals(String),
    /// A criterion in no section, at a level that has sections.
    NoSection,
    /// An award that requires itself, directly or by way of another.
    RequiresItself,
    /// An award that requires one of another kind of unit.
    RequiresOtherUnit,
    /// Points, where the document does not score, or no points where it does.
    ScoredMismatch,
    /// A first period of a kind that is not reported.
    PeriodNotReported,
    /// The office that decides in the end is not the last of those that decide.
    ReviewNotLast,
}

/// The kind of thing that an unknown id should name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each name is its meaning")]
pub enum UnknownId {
    Indicator,
    Attribute,
    Office,
    Level,
    Reading,
    Rule,
    Form,
    Section,
    Reference,
}

impl ProblemKind {
    /// Returns the stable code of the problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::NotCanonical => "not-canonical",
            Self::NewerFormat(_) => "newer-format",
            Self::TooLarge(_) => "too-large",
            Self::Misfit(why) => misfit(*why),
            Self::MissingFile(_) => "missing-file",
            Self::NotUtf8 => "not-utf8",
            Self::NotTheFolder(_) => "not-the-folder",
            Self::KeyTwice => "key-twice",
            Self::WrongType(_) => "wrong-type",
            Self::UnknownWord(_) => "unknown-word",
            Self::BadFormId => "bad-form-id",
            Self::BadDay => "bad-day",
            Self::OneCell => "one-cell",
            Self::Unknown(UnknownId::Indicator, _) => "unknown-indicator",
            Self::Unknown(UnknownId::Attribute, _) => "unknown-attribute",
            Self::Unknown(UnknownId::Office, _) => "unknown-office",
            Self::Unknown(UnknownId::Level, _) => "unknown-level",
            Self::Unknown(UnknownId::Reading, _) => "unknown-reading",
            Self::Unknown(UnknownId::Rule, _) => "unknown-rule",
            Self::Unknown(UnknownId::Form, _) => "unknown-form",
            Self::DuplicateId(_) => "duplicate-id",
            Self::IdOutside(_) => "id-outside",
            Self::NotOwnId(_) => "not-own-id",
            Self::MissingParent(_) => "missing-parent",
            Self::AttributeNotCarried(_) => "attribute-not-carried",
            Self::WrongIndicatorKind(_) => "wrong-indicator-kind",
            Self::WithinItself => "within-itself",
            Self::UnclearCondition => "unclear-condition",
            Self::UnclearComparison => "unclear-comparison",
            Self::FilteredCount => "filtered-count",
            Self::BadShare => "bad-share",
            Self::YearsOverlap => "years-overlap",
            Self::Reversed => "reversed",
            Self::AwardNotReported => "award-not-reported",
            Self::FormOfAnotherLevel(_) => "form-of-another-level",
            Self::NotPrinted(_) => "not-printed",
            Self::NoMonitor => "no-monitor",
            Self::UnusedReading => "unused-reading",
            Self::Unknown(UnknownId::Section, _) => "unknown-section",
            Self::Unknown(UnknownId::Reference, _) => "unknown-reference",
            Self::WrongReferenceKind(_) => "wrong-reference-kind",
            Self::OtherDecimals(_) => "other-decimals",
            Self::NoSection => "no-section",
            Self::RequiresItself => "requires-itself",
            Self::RequiresOtherUnit => "requires-other-unit",
            Self::ScoredMismatch => "scored-mismatch",
            Self::PeriodNotReported => "period-not-reported",
            Self::ReviewNotLast => "review-not-last",
        }
    }
}

/// Returns the code of a misfit, which for some is another in packs than in bundles.
fn misfit(why: MisfitReason) -> &'static str {
    match why {
        MisfitReason::Missing => "missing-key",
        MisfitReason::Unknown => "unknown-key",
        MisfitReason::TooLong(_) | MisfitReason::TooMany(_) => "too-large",
        MisfitReason::Not(Expected::Object | Expected::List | Expected::Text | Expected::Integer | Expected::Bool) => {
            "wrong-type"
        }
        MisfitReason::Not(Expected::Members) => "empty-table",
        MisfitReason::Not(Expected::Id) => "bad-id",
        MisfitReason::Not(Expected::Day) => "bad-day",
        MisfitReason::Not(Expected::Period) => "bad-period",
        MisfitReason::Not(Expected::UnitCode) => "bad-unit",
        MisfitReason::Not(_) | MisfitReason::TooDeep(_) | MisfitReason::OutOfRange(..) => why.code(),
    }
}

impl fmt::Display for PackPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(f, "{}:{}:{}: ", self.file, self.line, self.column)?;
        }
        f.write_str(if self.path.is_empty() { "/" } else { &self.path })
    }
}
