//! How far a file has come, in words: sent, received, returned, accepted, and whether it was in time.

use cunping_core::{
    bundle::{Receipt, ReceiptAnswer, Timely},
    days::Day,
    pack::Level,
};

use crate::{finding::Mark, lang::Lang, recognition, ui::receipt as words, when};

/// Returns the mark of an office's answer.
#[must_use]
pub fn answer(lang: Lang, answer: &ReceiptAnswer) -> Mark {
    let (icon, word, key) = match answer {
        ReceiptAnswer::Received => ("●", words::received(lang), "open"),
        ReceiptAnswer::Returned(_) => ("↩", words::returned(lang), "not-met"),
        ReceiptAnswer::Accepted => ("✓", words::accepted(lang), "met"),
    };
    Mark { icon, word, key }
}

/// Says whether a file was in time: `按时：2027年1月8日收到，最后一天是 2027年1月10日`.
#[must_use]
pub fn timely(lang: Lang, receipt: &Receipt) -> String {
    in_time(lang, receipt.first_seen, receipt.due, receipt.timely())
}

/// Says whether a file that is not answered yet was in time.
#[must_use]
pub fn in_time(lang: Lang, first_seen: Day, due: Option<Day>, timely: Timely) -> String {
    let seen = when::day(lang, first_seen);
    let due = due.map(|day| when::day(lang, day)).unwrap_or_default();
    match timely {
        Timely::NoDeadline => say!(lang, "{seen}收到，文件没有写明期限", "Arrived on {seen}; no last day is set"),
        Timely::Met => {
            say!(lang, "按时：{seen}收到，最后一天是{due}", "In time: arrived on {seen}, the last day was {due}")
        }
        Timely::Late => {
            say!(lang, "迟报：{seen}收到，最后一天是{due}", "Late: arrived on {seen}, the last day was {due}")
        }
    }
}

/// One step of a file's progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressStep {
    /// Name of the step.
    pub word: &'static str,
    /// True if the file has come this far.
    pub done: bool,
    /// When, or why; empty if unknown.
    pub detail: String,
}

/// The progress of a file, and what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The steps: sent, received, and the office's answer.
    pub steps: Vec<ProgressStep>,
    /// The office's reasons; empty unless it returned the file.
    pub reasons: Vec<String>,
    /// What to do next.
    pub next: &'static str,
}

/// The progress of a file in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Icon and word.
    pub mark: Mark,
    /// Whether it was in time; empty before there is an answer.
    pub in_time: String,
    /// The reasons why it was returned.
    pub reasons: Vec<String>,
}

/// Returns how far a file has come, given the last receipt for it, if there is one.
#[must_use]
pub fn stage(lang: Lang, level: &Level, receipt: Option<&Receipt>) -> Stage {
    let Some(receipt) = receipt else {
        let mark = Mark { icon: "○", word: words::sent_unanswered(lang), key: "open" };
        return Stage { mark, in_time: String::new(), reasons: Vec::new() };
    };
    let reasons = match &receipt.answer {
        ReceiptAnswer::Returned(all) => recognition::reasons(lang, level, all),
        ReceiptAnswer::Received | ReceiptAnswer::Accepted => Vec::new(),
    };
    Stage { mark: answer(lang, &receipt.answer), in_time: timely(lang, receipt), reasons }
}

/// Returns the steps of a file signed on this day, given the office's last receipt for it, if there is one.
#[must_use]
pub fn way(lang: Lang, level: &Level, signed: Day, receipt: Option<&Receipt>) -> Way {
    let day = when::day(lang, signed);
    let mut steps = vec![ProgressStep { word: words::signed(lang), done: true, detail: day }];
    let seen = receipt.map(|receipt| timely(lang, receipt));
    steps.push(ProgressStep { word: words::received(lang), done: seen.is_some(), detail: seen.unwrap_or_default() });
    let (last, done, reasons, next) = match receipt.map(|receipt| &receipt.answer) {
        None => (words::accepted(lang), false, Vec::new(), words::next_unanswered(lang)),
        Some(ReceiptAnswer::Received) => (words::accepted(lang), false, Vec::new(), words::next_received(lang)),
        Some(ReceiptAnswer::Returned(all)) => {
            (words::returned(lang), true, recognition::reasons(lang, level, all), words::next_returned(lang))
        }
        Some(ReceiptAnswer::Accepted) => (words::accepted(lang), true, Vec::new(), words::next_accepted(lang)),
    };
    let answered = receipt.filter(|_| done).map(|receipt| when::moment(lang, receipt.stated.at)).unwrap_or_default();
    steps.push(ProgressStep { word: last, done, detail: answered });
    Way { steps, reasons, next }
}

#[cfg(test)]
mod tests {
    use cunping_core::{
        bundle::{DecisionReason, Kind, LinePosition, Party, Stated},
        id::Digest,
        pack::condition::Filter,
    };

    use super::*;
    use crate::sample::{level, none};

    fn receipt(answer: ReceiptAnswer, due: Option<&str>) -> Receipt {
        let unit = "990101001001".parse().unwrap();
        let party = Party { unit: "990101001000".parse().unwrap(), office: Some("office".parse().unwrap()) };
        let at = "2027-01-12T09:30:00+08:00".parse().unwrap();
        Receipt {
            stated: Stated { party, at, software: String::new(), example: false },
            place: LinePosition::FIRST,
            unit,
            unit_name: "示例一村".into(),
            file: Digest([1; 32]),
            kind: Kind::Assessment,
            first_seen: "2027-01-11".parse().unwrap(),
            due: due.map(|it| it.parse().unwrap()),
            answer,
        }
    }

    #[test]
    fn the_history_says_how_far_a_file_has_come() {
        let level = level(none("crime", Filter::Every));
        let said = |receipt: Option<Receipt>| {
            let stage = stage(Lang::Zh, &level, receipt.as_ref());
            (stage.mark.word, stage.in_time, stage.reasons)
        };
        assert_eq!(said(None), ("已签名，没有回执", String::new(), Vec::new()));
        let late = "迟报：2027年1月11日收到，最后一天是2027年1月10日".to_owned();
        let returned =
            ReceiptAnswer::Returned(vec![DecisionReason { criterion: None, text: "请写明日期。".into() }]);
        let due = Some("2027-01-10");
        assert_eq!(said(Some(receipt(returned, due))), ("退回", late.clone(), vec!["请写明日期。".to_owned()]));
        assert_eq!(said(Some(receipt(ReceiptAnswer::Received, due))), ("已收到", late, Vec::new()));
        assert!(said(Some(receipt(ReceiptAnswer::Accepted, None))).1.contains("没有写明期限"));
    }

    #[test]
    fn a_file_that_came_back_says_why_and_what_to_do() {
        let level = level(none("crime", Filter::Every));
        let why = DecisionReason { criterion: Some("village.1".parse().unwrap()), text: "漏了一起".into() };
        let returned = receipt(ReceiptAnswer::Returned(vec![why]), Some("2027-01-10"));
        let way = way(Lang::Zh, &level, "2027-01-09".parse().unwrap(), Some(&returned));
        assert_eq!(way.reasons, ["“第一项。”：漏了一起"]);
        let told: Vec<_> = way.steps.iter().map(|step| (step.word, step.done, step.detail.as_str())).collect();
        assert_eq!(told[0], ("已签名", true, "2027年1月9日"));
        assert_eq!(told[1], ("已收到", true, "迟报：2027年1月11日收到，最后一天是2027年1月10日"));
        assert_eq!((told[2].0, told[2].1), ("退回", true));
        assert!(way.next.contains("重新签名"), "{}", way.next);
    }

    #[test]
    fn a_file_without_an_answer_has_only_been_signed() {
        let level = level(none("crime", Filter::Every));
        let way = way(Lang::Zh, &level, "2027-01-09".parse().unwrap(), None);
        assert_eq!(way.steps.iter().map(|it| it.done).collect::<Vec<_>>(), [true, false, false]);
        let in_time = timely(Lang::Zh, &receipt(ReceiptAnswer::Accepted, Some("2027-01-11")));
        assert_eq!(in_time, "按时：2027年1月11日收到，最后一天是2027年1月11日");
        assert!(timely(Lang::En, &receipt(ReceiptAnswer::Accepted, None)).contains("no last day"));
    }
}
