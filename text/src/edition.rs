//! What a new edition of a document changes, in words.

use cunping_core::{
    edition::{Became, Editions},
    id::RuleId,
    pack::Level,
};

use crate::{lang::Lang, title, ui::common};

/// Says how many criteria changed in which way: `改动 1 项，新增 2 项，其余 5 项不变`.
#[must_use]
pub fn summary(lang: Lang, editions: &Editions) -> String {
    let mut parts: Vec<String> = Became::ALL
        .into_iter()
        .filter(|what| *what != Became::Same && editions.count(*what) > 0)
        .map(|what| {
            let (word, n) = (word(lang, what), editions.count(what));
            say!(lang, "{word} {n} 项", "{n} {word}")
        })
        .collect();
    let same = editions.count(Became::Same);
    parts.push(match (parts.is_empty(), same) {
        (true, _) => lang.pick("各项的要求都不变", "what every criterion asks is the same").to_owned(),
        (false, _) => say!(lang, "其余 {same} 项不变", "{same} the same"),
    });
    parts.join(lang.pick("，", ", "))
}

/// Lists every criterion that changed, and how: `改动：第一项。（条款：四(二)1）`.
#[must_use]
pub fn lines(lang: Lang, old: &Level, new: &Level, editions: &Editions) -> Vec<String> {
    let differ = editions.criteria.iter().filter(|(_, became)| *became != Became::Same);
    differ.filter_map(|(id, became)| line(lang, [old, new], id, *became)).collect()
}

fn line(lang: Lang, [old, new]: [&Level; 2], id: &RuleId, became: Became) -> Option<String> {
    let level = if became == Became::Dropped { old } else { new };
    let criterion = level.criteria.iter().find(|it| it.id == *id)?;
    let (word, title, clause) =
        (word(lang, became), title::cited(lang, criterion), common::clause_of(lang, &criterion.clause));
    Some(say!(lang, "{word}：{title}（{clause}）", "{word}: {title} ({clause})"))
}

fn word(lang: Lang, became: Became) -> &'static str {
    match became {
        Became::Added => lang.pick("新增", "added"),
        Became::Changed => lang.pick("改动", "changed"),
        Became::Dropped => lang.pick("取消", "dropped"),
        Became::Same => lang.pick("不变", "the same"),
    }
}

#[cfg(test)]
mod tests {
    use cunping_core::{edition::editions, id::Digest, pack::condition::Filter};

    use super::*;
    use crate::sample::{level, none};

    #[test]
    fn every_change_is_named_and_what_stays_is_counted() {
        let old = level(none("crime", Filter::Every));
        let same = editions(&old, &old);
        assert_eq!(summary(Lang::Zh, &same), "各项的要求都不变");
        assert!(lines(Lang::Zh, &old, &old, &same).is_empty());
        let mut new = old.clone();
        new.criteria[0].digest = Digest::of(b"other");
        let mut added = old.criteria[0].clone();
        added.id = "village.2".parse().unwrap();
        added.title = "第二项。".into();
        added.name.en = "Second item".into();
        new.criteria.push(added);
        let forth = editions(&old, &new);
        assert_eq!(summary(Lang::Zh, &forth), "新增 1 项，改动 1 项，其余 0 项不变");
        assert_eq!(
            lines(Lang::Zh, &old, &new, &forth),
            ["改动：第一项。（条款：四(二)1）", "新增：第二项。（条款：四(二)1）"]
        );
        let back = lines(Lang::En, &new, &old, &editions(&new, &old));
        assert_eq!(back, ["changed: First item (Clause 四(二)1)", "dropped: Second item (Clause 四(二)1)"]);
    }
}
