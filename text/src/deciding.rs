//! What speaks against a decision about a unit, line by line: the criterion, the office, the clause, what to do.

use cunping_core::{
    bundle::{CountedOpinion, Directory},
    deciding::Contradiction,
    id::{LevelId, RuleId},
    pack::{Level, Pack},
};

use crate::{finding, lang::Lang, opinion, recognition, term, title, ui::recognition as words};

/// Describes one thing that speaks against a decision. `directory` holds the names of real offices.
#[must_use]
pub fn line(
    lang: Lang,
    pack: &Pack,
    level: &Level,
    directory: Option<&Directory>,
    contradiction: &Contradiction,
) -> String {
    let item = |id: &RuleId| item(lang, level, id);
    match contradiction {
        Contradiction::NoPart => words::no_part(lang).to_owned(),
        Contradiction::Early(first) => {
            let names: Vec<&str> = first.iter().map(|id| recognition::name(pack, id)).collect();
            words::first_decides(lang, &term::list(lang, &names), clause(level))
        }
        Contradiction::TakenBack => words::removed_stands(lang).to_owned(),
        Contradiction::NoRemoval => words::no_removal(lang).to_owned(),
        Contradiction::GivenBy(office) => words::given_by(lang, recognition::name(pack, office)),
        Contradiction::NotNamed => words::not_named(lang).to_owned(),
        Contradiction::Barred(id) => words::barred(lang, &item(id)),
        Contradiction::Vetoed(id) => words::vetoed(lang, &item(id)),
        Contradiction::Requires(award, verdict) => {
            let word = finding::verdict(lang, finding::Finality::Award, *verdict).word;
            words::requires(lang, &title(pack, award), clause(level), word)
        }
        Contradiction::NotReviewed { level: reviewed, failed } => {
            let of = title(pack, reviewed);
            if *failed {
                words::review_failed(lang, &of, clause(level))
            } else {
                words::not_reviewed(lang, &of, clause(level))
            }
        }
        Contradiction::Computed(verdict) => {
            words::computed(lang, finding::verdict(lang, finding::Finality::Award, *verdict).word)
        }
        Contradiction::NotComputed => words::not_computed(lang).to_owned(),
        Contradiction::NotMet(id) => words::item_not_met(lang, &item(id)),
        Contradiction::Open(id) => words::item_open(lang, &item(id)),
        Contradiction::Opinion(id, voice) => {
            let printed =
                || pack.offices.get(&voice.monitor).map_or(voice.monitor.as_str(), |office| &*office.name).to_owned();
            let by = directory.map_or_else(printed, |directory| opinion::office(pack, directory, voice));
            let word = opinion::word(lang, &voice.word).word;
            match &voice.word {
                CountedOpinion::Objects(why) => words::item_objected(lang, &item(id), &by, why),
                _ => words::item_opinion(lang, &item(id), &by, word),
            }
        }
        Contradiction::Own(decision) => words::own_before(lang, recognition::decision(lang, decision).word),
    }
}

/// Names a criterion with its clause, in Chinese as the document does: `“无刑事案件”（四(二)2）`. Returns the id if the level has
/// no such criterion.
#[must_use]
pub fn item(lang: Lang, level: &Level, id: &RuleId) -> String {
    match term::criterion(level, id) {
        Some(criterion) => {
            let (title, clause) = (title::cited(lang, criterion).trim_end_matches('。'), &criterion.clause);
            say!(lang, "“{title}”（{clause}）", "“{title}” ({clause})")
        }
        None => id.to_string(),
    }
}

/// Returns the clause in which the document says who decides.
fn clause(level: &Level) -> &str {
    level.recognition.as_ref().map_or(&level.clause, |it| &it.clause)
}

fn title(pack: &Pack, id: &LevelId) -> String {
    pack.level(id).map_or_else(|| id.to_string(), |it| it.title.clone())
}

#[cfg(test)]
mod tests {
    use cunping_core::{
        bundle::{Decision, OfficeVoice},
        evaluate::Verdict,
    };

    use super::*;

    fn pack(id: &str) -> Pack {
        let released = cunping_packs::RELEASED.iter().find(|it| it.id == id).unwrap();
        Pack::from_json(released.json).unwrap()
    }

    /// Every kind says what and where, and reads differently from every other in both languages.
    #[test]
    fn every_contradiction_is_told_by_name() {
        let pack = pack("wangchang-pingan-cun-2023");
        let level = pack.level(&"model".parse().unwrap()).unwrap();
        let village: LevelId = "village".parse().unwrap();
        let rule: RuleId = "model.1".parse().unwrap();
        let office = || "city-leading-group".parse().unwrap();
        let voice = |word| OfficeVoice { monitor: office(), by: None, word };
        let all = [
            Contradiction::NoPart,
            Contradiction::Early(vec![office()]),
            Contradiction::TakenBack,
            Contradiction::NoRemoval,
            Contradiction::GivenBy(office()),
            Contradiction::NotNamed,
            Contradiction::Barred(rule.clone()),
            Contradiction::Vetoed(rule.clone()),
            Contradiction::Requires(village.clone(), Verdict::NotQualified),
            Contradiction::NotReviewed { level: village.clone(), failed: false },
            Contradiction::NotReviewed { level: village, failed: true },
            Contradiction::Computed(Verdict::NotQualified),
            Contradiction::NotComputed,
            Contradiction::NotMet(rule.clone()),
            Contradiction::Open(rule.clone()),
            Contradiction::Opinion(rule.clone(), voice(CountedOpinion::Missing)),
            Contradiction::Opinion(rule, voice(CountedOpinion::Objects("立案一起".into()))),
            Contradiction::Own(Decision::NotQualified),
        ];
        for lang in Lang::ALL {
            let lines: std::collections::BTreeSet<_> =
                all.iter().map(|contradiction| line(lang, &pack, level, None, contradiction)).collect();
            assert_eq!(lines.len(), all.len(), "{lines:#?}");
        }
        let told: Vec<_> = all.iter().map(|contradiction| line(Lang::Zh, &pack, level, None, contradiction)).collect();
        assert_eq!(told[1], "要等市委平安天门建设领导小组先认定达标（三(二)）。");
        assert_eq!(told[8], "要先达到“平安村(社区)”（三(二)），它重新计算是“未达标”。");
        assert_eq!(told[13], "“平安稳定优”（附件2一）：重新计算是没有做到");
        let told_in_english = line(Lang::En, &pack, level, None, &all[13]);
        assert!(told_in_english.starts_with("“Excellent safety and stability” (附件2一)"), "{told_in_english}");
        assert_eq!(told[16], "“平安稳定优”（附件2一）：市委平安天门建设领导小组有异议：立案一起");
    }
}
