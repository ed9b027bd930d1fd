//! Reads conditions and filters: one kind each, referring to entries of the catalogue.

use super::{
    error::{ProblemKind, UnknownId},
    reader::{MAX_ENTRIES, PackReader},
};
use crate::{
    MAX_NUMBER,
    id::{AttributeId, IndicatorId, NoteId},
    json::{Fields, MisfitReason, Node, Reader as _},
    pack::{
        AttributeKind, IndicatorKind, ReferenceKind,
        condition::{Compare, Condition, Filter, WhenEmpty},
    },
};

/// The most levels to which conditions and filters may be nested.
const MAX_DEPTH: usize = 8;

const KINDS: [&str; 12] =
    ["none", "count", "ratio", "rank", "rises", "stated", "all", "any", "not", "if", "open_unless", "figure"];

/// Reads a condition.
pub(super) fn condition(reader: &mut PackReader, node: Node<'_>) -> Option<Condition> {
    nested(reader, node, MAX_DEPTH)
}

fn nested(reader: &mut PackReader, node: Node<'_>, depth: usize) -> Option<Condition> {
    reader.check(depth > 0, node, || ProblemKind::Misfit(MisfitReason::TooDeep(MAX_DEPTH)))?;
    let part = |reader: &mut PackReader, node: Node<'_>| nested(reader, node, depth - 1);
    reader.object(node, |f| match one_of(f, &KINDS, ProblemKind::UnclearCondition)? {
        "none" => {
            let of = f.need("none", |reader, node| indicator(reader, node, "a category of incidents"));
            let only = only(f, of.as_ref());
            Some(Condition::None { of: of?, only: only? })
        }
        "count" => {
            let of = f.need("count", |reader, node| indicator(reader, node, "a count or a category of incidents"));
            let only = only(f, of.as_ref());
            let bound = compare(f, |reader, node| reader.whole(node, 0, MAX_NUMBER));
            let (must, bound) = bound?;
            Some(Condition::Count { of: of?, only: only?, must, bound })
        }
        "ratio" => {
            let of = f.need("ratio", |reader, node| indicator(reader, node, "a ratio"));
            let share = compare(f, share);
            let empty = f.need("empty", when_empty);
            let (must, share) = share?;
            Some(Condition::Ratio { of: of?, must, share, empty: empty? })
        }
        "rank" => {
            let of = f.need("rank", |reader, node| indicator(reader, node, "a rank"));
            let (must, bound) = compare(f, |reader, node| reader.whole(node, 1, MAX_NUMBER))?;
            Some(Condition::Rank { of: of?, must, bound })
        }
        "rises" => {
            let of = f.need("rises", |reader, node| indicator(reader, node, "a quarterly series"));
            let times = f.need("times", |reader, node| reader.whole(node, 1, 3));
            Some(Condition::Rises { of: of?, times: u8::try_from(times?).ok()? })
        }
        "stated" => {
            let of = f.need("stated", |reader, node| indicator(reader, node, "a yes or no"));
            Some(Condition::Stated { of: of? })
        }
        "all" => f.some("all", part).map(Condition::All),
        "any" => f.some("any", part).map(Condition::Any),
        "not" => f.need("not", part).map(|inner| Condition::Not(Box::new(inner))),
        "open_unless" => f.need("open_unless", part).map(|inner| Condition::OpenUnless(Box::new(inner))),
        "figure" => {
            let of = f.need("figure", |reader, node| indicator(reader, node, "a figure"));
            let against = compare(f, reference);
            let or_stated = f.need("or_stated", |reader, node| indicator(reader, node, "a yes or no"));
            let (must, (reference, decimals)) = against?;
            let own = of.as_ref().and_then(|of| f.reader.indicators.get(of)).map(|indicator| indicator.kind.clone());
            if matches!(own, Some(IndicatorKind::Figure { decimals: of_figure, .. }) if of_figure != decimals) {
                return f.problem("figure", ProblemKind::OtherDecimals(reference.to_string()));
            }
            Some(Condition::Against { of: of?, must, reference, or_stated: or_stated? })
        }
        _ => {
            let of = f.need("if", |reader, node| indicator(reader, node, "a yes or no"));
            let then = f.need("then", part);
            Some(Condition::ApplicableIf { of: of?, then: Box::new(then?) })
        }
    })
}

/// Returns the one key of `keys` that the table has. Without one kind of condition, or with two comparisons, the
/// meaning of the other keys is unclear and they are skipped; a missing comparison may be one of them, misspelt.
fn one_of<'k>(f: &mut Fields<'_, PackReader>, keys: &[&'k str], otherwise: ProblemKind) -> Option<&'k str> {
    let mut found = keys.iter().filter(|key| f.node.value.get(key).is_some());
    let (first, second) = (found.next(), found.next());
    match (first, second) {
        (Some(key), None) => return Some(key),
        (None, _) if otherwise == ProblemKind::UnclearComparison => {}
        _ => f.skip(),
    }
    f.reader.problem(f.node.at, otherwise)
}

fn indicator(reader: &mut PackReader, node: Node<'_>, expected: &'static str) -> Option<IndicatorId> {
    let id: IndicatorId = reader.id(node)?;
    let Some(entry) = reader.indicators.get(&id) else {
        // An entry that is there and faulty has had its problem told.
        let there = reader.declared.contains(&(UnknownId::Indicator, id.to_string()));
        reader.check(there, node, || ProblemKind::Unknown(UnknownId::Indicator, id.to_string()));
        return None;
    };
    let fits = match (expected, &entry.kind) {
        (_, IndicatorKind::Incidents) => expected.ends_with("category of incidents"),
        (_, IndicatorKind::Count(_)) => expected.starts_with("a count"),
        (_, IndicatorKind::Ratio { .. }) => expected == "a ratio",
        (_, IndicatorKind::Figure { .. }) => expected == "a figure",
        (_, IndicatorKind::Rank) => expected == "a rank",
        (_, IndicatorKind::Series { .. }) => expected == "a quarterly series",
        (_, IndicatorKind::Stated) => expected == "a yes or no",
    };
    reader.check(fits, node, || ProblemKind::WrongIndicatorKind(expected))?;
    Some(id)
}

fn only(f: &mut Fields<'_, PackReader>, of: Option<&IndicatorId>) -> Option<Filter> {
    let read = f.optional("only", |reader, node| filter(reader, node, of, MAX_DEPTH));
    let counted = of.and_then(|of| f.reader.indicators.get(of)).map(|it| &it.kind);
    if matches!(counted, Some(IndicatorKind::Count(_))) && f.node.value.get("only").is_some() {
        return f.problem("only", ProblemKind::FilteredCount);
    }
    read.map(|only| only.unwrap_or(Filter::Every))
}

fn filter(reader: &mut PackReader, node: Node<'_>, of: Option<&IndicatorId>, depth: usize) -> Option<Filter> {
    reader.check(depth > 0, node, || ProblemKind::Misfit(MisfitReason::TooDeep(MAX_DEPTH)))?;
    let part = |reader: &mut PackReader, node: Node<'_>| filter(reader, node, of, depth - 1);
    reader.object(node, |f| match one_of(f, &["is", "all", "any"], ProblemKind::UnclearCondition)? {
        "all" => f.some("all", part).map(Filter::All),
        "any" => f.some("any", part).map(Filter::Any),
        _ => {
            let is = f.need("is", |reader, node| attribute(reader, node, of));
            let kind = is.as_ref().and_then(|is| f.reader.attributes.get(is)).map(|it| it.kind.clone());
            let most = match kind {
                Some(AttributeKind::YesNo) => 1,
                Some(AttributeKind::Choice(words)) => i64::try_from(words.len()).unwrap_or(MAX_NUMBER) - 1,
                _ => MAX_NUMBER,
            };
            let (must, bound) = compare(f, |reader, node| reader.whole(node, 0, most))?;
            Some(Filter::Attribute { is: is?, must, bound })
        }
    })
}

fn attribute(reader: &mut PackReader, node: Node<'_>, of: Option<&IndicatorId>) -> Option<AttributeId> {
    let id: AttributeId = reader.id(node)?;
    let known = reader.attributes.contains_key(&id);
    reader.check(known, node, || ProblemKind::Unknown(UnknownId::Attribute, id.to_string()))?;
    let carrier = of.and_then(|of| reader.indicators.get(of));
    let carried = carrier
        .is_none_or(|indicator| indicator.kind != IndicatorKind::Incidents || indicator.attributes.contains(&id));
    reader.check(carried, node, || ProblemKind::AttributeNotCarried(id.to_string()))?;
    Some(id)
}

fn compare<T>(
    f: &mut Fields<'_, PackReader>,
    read: impl FnOnce(&mut PackReader, Node<'_>) -> Option<T>,
) -> Option<(Compare, T)> {
    let keys = Compare::ALL.map(Compare::code);
    let key = one_of(f, &keys, ProblemKind::UnclearComparison)?;
    let must = Compare::ALL.into_iter().find(|it| it.code() == key)?;
    Some((must, f.need(must.code(), read)?))
}

/// Reads a part of a whole.
pub(super) fn share(reader: &mut PackReader, node: Node<'_>) -> Option<(i64, i64)> {
    let numbers = reader.list(node, MAX_ENTRIES, |reader, item| reader.whole(item, 0, MAX_NUMBER))?;
    match numbers[..] {
        [part, whole] if whole > 0 && part <= whole => Some((part, whole)),
        _ => reader.problem(node.at, ProblemKind::BadShare),
    }
}

/// Reads `{ reference = "…" }`: a published figure that the document leaves to others, with its decimals.
fn reference(reader: &mut PackReader, node: Node<'_>) -> Option<(NoteId, u8)> {
    reader.object(node, |f| {
        f.need("reference", |reader, node| {
            let id: NoteId = reader.known(UnknownId::Reference, node)?;
            match reader.references.get(id.as_str())? {
                ReferenceKind::Value { decimals } => Some((id, *decimals)),
                _ => reader.problem(node.at, ProblemKind::WrongReferenceKind(id.to_string())),
            }
        })
    })
}

fn when_empty(reader: &mut PackReader, node: Node<'_>) -> Option<WhenEmpty> {
    let values = [WhenEmpty::Met, WhenEmpty::NotMet, WhenEmpty::Undetermined, WhenEmpty::NotApplicable];
    reader.word(node, &["met", "not-met", "undetermined", "not-applicable"], &values)
}
