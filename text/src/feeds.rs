//! The criteria, of whichever documents, that an answer is used for, and where they mean something wider or narrower.

use cunping_core::{
    facts::{Topic, leaves},
    pack::{Check, Criterion, Level, Pack, condition::Filter},
};

use crate::{filter, lang::Lang, reason, term};

/// A criterion that an answer is used for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The short name of the document.
    pub document: String,
    /// The criterion's official title.
    pub title: String,
    /// The clause it comes from.
    pub clause: String,
    /// How its question differs from the one answered; `None` if it is the same.
    pub differs: Option<String>,
}

/// Lists every criterion of the documents that an answer about `topic` is used for, in order, each once.
///
/// An answer fully serves a criterion that asks for the same or for part of it; for one that asks for more it is part
/// of the answer.
#[must_use]
pub fn feeds(lang: Lang, documents: &[(&Pack, &Level)], topic: &Topic) -> Vec<Feed> {
    let mut out: Vec<Feed> = Vec::new();
    for (pack, level) in documents {
        for (criterion, check, other) in asked(level) {
            let Some(differs) = differs(lang, pack, topic, &other) else { continue };
            let feed = Feed {
                document: pack.source.short.clone(),
                title: criterion.title.clone(),
                clause: reason::clause(criterion, check).to_owned(),
                differs,
            };
            if !out.contains(&feed) {
                out.push(feed);
            }
        }
    }
    out
}

/// Lists every topic of a level with the check that asks about it, in order.
pub(crate) fn asked(level: &Level) -> Vec<(&Criterion, &Check, Topic)> {
    let mut out = Vec::new();
    for criterion in &level.criteria {
        for check in criterion.checks.iter().chain(&criterion.measures) {
            leaves::each(&check.condition, &mut |about, only| {
                let only = only.cloned().unwrap_or(Filter::Every);
                out.push((criterion, check, Topic { about: about.clone(), only }));
            });
        }
    }
    out
}

/// Says how `other` differs from `topic`: `Some(None)` if they are the same, `None` if they are unrelated.
fn differs(lang: Lang, pack: &Pack, topic: &Topic, other: &Topic) -> Option<Option<String>> {
    if topic == other {
        return Some(None);
    }
    if !topic.about.is_a(&other.about) && !other.about.is_a(&topic.about) {
        return None;
    }
    let name = if topic.about == other.about {
        filter::words(lang, pack, &other.only).unwrap_or_else(|| lang.pick("全部", "all of them").to_owned())
    } else {
        term::topic(lang, pack, other)
    };
    Some(Some(if other.lies_in(topic) {
        say!(lang, "只算其中一部分：{name}", "Only part of it counts: {name}")
    } else if topic.lies_in(other) {
        say!(lang, "范围更宽：{name}", "More counts there: {name}")
    } else {
        say!(lang, "口径不同：{name}", "Something else counts there: {name}")
    }))
}

#[cfg(test)]
mod tests {
    use cunping_core::pack::condition::Condition;

    use super::*;
    use crate::sample::{at_least, large, level, none, pack};

    fn told(condition: Condition, topic: &Topic) -> Vec<Option<String>> {
        let pack = pack(level(condition));
        feeds(Lang::Zh, &[(&pack, &pack.levels[0])], topic).into_iter().map(|it| it.differs).collect()
    }

    #[test]
    fn the_same_a_part_and_more() {
        let fire = Topic::whole("fire".parse().unwrap());
        assert_eq!(told(none("fire", Filter::Every), &fire), [None]);
        assert_eq!(told(none("crime", Filter::Every), &fire), []);
        assert!(told(none("fire", large()), &fire)[0].as_deref().unwrap().starts_with("只算其中一部分"));
        let deaths = Topic { about: "fire".parse().unwrap(), only: at_least("deaths", 2) };
        assert_eq!(told(none("fire", Filter::Every), &deaths), [Some("范围更宽：全部".to_owned())]);
        assert!(told(none("fire", at_least("grade", 2)), &deaths)[0].as_deref().unwrap().starts_with("口径不同"));
    }
}
