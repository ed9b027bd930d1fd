//! Which incidents a check counts, in words, with the documents' inclusive and exclusive terms.

use cunping_core::pack::{
    Attribute, AttributeKind, Pack,
    condition::{Compare, Filter},
};

use crate::{lang::Lang, number, term};

/// Describes a filter: `损失 10,000 元以上（含），或死亡人数 1 人以上（含）`. Returns `None` if every incident of the
/// category counts.
#[must_use]
pub fn words(lang: Lang, pack: &Pack, filter: &Filter) -> Option<String> {
    match filter {
        Filter::Every => None,
        Filter::Attribute { is, must, bound } => {
            let name = term::attribute(lang, pack, is);
            Some(pack.attributes.get(is).map_or_else(
                || format!("{name} {}", number::bound(lang, *must, &bound.to_string())),
                |it| attribute(lang, name, it, *must, *bound),
            ))
        }
        Filter::All(parts) => joined(lang, pack, parts, lang.pick("，且", ", and ")),
        Filter::Any(parts) => joined(lang, pack, parts, lang.pick("，或", ", or ")),
    }
}

fn joined(lang: Lang, pack: &Pack, parts: &[Filter], between: &str) -> Option<String> {
    let part = |part: &Filter| {
        let text = words(lang, pack, part)?;
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
            let reach = number::reach(lang, must, &say!(lang, "{figure} 人", "{figure}"));
            say!(lang, "{name} {reach}", "{name}: {reach}")
        }
        AttributeKind::Yuan => {
            let reach = number::reach(lang, must, &say!(lang, "{figure} 元", "{figure} yuan"));
            say!(lang, "{name} {reach}", "{name}: {reach}")
        }
        AttributeKind::YesNo => {
            let no = say!(lang, "“{name}”为“否”", "“{name}” is “no”");
            if must.holds(1, bound) { name.to_owned() } else { no }
        }
        AttributeKind::Choice(options) => {
            let option = usize::try_from(bound).ok().and_then(|place| options.get(place));
            let is_last = option.is_some_and(|option| options.last() == Some(option));
            let option = option.map_or(figure.as_str(), |words| lang.of(words));
            // Nothing is above the last choice.
            match attribute.scope.as_ref().filter(|_| must == Compare::AtLeast && !is_last) {
                Some(scope) => lang.of(scope).replace("{choice}", option),
                None => choice(lang, name, must, option),
            }
        }
    }
}

fn choice(lang: Lang, name: &str, must: Compare, option: &str) -> String {
    match must {
        Compare::AtLeast => say!(lang, "{name}为“{option}”或以上", "{name}: “{option}” or above"),
        Compare::AtMost => say!(lang, "{name}为“{option}”或以下", "{name}: “{option}” or below"),
        Compare::MoreThan => {
            say!(lang, "{name}在“{option}”以上（不含“{option}”）", "{name}: above “{option}”")
        }
        Compare::LessThan => {
            say!(lang, "{name}在“{option}”以下（不含“{option}”）", "{name}: below “{option}”")
        }
        Compare::Equal => say!(lang, "{name}为“{option}”", "{name}: “{option}”"),
    }
}
