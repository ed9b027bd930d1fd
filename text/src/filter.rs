//! Which incidents a check counts, in words as people say them, with the documents' inclusive and exclusive terms.

use cunping_core::pack::{
    Attribute, AttributeKind, Pack,
    condition::{Compare, Filter},
};

use crate::{lang::Lang, number, term};

/// Describes a filter: `直接财产损失 10,000 元或以上的，或者死亡 1 人或以上的`. Returns `None` if every incident of the
/// category counts.
#[must_use]
pub fn words(lang: Lang, pack: &Pack, filter: &Filter) -> Option<String> {
    let text = phrase(lang, pack, filter)?;
    Some(say!(lang, "{text}的", "those {text}"))
}

/// Describes a filter without the word that closes it in Chinese and the one that opens it in English, so that parts
/// can be put together.
fn phrase(lang: Lang, pack: &Pack, filter: &Filter) -> Option<String> {
    match filter {
        Filter::Every => None,
        Filter::Attribute { is, must, bound } => {
            let name = term::attribute(lang, pack, is);
            Some(pack.attributes.get(is).map_or_else(
                || format!("{name} {}", number::bound(lang, *must, &bound.to_string())),
                |it| attribute(lang, name, it, *must, *bound),
            ))
        }
        Filter::All(parts) => joined(lang, pack, parts, lang.pick("，并且", ", and ")),
        Filter::Any(parts) => joined(lang, pack, parts, lang.pick("的，或者", ", or ")),
    }
}

fn joined(lang: Lang, pack: &Pack, parts: &[Filter], between: &str) -> Option<String> {
    let part = |part: &Filter| {
        let text = phrase(lang, pack, part)?;
        Some(match part {
            Filter::All(inner) | Filter::Any(inner) if inner.len() > 1 => say!(lang, "（{text}）", "({text})"),
            _ => text,
        })
    };
    let parts: Option<Vec<_>> = parts.iter().map(part).collect();
    parts.filter(|parts| !parts.is_empty()).map(|parts| parts.join(between))
}

fn attribute(lang: Lang, name: &str, attribute: &Attribute, must: Compare, bound: i64) -> String {
    let (name, figure) = (term::bare(name), number::grouped(bound));
    match &attribute.kind {
        AttributeKind::People => {
            let name = name.trim_end_matches("人数");
            let reach = reach(lang, must, &say!(lang, "{figure} 人", "{figure}"));
            say!(lang, "{name}{reach}", "with{reach} {name}")
        }
        AttributeKind::Yuan => {
            let reach = reach(lang, must, &say!(lang, "{figure} 元", "{figure} yuan"));
            lang.pick(format!("{name}{reach}"), whose(name, reach.trim_start()))
        }
        AttributeKind::YesNo if must.holds(1, bound) => clause(lang, name),
        AttributeKind::YesNo => negated(lang, name),
        AttributeKind::Choice(options) => {
            let (must, bound) = of_choices(must, bound, options.len());
            let option = usize::try_from(bound).ok().and_then(|place| options.get(place));
            let option = option.map_or(figure.as_str(), |words| lang.of(words));
            match attribute.scope.as_ref().filter(|_| matches!(must, Compare::AtLeast | Compare::Equal)) {
                Some(scope) => scoped(lang, lang.of(scope), must, option),
                None => choice(lang, name, must, (option, bound)),
            }
        }
    }
}

/// Describes a bound on a quantity, as it follows its name: ` 10,000 元或以上`, `超过 50 人`.
pub(crate) fn reach(lang: Lang, must: Compare, figure: &str) -> String {
    match must {
        Compare::AtLeast => say!(lang, " {figure}或以上", " {figure} or more"),
        Compare::AtMost => say!(lang, " {figure}或以下", " {figure} or less"),
        Compare::MoreThan => say!(lang, "超过 {figure}", " more than {figure}"),
        Compare::LessThan => say!(lang, "不到 {figure}", " less than {figure}"),
        Compare::Equal => say!(lang, "正好 {figure}", " exactly {figure}"),
    }
}

/// Says that something is so of an incident. In Chinese its name says it; an English name may lack the word that joins
/// it: `that had major influence`, `in which a resident was the victim`.
fn clause(lang: Lang, name: &str) -> String {
    let first = name.split(' ').next().unwrap_or_default();
    match (lang, first) {
        (Lang::En, "a" | "an" | "the") => format!("in which {name}"),
        (Lang::En, "had" | "caused" | "arose" | "stayed") => format!("that {name}"),
        _ => name.to_owned(),
    }
}

/// Says that something is not so of an incident: `没有有效处置`, `not effectively handled`.
fn negated(lang: Lang, name: &str) -> String {
    let rest = name.strip_prefix(['已', '有']).or_else(|| name.starts_with("造成").then_some(name));
    match (lang, rest) {
        (Lang::Zh, Some(rest)) => format!("没有{rest}"),
        (Lang::Zh, None) => format!("不是{name}"),
        (Lang::En, _) if clause(lang, name) == name => format!("not {name}"),
        (Lang::En, _) => format!("of which this is not so: {name}"),
    }
}

/// Fills in the words that an attribute has of its own for a choice and all above it: `县级或以上部门认定`.
fn scoped(lang: Lang, scope: &str, must: Compare, option: &str) -> String {
    let and_above = lang.pick("{choice}以上", " level or above");
    let told = match (must, lang) {
        (Compare::Equal, Lang::Zh) => scope.replace(and_above, option),
        (Compare::Equal, Lang::En) => scope.replace(and_above, ""),
        (_, Lang::Zh) => scope.replace(and_above, &format!("{option}或以上")),
        (_, Lang::En) => scope.to_owned(),
    };
    told.replace("{choice}", option).trim_end_matches('的').to_owned()
}

/// Names the choices themselves: above one begins at the next, and nothing is above the last or below the first.
fn of_choices(must: Compare, bound: i64, choices: usize) -> (Compare, i64) {
    let (must, bound) = match must {
        Compare::MoreThan => (Compare::AtLeast, bound.saturating_add(1)),
        Compare::LessThan => (Compare::AtMost, bound.saturating_sub(1)),
        other => (other, bound),
    };
    let is_last = usize::try_from(bound).is_ok_and(|bound| bound + 1 == choices);
    match must {
        Compare::AtLeast if is_last => (Compare::Equal, bound),
        Compare::AtMost if bound == 0 => (Compare::Equal, bound),
        other => (other, bound),
    }
}

/// Says in English how large something of an incident is: `whose grade is major as the police recorded it`.
fn whose(name: &str, is: &str) -> String {
    match name.split_once(" as ") {
        Some((name, as_told)) => format!("whose {name} is {is} as {as_told}"),
        None if name.starts_with("how ") => format!("with {is} for {name}"),
        None => format!("whose {name} is {is}"),
    }
}

fn choice(lang: Lang, name: &str, must: Compare, (option, bound): (&str, i64)) -> String {
    // Where the name itself asks, its first choice says no, and any other one yes.
    if let Some(asked) = name.strip_prefix(lang.pick("是否", "whether ")) {
        return match must {
            Compare::AtLeast if bound == 1 => asked.to_owned(),
            _ => say!(lang, "{asked}（只算{option}）", "{asked} (only {option})"),
        };
    }
    let is = match must {
        Compare::AtLeast | Compare::MoreThan => say!(lang, "为{option}或以上", "{option} or above"),
        Compare::AtMost | Compare::LessThan => say!(lang, "为{option}或以下", "{option} or below"),
        Compare::Equal => say!(lang, "为{option}", "{option}"),
    };
    match lang {
        Lang::Zh => {
            // 认定的等级为重大 is said 认定为重大.
            let name = ["的等级", "的程度"].into_iter().find_map(|tail| name.strip_suffix(tail)).unwrap_or(name);
            format!("{name}{is}")
        }
        Lang::En => whose(name, &is),
    }
}

#[cfg(test)]
mod tests;
