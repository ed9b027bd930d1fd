//! Incidents entered after their period was over (补登), in words. Core decides what is late.

use cunping_core::{
    facts::{Facts, Incident},
    pack::Pack,
    period::Period,
};

use crate::{lang::Lang, term, when};

/// Says when an incident was entered, and if so that it was late for its period: `2026年5月2日（补登：本期已结束）`.
#[must_use]
pub fn entered(lang: Lang, incident: &Incident, period: Period) -> String {
    let day = when::day(lang, incident.stated_on);
    if incident.is_late(period) {
        say!(lang, "{day}（补登：本期已结束）", "{day} (late: the period was over)")
    } else {
        day
    }
}

/// Describes every late entry of some facts, in order: `补登：2026年2月3日的刑事案件，2026年5月2日登记`.
#[must_use]
pub fn lines(lang: Lang, pack: &Pack, facts: &Facts) -> Vec<String> {
    facts.late().map(|it| line(lang, pack, it)).collect()
}

/// Describes one late entry.
#[must_use]
pub fn line(lang: Lang, pack: &Pack, incident: &Incident) -> String {
    let name = term::categories(lang, pack, &incident.categories);
    let (day, stated) = (when::day(lang, incident.day), when::day(lang, incident.stated_on));
    say!(lang, "补登：{day}的{name}，{stated}登记", "Entered late: {name}, {day}, entered on {stated}")
}

/// Describes an incident that was entered after the report, but while its period was still running.
#[must_use]
pub fn after_report(lang: Lang, pack: &Pack, incident: &Incident) -> String {
    let name = term::categories(lang, pack, &incident.categories);
    let (day, stated) = (when::day(lang, incident.day), when::day(lang, incident.stated_on));
    say!(
        lang,
        "报送后登记：{day}的{name}，{stated}登记",
        "Entered after the report: {name}, {day}, entered on {stated}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{facts, facts_in, incident, level, none, pack};

    #[test]
    fn an_entry_of_the_last_day_is_in_time_and_one_of_the_next_is_late() {
        let pack = pack(level(none("crime", cunping_core::pack::condition::Filter::Every)));
        let on = |stated: &str| {
            let mut incident = incident("2026-02-03", "crime", &[]);
            incident.stated_on = stated.parse().unwrap();
            incident
        };
        let quarter = facts(vec![on("2026-03-31"), on("2026-04-01")], vec![]);
        assert_eq!(lines(Lang::Zh, &pack, &quarter), ["补登：2026年2月3日的刑事案件，2026年4月1日登记"]);
        assert_eq!(entered(Lang::Zh, &quarter.incidents[0], quarter.period), "2026年3月31日");
        assert_eq!(entered(Lang::Zh, &quarter.incidents[1], quarter.period), "2026年4月1日（补登：本期已结束）");
        let year = facts_in("2026".parse().unwrap(), vec![on("2026-12-31"), on("2027-01-01")], vec![]);
        assert_eq!(
            lines(Lang::En, &pack, &year),
            ["Entered late: criminal case, 3 February 2026, entered on 1 January 2027"]
        );
    }
}
