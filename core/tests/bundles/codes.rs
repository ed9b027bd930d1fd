//! The tables in `docs/bundle-format.md` list exactly the codes of the errors that a reader of files can meet.

use std::{collections::BTreeSet, fs, path::Path};

use cunping_core::{
    bundle::{BundleError, KeyState, Kind, Layer, ReplaceError},
    facts::{check::Fault, file::FactsFileError},
    id::{Digest, NoteId, RuleId, UnitCode},
    json::{Expected, JsonError, Misfit, MisfitReason},
    overlay::{OverlayError, OverlayFileError},
    pack::{ProblemKind, ReferenceKind, UnknownId},
    received::BundleHalf,
    review_table::ReviewProblem,
};

type Codes = BTreeSet<&'static str>;

/// Lists one value of each variant. Does not compile where a variant is left out.
macro_rules! each {
    ($type:ident: $($variant:ident $(($($part:expr),+))? $({ $($field:ident: $value:expr),+ })?),+ $(,)?) => {{
        let _: fn(&$type) = |it| match it { $($type::$variant { .. } => ()),+ };
        [$($type::$variant $(($($part),+))? $({ $($field: $value),+ })?),+]
    }};
}

const DIGEST: Digest = Digest([0; 32]);

fn none() -> String {
    String::new()
}

fn json() -> Vec<JsonError> {
    Vec::from(each!(JsonError:
        TooLarge { bytes: 2, limit: 1 }, Empty, NotUtf8 { at: 0 }, ByteOrderMark, Syntax { at: 0 }, Truncated,
        Trailing { at: 0 }, DuplicateKey { at: 0 }, TooDeep { at: 0 }, NotAnInteger { at: 0 },
        NumberTooLarge { at: 0 },
        TextTooLong { at: 0 }, TooManyValues { at: 0 },
    ))
}

fn why() -> Vec<MisfitReason> {
    let expected = each!(Expected:
        Object, List, Distinct, Ordered, Elements, Members, Text, Saying, Line, Integer, Fraction, True, Bool, Day,
        Moment, Days, Period, UnitCode, UnitLevel, Id, IncidentId, Digest, Thumbprint, Key, Signature, Recipient, Inside, Pack, Word, Same,
    );
    let others = each!(MisfitReason: Missing, Unknown, Not(Expected::Text), TooLong(1), TooMany(1), TooDeep(1), OutOfRange(0, 1));
    expected.into_iter().map(MisfitReason::Not).chain(others).collect()
}

/// Lists misfits at one place, each alone, and none at all.
fn misfits() -> Vec<Vec<Misfit>> {
    why().into_iter().map(|why| vec![Misfit { at: none(), why }]).chain([Vec::new()]).collect()
}

fn bundle() -> Vec<BundleError> {
    let layer = Layer::Header;
    let mut all = Vec::from(each!(BundleError:
        Json { layer: Layer::File, problem: JsonError::Empty }, Encrypted, Half(BundleHalf::First),
        Base64(layer),
        Misfits { layer: Layer::File, misfits: Vec::new() }, UnknownKind(none()),
        NewerFormat { kind: Kind::Pack, format: 2 }, OtherKind(Kind::Pack), Algorithm(none()), PrivateKey, WeakKey,
        KeyMismatch, Signature, NotCanonical,
    ));
    all.push(BundleError::Half(BundleHalf::Last));
    all.extend(json().into_iter().map(|problem| BundleError::Json { layer, problem }));
    all.extend(misfits().into_iter().map(|misfits| BundleError::Misfits { layer, misfits }));
    all
}

fn facts() -> Vec<Fault> {
    let indicator = || "crime".parse().unwrap();
    Vec::from(each!(Fault:
        UnitLevel, UnitOutsideArea, PeriodNotRated, UnknownIndicator(indicator()), NotACategory(indicator()),
        UnknownAttribute("deaths".parse().unwrap()), AttributeRange("deaths".parse().unwrap()), DuplicateIncident,
        RepeatsItself, IncidentOutsidePeriod, StatedBefore, StatementOutsidePeriod, AboutTheFuture,
        WrongKind(indicator()), OutOfRange, PartAboveWhole, UnfitFilter, BeyondOuterRatio(indicator()), BadText,
        DuplicateStatement, OverlappingFigures, UnknownCriterion, RepeatsAgain, NotBelow(unit()),
        CoveredByTheMissing, FewerThanBelow(indicator()),
    ))
}

fn unit() -> UnitCode {
    "150626200205".parse().unwrap()
}

fn pack() -> Vec<ProblemKind> {
    let what = each!(UnknownId: Indicator, Attribute, Office, Level, Reading, Rule, Form, Section, Reference);
    let mut all = Vec::from(each!(ProblemKind:
        Syntax(none()), NotCanonical, NewerFormat(2), TooLarge(1), Misfit(MisfitReason::Missing), MissingFile(none()), NotUtf8, NotTheFolder(none()), KeyTwice,
        WrongType(""), UnknownWord(&[]), BadFormId, BadDay, OneCell, Unknown(UnknownId::Level, none()), DuplicateId(none()),
        IdOutside(none()), NotOwnId(none()), MissingParent(none()), AttributeNotCarried(none()),
        WrongIndicatorKind(""), WithinItself, UnclearCondition, UnclearComparison, FilteredCount, BadShare,
        YearsOverlap, Reversed, AwardNotReported,
        FormOfAnotherLevel(none()), NotPrinted(none()), NoMonitor, UnusedReading, WrongReferenceKind(none()),
        OtherDecimals(none()), NoSection, RequiresItself, RequiresOtherUnit, ScoredMismatch, PeriodNotReported,
        ReviewNotLast,
    ));
    all.extend(what.into_iter().map(|what| ProblemKind::Unknown(what, none())));
    let expected = [
        Expected::Object,
        Expected::List,
        Expected::Ordered,
        Expected::Elements,
        Expected::Members,
        Expected::Text,
        Expected::Saying,
        Expected::Line,
        Expected::Integer,
        Expected::Bool,
        Expected::Day,
        Expected::Period,
        Expected::UnitCode,
        Expected::Id,
    ];
    let misfits = [
        MisfitReason::Unknown,
        MisfitReason::TooLong(1),
        MisfitReason::TooMany(1),
        MisfitReason::TooDeep(1),
        MisfitReason::OutOfRange(0, 1),
    ];
    all.extend(expected.map(MisfitReason::Not).into_iter().chain(misfits).map(ProblemKind::Misfit));
    all
}

fn overlay() -> Vec<OverlayError> {
    let rule = || "village.1".parse::<RuleId>().unwrap();
    let note = || "reference.mean".parse::<NoteId>().unwrap();
    Vec::from(each!(OverlayError:
        OtherPack, OtherVersion(2), NoLevel, Empty, NotLeft(ReferenceKind::Weights), WeightSum(1), Weight(rule()), WeightTwice(rule()),
        PassMark(1), NoCriterion(rule()), NothingOpen(rule()), NoFigure(note()), NoText(note()), Value(note()),
        Conflict(DIGEST),
    ))
}

/// Lists the reasons; of the states of a key, `replaces` refuses two.
fn signed_overlay() -> Vec<ReplaceError> {
    let key = ReplaceError::Key(KeyState::OtherUnit(unit()));
    let all =
        each!(ReplaceError: Key(KeyState::Retired), Here(DIGEST), Older(DIGEST), SameNumber(DIGEST), OtherKey(DIGEST));
    [key].into_iter().chain(all).collect()
}

fn reviews() -> Vec<ReviewProblem> {
    Vec::from(each!(ReviewProblem:
        TooLarge(1), NotUtf8, Columns(1), OpenQuote, Rounded, Unit, Pack, Level, Year, Outcome, Contradicts(1), NoPack,
        NoLevel, NotCounted, NoYear, OtherLevel, NotExpected,
    ))
}

/// Reads the first column of the table under a heading; fails where a row gives a code twice or leaves a cell empty.
fn listed(document: &str, heading: &str) -> BTreeSet<String> {
    let section = document.split("\n### ").find_map(|it| it.strip_prefix(heading)?.strip_prefix('\n'));
    let section = section.unwrap_or_else(|| panic!("no part is called “{heading}”"));
    let section = section.split("\n## ").next().unwrap();
    let mut codes = BTreeSet::new();
    for row in section.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        assert!(cells.len() == 3 && cells.iter().all(|cell| !cell.is_empty()), "{row}");
        assert!(codes.insert(cells[0].trim_matches('`').to_owned()), "twice: {row}");
    }
    codes
}

#[test]
fn every_code_of_an_error_is_documented() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/bundle-format.md");
    let document = fs::read_to_string(path).unwrap();
    let text: Codes = json().iter().map(JsonError::code).collect();
    let members: Codes = why().into_iter().map(MisfitReason::code).chain(["misfit"]).collect();
    let whole: Codes = bundle().iter().map(BundleError::code).collect();
    let whole: Codes = whole.into_iter().filter(|it| !text.contains(it) && !members.contains(it)).collect();
    let tables: [(&str, &Codes); 8] = [
        ("Text that is no strict JSON", &text),
        ("A member that does not fit", &members),
        ("A bundle that is refused", &whole),
        ("A table of reviews that does not fit", &reviews().iter().map(ReviewProblem::code).collect()),
        ("Facts that cannot be evaluated", &facts().iter().map(Fault::code).collect()),
        ("A pack with a problem", &pack().iter().map(ProblemKind::code).collect()),
        ("An overlay that does not fit its document", &overlay().iter().map(OverlayError::code).collect()),
        ("A signed overlay that is not loaded", &signed_overlay().iter().map(ReplaceError::code).collect()),
    ];
    for (heading, codes) in tables {
        let codes: BTreeSet<String> = codes.iter().map(|it| (*it).to_owned()).collect();
        assert_eq!(listed(&document, heading), codes, "{heading}");
    }
}

#[test]
fn facts_files_and_overlays_are_refused_with_codes_of_bundles() {
    let known: Codes = bundle().iter().map(BundleError::code).collect();
    let facts = each!(FactsFileError: Json(JsonError::Empty), NewerFormat(2), Misfits(Vec::new()));
    let overlays = each!(OverlayFileError: Json(JsonError::Empty), NewerFormat(2), Misfits(Vec::new()));
    let given = facts.iter().map(FactsFileError::code).chain(overlays.iter().map(OverlayFileError::code));
    assert_eq!(given.filter(|it| !known.contains(it)).collect::<Vec<_>>(), Vec::<&str>::new());
    for misfits in misfits() {
        let code = misfits.first().map_or("misfit", |first| first.why.code());
        assert_eq!(FactsFileError::Misfits(misfits.clone()).code(), code);
        assert_eq!(OverlayFileError::Misfits(misfits).code(), code);
    }
}
