//! Words for errors in a criteria document as data: what its author has to correct, and where.

use cunping_core::{
    json::{Expected, MisfitReason},
    pack::{PackError, PackPlace, ProblemKind, UnknownId},
};

use super::{Problem, json::why};
use crate::{lang::Lang, number};

/// Describes one problem of a pack, with its place.
#[must_use]
pub fn pack(lang: Lang, problem: &PackError) -> Problem {
    let (at, what) = (place(lang, &problem.place), pack_kind(lang, &problem.kind));
    Problem::new(say!(lang, "{at}：{what}。", "{at}: {what}."), advice(lang, &problem.kind))
}

fn place(lang: Lang, place: &PackPlace) -> String {
    let PackPlace { file, line, column, path } = place;
    let path = if path.is_empty() { "/" } else { path };
    if file.is_empty() {
        return path.to_string();
    }
    say!(lang, "{file} 第 {line} 行第 {column} 字（{path}）", "{file}:{line}:{column} ({path})")
}

/// Describes one problem of a pack without its place.
#[must_use]
pub fn pack_kind(lang: Lang, kind: &ProblemKind) -> String {
    let (zh, en) = match kind {
        ProblemKind::Syntax(words) => return say!(lang, "读不出来（{words}）", "cannot be read ({words})"),
        ProblemKind::NewerFormat(found) => {
            return say!(lang, "格式第 {found} 版，比本软件新", "format {found} is newer than this software");
        }
        ProblemKind::TooLarge(limit) => {
            let limit = number::grouped(i64::try_from(*limit).unwrap_or(i64::MAX));
            return say!(lang, "超过 {limit} 字节", "larger than {limit} bytes");
        }
        ProblemKind::Misfit(MisfitReason::Not(Expected::Object)) => ("不是表", "not a table"),
        ProblemKind::Misfit(misfit) => return why(lang, *misfit),
        ProblemKind::MissingFile(name) => return say!(lang, "缺少文件 {name}", "no file {name}"),
        ProblemKind::NotUtf8 => ("不是 UTF-8 文字", "not UTF-8 text"),
        ProblemKind::NotTheFolder(name) => {
            return say!(lang, "编号与文件夹的名字 {name} 不同", "another id than the folder's name, {name}");
        }
        ProblemKind::WrongType(wanted) => return say!(lang, "类型不对，应为：{wanted}", "not {wanted}"),
        ProblemKind::UnknownWord(known) => {
            let known = known.join(lang.pick("、", ", "));
            return say!(lang, "不认识这个词，只能是：{known}", "none of: {known}");
        }
        ProblemKind::Unknown(what, id) => {
            let thing = thing(lang, *what);
            return say!(lang, "找不到{thing} {id}", "no {thing} {id}");
        }
        ProblemKind::DuplicateId(id) => return say!(lang, "{id} 出现了两次", "{id} stands twice"),
        ProblemKind::NotOwnId(id) => {
            return say!(lang, "唯一的检查项应与所在的项同号：{id}", "the only check has its criterion's id, {id}");
        }
        ProblemKind::IdOutside(parent) => {
            return say!(lang, "编号应以 {parent} 开头", "does not belong under {parent}");
        }
        ProblemKind::MissingParent(parent) => {
            return say!(lang, "缺少上级类别 {parent}", "no parent category {parent}");
        }
        ProblemKind::AttributeNotCarried(id) => {
            return say!(lang, "这类案事件没有 {id}", "incidents here carry no {id}");
        }
        ProblemKind::WrongIndicatorKind(wanted) => {
            return say!(lang, "指标类型不对，应为：{wanted}", "the indicator is not {wanted}");
        }
        ProblemKind::FormOfAnotherLevel(form) => {
            return say!(lang, "表 {form} 是另一级的", "form {form} belongs to another level");
        }
        ProblemKind::NotPrinted(form) => {
            return say!(lang, "表 {form} 没有写监控单位", "no monitor printed for form {form}");
        }
        ProblemKind::NotCanonical => ("不是规范写法的 JSON", "not canonical JSON"),
        ProblemKind::KeyTwice => ("同一项写了两次", "a key that stands twice"),
        ProblemKind::BadFormId => ("表格编号应为 1 至 8 个英文字母或数字", "a form's id is 1 to 8 letters and digits"),
        ProblemKind::BadDay => ("没有这一天，或这里不能用这一天", "no such day, or none that can stand here"),
        ProblemKind::OneCell => ("表格只有一列", "a table of one column"),
        ProblemKind::WithinItself => ("比率的外层绕回了自己", "the ratio lies within itself"),
        ProblemKind::UnclearCondition => ("条件应恰好有一种", "not exactly one kind of condition"),
        ProblemKind::UnclearComparison => ("比较应恰好有一种", "not exactly one comparison"),
        ProblemKind::FilteredCount => ("填报的数没有可筛选的案事件", "a stated count has no incidents to filter"),
        ProblemKind::BadShare => ("比例不对", "not a share"),
        ProblemKind::YearsOverlap => ("年份重叠", "years overlap"),
        ProblemKind::Reversed => ("结束早于开始", "ends before it begins"),
        ProblemKind::AwardNotReported => ("评定的时段不在填报的时段里", "the award's period is not reported"),
        ProblemKind::NoMonitor => ("写了监控单位的印法，却没有写是哪个单位", "monitors are printed, but none is named"),
        ProblemKind::WrongReferenceKind(id) => {
            return say!(lang, "{id} 是另一类的补充内容", "{id} is a reference of another kind");
        }
        ProblemKind::OtherDecimals(id) => {
            return say!(lang, "小数位数与 {id} 不一致", "other decimals than {id}");
        }
        ProblemKind::NoSection => {
            ("这一级分了部分，这一项却没有写属于哪一部分", "in no section, though the level has sections")
        }
        ProblemKind::RequiresItself => ("评定的前提绕回了自己", "the award requires itself"),
        ProblemKind::RequiresOtherUnit => {
            ("作为前提的评定是另一级单位的", "the required award is for another kind of unit")
        }
        ProblemKind::ScoredMismatch => {
            ("计分的部分和按分评定要一起写", "scored sections and a result by score need each other")
        }
        ProblemKind::PeriodNotReported => {
            ("起始时段不是填报的时段", "the first period is of a kind that is not reported")
        }
        ProblemKind::ReviewNotLast => {
            ("最后评定的单位不是认定次序里的最后一个", "the office that reviews is not the last of those that decide")
        }
        ProblemKind::UnusedReading => ("没有任何一项用到这条解读", "nothing rests on this reading"),
    };
    lang.pick(zh, en).to_string()
}

fn thing(lang: Lang, what: UnknownId) -> &'static str {
    match what {
        UnknownId::Indicator => lang.pick("指标", "indicator"),
        UnknownId::Attribute => lang.pick("属性", "attribute"),
        UnknownId::Office => lang.pick("部门", "office"),
        UnknownId::Level => lang.pick("层级", "level"),
        UnknownId::Reading => lang.pick("解读", "reading"),
        UnknownId::Rule => lang.pick("标准", "rule"),
        UnknownId::Form => lang.pick("表格", "form"),
        UnknownId::Section => lang.pick("部分", "section"),
        UnknownId::Reference => lang.pick("补充内容", "reference"),
    }
}

fn advice(lang: Lang, kind: &ProblemKind) -> &'static str {
    match kind {
        ProblemKind::NewerFormat(_) => lang.pick("请更新本软件。", "Update this software."),
        ProblemKind::NotCanonical | ProblemKind::Syntax(_) => {
            lang.pick("请用 cunping pack check 查看并重新生成。", "See cunping pack check, then compile it again.")
        }
        _ => lang.pick("请改正这一处后再试；标准没有载入。", "Mend this place and try again; the pack was not loaded."),
    }
}
