//! Everything that a file says, in plain words and in order, before it is signed or after it was received. Nothing in
//! the file may be left out here.

use cunping_core::{
    bundle::{Assessment, Claim, PackRef, Party, groups},
    facts::Facts,
    id::Digest,
    overlay::Overlay,
    pack::{Criterion, Level, Pack},
};

use crate::{
    answer::{self, LabeledValue},
    finding::{self, Finality},
    form::readings,
    headline,
    lang::Lang,
    overlay, subordinates, title, ui, when,
};

/// A group of lines under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineGroup {
    /// The heading.
    pub heading: String,
    /// The lines, never empty.
    pub lines: Vec<LabeledValue>,
}

/// Everything that a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Warnings to consider before sending.
    pub warnings: Vec<String>,
    /// Everything in the file.
    pub groups: Vec<LineGroup>,
    /// The readings of the document that its findings rest on. They are not in the file, which names the document.
    pub readings: Vec<String>,
}

/// Describes everything that an assessment says. `loaded` supplies the titles of the overlays it names. It never
/// fails: for a level that the pack does not have, the findings have no titles.
#[must_use]
pub fn assessment(lang: Lang, pack: &Pack, loaded: &[&Overlay], assessment: &Assessment) -> Preview {
    let Assessment {
        party,
        unit_name,
        level,
        pack: pack_ref,
        overlays,
        as_of,
        facts,
        claim,
        sequence,
        supersedes,
        stated_at,
        software,
        example,
    } = assessment;
    let known = pack.level(level);
    let mut file = vec![
        LabeledValue::new(lang.pick("第几次报送", "Report number"), sequence.to_string()),
        LabeledValue::new(lang.pick("签名时间", "Signed at"), when::moment(lang, *stated_at)),
        LabeledValue::new(lang.pick("所用软件", "Software"), software),
        LabeledValue::new(lang.pick("评判程序编号", "Evaluator"), claim.evaluator.to_string()),
    ];
    file.extend(
        supersedes.map(|digest| LabeledValue::new(lang.pick("替代的文件", "Replaces the file"), groups(digest))),
    );
    if *example {
        file.push(LabeledValue::new(lang.pick("示例", "Example"), lang.pick("是，虚构数据", "yes, invented data")));
    }
    let time = vec![
        LabeledValue::new(lang.pick("时段", "Period"), when::period(lang, facts.period)),
        LabeledValue::new(lang.pick("看到哪一天", "Looked at up to"), when::day(lang, *as_of)),
    ];
    let award = known.map_or(level.as_str(), |level| level.title.as_str());
    let mut all = vec![
        group(lang.pick("谁报的", "Who"), who(lang, pack, party)),
        group(lang.pick("报的是谁", "About whom"), whom(lang, facts, unit_name, award)),
        group(lang.pick("依据的文件", "Document"), document(lang, pack, pack_ref, &named(overlays, loaded))),
        group(lang.pick("时段", "Period"), time),
    ];
    all.extend(stated(lang, pack, facts));
    all.push(group(lang.pick("结果", "Findings"), found(lang, known, facts, claim)));
    all.push(group(lang.pick("这份文件", "This file"), file));
    all.retain(|group| !group.lines.is_empty());
    let readings = known.map(|level| readings::of_level(lang, pack, level)).unwrap_or_default();
    Preview { warnings: warnings(lang, facts), groups: all, readings }
}

/// Describes the facts: statements, then every incident, then remarks.
#[must_use]
pub fn stated(lang: Lang, pack: &Pack, facts: &Facts) -> Vec<LineGroup> {
    let statements = facts.statements.iter().map(|statement| answer::statement(lang, pack, statement));
    let mut out = vec![group(lang.pick("已答的内容", "Statements"), statements.collect())];
    out.extend(facts.incidents.iter().enumerate().map(|(place, incident)| {
        let number = place + 1;
        group(&say!(lang, "案事件 {number}", "Incident {number}"), answer::incident(lang, pack, facts.period, incident))
    }));
    let criteria = || pack.levels.iter().flat_map(|level| &level.criteria);
    let remarks = facts.remarks.iter().map(|(id, text)| {
        let title = criteria()
            .find(|criterion| criterion.id == *id)
            .map_or(id.as_str(), |criterion: &Criterion| title::cited(lang, criterion));
        LabeledValue::new(title, text)
    });
    out.push(group(lang.pick("备注", "Remarks"), remarks.collect()));
    if let Some(subordinates) = &facts.subordinates {
        out.push(group(
            lang.pick("签名时下级的汇总", "The units below at the time of signing"),
            subordinates::lines(lang, pack, subordinates),
        ));
    }
    out.retain(|group| !group.lines.is_empty());
    out
}

/// Lists warnings to consider before facts are sent: a rare incident with its day can identify somebody.
#[must_use]
pub fn warnings(lang: Lang, facts: &Facts) -> Vec<String> {
    let (n, late) = (facts.incidents.len(), facts.late().count());
    if n == 0 {
        return Vec::new();
    }
    let mut out = vec![say!(
        lang,
        "文件里有 {n} 起案事件，带有日期。有日期的少见案事件可能让人猜到是谁，请只发给该收的部门。",
        "The file holds {n} dated incidents. A rare incident with its day can point to somebody: send it only where it belongs."
    )];
    if late > 0 {
        out.push(say!(
            lang,
            "其中 {late} 起是本期结束以后补登的，文件里会写明登记日期。",
            "{late} of them were entered after the period was over; the file says when."
        ));
    }
    out
}

fn who(lang: Lang, pack: &Pack, party: &Party) -> Vec<LabeledValue> {
    let Party { unit, office } = party;
    let itself = lang.pick("单位自己", "the unit itself");
    let office =
        office.as_ref().map_or(itself, |id| pack.offices.get(id).map_or(id.as_str(), |office| office.name.as_str()));
    vec![
        LabeledValue::new(lang.pick("签名单位代码", "Code of the signing unit"), unit.to_string()),
        LabeledValue::new(lang.pick("签名部门", "Signing office"), office),
    ]
}

fn whom(lang: Lang, facts: &Facts, name: &str, award: &str) -> Vec<LabeledValue> {
    vec![
        LabeledValue::new(lang.pick("单位名称", "Name"), name),
        LabeledValue::new(lang.pick("统计用区划代码", "Division code"), facts.unit.to_string()),
        LabeledValue::new(lang.pick("创建内容", "Award"), award),
    ]
}

/// Pairs each digest with its overlay, if that is loaded.
fn named<'a>(digests: &[Digest], loaded: &[&'a Overlay]) -> Vec<(Digest, Option<&'a Overlay>)> {
    let of = |digest: &Digest| (*digest, loaded.iter().copied().find(|overlay| overlay.digest == *digest));
    digests.iter().map(of).collect()
}

fn document(
    lang: Lang,
    pack: &Pack,
    reference: &PackRef,
    overlays: &[(Digest, Option<&Overlay>)],
) -> Vec<LabeledValue> {
    let PackRef { id, version, digest } = reference;
    let mut out = vec![LabeledValue::new(lang.pick("文件", "Document"), &pack.source.title)];
    out.extend(pack.source.number.as_ref().map(|number| LabeledValue::new(lang.pick("文号", "Number"), number)));
    out.push(LabeledValue::new(
        lang.pick("标准", "Pack"),
        say!(lang, "{id} 第 {version} 版", "{id}, version {version}"),
    ));
    out.push(LabeledValue::new(lang.pick("标准指纹", "Fingerprint of the pack"), groups(*digest)));
    for (digest, known) in overlays {
        let label = lang.pick("补充文件（不是文件原文）", "Supplement (not from the document)");
        out.extend(known.map(|overlay| LabeledValue::new(label, overlay::line(lang, overlay))));
        out.push(LabeledValue::new(lang.pick("补充文件指纹", "Fingerprint of the supplement"), groups(*digest)));
    }
    out
}

fn found(lang: Lang, level: Option<&Level>, facts: &Facts, claim: &Claim) -> Vec<LabeledValue> {
    let Claim { evaluator: _, findings, verdict, provisional, score } = claim;
    let voice = level.map_or(Finality::Award, |level| Finality::of(level, facts.period));
    let mut out = Vec::new();
    for finding in findings {
        let criterion = level.and_then(|level| level.criteria.iter().find(|criterion| criterion.id == finding.id));
        let role = criterion.map(|criterion| criterion.role).unwrap_or_default();
        let mark = |found| finding::finding(lang, voice, role, found).to_string();
        out.push(LabeledValue::new(
            criterion.map_or(finding.id.as_str(), |criterion| title::cited(lang, criterion)),
            mark(finding.finding),
        ));
        if finding.checks.len() > 1 {
            out.extend(finding.checks.iter().map(|(id, found)| {
                let check = criterion.and_then(|criterion| criterion.checks.iter().find(|check| check.id == *id));
                LabeledValue::new(check.map_or(id.as_str(), |check| lang.of(&check.label)), mark(*found))
            }));
        }
    }
    let mut whole = finding::verdict(lang, voice, *verdict).to_string();
    if *provisional {
        whole.push_str(lang.pick("（暂定）", " (provisional)"));
    }
    out.push(LabeledValue::new(lang.pick("总体", "The whole"), whole));
    out.extend(score.map(|score| LabeledValue::new(ui::overlay::score(lang), headline::score(lang, score))));
    out
}

fn group(heading: &str, lines: Vec<LabeledValue>) -> LineGroup {
    LineGroup { heading: heading.to_string(), lines }
}

#[cfg(test)]
mod tests {
    use cunping_core::{evaluate::evaluate, facts::Says, pack::condition::Filter};

    use super::*;
    use crate::sample::{self, facts, incident, level, none, says};

    #[test]
    fn nothing_of_the_file_is_left_out() {
        let pack = sample::pack(level(none("fire", Filter::Every)));
        let mut facts = facts(
            vec![incident("2026-02-03", "fire", &[("loss-yuan", 10_000)])],
            vec![says("fire", "2026-01-01", "2026-03-31", Says::Complete)],
        );
        facts.remarks.insert("village.1".parse().unwrap(), "已上报".into());
        let as_of = "2026-03-31".parse().unwrap();
        let loaded = sample::overlay();
        let file = Assessment {
            party: Party { unit: facts.unit, office: None },
            unit_name: "示例一村".into(),
            level: "village".parse().unwrap(),
            pack: PackRef::to(&pack),
            overlays: vec![loaded.digest],
            as_of,
            claim: Claim::of(&evaluate(&pack, &pack.levels[0], &[], &facts, as_of)),
            facts,
            sequence: 2,
            supersedes: Some(Digest::of(b"before")),
            stated_at: "2026-04-01T09:05:00+08:00".parse().unwrap(),
            software: "cunping 0.1.0".into(),
            example: true,
        };
        let told = assessment(Lang::Zh, &pack, &[&loaded], &file);
        let text: Vec<_> = told.groups.iter().flat_map(|group| &group.lines).map(|line| line.value.as_str()).collect();
        for value in [
            "单位自己",
            "示例一村",
            "990101001001",
            "平安村",
            "示例方案",
            "sample 第 1 版",
            &groups(pack.digest),
            &groups(loaded.digest),
            "分值表，示例县平安办，2026年3月1日印发（不是文件原文）",
            "2026年第1季度",
            "2026年3月31日",
            "2026年1月1日至3月31日：没有发生（已登记的除外），2026年3月31日答",
            "2026年2月3日",
            "10,000 元",
            "已上报",
            "✕ 未实现",
            "✕ 有未实现项（暂定）",
            "2",
            &groups(Digest::of(b"before")),
            "2026年4月1日 09:05",
            "cunping 0.1.0",
            &cunping_core::EVALUATOR.to_string(),
            "是，虚构数据",
        ] {
            assert!(text.contains(&value), "{value} in {text:#?}");
        }
        assert!(told.warnings[0].contains("可能让人猜到是谁"));
        assert!(told.groups.iter().all(|group| !group.lines.is_empty()));
    }
}
