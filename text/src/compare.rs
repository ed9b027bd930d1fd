//! Two documents side by side: what both ask, what each asks differently, what only one asks.

use std::collections::BTreeMap;

use cunping_core::{
    facts::Topic,
    id::IndicatorId,
    pack::{Criterion, IndicatorKind, Level, Pack},
};

use crate::{
    feeds::asked,
    lang::Lang,
    reason, term, title,
    ui::{common, compare as words},
};

/// Relation between two documents on one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// Both ask about it, but count differently.
    Differs,
    /// Both ask the same.
    Same,
    /// Only the left one asks.
    OnlyLeft,
    /// Only the right one asks.
    OnlyRight,
}

impl Relation {
    /// Every relation, in display order.
    pub const ALL: [Self; 4] = [Self::Differs, Self::Same, Self::OnlyLeft, Self::OnlyRight];

    /// Returns the heading above the rows of this relation.
    #[must_use]
    pub fn heading(self, lang: Lang, left: &str, right: &str) -> String {
        match self {
            Self::Differs => words::differs(lang).to_owned(),
            Self::Same => words::same(lang).to_owned(),
            Self::OnlyLeft => words::only(lang, left),
            Self::OnlyRight => words::only(lang, right),
        }
    }
}

/// One thing that at least one of two documents asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedTopic {
    /// Its name.
    pub name: String,
    /// Relation between the two.
    pub relation: Relation,
    /// The questions of the left one, one per line.
    pub left: Vec<String>,
    /// The questions of the right one, one per line.
    pub right: Vec<String>,
}

/// Compares what two levels ask, row by row: a row is a family of categories, or one figure or question.
#[must_use]
pub fn compare(lang: Lang, left: (&Pack, &Level), right: (&Pack, &Level)) -> Vec<ComparedTopic> {
    let (of_left, of_right) = (families(left), families(right));
    let keys: std::collections::BTreeSet<_> = of_left.keys().chain(of_right.keys()).collect();
    let mut rows: Vec<ComparedTopic> = keys
        .into_iter()
        .map(|family| {
            let (l, r) = (of_left.get(family), of_right.get(family));
            let relation = match (l, r) {
                (Some(l), Some(r)) if topics(l) == topics(r) => Relation::Same,
                (Some(_), Some(_)) => Relation::Differs,
                (_, None) => Relation::OnlyLeft,
                (None, _) => Relation::OnlyRight,
            };
            let lines = |pack, asks: Option<&Vec<Ask<'_>>>| {
                asks.map_or_else(Vec::new, |asks| asks.iter().map(|ask| line(lang, pack, ask)).collect())
            };
            let first = l.or(r).and_then(|asks| asks.first());
            let name = name(lang, [left.0, right.0], family, first);
            ComparedTopic { name, relation, left: lines(left.0, l), right: lines(right.0, r) }
        })
        .collect();
    rows.sort_by_key(|row| row.relation);
    rows
}

/// One topic with the criterion that asks about it.
struct Ask<'a> {
    topic: Topic,
    criterion: &'a Criterion,
    clause: &'a str,
}

/// Groups what a level asks: categories by the root of their tree, crimes with crimes, everything else one by one.
fn families<'a>((pack, level): (&'a Pack, &'a Level)) -> BTreeMap<IndicatorId, Vec<Ask<'a>>> {
    let mut out: BTreeMap<_, Vec<Ask<'_>>> = BTreeMap::new();
    for (criterion, check, topic) in asked(level) {
        let clause = reason::clause(criterion, check);
        let asks = out.entry(family(pack, &topic.about)).or_default();
        if asks.iter().all(|ask| ask.topic != topic || ask.criterion.title != criterion.title) {
            asks.push(Ask { topic, criterion, clause });
        }
    }
    out
}

fn family(pack: &Pack, id: &IndicatorId) -> IndicatorId {
    if pack.indicators.get(id).is_none_or(|it| it.kind != IndicatorKind::Incidents) {
        return id.clone();
    }
    std::iter::successors(Some(id.clone()), IndicatorId::parent).last().unwrap_or_else(|| id.clone())
}

fn topics<'a>(asks: &'a [Ask<'_>]) -> std::collections::BTreeSet<&'a Topic> {
    asks.iter().map(|ask| &ask.topic).collect()
}

fn line(lang: Lang, pack: &Pack, ask: &Ask<'_>) -> String {
    let (title, topic) = (title::cited(lang, ask.criterion), term::topic(lang, pack, &ask.topic));
    let clause = common::clause_of(lang, ask.clause);
    say!(lang, "{topic} —— {title}（{clause}）", "{topic}: {title} ({clause})")
}

/// Returns the family's name if one of the documents has it, else that of the first topic asked.
fn name(lang: Lang, packs: [&Pack; 2], family: &IndicatorId, first: Option<&Ask<'_>>) -> String {
    let of = |id: &IndicatorId| packs.iter().find_map(|pack| pack.indicators.get(id)).map(|it| lang.of(&it.name));
    of(family).or_else(|| of(&first?.topic.about)).unwrap_or(family.as_str()).to_owned()
}

#[cfg(test)]
mod tests {
    use cunping_core::pack::condition::{Condition, Filter};

    use super::*;
    use crate::sample::{large, level, none, pack};

    #[test]
    fn every_relation() {
        let left = pack(level(Condition::All(vec![none("fire", large()), none("crime", Filter::Every)])));
        let cameras = Condition::Stated { of: "patrols".parse().unwrap() };
        let right =
            pack(level(Condition::All(vec![none("fire", Filter::Every), none("crime", Filter::Every), cameras])));
        let rows = compare(Lang::Zh, (&left, &left.levels[0]), (&right, &right.levels[0]));
        let told: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.relation)).collect();
        assert_eq!(told[..2], [("火灾", Relation::Differs), ("刑事案件", Relation::Same)]);
        assert_eq!(told[2].1, Relation::OnlyRight);
        assert!(rows[2].left.is_empty() && rows[2].right.len() == 1);
    }
}
