//! Words for facts that the document, the calendar or arithmetic does not allow, and for unreadable files of facts.

use cunping_core::{
    facts::{
        check::{FactsError, Fault},
        file::FactsFileError,
    },
    pack::Pack,
};

use super::{Problem, json, misfit};
use crate::{lang::Lang, term};

/// Describes one problem of facts, with its path.
#[must_use]
pub fn facts(lang: Lang, pack: &Pack, problem: &FactsError) -> Problem {
    let (at, what) = (&problem.at, fault(lang, pack, &problem.fault));
    Problem::new(say!(lang, "{at}：{what}。", "{at}: {what}."), advice(lang, &problem.fault))
}

/// Describes why a file of facts cannot be read; one problem for each place.
#[must_use]
pub fn facts_file(lang: Lang, problem: &FactsFileError) -> Vec<Problem> {
    match problem {
        FactsFileError::Json(problem) => {
            let what = json::json(lang, problem);
            vec![Problem::new(
                say!(lang, "事实文件{what}。", "The facts file {what}."),
                lang.pick("请重新导出或改正后再试。", "Export it again, or correct it."),
            )]
        }
        FactsFileError::NewerFormat(format) => vec![Problem::new(
            say!(
                lang,
                "事实文件是第 {format} 版格式，比本软件新。",
                "The facts file has format {format}, newer than this software."
            ),
            lang.pick("请更新本软件。", "Update this software."),
        )],
        FactsFileError::Misfits(misfits) => {
            let form = lang.pick("请按事实文件的格式改正这一处。", "Correct this place to the format of facts files.");
            let place = |found| {
                let what = misfit(lang, found);
                Problem::new(say!(lang, "{what}。", "{what}."), form)
            };
            misfits.iter().map(place).collect()
        }
    }
}

fn fault(lang: Lang, pack: &Pack, fault: &Fault) -> String {
    let (zh, en) = match fault {
        Fault::UnknownIndicator(id) => return say!(lang, "文件没有问到 {id}", "the document does not ask about {id}"),
        Fault::NotACategory(id) => {
            let name = term::indicator(lang, pack, id);
            return say!(lang, "“{name}”不是案事件的类别", "“{name}” is no category of incidents");
        }
        Fault::UnknownAttribute(id) => {
            let name = term::attribute(lang, pack, id);
            return say!(lang, "这类案事件没有“{name}”这一项", "incidents of this category have no “{name}”");
        }
        Fault::AttributeRange(id) => {
            let name = term::attribute(lang, pack, id);
            return say!(lang, "“{name}”不能是这个数", "“{name}” cannot have this value");
        }
        Fault::WrongKind(id) => {
            let name = term::indicator(lang, pack, id);
            return say!(lang, "“{name}”不是这样回答的", "“{name}” takes another kind of answer");
        }
        Fault::BeyondOuterRatio(id) => {
            let name = term::indicator(lang, pack, id);
            return say!(lang, "比“{name}”填的数还多，或总数与它不同", "more than “{name}” says, or of another whole");
        }
        Fault::NotBelow(unit) => {
            return say!(lang, "{unit} 不是本单位的直接下级", "{unit} does not lie directly below the unit");
        }
        Fault::FewerThanBelow(id) => {
            let name = term::indicator(lang, pack, id);
            return say!(
                lang,
                "下级登记的“{name}”比本单位登记的多，备注没有写原因",
                "the units below registered more “{name}” than the unit did, and no remark says why"
            );
        }
        Fault::RepeatsAgain => {
            ("同一起案事件登记了两次", "one incident is registered twice under the id that it repeats")
        }
        Fault::CoveredByTheMissing => (
            "有下级没有报送，却写成全部下级都已答",
            "all units below are said to have stated it, though some did not report",
        ),
        Fault::UnitLevel => ("单位不是这一级的", "the unit is of another level"),
        Fault::UnitOutsideArea => ("单位不在文件适用的区域内", "the unit lies outside the area of the document"),
        Fault::PeriodNotRated => ("文件不评定这个时段", "the document rates no such period"),
        Fault::DuplicateIncident => ("两起案事件的编号相同", "two incidents have the same id"),
        Fault::RepeatsItself => ("案事件不能与自己是同一起", "an incident cannot repeat itself"),
        Fault::IncidentOutsidePeriod => ("发生日期不在本期内", "the incident did not happen in the period"),
        Fault::StatedBefore => ("登记日期早于发生日期", "it was entered before it happened"),
        Fault::StatementOutsidePeriod => ("回答所说的日子不在本期内", "the statement is about days outside the period"),
        Fault::AboutTheFuture => ("回答说到了答题那天以后的日子", "the statement is about days after it was made"),
        Fault::OutOfRange => ("数字超出范围", "the number is out of range"),
        Fault::PartAboveWhole => ("部分大于总数", "the part is more than the whole"),
        Fault::UnfitFilter => ("回答所限的范围，这份文件里没有", "it speaks of a part that the document does not have"),
        Fault::BadText => {
            ("理由没有写，或文字太长，或有控制字符", "no reason, or a text that is too long or has control characters")
        }
        Fault::DuplicateStatement => ("同一天对同样的日子答了两次", "two statements of one day about the same days"),
        Fault::OverlappingFigures => ("两个数字的日子有重叠", "the days of two figures overlap"),
        Fault::UnknownCriterion => ("文件没有这一项", "the document has no such criterion"),
    };
    lang.pick(zh, en).to_string()
}

fn advice(lang: Lang, fault: &Fault) -> &'static str {
    let (zh, en) = match fault {
        Fault::UnitLevel => {
            ("请换成这一级单位的代码，或换一级自评。", "Use a unit of this level, or assess the other level.")
        }
        Fault::UnitOutsideArea => {
            ("请核对单位代码；外地借用本文件时可以继续。", "Check the code; another area may borrow the document.")
        }
        Fault::PeriodNotRated => (
            "请换成文件要求的时段，不早于它的第一期。",
            "Use a period that the document asks for, none before its first.",
        ),
        Fault::UnknownIndicator(_) | Fault::NotACategory(_) | Fault::UnknownCriterion => {
            ("请核对是不是这份文件、这一版标准。", "Check that it is this document and this version of the pack.")
        }
        Fault::UnknownAttribute(_) => ("请删除这一项。", "Remove it."),
        Fault::AttributeRange(_) | Fault::OutOfRange => ("请改成范围内的整数。", "Enter a whole number in range."),
        Fault::NotBelow(_) | Fault::CoveredByTheMissing => {
            ("请从下级文件重新汇总，再签名。", "Gather the files of the units below again, then sign again.")
        }
        Fault::FewerThanBelow(_) => (
            "请按下级登记的补登，或在该项的备注里写明原因。",
            "Register what the units below registered, or say why in the remark to the criterion.",
        ),
        Fault::DuplicateIncident | Fault::RepeatsAgain => ("请删除重复的一起。", "Remove the one that is double."),
        Fault::RepeatsItself => {
            ("请填另一单位登记的编号，或留空。", "Give the id in the other unit's register, or none.")
        }
        Fault::IncidentOutsidePeriod => ("请登记到发生日期所在的时段。", "Enter it in the period of its day."),
        Fault::StatedBefore => ("请核对两个日期。", "Check the two days."),
        Fault::StatementOutsidePeriod => ("请只答本期内的日子。", "State only days of the period."),
        Fault::AboutTheFuture => {
            ("请只答到当天为止的日子，以后的到时再答。", "State only days up to today, later ones later.")
        }
        Fault::WrongKind(_) => ("请按问题的答法重新回答。", "Answer in the way the question asks."),
        Fault::PartAboveWhole | Fault::BeyondOuterRatio(_) => ("请核对两个数。", "Check the two numbers."),
        Fault::UnfitFilter => {
            ("请就整个类别回答，或按文件的范围回答。", "State the whole category, or a part that the document has.")
        }
        Fault::BadText => (
            "请写明理由，不超过 500 字，只用文字和标点。",
            "Give a reason of at most 500 characters, words and signs only.",
        ),
        Fault::DuplicateStatement => ("请只保留一次。", "Keep one of them."),
        Fault::OverlappingFigures => {
            ("请让各段日子首尾相接、互不重叠。", "Let the days follow one another without overlap.")
        }
    };
    lang.pick(zh, en)
}
