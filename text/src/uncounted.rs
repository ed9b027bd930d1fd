//! Why a registered incident does not count for a question, in words: what it has, and from where the document counts.

use cunping_core::{
    facts::Incident,
    id::AttributeId,
    pack::{
        Attribute, AttributeKind, Pack,
        condition::{Compare, Filter},
    },
};

use crate::{filter, lang::Lang, number, question, term};

/// Says why an incident does not pass a filter: `直接财产损失 9,999 元，文件从 1 万元起`. Returns `None` if it passes, or
/// may pass.
///
/// Where one of several would do, only what comes near is named, or else the first: nobody has to read that a fire
/// without deaths has too few of them.
#[must_use]
pub fn why(lang: Lang, pack: &Pack, only: &Filter, incident: &Incident) -> Option<String> {
    let missed = missed(only, incident)?;
    let said = missed.iter().map(|it| sentence(lang, pack, it)).collect::<Vec<_>>();
    (!said.is_empty()).then(|| said.join(lang.pick("；", "; ")))
}

/// One comparison that an incident fails.
#[derive(Clone, Copy)]
struct Missed<'a> {
    is: &'a AttributeId,
    must: Compare,
    bound: i64,
    value: i64,
}

/// Lists the comparisons that keep an incident out; `None` if it passes the filter, or may.
fn missed<'a>(filter: &'a Filter, incident: &Incident) -> Option<Vec<Missed<'a>>> {
    match filter {
        Filter::Every => None,
        Filter::Attribute { is, must, bound } => {
            let value = *incident.attributes.get(is)?;
            (!must.holds(value, *bound)).then(|| vec![Missed { is, must: *must, bound: *bound, value }])
        }
        Filter::All(parts) => {
            let all: Vec<_> = parts.iter().filter_map(|part| missed(part, incident)).flatten().collect();
            (!all.is_empty()).then_some(all)
        }
        Filter::Any(parts) => {
            let all: Option<Vec<_>> = parts.iter().map(|part| missed(part, incident)).collect();
            let all: Vec<_> = all?.into_iter().flatten().collect();
            let near: Vec<_> = all.iter().filter(|it| it.value > 0).copied().collect();
            Some(if near.is_empty() { all.into_iter().take(1).collect() } else { near })
        }
    }
}

fn sentence(lang: Lang, pack: &Pack, missed: &Missed<'_>) -> String {
    let Missed { is, must, bound, value } = *missed;
    let name = term::bare(term::attribute(lang, pack, is));
    let has = question::attribute_value(lang, pack, is, value);
    match pack.attributes.get(is).map(|it: &Attribute| &it.kind) {
        Some(AttributeKind::YesNo) => {
            let other = question::attribute_value(lang, pack, is, 1 - value);
            say!(
                lang,
                "“{name}”填的是“{has}”，文件只算“{other}”的",
                "“{name}” is “{has}”, and the document counts “{other}” only"
            )
        }
        Some(AttributeKind::Choice(options)) => {
            let first = (0..).take(options.len()).find(|option| must.holds(*option, bound));
            let from = first.map(|first| question::attribute_value(lang, pack, is, first)).unwrap_or_default();
            match must {
                Compare::AtLeast | Compare::MoreThan if !from.is_empty() => {
                    say!(
                        lang,
                        "{name}“{has}”，文件从“{from}”起",
                        "{name}: “{has}”, and the document counts from “{from}”"
                    )
                }
                _ => {
                    let to = question::attribute_value(lang, pack, is, bound);
                    say!(
                        lang,
                        "{name}“{has}”，文件只算到“{to}”",
                        "{name}: “{has}”, and the document counts up to “{to}”"
                    )
                }
            }
        }
        kind => {
            let unit =
                if kind == Some(&AttributeKind::Yuan) { lang.pick("元", "yuan") } else { lang.pick("人", "people") };
            let figure = number::short(lang, bound, unit);
            match must {
                Compare::AtLeast => {
                    say!(
                        lang,
                        "{name} {has}，文件从 {figure}起",
                        "{name}: {has}, and the document counts from {figure}"
                    )
                }
                _ => {
                    let reach = filter::reach(lang, must, &figure);
                    say!(lang, "{name} {has}，文件只算{reach}", "{name}: {has}, and the document counts{reach} only")
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{at_least, incident, large, level, none, pack};

    fn told(only: &Filter, known: &[(&str, i64)]) -> Option<String> {
        let pack = pack(level(none("fire", Filter::Every)));
        why(Lang::Zh, &pack, only, &incident("2026-02-03", "fire", known))
    }

    #[test]
    fn what_comes_near_is_held_against_the_bound() {
        let fire = |loss| [("loss-yuan", loss), ("deaths", 0), ("grade", 0)];
        assert_eq!(told(&large(), &fire(9_999)).unwrap(), "直接财产损失 9,999 元，文件从 1 万元起");
        assert_eq!(told(&large(), &fire(10_000)), None, "it counts");
        assert_eq!(told(&large(), &fire(0)).unwrap(), "直接财产损失 0 元，文件从 1 万元起");
        let graded = [("loss-yuan", 100), ("deaths", 0), ("grade", 1)];
        assert_eq!(
            told(&large(), &graded).unwrap(),
            "直接财产损失 100 元，文件从 1 万元起；等级“一般”，文件从“较大”起"
        );
    }

    #[test]
    fn what_is_not_known_may_count_where_one_is_enough_and_not_where_all_are_needed() {
        assert_eq!(told(&large(), &[("loss-yuan", 9_999)]), None);
        let both = Filter::All(vec![at_least("loss-yuan", 10_000), at_least("deaths", 2)]);
        assert_eq!(told(&both, &[("deaths", 1)]).unwrap(), "死亡人数 1 人，文件从 2 人起");
        assert_eq!(told(&both, &[]), None);
        assert_eq!(told(&Filter::Every, &[]), None);
    }

    #[test]
    fn exclusive_bounds_and_those_from_above() {
        let only = |must, bound| Filter::Attribute { is: "loss-yuan".parse().unwrap(), must, bound };
        let of =
            |must| told(&only(must, 12_000), &[("loss-yuan", if must == Compare::AtMost { 20_000 } else { 12_000 })]);
        assert_eq!(of(Compare::MoreThan).unwrap(), "直接财产损失 12,000 元，文件只算超过 1.2 万元");
        assert_eq!(of(Compare::AtMost).unwrap(), "直接财产损失 20,000 元，文件只算 1.2 万元或以下");
    }
}
