//! Reports one group of a roll-up as text and as JSON: the same counts as in the page's table.

use cunping_core::{
    json::Value,
    pack::{CountsFrom, Level, Pack},
    period::Period,
    reward::needed,
    rollup::{CountedPlace, Outcomes, Outlook, Tally},
    truth::Truth,
};
use cunping_text::{finding, lang::Lang, township, ui::recognition as words};

/// One place in one period, counted.
pub(super) struct PlaceReport<'a> {
    pub(super) place: &'a CountedPlace,
    pub(super) pack: &'a Pack,
    pub(super) level: &'a Level,
    pub(super) period: Period,
    /// True if the units that have to report are known; otherwise the units that sent a file are the base.
    pub(super) known: bool,
    /// Number of expected units that count on a roll-up's word: the files behind their verdicts are not here.
    pub(super) told: usize,
    pub(super) tally: Tally,
    /// The decisions of offices.
    pub(super) outcomes: Outcomes,
    pub(super) outlook: Option<Outlook<'a>>,
}

impl PlaceReport<'_> {
    /// Returns the report as lines of text.
    pub(super) fn words(&self, lang: Lang) -> Vec<String> {
        let Self { place, pack, level, period, tally, .. } = self;
        let example = if place.example { lang.pick("（示例）", " (example)") } else { "" };
        let mut lines = vec![format!("{} {}@{} {} {period}{example}", place.area, pack.id, pack.version, level.id)];
        lines.push(format!("   {}", township::rate(lang, pack, level, *period, tally)));
        if !self.known {
            let base = lang.pick(
                "没有该地的单位名单：应报数按收到文件的单位计算。",
                "no list of this area's units: those that sent a file are the base.",
            );
            lines.push(format!("   {base}"));
        }
        if self.told > 0 {
            lines.push(format!("   {}", words::by_word(lang, self.told)));
        }
        lines.extend(outcome_lines(lang, &self.outcomes).into_iter().map(|it| format!("   {it}")));
        let Some(outlook) = &self.outlook else { return lines };
        lines.extend(outlook.reviewed.map(|it| format!("   {}", township::reviewed(lang, &it))));
        let marked = |reached, text: String| format!("   {} {text}", finding::target(lang, reached));
        lines.extend(outlook.targets.iter().map(|(it, tally, reached)| {
            marked(reached.reached, township::target(lang, it, period.year(), reached, tally))
        }));
        lines.extend(outlook.priorities.iter().map(|(it, has)| marked(*has, township::priority(lang, it, tally))));
        lines.extend(outlook.points.map(|(it, points)| format!("   {}", township::points(lang, it, points))));
        lines
    }

    /// Returns the report as JSON.
    pub(super) fn json(&self) -> Value<'static> {
        let Self { place, pack, level, period, known, tally, .. } = self;
        let mut members = vec![
            ("area", Value::text(place.area)),
            ("example", Value::Bool(place.example)),
            ("expected", Value::Number(tally.expected)),
            ("expected_known", Value::Bool(*known)),
            ("level", Value::text(&level.id)),
            ("missing", Value::Number(tally.missing)),
            ("not_qualified", Value::Number(tally.not_qualified)),
            ("pack", Value::text(format!("{}@{}", pack.id, pack.version))),
            ("period", Value::text(period)),
            ("provisional", Value::Number(tally.provisional)),
            ("qualified", Value::Number(tally.qualified)),
            ("reported", Value::Number(tally.reported)),
            ("undetermined", Value::Number(tally.undetermined)),
        ];
        if self.told > 0 {
            members.push(("told", number(self.told)));
        }
        members.extend(outcome_json(&self.outcomes).map(|it| ("recognitions", it)));
        if let Some(outlook) = &self.outlook {
            members.extend(ahead(outlook, tally));
        }
        Value::object(members)
    }
}

/// Describes what offices decided; empty before any decision.
fn outcome_lines(lang: Lang, it: &Outcomes) -> Vec<String> {
    if *it == Outcomes::default() {
        return Vec::new();
    }
    let mut lines = vec![words::told(lang, it.qualified, it.not_qualified, it.returned, it.removed.len())];
    if it.conflict > 0 {
        lines.push(words::in_conflict(lang, it.conflict));
    }
    if it.forbidden > 0 {
        lines.push(words::forbidden(lang, it.forbidden));
    }
    if !it.removed.is_empty() {
        let units: Vec<String> = it.removed.iter().map(ToString::to_string).collect();
        lines.push(words::taken_back(lang, &units.join(lang.pick("、", ", "))));
    }
    lines
}

/// Returns what offices decided as JSON; `None` before any decision.
fn outcome_json(it: &Outcomes) -> Option<Value<'static>> {
    let removed = it.removed.iter().map(Value::text).collect();
    let more = [("conflict", it.conflict), ("forbidden", it.forbidden)];
    let more = more.into_iter().filter(|(_, count)| *count > 0).map(|(name, count)| (name, number(count)));
    let members = [
        ("not_qualified", number(it.not_qualified)),
        ("qualified", number(it.qualified)),
        ("removed", Value::List(removed)),
        ("returned", number(it.returned)),
    ];
    (*it != Outcomes::default()).then(|| Value::object(members.into_iter().chain(more)))
}

fn number(it: usize) -> Value<'static> {
    Value::Number(i64::try_from(it).unwrap_or(i64::MAX))
}

/// Returns targets, priorities, points and reviews as members of a JSON object.
fn ahead(outlook: &Outlook<'_>, tally: &Tally) -> Vec<(&'static str, Value<'static>)> {
    let targets = outlook.targets.iter().map(|(it, counted, reached)| {
        let counts = match it.counts {
            CountsFrom::Qualified => "qualified",
            CountsFrom::Reviewed => "reviewed",
        };
        Value::object([
            ("counts", Value::text(counts)),
            ("id", Value::text(&it.id)),
            ("more", Value::Number(reached.more)),
            ("needed", Value::Number(reached.needed)),
            ("open", Value::Number(counted.undetermined + counted.missing)),
            ("provisional", Value::Bool(reached.provisional)),
            ("reached", truth(reached.reached)),
            ("so_far", Value::Number(counted.qualified)),
        ])
    });
    let priorities = outlook.priorities.iter().map(|(it, has)| {
        Value::object([
            ("gives", Value::text(&it.gives)),
            ("has", truth(*has)),
            ("id", Value::text(&it.id)),
            ("needed", Value::Number(needed(it, tally.expected))),
            ("so_far", Value::Number(tally.qualified)),
        ])
    });
    let mut members =
        vec![("priorities", Value::List(priorities.collect())), ("targets", Value::List(targets.collect()))];
    members.extend(outlook.points.map(|(it, hundredths)| {
        let points = [("cap", Value::Number(it.cap)), ("hundredths", Value::Number(hundredths))];
        ("points", Value::object(points))
    }));
    members.extend(outlook.reviewed.map(|it| {
        let reviews = [
            ("failed", Value::Number(it.not_qualified)),
            ("not_reviewed", Value::Number(it.missing)),
            ("passed", Value::Number(it.qualified)),
        ];
        ("reviews", Value::object(reviews))
    }));
    members
}

fn truth(it: Truth) -> Value<'static> {
    Value::text(match it {
        Truth::True => "true",
        Truth::False => "false",
        Truth::Unknown => "unknown",
    })
}
