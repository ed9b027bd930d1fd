//! Opinions of monitoring offices on a unit, in words: which are given, missing, objecting, void.

use std::collections::BTreeMap;

use cunping_core::{
    bundle::{CountedOpinion, Directory, Disputed, OfficeVoice, Party, Voices, base_office},
    id::{OfficeId, RuleId, UnitCode},
    pack::{Level, Pack},
};

use crate::{
    case::EvaluatedUnit,
    finding::{self, Mark},
    lang::Lang,
    reason,
    table::{Cell, TableSheet},
    term,
    ui::opinion as words,
};

/// Returns the mark of an office's opinion on a criterion, or of why none counts.
#[must_use]
pub fn word(lang: Lang, opinion: &CountedOpinion) -> Mark {
    let (icon, word, key) = match opinion {
        CountedOpinion::Agrees => ("✓", words::agrees(lang), "met"),
        CountedOpinion::Objects(_) => ("✕", words::objects(lang), "not-met"),
        CountedOpinion::Missing => ("？", words::missing(lang), "open"),
        CountedOpinion::NoOffice => ("–", words::no_office(lang), "not-applicable"),
        CountedOpinion::Void { .. } => ("！", words::void(lang), "open"),
    };
    Mark { icon, word, key }
}

/// Returns the name of an office: from the directory, else from the document.
#[must_use]
pub fn office(pack: &Pack, directory: &Directory, voice: &OfficeVoice) -> String {
    let named = voice.by.as_ref().and_then(|by| directory.office(by)).map(|office| office.name.clone());
    named.unwrap_or_else(|| {
        pack.offices.get(&voice.monitor).map_or_else(|| voice.monitor.to_string(), |office| office.name.clone())
    })
}

/// Returns the name of a party: from the directory, else from the document, else its codes.
#[must_use]
pub fn party(pack: &Pack, directory: &Directory, by: &Party) -> String {
    let named = directory.office(by).map(|office| office.name.clone());
    // Where there are several offices of one kind, each has its own id, which begins with the document's id.
    let of = |id: &OfficeId| pack.offices.get(id).or_else(|| pack.offices.get(&base_office(id)));
    let printed = || by.office.as_ref().and_then(of).map(|office| office.name.clone());
    named.or_else(printed).unwrap_or_else(|| {
        by.office.as_ref().map_or_else(|| by.unit.to_string(), |office| format!("{} {office}", by.unit))
    })
}

/// Numbers of opinions about a unit, one for every office and criterion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// The office agrees.
    pub agree: usize,
    /// The office objects.
    pub object: usize,
    /// No opinion has come.
    pub missing: usize,
    /// The opinion is about something that has changed since.
    pub void: usize,
    /// No known office has to give it.
    pub no_office: usize,
}

/// Counts the opinions about a unit.
#[must_use]
pub fn count(all: &[Voices]) -> Count {
    let mut out = Count::default();
    for voice in all.iter().flat_map(|it| &it.by_office) {
        *match voice.word {
            CountedOpinion::Agrees => &mut out.agree,
            CountedOpinion::Objects(_) => &mut out.object,
            CountedOpinion::Missing => &mut out.missing,
            CountedOpinion::Void { .. } => &mut out.void,
            CountedOpinion::NoOffice => &mut out.no_office,
        } += 1;
    }
    out
}

impl Count {
    /// Returns true if every opinion asked for is given and counts.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.missing == 0 && self.void == 0 && self.no_office == 0
    }
}

/// Summarises the numbers, without the zeros: `同意 9 条，有异议 1 条，未收到 2 条`.
#[must_use]
pub fn summary(lang: Lang, count: &Count) -> String {
    let parts = [
        (count.agree, words::agrees(lang)),
        (count.object, words::objects(lang)),
        (count.void, words::void(lang)),
        (count.missing, words::missing(lang)),
        (count.no_office, words::no_office(lang)),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| say!(lang, "{word} {count} 条", "{word}: {count}"))
        .collect();
    if parts.is_empty() { words::none_asked(lang).to_owned() } else { parts.join(lang.pick("，", ", ")) }
}

/// Lists the offices whose opinions are missing or void, with the criteria: `派出所（第 2、5 项）`, in the order of
/// the document.
#[must_use]
pub fn awaited(lang: Lang, pack: &Pack, level: &Level, directory: &Directory, all: &[Voices]) -> Vec<String> {
    let mut wanted: Vec<(String, Vec<String>)> = Vec::new();
    for voices in all {
        let number =
            level.criteria.iter().position(|criterion| criterion.id == voices.criterion).map_or(0, |at| at + 1);
        for voice in voices
            .by_office
            .iter()
            .filter(|voice| matches!(voice.word, CountedOpinion::Missing | CountedOpinion::Void { .. }))
        {
            let name = office(pack, directory, voice);
            match wanted.iter_mut().find(|(known, _)| *known == name) {
                Some((_, numbers)) => numbers.push(number.to_string()),
                None => wanted.push((name, vec![number.to_string()])),
            }
        }
    }
    let line = |(name, numbers): (String, Vec<String>)| {
        let numbers = numbers.join(lang.pick("、", ", "));
        say!(lang, "{name}（第 {numbers} 项）", "{name} (criteria {numbers})")
    };
    wanted.into_iter().map(line).collect()
}

/// Returns the units with the numbers of opinions on them as a sheet.
#[must_use]
pub fn table(lang: Lang, units: &BTreeMap<UnitCode, (String, Count)>) -> TableSheet {
    let head = [
        crate::ui::common::division_code(lang),
        crate::ui::township::unit(lang),
        words::agrees(lang),
        words::objects(lang),
        words::missing(lang),
        words::void(lang),
        words::no_office(lang),
    ];
    let row = |(code, (name, count)): (&UnitCode, &(String, Count))| {
        let counts = [count.agree, count.object, count.missing, count.void, count.no_office].map(Cell::count);
        [Cell::text(code.to_string()), Cell::text(name.clone())].into_iter().chain(counts).collect()
    };
    TableSheet {
        name: words::heading(lang),
        heads: head.map(str::to_owned).to_vec(),
        rows: units.iter().map(row).collect(),
    }
}

/// Both sides of a criterion to which an office objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// The criterion.
    pub criterion: RuleId,
    /// Its title.
    pub title: String,
    /// The clause it comes from.
    pub clause: String,
    /// The recomputed finding.
    pub finding: Mark,
    /// The reasons for the finding.
    pub reasons: Vec<String>,
    /// The offices that object, each with its reason.
    pub objections: Vec<(String, String)>,
}

/// Returns both sides with their reasons; `None` for a criterion that the case does not have.
#[must_use]
pub fn sides(lang: Lang, case: EvaluatedUnit, directory: &Directory, disputed: &Disputed) -> Option<Sides> {
    let (criterion, _) = case.criterion(&disputed.criterion)?;
    let voice = finding::Finality::of(case.level, case.facts.period);
    let reasons = criterion.checks.iter().flat_map(|check| reason::sentences(lang, case, &check.id)).collect();
    Some(Sides {
        criterion: disputed.criterion.clone(),
        title: criterion.title.clone(),
        clause: criterion.clause.clone(),
        finding: finding::finding(lang, voice, criterion.role, disputed.finding),
        reasons,
        objections: disputed
            .objections
            .iter()
            .map(|(by, why)| (party(case.pack, directory, by), why.clone()))
            .collect(),
    })
}

/// Returns the text for the form's column 监控单位意见: the opinions that count, with the office's name if several are
/// asked.
#[must_use]
pub fn printed(lang: Lang, pack: &Pack, directory: &Directory, voices: &Voices) -> String {
    let said: Vec<(&OfficeVoice, String)> =
        voices.by_office.iter().filter_map(|voice| Some((voice, said(lang, &voice.word)?))).collect();
    match said.as_slice() {
        [(_, only)] if voices.by_office.len() == 1 => only.clone(),
        said => {
            let line = |(voice, text): &(&OfficeVoice, String)| {
                let name = office(pack, directory, voice);
                say!(lang, "{name}：{text}", "{name}: {text}")
            };
            said.iter().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Describes an opinion that counts; `None` for one that does not.
fn said(lang: Lang, opinion: &CountedOpinion) -> Option<String> {
    match opinion {
        CountedOpinion::Agrees => Some(words::agrees(lang).to_owned()),
        CountedOpinion::Objects(why) => {
            let objects = words::objects(lang);
            Some(say!(lang, "{objects}：{why}", "{objects}: {why}"))
        }
        CountedOpinion::Missing | CountedOpinion::NoOffice | CountedOpinion::Void { .. } => None,
    }
}

/// Names the offices of a document whose part a real office fills: `镇派出所、镇平安办`.
#[must_use]
pub fn parts(lang: Lang, pack: &Pack, offices: &[cunping_core::id::OfficeId]) -> String {
    let names: Vec<&str> = offices.iter().filter_map(|id| pack.offices.get(id)).map(|it| it.name.as_str()).collect();
    term::list(lang, &names)
}

#[cfg(test)]
mod tests {
    use cunping_core::{
        bundle::{DirectoryOffice, LinePosition, Stated, disputed},
        id::Digest,
        pack::{Office, condition::Filter},
    };

    use super::*;
    use crate::sample::{facts, incident, level, none, pack};

    fn voice(monitor: &str, by: Option<&str>, word: CountedOpinion) -> OfficeVoice {
        let unit = "990101001000".parse().unwrap();
        let by = by.map(|office| Party { unit, office: Some(office.parse().unwrap()) });
        OfficeVoice { monitor: monitor.parse().unwrap(), by, word }
    }

    fn directory() -> Directory {
        let unit: UnitCode = "990101001000".parse().unwrap();
        let party = Party { unit, office: Some("office".parse().unwrap()) };
        let at = "2027-01-12T09:30:00+08:00".parse().unwrap();
        let office = |id: &str, name: &str| DirectoryOffice {
            unit,
            office: id.parse().unwrap(),
            name: name.into(),
            acts_as: Vec::new(),
            serves: None,
        };
        Directory {
            stated: Stated { party, at, software: String::new(), example: false },
            place: LinePosition::FIRST,
            area_name: "示例镇".into(),
            units: Vec::new(),
            offices: vec![office("health-1", "第一卫生院"), office("health-2", "第二卫生院")],
            keys: Vec::new(),
        }
    }

    fn all() -> Vec<Voices> {
        vec![Voices {
            criterion: "village.1".parse().unwrap(),
            basis: Digest([0; 32]),
            by_office: vec![
                voice("health", Some("health-1"), CountedOpinion::Agrees),
                voice("health", Some("health-2"), CountedOpinion::Objects("漏了一起".into())),
                voice("police", Some("police"), CountedOpinion::Missing),
                voice("youth", None, CountedOpinion::NoOffice),
                voice("women", Some("women"), CountedOpinion::Void { agreed: true }),
            ],
        }]
    }

    fn sample() -> Pack {
        let mut pack = pack(level(none("crime", Filter::Every)));
        for (id, name) in [("health", "卫生院"), ("police", "派出所"), ("youth", "团委"), ("women", "妇联")] {
            let level = cunping_core::id::UnitLevel::Township;
            pack.offices.insert(
                id.parse().unwrap(),
                Office { name: name.into(), variants: Vec::new(), level, in_charge: false },
            );
        }
        pack
    }

    #[test]
    fn every_office_of_a_criterion_is_told_apart() {
        let (pack, directory, all) = (sample(), directory(), all());
        let count = count(&all);
        assert!(!count.complete());
        let told = "同意 1 条，有异议 1 条，已失效 1 条，未收到 1 条，没有指定单位 1 条";
        assert_eq!(summary(Lang::Zh, &count), told);
        let awaited = awaited(Lang::Zh, &pack, &pack.levels[0], &directory, &all);
        assert_eq!(awaited, ["派出所（第 1 项）", "妇联（第 1 项）"]);
        assert_eq!(printed(Lang::Zh, &pack, &directory, &all[0]), "第一卫生院：同意\n第二卫生院：有异议：漏了一起");
        let one = Voices { by_office: vec![voice("police", Some("police"), CountedOpinion::Agrees)], ..all[0].clone() };
        assert_eq!(printed(Lang::Zh, &pack, &directory, &one), "同意");
        let marks: std::collections::BTreeSet<_> =
            all[0].by_office.iter().map(|voice| word(Lang::Zh, &voice.word).icon).collect();
        assert_eq!(marks.len(), 5, "told apart without colour");
    }

    #[test]
    fn both_sides_of_a_dispute_have_their_reasons() {
        let (pack, directory, all) = (sample(), directory(), all());
        let facts = facts(vec![incident("2026-02-03", "crime", &[])], vec![]);
        let evaluation =
            cunping_core::evaluate::evaluate(&pack, &pack.levels[0], &[], &facts, "2026-03-31".parse().unwrap());
        let case = EvaluatedUnit { pack: &pack, level: &pack.levels[0], facts: &facts, evaluation: &evaluation };
        let disputed = disputed(&evaluation, &all);
        let sides = sides(Lang::Zh, case, &directory, &disputed[0]).unwrap();
        assert_eq!(sides.objections, [("第二卫生院".to_owned(), "漏了一起".to_owned())]);
        assert!(!sides.reasons.is_empty() && sides.finding.key == "not-met");
    }
}
