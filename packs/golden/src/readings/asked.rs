//! What a level asks people, and the clauses for which it asks: why each question is there.

use cunping_core::{
    facts::{Topic, leaves},
    pack::{Check, Level, Pack},
};
use cunping_text::{lang::Lang, reason, term};

/// Lists the questions of every level, each once, with the clauses of the checks that an answer serves.
pub(super) fn lines(pack: &Pack) -> Vec<String> {
    pack.levels.iter().flat_map(|level| of_level(pack, level)).collect()
}

fn of_level(pack: &Pack, level: &Level) -> Vec<String> {
    let asked = leaves::asked(level);
    let mut lines = vec![format!("== 问题 · {} · {} 题 ==", level.title, asked.len())];
    lines.extend(asked.iter().map(|topic| {
        let clauses = served(level, topic).join("、");
        format!("  {} [{clauses}]", term::topic(Lang::Zh, pack, topic))
    }));
    lines
}

/// Lists the clauses of the checks that ask about this, or about a part of it, in order, each once.
fn served<'a>(level: &'a Level, topic: &Topic) -> Vec<&'a str> {
    let asks = |check: &Check| {
        let mut asks = false;
        leaves::each(&check.condition, &mut |about, only| {
            let part = Topic { about: about.clone(), only: only.cloned().unwrap_or(topic.only.clone()) };
            asks |= part.about == topic.about && part.lies_in(topic);
        });
        asks
    };
    let mut clauses = Vec::new();
    for criterion in &level.criteria {
        for check in criterion.checks.iter().chain(&criterion.measures).filter(|check| asks(check)) {
            let clause = reason::clause(criterion, check);
            if !clauses.contains(&clause) {
                clauses.push(clause);
            }
        }
    }
    clauses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{self, Document};

    #[test]
    fn every_question_of_every_document_serves_a_clause() {
        let mut counts = Vec::new();
        for folder in document::folders().unwrap() {
            let pack = Document::read(&folder).unwrap().pack;
            for level in &pack.levels {
                let lines = of_level(&pack, level);
                assert!(lines.iter().skip(1).all(|line| !line.contains("[]")), "{lines:?}");
                counts.push(format!("{} {} {}", pack.id, level.id, lines.len() - 1));
            }
        }
        // More questions are more work for every clerk in every period: a change of these is meant.
        let expected = [
            "changgang-pingan-fazhi-xing-2023 village 77",
            "dali-pingan-xiangcun-2024 village 57",
            "dali-pingan-xiangcun-2024 township 74",
            "dali-pingan-xiangcun-2024 county 71",
            "sangcun-liuhao-jiuwu-2021 village 60",
            "sulide-bawu-2022 township 12",
            "sulide-bawu-2022 village 9",
            "wangchang-pingan-cun-2023 village 33",
            "wangchang-pingan-cun-2023 model 33",
        ];
        assert_eq!(counts, expected);
    }
}
