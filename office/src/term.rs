//! A document's own words for its units, and names of what it asks about. Invents no local word.

use cunping_core::{
    facts::Topic,
    id::{AttributeId, IndicatorId, UnitLevel},
    pack::{Attribute, Indicator, Level, Pack},
};

use crate::{filter, lang::Lang};

/// What the document calls a unit of this kind; English has one word for each.
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

/// `本村`, `this village`, in the document's word for the level's unit.
#[must_use]
pub fn this_unit(lang: Lang, pack: &Pack, level: &Level) -> String {
    let unit = unit(lang, pack, level.unit);
    say!(lang, "本{unit}", "this {unit}")
}

/// Who waits for a unit's report: the office in charge for a village, the level above for others.
#[must_use]
pub fn receiver(lang: Lang, pack: &Pack, level: &Level) -> String {
    match level.unit {
        UnitLevel::Village => pack.terms.office.clone(),
        UnitLevel::Township => office_of(lang, pack, UnitLevel::County),
        UnitLevel::County => office_of(lang, pack, UnitLevel::Prefecture),
        UnitLevel::Prefecture | UnitLevel::Province => office_of(lang, pack, UnitLevel::Province),
    }
}

/// The office in charge at a level above the townships: `县平安办`.
#[must_use]
pub fn office_of(lang: Lang, pack: &Pack, level: UnitLevel) -> String {
    let unit = unit(lang, pack, level);
    say!(lang, "{unit}平安办", "the {unit} safety office")
}

/// The name of an indicator; its id where the pack does not hold it, which no loaded pack allows.
#[must_use]
pub fn indicator<'a>(lang: Lang, pack: &'a Pack, id: &'a IndicatorId) -> &'a str {
    pack.indicators.get(id).map_or(id.as_str(), |it: &Indicator| lang.of(&it.name))
}

/// The names of an incident's categories; of one of another kind than the document asks about, the name of what it is a
/// kind of, and that.
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

/// The name of a topic, with the incidents of it that are meant: `刑事案件（等级为“重大”或以上）`.
#[must_use]
pub fn topic(lang: Lang, pack: &Pack, topic: &Topic) -> String {
    let name = indicator(lang, pack, &topic.about);
    match filter::words(lang, pack, &topic.only) {
        Some(only) => say!(lang, "{name}（{only}）", "{name} ({only})"),
        None => name.to_owned(),
    }
}

/// The name of an attribute; its id where the pack does not hold it.
#[must_use]
pub fn attribute<'a>(lang: Lang, pack: &'a Pack, id: &'a AttributeId) -> &'a str {
    pack.attributes.get(id).map_or(id.as_str(), |it: &Attribute| lang.of(&it.name))
}

/// A name without the unit in brackets at its end: `损失（元）` is `损失`.
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
