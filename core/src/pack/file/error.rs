//! The problems of a pack with their places and stable codes, for authors.

use std::fmt;

/// Every problem of a pack; never empty where it is an error.
pub type PackErrors = Vec<PackError>;

/// One problem of a pack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{place}: {kind} [{}]", kind.code())]
pub struct PackError {
    /// The place.
    pub place: Place,
    /// The kind of problem.
    pub kind: Kind,
}

/// A place in a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
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
pub enum Kind {
    /// Not JSON, or not TOML; with the parser's words.
    Syntax(String),
    /// JSON, but not its RFC 8785 form.
    NotCanonical,
    /// Written in a newer format than this program reads.
    NewerFormat(i64),
    /// More bytes, entries or characters than allowed.
    TooLarge {
        /// The limit.
        limit: usize,
    },
    /// Conditions nested too deep.
    TooDeep,
    /// A file of the pack is not there.
    MissingFile(String),
    /// A key that the format does not have here.
    UnknownKey,
    /// A key that another file of the pack gives too.
    KeyTwice,
    /// A key that must be there.
    MissingKey(&'static str),
    /// A value of another type.
    WrongType(&'static str),
    /// A word that is none of the known ones.
    UnknownWord(&'static [&'static str]),
    /// Text without a character.
    EmptyText,
    /// Text with a control character, or with white space at its start or end.
    BadText,
    /// A list without an entry.
    EmptyList,
    /// Not of the form an id has.
    BadId,
    /// The value is no form's id: see [`crate::pack::Form::is_id`].
    BadFormId,
    /// Not a day of the calendar.
    BadDay,
    /// Not a period, such as `2021-Q3`.
    BadPeriod,
    /// Not a 12-digit division code.
    BadUnit,
    /// A number outside its range.
    OutOfRange {
        /// The lower end.
        least: i64,
        /// The upper end.
        most: i64,
    },
    /// An id that nothing declares.
    Unknown(What, String),
    /// An id that is declared twice.
    DuplicateId(String),
    /// An id that does not begin with the id it belongs under.
    IdOutside(String),
    /// A category whose parent is not in the catalogue.
    MissingParent(String),
    /// An attribute that incidents of this category do not carry.
    AttributeNotCarried(String),
    /// An indicator of another kind than the condition needs.
    WrongIndicatorKind(&'static str),
    /// A condition with no kind or with several.
    UnclearCondition,
    /// A comparison with no bound or with several.
    UnclearComparison,
    /// A filter on a stated count, which has no incidents to filter.
    FilteredCount,
    /// A share that is no share: whole not above 0, or part above whole.
    BadShare,
    /// Two shares of a target for one year, or shares out of order.
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
pub enum What {
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

impl Kind {
    /// Returns the stable code of the problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax(_) => "syntax",
            Self::NotCanonical => "not-canonical",
            Self::NewerFormat(_) => "newer-format",
            Self::TooLarge { .. } => "too-large",
            Self::TooDeep => "too-deep",
            Self::MissingFile(_) => "missing-file",
            Self::UnknownKey => "unknown-key",
            Self::KeyTwice => "key-twice",
            Self::MissingKey(_) => "missing-key",
            Self::WrongType(_) => "wrong-type",
            Self::UnknownWord(_) => "unknown-word",
            Self::EmptyText => "empty-text",
            Self::BadText => "bad-text",
            Self::EmptyList => "empty-list",
            Self::BadId => "bad-id",
            Self::BadFormId => "bad-form-id",
            Self::BadDay => "bad-day",
            Self::BadPeriod => "bad-period",
            Self::BadUnit => "bad-unit",
            Self::OutOfRange { .. } => "out-of-range",
            Self::Unknown(What::Indicator, _) => "unknown-indicator",
            Self::Unknown(What::Attribute, _) => "unknown-attribute",
            Self::Unknown(What::Office, _) => "unknown-office",
            Self::Unknown(What::Level, _) => "unknown-level",
            Self::Unknown(What::Reading, _) => "unknown-reading",
            Self::Unknown(What::Rule, _) => "unknown-rule",
            Self::Unknown(What::Form, _) => "unknown-form",
            Self::DuplicateId(_) => "duplicate-id",
            Self::IdOutside(_) => "id-outside",
            Self::MissingParent(_) => "missing-parent",
            Self::AttributeNotCarried(_) => "attribute-not-carried",
            Self::WrongIndicatorKind(_) => "wrong-indicator-kind",
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
            Self::Unknown(What::Section, _) => "unknown-section",
            Self::Unknown(What::Reference, _) => "unknown-reference",
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

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(words) => write!(f, "cannot be read: {words}"),
            Self::NotCanonical => write!(f, "not the canonical form of its JSON"),
            Self::NewerFormat(found) => write!(f, "format {found} is newer than this program"),
            Self::TooLarge { limit } => write!(f, "larger than {limit}"),
            Self::TooDeep => write!(f, "conditions nested too deep"),
            Self::MissingFile(name) => write!(f, "no file `{name}`"),
            Self::UnknownKey => write!(f, "unknown key"),
            Self::KeyTwice => write!(f, "another file gives this key too"),
            Self::MissingKey(key) => write!(f, "no `{key}`"),
            Self::WrongType(expected) => write!(f, "not {expected}"),
            Self::UnknownWord(known) => write!(f, "none of `{}`", known.join("`, `")),
            Self::EmptyText => write!(f, "empty text"),
            Self::BadText => write!(f, "control character or outer white space in a text"),
            Self::EmptyList => write!(f, "empty list"),
            Self::BadId => write!(f, "not an id: 1 to 80 of `a-z 0-9 - . /`"),
            Self::BadFormId => write!(f, "not a form's id: 1 to 8 ASCII letters and digits"),
            Self::BadDay => write!(f, "no such day"),
            Self::BadPeriod => write!(f, "not a period such as `2021`, `2021-H1`, `2021-Q3`"),
            Self::BadUnit => write!(f, "not a 12-digit division code"),
            Self::OutOfRange { least, most } => write!(f, "not between {least} and {most}"),
            Self::Unknown(what, id) => write!(f, "no {what} `{id}`"),
            Self::DuplicateId(id) => write!(f, "`{id}` stands twice"),
            Self::IdOutside(parent) => write!(f, "does not belong under `{parent}`"),
            Self::MissingParent(parent) => write!(f, "no parent category `{parent}`"),
            Self::AttributeNotCarried(attribute) => write!(f, "incidents here carry no `{attribute}`"),
            Self::WrongIndicatorKind(expected) => write!(f, "the indicator is not {expected}"),
            Self::UnclearCondition => write!(f, "not exactly one kind of condition"),
            Self::UnclearComparison => write!(f, "not exactly one comparison"),
            Self::FilteredCount => write!(f, "a stated count has no incidents to filter"),
            Self::BadShare => write!(f, "not a share"),
            Self::YearsOverlap => write!(f, "years overlap or are out of order"),
            Self::Reversed => write!(f, "ends before it begins"),
            Self::AwardNotReported => write!(f, "the award's period is not reported"),
            Self::FormOfAnotherLevel(form) => write!(f, "form `{form}` belongs to another level"),
            Self::NotPrinted(form) => write!(f, "no monitor printed for form `{form}`"),
            Self::NoMonitor => write!(f, "monitors are printed, but `monitors` names no office"),
            Self::UnusedReading => write!(f, "nothing rests on this reading"),
            Self::WrongReferenceKind(id) => write!(f, "`{id}` is a reference of another kind"),
            Self::OtherDecimals(id) => write!(f, "the figure has other decimals than `{id}`"),
            Self::NoSection => write!(f, "in no section, though the level has sections"),
            Self::RequiresItself => write!(f, "the award requires itself"),
            Self::RequiresOtherUnit => write!(f, "the required award is for another kind of unit"),
            Self::ScoredMismatch => write!(f, "`scored` sections and `result = \"score\"` need each other"),
            Self::PeriodNotReported => write!(f, "a period of a kind that is not reported"),
            Self::ReviewNotLast => write!(f, "`review` is not the last office of `recognition.by`"),
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Indicator => "indicator",
            Self::Attribute => "attribute",
            Self::Office => "office",
            Self::Level => "level",
            Self::Reading => "reading",
            Self::Rule => "rule",
            Self::Form => "form",
            Self::Section => "section",
            Self::Reference => "reference",
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(f, "{}:{}:{}: ", self.file, self.line, self.column)?;
        }
        f.write_str(if self.path.is_empty() { "/" } else { &self.path })
    }
}
