//! Words for files that do not count in a roll-up, although nothing is wrong with them by themselves.

use cunping_core::bundle::Kind;

use super::Problem;
use crate::{kind, lang::Lang};

/// Says that files of this kind take no part in counting.
#[must_use]
pub fn not_counted_kind(lang: Lang, of: Kind) -> Problem {
    let of = kind::name(lang, of);
    Problem::new(
        say!(lang, "“{of}”文件不参加汇总。", "Files of this kind ({of}) take no part in a roll-up."),
        lang.pick(
            "请不要列入；名录用 --directory，补充标准用 --overlay。",
            "Leave it out; name a directory with --directory, an overlay with --overlay.",
        ),
    )
}

/// Says that files about one unit contradict one another.
#[must_use]
pub fn unit_in_conflict(lang: Lang) -> Problem {
    Problem::new(
        lang.pick(
            "几份文件并列，或汇总里写的是另一份：这个单位都不计入，算未报。",
            "Files stand side by side, or a roll-up counts another one: none counts, the unit is counted as missing.",
        ),
        lang.pick(
            "请打电话问清哪一份算数，让对方签一份替代其余各份的文件再发来。",
            "Ask by telephone which one counts, and have one signed that replaces the others.",
        ),
    )
}

/// Says that roll-ups of one area contradict one another.
#[must_use]
pub fn roll_ups_in_conflict(lang: Lang) -> Problem {
    Problem::new(
        lang.pick(
            "这个地区的几份汇总互相矛盾，都不计入。",
            "The roll-ups of this area contradict each other; none counts.",
        ),
        lang.pick(
            "请打电话问清哪一份算数，让对方签一份替代其余各份的汇总再发来。",
            "Ask by telephone which one counts, and have one signed that replaces the others.",
        ),
    )
}

/// Says that a unit counts by another file than these.
#[must_use]
pub fn waits_aside(lang: Lang) -> Problem {
    Problem::new(
        lang.pick("这个单位另有一份计入，下面的不计入。", "Another file of the unit counts; these do not."),
        "",
    )
}

/// Says that a unit sent a file and is not among those that are to report.
#[must_use]
pub fn not_expected(lang: Lang) -> Problem {
    Problem::new(
        lang.pick("它不在应报单位之中，不计入。", "It is not among the units that are to report; it does not count."),
        lang.pick(
            "请核对区划代码；名单有变的，请在名录里更正后再汇总。",
            "Check the division code; where the list has changed, correct the directory and count again.",
        ),
    )
}
