//! Reports one group of a roll-up as text and as JSON: the same counts as in the page's table.

use cunping_core::{
    id::UnitCode,
    json::Value,
    pack::{CountsFrom, Level, Pack},
    period::Period,
    reward::needed,
    rollup::{CountedPlace, Outcomes, Outlook, Tally},
    truth::Truth,
};
use cunping_text::{
    finding,
    lang::Lang,
    targets, township,
    ui::{self, recognition as words},
};

/// Units found qualified at a level that only units which passed a review may reach.
#[derive(Default)]
pub(super) struct ReviewedFirst {
    /// Those that did not pass it, as far as is known; they are not among the qualified.
    pub(super) units: Vec<UnitCode>,
    /// How many were found qualified while no outcome of a review is here.
    pub(super) unknown: usize,
}

/// One place in one period, counted.
pub(super) struct PlaceReport<'a> {
    pub(super) place: &'a CountedPlace,
    pub(super) pack: &'a Pack,
    pub(super) level: &'a Level,
    pub(super) period: Period,
    /// The quarters that the period is put together of; empty for every period that units rate.
    pub(super) quarters: Vec<Period>,
    /// True if the units that have to report are known; otherwise the units that sent a file are the base.
    pub(super) known: bool,
    /// Number of expected units that count on a roll-up's word: the files behind their verdicts are not here.
    pub(super) told: usize,
    pub(super) tally: Tally,
    /// The decisions of offices.
    pub(super) outcomes: Outcomes,
    /// Decisions on units that had to pass a review first.
    pub(super) first: ReviewedFirst,
    pub(super) outlook: Option<Outlook<'a>>,
}

impl PlaceReport<'_> {
    /// Returns the report as lines of text.
    pub(super) fn words(&self, lang: Lang) -> Vec<String> {
        let Self { place, pack, level, period, tally, .. } = self;
        let example = if place.example { lang.pick("（示例）", " (example)") } else { "" };
        let mut lines = vec![format!("{} {}@{} {} {period}{example}", place.area, pack.id, pack.version, level.id)];
        lines.push(format!("   {}", township::rate(lang, pack, level, *period, tally)));
        if !self.quarters.is_empty() {
            lines.push(format!("   {}", ui::township::half_how(lang)));
        }
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
        lines.extend(targets::over(lang, pack, *period).map(|over| format!("   {over}")));
        let decided = if self.is_decided() { outcome_lines(lang, &self.outcomes) } else { Vec::new() };
        lines.extend(decided.into_iter().map(|line| format!("   {line}")));
        if !self.first.units.is_empty() {
            let units: Vec<String> = self.first.units.iter().map(ToString::to_string).collect();
            let units = units.join(lang.pick("、", ", "));
            lines.push(format!("   ✕ {}", words::without_review(lang, &units)));
        }
        if self.first.unknown > 0 {
            lines.push(format!("   {}", words::review_unknown(lang, self.first.unknown)));
        }
        let Some(outlook) = &self.outlook else { return lines };
        lines.extend(outlook.reviewed.map(|reviewed| format!("   {}", targets::reviewed(lang, &reviewed, tally))));
        lines.extend(outlook.targets.iter().map(|(target, tally, reached)| {
            let mark = finding::target(lang, target, reached.reached);
            format!("   {mark} {}", targets::target(lang, target, period.year(), reached, tally))
        }));
        lines.extend(outlook.ended.iter().map(|(target, last)| format!("   {}", targets::ended(lang, target, last))));
        lines.extend(outlook.priorities.iter().map(|(priority, has)| {
            format!("   {} {}", finding::share(lang, *has), targets::priority(lang, priority, tally))
        }));
        let points = outlook.points.as_ref();
        lines.extend(points.map(|points| format!("   {}", targets::points(lang, pack, level, points))));
        lines
    }

    /// Tells whether any office has decided about a unit.
    fn is_decided(&self) -> bool {
        self.outcomes != Outcomes::default() || !self.first.units.is_empty()
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
        if !self.quarters.is_empty() {
            members.push(("quarters", Value::List(self.quarters.iter().map(Value::text).collect())));
        }
        members.extend(self.is_decided().then(|| ("recognitions", outcome_json(&self.outcomes))));
        if !self.first.units.is_empty() {
            members.push(("not_reviewed", Value::List(self.first.units.iter().map(Value::text).collect())));
        }
        if self.first.unknown > 0 {
            members.push(("review_unknown", number(self.first.unknown)));
        }
        if let Some(outlook) = &self.outlook {
            members.extend(ahead(outlook, tally));
        }
        Value::object(members)
    }
}

/// Describes what offices decided.
fn outcome_lines(lang: Lang, outcomes: &Outcomes) -> Vec<String> {
    let mut lines =
        vec![words::told(lang, outcomes.qualified, outcomes.not_qualified, outcomes.returned, outcomes.removed.len())];
    if outcomes.conflict > 0 {
        lines.push(words::in_conflict(lang, outcomes.conflict));
    }
    if outcomes.forbidden > 0 {
        lines.push(words::forbidden(lang, outcomes.forbidden));
    }
    if !outcomes.removed.is_empty() {
        let units: Vec<String> = outcomes.removed.iter().map(ToString::to_string).collect();
        lines.push(words::taken_back(lang, &units.join(lang.pick("、", ", "))));
    }
    lines
}

/// Returns what offices decided as JSON.
fn outcome_json(outcomes: &Outcomes) -> Value<'static> {
    let removed = outcomes.removed.iter().map(Value::text).collect();
    let more = [("conflict", outcomes.conflict), ("forbidden", outcomes.forbidden)];
    let more = more.into_iter().filter(|(_, count)| *count > 0).map(|(name, count)| (name, number(count)));
    let members = [
        ("not_qualified", number(outcomes.not_qualified)),
        ("qualified", number(outcomes.qualified)),
        ("removed", Value::List(removed)),
        ("returned", number(outcomes.returned)),
    ];
    Value::object(members.into_iter().chain(more))
}

fn number(count: usize) -> Value<'static> {
    Value::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Returns targets, priorities, points and reviews as members of a JSON object.
fn ahead(outlook: &Outlook<'_>, tally: &Tally) -> Vec<(&'static str, Value<'static>)> {
    let targets = outlook.targets.iter().map(|(target, counted, reached)| {
        let counts = match target.counts {
            CountsFrom::Qualified => "qualified",
            CountsFrom::Reviewed => "reviewed",
        };
        Value::object([
            ("aim", Value::Bool(target.aim)),
            ("counts", Value::text(counts)),
            ("id", Value::text(&target.id)),
            ("more", Value::Number(reached.more)),
            ("needed", Value::Number(reached.needed)),
            ("open", Value::Number(counted.undetermined + counted.missing)),
            ("provisional", Value::Bool(reached.provisional)),
            ("reached", truth(reached.reached)),
            ("so_far", Value::Number(counted.qualified)),
        ])
    });
    let priorities = outlook.priorities.iter().map(|(priority, has)| {
        Value::object([
            ("gives", Value::text(&priority.gives)),
            ("has", truth(*has)),
            ("id", Value::text(&priority.id)),
            ("needed", Value::Number(needed(priority, tally.expected))),
            ("so_far", Value::Number(tally.qualified)),
        ])
    });
    let mut members =
        vec![("priorities", Value::List(priorities.collect())), ("targets", Value::List(targets.collect()))];
    let ended = outlook.ended.iter().map(|(target, last)| {
        let until = Value::Number(i64::from(last.to.unwrap_or(last.from)));
        Value::object([("id", Value::text(&target.id)), ("until", until)])
    });
    members.push(("ended_targets", Value::List(ended.collect())));
    members.extend(outlook.points.as_ref().map(|points| {
        let of = [
            ("cap", Value::Number(points.bonus.cap)),
            ("hundredths", Value::Number(points.hundredths())),
            ("new", number(points.new.len())),
            ("unknown_before", number(points.unknown.len())),
        ];
        ("points", Value::object(of))
    }));
    members.extend(outlook.reviewed.map(|reviewed| {
        let reviews = [
            ("failed", Value::Number(reviewed.not_qualified)),
            ("not_reviewed", Value::Number(reviewed.missing)),
            ("passed", Value::Number(reviewed.qualified)),
        ];
        ("reviews", Value::object(reviews))
    }));
    members
}

fn truth(truth: Truth) -> Value<'static> {
    Value::text(match truth {
        Truth::True => "true",
        Truth::False => "false",
        Truth::Unknown => "unknown",
    })
}
