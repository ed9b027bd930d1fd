//! Names of the kinds of files, and file names. File names are for people; the program does not rely on them.

use cunping_core::bundle::Kind;

use crate::{lang::Lang, ui::export::named};

/// Returns the name of a kind of file.
#[must_use]
pub fn name(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Enrolment => lang.pick("密钥登记", "key enrolment"),
        Kind::Assessment => lang.pick("自评", "assessment"),
        Kind::Opinion => lang.pick("监控单位意见", "opinion"),
        Kind::Recognition => lang.pick("认定", "recognition"),
        Kind::Receipt => lang.pick("回执", "receipt"),
        Kind::Rollup => lang.pick("汇总", "roll-up"),
        Kind::Directory => lang.pick("单位名录", "directory"),
        Kind::Overlay => lang.pick("补充标准", "supplement"),
        Kind::Pack => lang.pick("创建标准", "criteria document"),
    }
}

/// Returns the name for a signed file: its kind, who signed it or whom it is about, and what tells it from others,
/// such as a day or a period.
#[must_use]
pub fn file_name(lang: Lang, kind: Kind, who: &str, which: &str) -> String {
    named(&[name(lang, kind), who, which], "cunping.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_says_what_whose_and_which() {
        let name = file_name(Lang::Zh, Kind::Enrolment, "示例一村", "2026-11-25");
        assert_eq!(name, "密钥登记_示例一村_2026-11-25.cunping.json");
    }
}
