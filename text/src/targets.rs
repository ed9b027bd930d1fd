//! The targets of a document, what a share of units earns, and where a document ends, in words. All numbers come from
//! core.

use std::collections::BTreeMap;

use cunping_core::{
    id::{LevelId, UnitLevel},
    pack::{Bonus, DatedShare, Level, Pack, Priority, Target},
    period::Period,
    reward,
    reward::needed,
    rollup::{LevelPoints, Tally},
    target::Reached,
    truth::Truth,
};

use crate::{lang::Lang, number, term, when};

/// Says what a share of units earns the unit above: `平安村(社区)占比80%以上…：要求 8 个，已有 7 个 · 四(一)`.
#[must_use]
pub fn priority(lang: Lang, priority: &Priority, tally: &Tally) -> String {
    let (label, clause) = (lang.of(&priority.label), &priority.clause);
    let (needed, have) = (needed(priority, tally.expected), tally.qualified);
    say!(
        lang,
        "{label}：要求 {needed} 个，已有 {have} 个 · {clause}",
        "{label}: {needed} needed, {have} so far · {clause}"
    )
}

/// Says how many units of a level qualify for the first time, and the points they give:
/// `…：今年新建成 4 个村(社区)，计 0.8 分 · 四(二)`.
#[must_use]
pub fn points(lang: Lang, pack: &Pack, level: &Level, points: &LevelPoints<'_>) -> String {
    let (label, clause) = (lang.of(&points.bonus.label), &points.bonus.clause);
    let (unit, new) = (term::unit(lang, pack, level.unit), points.new.len());
    let given = number::decimal(points.hundredths(), 2);
    let unknown = match points.unknown.len() {
        0 => String::new(),
        n => say!(
            lang,
            "（其中 {n} 个缺以前年度的文件，是不是首次建成请核对）",
            " ({n} of them without the files of former years: check that it is their first time)"
        ),
    };
    say!(
        lang,
        "{label}：今年新建成 {new} 个{unit}{unknown}，计 {given} 分 · {clause}",
        "{label}: {new} new this year ({unit}){unknown}, {given} points · {clause}"
    )
}

/// Says the points of all levels of a county together:
/// `全县(市)加分合计 3 分（今年新建成：村(社区) 10、乡镇(街道) 3；三级合计最多 3 分）· 四(二)`.
#[must_use]
pub fn points_of_county(lang: Lang, pack: &Pack, bonus: &Bonus, new: &BTreeMap<LevelId, i64>) -> String {
    let level = |id: &LevelId| pack.level(id).map(|level| term::unit(lang, pack, level.unit));
    let each: Vec<String> = new.iter().filter_map(|(id, count)| Some(format!("{} {count}", level(id)?))).collect();
    let (each, county) = (term::list(lang, &each), term::unit(lang, pack, UnitLevel::County));
    let (sum, cap) = (number::decimal(reward::points(bonus, new), 2), number::decimal(bonus.cap, 2));
    let clause = &bonus.clause;
    say!(
        lang,
        "全{county}加分合计 {sum} 分（今年新建成：{each}；三级合计最多 {cap} 分）· {clause}",
        "Points of the whole {county}: {sum} (new this year: {each}; {cap} at most for all levels together) · {clause}"
    )
}

/// Counts the results of reviews, with their share of the units that were reviewed and of those that qualify:
/// `复核合格 8 个，复核不合格 1 个，没有抽查到 4 个；合格占抽查的 …，占达标的 …`.
#[must_use]
pub fn reviewed(lang: Lang, reviews: &Tally, units: &Tally) -> String {
    let Tally { qualified, not_qualified, missing, .. } = *reviews;
    let counts = say!(
        lang,
        "复核合格 {qualified} 个，复核不合格 {not_qualified} 个，没有抽查到 {missing} 个",
        "passed the review {qualified}, failed {not_qualified}, not reviewed {missing}"
    );
    let of = |whole: i64| (whole > 0).then(|| number::percent(lang, qualified, whole));
    let seen = of(qualified + not_qualified).map(|share| say!(lang, "占抽查的 {share}", "{share} of those reviewed"));
    // A unit can pass whose file is not here; a share above the whole says nothing.
    let good = of(units.qualified).filter(|_| qualified <= units.qualified);
    let good = good.map(|share| say!(lang, "占达标的 {share}", "{share} of those that qualify"));
    let shares: Vec<String> = seen.into_iter().chain(good).collect();
    if shares.is_empty() {
        return counts;
    }
    let shares = shares.join(lang.pick("，", ", "));
    say!(lang, "{counts}；合格{shares}", "{counts}; passed: {shares}")
}

/// Says that a target's years are over, with its last share:
/// `…：文件只写到2023年（百分之八十五以上），以后没有目标 · 二(二)`.
#[must_use]
pub fn ended(lang: Lang, target: &Target, last: &DatedShare) -> String {
    let (label, clause) = (lang.of(&target.label), &last.clause);
    let (share, year) = (number::share(lang, last.part, last.whole), last.to.unwrap_or(last.from));
    say!(
        lang,
        "{label}：文件只写到{year}年（{share}以上），以后没有目标 · {clause}",
        "{label}: the document goes to {year} ({share} or more) and sets no target after it · {clause}"
    )
}

/// Says that a period begins after the last day of the document's scheme, with the clause and our reading; `None` for a
/// period before it, and for a document without an end.
#[must_use]
pub fn over(lang: Lang, pack: &Pack, period: Period) -> Option<String> {
    let scheme = pack.scheme.as_ref().filter(|scheme| scheme.is_over(period))?;
    let (until, clause) = (when::day(lang, scheme.until), &scheme.clause);
    let mut text = say!(
        lang,
        "文件只写到{until}（{clause}），这一期在这以后。",
        "The document goes to {until} ({clause}), and this period begins after it."
    );
    for reading in pack.readings.iter().filter(|reading| scheme.readings.contains(&reading.note.id)) {
        let reading = lang.of(&reading.note.text);
        text.push_str(&say!(lang, "解读：{reading}", " Our reading: {reading}"));
    }
    Some(text)
}

/// Says how far a target is: `首批创建（2022年：三分之二以上）：要求 9 个，已有 7 个，还差 2 个，还有 3 个待定或未报 ·
/// 二`.
#[must_use]
pub fn target(lang: Lang, target: &Target, year: i32, reached: &Reached, tally: &Tally) -> String {
    let (label, clause) = (lang.of(&target.label), &reached.share.clause);
    let share = number::share(lang, reached.share.part, reached.share.whole);
    let head = say!(lang, "{label}（{year}年：{share}以上）", "{label} ({year}: {share} or more)");
    if tally.expected == 0 {
        return say!(
            lang,
            "{head}：没有应报单位，无法判断 · {clause}",
            "{head}: no expected units, so nothing can be said · {clause}"
        );
    }
    let (needed, more, have) = (reached.needed, reached.more, tally.qualified);
    let open = tally.undetermined + tally.missing;
    let mut text = say!(lang, "{head}：要求 {needed} 个，已有 {have} 个", "{head}: {needed} needed, {have} so far");
    if more > 0 {
        text.push_str(&say!(lang, "，还差 {more} 个", ", {more} more to go"));
    }
    if open > 0 {
        text.push_str(&say!(lang, "，还有 {open} 个待定或未报", ", {open} open or not reported"));
    }
    text.push_str(match (reached.reached, reached.provisional) {
        (Truth::True, true) => lang.pick("，已达到（暂定）", "; reached (provisional)"),
        (Truth::True, false) => lang.pick("，已达到", "; reached"),
        (Truth::False, _) if target.aim => {
            lang.pick("，到不了力争数（力争，不算违反）", "; below the aim, which nobody breaks")
        }
        (Truth::False, _) => lang.pick("，已达不到", "; out of reach"),
        (Truth::Unknown, _) => "",
    });
    text.push_str(" · ");
    text.push_str(clause);
    text
}

#[cfg(test)]
mod tests {
    use cunping_core::target::reached;

    use super::*;
    use crate::sample::words;

    fn of(share: DatedShare) -> Target {
        Target {
            id: "target.first".parse().unwrap(),
            label: words("首批创建", "First batch"),
            clause: "二".into(),
            level: "village".parse().unwrap(),
            counts: cunping_core::pack::CountsFrom::Qualified,
            periods: cunping_core::pack::CountedPeriods::Awarded,
            aim: false,
            shares: vec![share],
            readings: Vec::new(),
        }
    }

    fn told(tally: &Tally) -> String {
        let of = of(DatedShare { from: 2022, to: None, part: 2, whole: 3, clause: "二".into() });
        target(Lang::Zh, &of, 2022, &reached(&of, 2022, tally).unwrap(), tally)
    }

    #[test]
    fn a_target_below_at_and_without_units() {
        let below = Tally {
            expected: 13,
            reported: 11,
            qualified: 7,
            not_qualified: 3,
            undetermined: 1,
            missing: 2,
            provisional: 0,
        };
        assert_eq!(
            told(&below),
            "首批创建（2022年：三分之二以上）：要求 9 个，已有 7 个，还差 2 个，还有 3 个待定或未报 · 二"
        );
        let at =
            Tally { expected: 13, reported: 13, qualified: 9, not_qualified: 4, provisional: 1, ..Tally::default() };
        assert_eq!(told(&at), "首批创建（2022年：三分之二以上）：要求 9 个，已有 9 个，已达到（暂定） · 二");
        let out = Tally { expected: 13, reported: 13, qualified: 8, not_qualified: 5, ..Tally::default() };
        assert_eq!(told(&out), "首批创建（2022年：三分之二以上）：要求 9 个，已有 8 个，还差 1 个，已达不到 · 二");
        assert!(told(&Tally::default()).contains("无法判断"));
    }

    #[test]
    fn an_aim_that_is_missed_is_not_broken() {
        let missed = Tally { expected: 13, reported: 13, qualified: 8, not_qualified: 5, ..Tally::default() };
        let share = DatedShare { from: 2022, to: Some(2022), part: 2, whole: 3, clause: "二".into() };
        let aim = Target { aim: true, ..of(share.clone()) };
        let said = target(Lang::Zh, &aim, 2022, &reached(&aim, 2022, &missed).unwrap(), &missed);
        assert!(said.contains("还差 1 个，到不了力争数（力争，不算违反）"), "{said}");
        assert_eq!(crate::finding::target(Lang::Zh, &aim, Truth::False).key, "not-applicable");
        assert_eq!(crate::finding::target(Lang::Zh, &of(share.clone()), Truth::False).key, "not-met");
        assert_eq!(ended(Lang::Zh, &aim, &share), "首批创建：文件只写到2022年（三分之二以上），以后没有目标 · 二");
    }

    #[test]
    fn reviews_are_told_with_their_two_shares() {
        let reviews = Tally { expected: 13, qualified: 8, not_qualified: 2, missing: 3, ..Tally::default() };
        let told = |good| reviewed(Lang::Zh, &reviews, &Tally { qualified: good, ..Tally::default() });
        let counts = "复核合格 8 个，复核不合格 2 个，没有抽查到 3 个";
        assert_eq!(told(10), format!("{counts}；合格占抽查的 80%，占达标的 80%"));
        assert_eq!(told(7), format!("{counts}；合格占抽查的 80%"), "of seven eight cannot have passed");
        let none = Tally { expected: 3, missing: 3, ..Tally::default() };
        assert_eq!(reviewed(Lang::Zh, &none, &none), "复核合格 0 个，复核不合格 0 个，没有抽查到 3 个");
    }
}
