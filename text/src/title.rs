//! What a reader sees as the title of a criterion. The official title is Chinese and stays; beside it stands our name,
//! in English everywhere, in Chinese where the title says nothing by itself.

use cunping_core::pack::Criterion;

use crate::lang::Lang;

/// The title of a criterion as a reader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CriterionTitle<'a> {
    /// What comes first, in the reader's language: our name of the criterion, else its official title.
    pub name: &'a str,
    /// The official title, in Chinese and to the letter; `None` where it is the name already.
    pub official: Option<&'a str>,
}

/// Returns what a reader sees as the title of a criterion.
#[must_use]
pub fn criterion(lang: Lang, criterion: &Criterion) -> CriterionTitle<'_> {
    let ours = match lang {
        Lang::Zh => criterion.name.zh.as_deref(),
        Lang::En => Some(criterion.name.en.as_str()),
    };
    CriterionTitle { name: ours.unwrap_or(&criterion.title), official: ours.map(|_| criterion.title.as_str()) }
}

/// Names a criterion in a sentence that tells its clause: in Chinese by its official title, in English by our name.
#[must_use]
pub fn cited(lang: Lang, criterion: &Criterion) -> &str {
    lang.pick(&criterion.title, &criterion.name.en)
}

/// Returns the title as one line: `No criminal case (无刑事案件。)`.
#[must_use]
pub fn line(lang: Lang, of: &Criterion) -> String {
    let CriterionTitle { name, official } = criterion(lang, of);
    match official {
        Some(official) => say!(lang, "{name}（{official}）", "{name} ({official})"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use cunping_core::pack::condition::Filter;

    use super::*;
    use crate::sample::{level, none};

    #[test]
    fn a_title_that_stands_by_itself_is_the_name_in_chinese() {
        let item = &level(none("crime", Filter::Every)).criteria[0];
        assert_eq!(criterion(Lang::Zh, item), CriterionTitle { name: "第一项。", official: None });
        assert_eq!(criterion(Lang::En, item), CriterionTitle { name: "First item", official: Some("第一项。") });
        assert_eq!(Lang::ALL.map(|lang| cited(lang, item)), ["第一项。", "First item"]);
        assert_eq!(Lang::ALL.map(|lang| line(lang, item)), ["第一项。", "First item (第一项。)"]);
    }

    #[test]
    fn a_title_that_does_not_has_ours_before_it() {
        let mut item = level(none("crime", Filter::Every)).criteria[0].clone();
        item.name.zh = Some("没有刑事案件".into());
        let told = CriterionTitle { name: "没有刑事案件", official: Some("第一项。") };
        assert_eq!(criterion(Lang::Zh, &item), told);
        assert_eq!(line(Lang::Zh, &item), "没有刑事案件（第一项。）");
        assert_eq!(cited(Lang::Zh, &item), "第一项。");
    }
}
