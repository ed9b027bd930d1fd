//! A document's own terms for its units, and names of what it asks about. Terms come from the pack and must not be
//! invented here.

use cunping_core::{
    facts::Topic,
    id::{AttributeId, IndicatorId, RuleId, UnitLevel},
    pack::{Attribute, Criterion, Indicator, Level, Pack},
};

use crate::{filter, lang::Lang};

/// Returns the document's term for a unit of this kind; in English each kind has one word.
#[must_use]
pub fn unit(lang: Lang, pack: &Pack, level: UnitLevel) -> &str {
    match level {
        UnitLevel::Village => lang.pick(&pack.terms.village, "village"),
        UnitLevel::Township => lang.pick(&pack.terms.township, "township"),
        UnitLevel::County => lang.pick(&pack.terms.county, "county"),
        UnitLevel::Prefecture => lang.pick(pack.terms.prefecture.as_deref().unwrap_or("市州"), "prefecture"),
        UnitLevel::Province => lang.pick(pack.terms.province.as_deref().unwrap_or("省区市"), "province"),
    }
}

/// Returns the criterion of a level with this id.
#[must_use]
pub fn criterion<'a>(level: &'a Level, rule: &RuleId) -> Option<&'a Criterion> {
    level.criteria.iter().find(|criterion| criterion.id == *rule)
}

/// Returns `本村`, `this village`, in the document's term for the level's unit.
#[must_use]
pub fn this_unit(lang: Lang, pack: &Pack, level: &Level) -> String {
    let unit = unit(lang, pack, level.unit);
    say!(lang, "本{unit}", "this {unit}")
}

/// Names the office that a unit of this level reports to: the one in charge at the level above, as the document names
/// it. Where it names none, the words say so.
#[must_use]
pub fn receiver(lang: Lang, pack: &Pack, own: UnitLevel) -> String {
    let above = match own {
        UnitLevel::Village => return pack.terms.office.clone(),
        UnitLevel::Township => UnitLevel::County,
        UnitLevel::County => UnitLevel::Prefecture,
        UnitLevel::Prefecture | UnitLevel::Province => UnitLevel::Province,
    };
    match pack.in_charge(above) {
        Some((_, office)) => office.name.clone(),
        None => lang.pick("上一级（文件没有写哪个单位）", "the level above (the document names no office)").to_owned(),
    }
}

/// Returns the name of an indicator; its id if the pack does not have it, which no loaded pack allows.
#[must_use]
pub fn indicator<'a>(lang: Lang, pack: &'a Pack, id: &'a IndicatorId) -> &'a str {
    pack.indicators.get(id).map_or(id.as_str(), |it: &Indicator| lang.of(&it.name))
}

/// Joins the names of an incident's categories. A category of another kind than the document asks about is named by
/// the category above it, with a note.
#[must_use]
pub fn categories<'a>(lang: Lang, pack: &Pack, ids: impl IntoIterator<Item = &'a IndicatorId>) -> String {
    let name = |id: &IndicatorId| match id.of_another_kind() {
        None => indicator(lang, pack, id).to_owned(),
        Some(above) => {
            let name = indicator(lang, pack, &above);
            say!(lang, "{name}（不是本文件另问的种类）", "{name} (of no kind that the document asks about by itself)")
        }
    };
    list(lang, &ids.into_iter().map(name).collect::<Vec<_>>())
}

/// Returns the name of a topic, with its filter: `刑事案件（等级为“重大”或以上）`.
#[must_use]
pub fn topic(lang: Lang, pack: &Pack, topic: &Topic) -> String {
    let name = indicator(lang, pack, &topic.about);
    match filter::words(lang, pack, &topic.only) {
        Some(only) => say!(lang, "{name}（{only}）", "{name} ({only})"),
        None => name.to_owned(),
    }
}

/// Returns the name of an attribute; its id if the pack does not have it.
#[must_use]
pub fn attribute<'a>(lang: Lang, pack: &'a Pack, id: &'a AttributeId) -> &'a str {
    pack.attributes.get(id).map_or(id.as_str(), |it: &Attribute| lang.of(&it.name))
}

/// Removes the unit in brackets at the end of a name: `损失（元）` becomes `损失`.
#[must_use]
pub fn bare(name: &str) -> &str {
    let open =
        if name.ends_with('）') { name.rfind('（') } else { name.strip_suffix(')').and_then(|it| it.rfind(" (")) };
    open.and_then(|place| name.get(..place)).filter(|rest| !rest.is_empty()).unwrap_or(name)
}

/// Joins the items of a list: `甲、乙`, `a, b`.
#[must_use]
pub fn list<T: AsRef<str>>(lang: Lang, items: &[T]) -> String {
    items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(lang.pick("、", ", "))
}
