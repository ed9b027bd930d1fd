//! Words for text that is not strict JSON, and for values that do not fit a format.

use cunping_core::json::{Expected, JsonError, Misfit, MisfitReason};

use crate::{lang::Lang, number};

/// Describes what is wrong with a JSON text, as the predicate of a sentence whose subject is the text. Byte positions
/// count from 1.
pub(super) fn json(lang: Lang, problem: &JsonError) -> String {
    let (what, at) = match problem {
        JsonError::TooLarge { bytes, limit } => {
            let kib = |bytes: usize| number::grouped(i64::try_from(bytes / 1024).unwrap_or(i64::MAX));
            let most = kib(*limit);
            // Readers of files stop soon after the limit, so that only its excess is known then.
            if bytes.saturating_sub(*limit) <= 2 {
                return say!(lang, "太大，超过上限 {most} KB", "is too large: more than the limit of {most} KB");
            }
            let has = kib(*bytes);
            return say!(lang, "太大，有 {has} KB，上限 {most} KB", "is too large: {has} KB, the limit is {most} KB");
        }
        JsonError::Empty => (lang.pick("是空的", "is empty"), None),
        JsonError::NotUtf8 { at } => (lang.pick("不是 UTF-8 文字", "is not UTF-8 text"), Some(at)),
        JsonError::ByteOrderMark => {
            (lang.pick("开头多了字节顺序标记", "starts with a byte order mark, which does not belong there"), None)
        }
        JsonError::Syntax { at } => (lang.pick("不是 JSON", "is not JSON"), Some(at)),
        JsonError::Truncated => (lang.pick("不完整，后面缺了一截", "is cut off at its end"), None),
        JsonError::Trailing { at } => (lang.pick("后面多了内容", "has something after its end"), Some(at)),
        JsonError::DuplicateKey { at } => (lang.pick("有重复的名称", "has a name twice"), Some(at)),
        JsonError::TooDeep { at } => (lang.pick("嵌套太深", "is nested too deep"), Some(at)),
        JsonError::NotAnInteger { at } => {
            (lang.pick("有一个数字不是整数", "has a number that is no integer"), Some(at))
        }
        JsonError::NumberTooLarge { at } => (lang.pick("有一个数字太大", "has a number that is too large"), Some(at)),
        JsonError::TextTooLong { at } => (lang.pick("有一段文字太长", "has a text that is too long"), Some(at)),
        JsonError::TooManyValues { at } => (lang.pick("内容太多", "holds too many values"), Some(at)),
    };
    at.map_or_else(|| what.to_string(), |at| format!("{what}{}", byte(lang, *at)))
}

/// Describes what is wrong at one place: `statements[3].from：不是日期，应写成 2026-03-31`.
#[must_use]
pub fn misfit(lang: Lang, misfit: &Misfit) -> String {
    let why = why(lang, misfit.why);
    let at = if misfit.at.is_empty() { lang.pick("整体", "the whole") } else { &misfit.at };
    say!(lang, "{at}：{why}", "{at}: {why}")
}

fn byte(lang: Lang, at: usize) -> String {
    let byte = number::grouped(i64::try_from(at).unwrap_or(i64::MAX).saturating_add(1));
    say!(lang, "（第 {byte} 个字节）", " (byte {byte})")
}

/// Describes why a value does not fit.
pub(super) fn why(lang: Lang, why: MisfitReason) -> String {
    match why {
        MisfitReason::Missing => lang.pick("缺少这一项", "missing").to_string(),
        MisfitReason::Unknown => lang.pick("格式里没有这一项", "not in the format").to_string(),
        MisfitReason::TooLong(most) => say!(lang, "超过 {most} 字", "longer than {most} characters"),
        MisfitReason::TooMany(most) => say!(lang, "超过 {most} 个", "more than {most}"),
        MisfitReason::TooDeep(most) => say!(lang, "嵌套超过 {most} 层", "nested more than {most} deep"),
        MisfitReason::OutOfRange(least, most) => {
            say!(lang, "应在 {least} 到 {most} 之间", "not between {least} and {most}")
        }
        MisfitReason::Not(wanted) => expected(lang, wanted).to_string(),
    }
}

fn expected(lang: Lang, expected: Expected) -> &'static str {
    match expected {
        Expected::Object => lang.pick("不是对象", "not an object"),
        Expected::List => lang.pick("不是列表", "not a list"),
        Expected::Distinct => lang.pick("列表里有重复", "has something twice"),
        Expected::Ordered => lang.pick("没有按顺序排列", "out of order"),
        Expected::Elements | Expected::Members => lang.pick("里面什么也没有", "has nothing in it"),
        Expected::Text => lang.pick("不是文字", "not a text"),
        Expected::Saying => lang.pick("文字是空的", "empty text"),
        Expected::Line => lang.pick(
            "文字里有控制字符或改变书写方向的字符，或首尾有空格",
            "a control character, one that turns the direction of writing, or white space at an end of the text",
        ),
        Expected::Integer => lang.pick("不是整数", "not an integer"),
        Expected::Fraction => lang.pick("不是分数（两个整数，分母大于 0）", "not two integers that make a fraction"),
        Expected::True => lang.pick("只能是 true 或不写", "only true, or left out"),
        Expected::Bool => lang.pick("不是 true 或 false", "not true or false"),
        Expected::Day => lang.pick("不是日期，应写成 2026-03-31", "not a day such as 2026-03-31"),
        Expected::Moment => {
            lang.pick("不是时间，应写成 2026-03-31T09:05:00+08:00", "not a time such as 2026-03-31T09:05:00+08:00")
        }
        Expected::Days => lang.pick("最后一天早于第一天", "the last day is before the first"),
        Expected::Period => {
            lang.pick("不是时段，应写成 2026、2026-H1 或 2026-Q1", "not a period such as 2026, 2026-H1 or 2026-Q1")
        }
        Expected::UnitCode => lang.pick("不是 12 位统计用区划代码", "not a 12-digit division code"),
        Expected::UnitLevel => lang.pick("与区划代码的级别不一致", "not the level of the division code"),
        Expected::Id => {
            lang.pick("不是编号（1 至 80 个 a-z、0-9、-、. 或 /）", "not an id: 1 to 80 of a-z, 0-9, -, . and /")
        }
        Expected::IncidentId => lang.pick("不是 32 位十六进制编号", "not 32 hexadecimal digits"),
        Expected::Digest => lang.pick("不是 64 位十六进制指纹", "not 64 hexadecimal digits"),
        Expected::Signature => lang.pick("不是 64 字节的签名", "not a signature of 64 bytes"),
        Expected::Recipient => lang.pick("不是 age 收件公钥", "not an age recipient"),
        Expected::Inside => lang.pick("不在这个地区之内", "not inside the area"),
        Expected::Pack => lang.pick("不是本软件能读的创建标准", "not a pack that this software reads"),
        Expected::Thumbprint => lang.pick("不是 43 个字符的密钥编号", "not the 43 characters of a key's thumbprint"),
        Expected::Key => lang.pick("不是密钥", "not a key"),
        Expected::Word => lang.pick("不是格式规定的词", "none of the words of the format"),
        Expected::Same => lang.pick("与文件其他地方不一致", "differs from another part of the file"),
    }
}
