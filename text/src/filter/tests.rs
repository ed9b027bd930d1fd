//! Tests of what a check counts, in words, at every kind of attribute and bound.

use cunping_core::pack::{
    Attribute, AttributeKind, Pack, Words,
    condition::{Compare, Filter},
};

use super::words;
use crate::{
    lang::Lang,
    sample::{at_least, large, level, none, pack},
};

fn sample() -> Pack {
    let mut sample = pack(level(none("fire", Filter::Every)));
    let text = |zh: &str, en: &str| Words { zh: zh.into(), en: en.into() };
    let ranks = || AttributeKind::Choice(vec![text("没有", "no"), text("县级", "county"), text("省级", "province")]);
    let times =
        || AttributeKind::Choice(vec![text("否", "no"), text("节日", "a holiday"), text("国庆", "the national day")]);
    for (id, name, kind, scope) in [
        ("influence", text("有重大影响", "had major influence"), AttributeKind::YesNo, None),
        ("harm", text("造成严重危害", "caused grave harm"), AttributeKind::YesNo, None),
        ("victim", text("本地居民受害", "a resident was the victim"), AttributeKind::YesNo, None),
        (
            "by",
            text("由哪一级认定", "level that recognised it"),
            ranks(),
            Some(text("{choice}以上部门认定的", "recognised at {choice} level or above")),
        ),
        ("size", text("影响的程度", "how far it went"), ranks(), None),
        ("level", text("认定的等级", "level as the office found it"), ranks(), None),
        ("time", text("是否发生在节日", "whether during a holiday"), times(), None),
    ] {
        sample.attributes.insert(id.parse().unwrap(), Attribute { name, kind, scope });
    }
    sample
}

fn at(id: &str, must: Compare, bound: i64) -> Filter {
    Filter::Attribute { is: id.parse().unwrap(), must, bound }
}

#[test]
fn every_kind_of_attribute_at_every_bound() {
    use Compare::{AtLeast, AtMost, Equal, LessThan, MoreThan};
    let sample = sample();
    for (id, must, bound, zh, en) in [
        (
            "loss-yuan",
            AtLeast,
            10_000,
            "直接财产损失 10,000 元或以上的",
            "those whose direct loss is 10,000 yuan or more",
        ),
        ("loss-yuan", AtMost, 10, "直接财产损失 10 元或以下的", "those whose direct loss is 10 yuan or less"),
        ("deaths", MoreThan, 2, "死亡超过 2 人的", "those with more than 2 deaths"),
        ("deaths", LessThan, 3, "死亡不到 3 人的", "those with less than 3 deaths"),
        ("deaths", Equal, 3, "死亡正好 3 人的", "those with exactly 3 deaths"),
        ("size", AtLeast, 1, "影响为县级或以上的", "those with county or above for how far it went"),
        ("level", AtLeast, 2, "认定为省级的", "those whose level is province as the office found it"),
        ("influence", AtLeast, 1, "有重大影响的", "those that had major influence"),
        ("influence", Equal, 0, "没有重大影响的", "those of which this is not so: had major influence"),
        ("harm", Equal, 0, "没有造成严重危害的", "those of which this is not so: caused grave harm"),
        ("victim", AtLeast, 1, "本地居民受害的", "those in which a resident was the victim"),
        ("victim", Equal, 0, "不是本地居民受害的", "those of which this is not so: a resident was the victim"),
        ("handled", AtLeast, 1, "已有效处置的", "those effectively handled"),
        ("handled", Equal, 0, "没有有效处置的", "those not effectively handled"),
        ("grade", AtLeast, 1, "等级为一般或以上的", "those whose grade is ordinary or above"),
        ("grade", AtLeast, 2, "等级为较大的", "those whose grade is fairly large"),
        ("grade", AtMost, 1, "等级为一般或以下的", "those whose grade is ordinary or below"),
        ("grade", MoreThan, 1, "等级为较大的", "those whose grade is fairly large"),
        ("grade", LessThan, 1, "等级为未达一般的", "those whose grade is below ordinary"),
        ("by", AtLeast, 1, "县级或以上部门认定的", "those recognised at county level or above"),
        ("by", AtLeast, 2, "省级部门认定的", "those recognised at province"),
        ("by", MoreThan, 1, "省级部门认定的", "those recognised at province"),
        ("time", AtLeast, 1, "发生在节日的", "those during a holiday"),
        ("time", AtLeast, 2, "发生在节日（只算国庆）的", "those during a holiday (only the national day)"),
    ] {
        let filter = at(id, must, bound);
        assert_eq!(words(Lang::Zh, &sample, &filter).as_deref(), Some(zh));
        assert_eq!(words(Lang::En, &sample, &filter).as_deref(), Some(en));
    }
    assert_eq!(words(Lang::Zh, &sample, &Filter::Every), None);
}

#[test]
fn parts_are_put_together_and_closed_once() {
    let sample = sample();
    let told = |filter: &Filter| words(Lang::Zh, &sample, filter).unwrap();
    assert_eq!(told(&large()), "直接财产损失 10,000 元或以上的，或者死亡 1 人或以上的，或者等级为较大的");
    let both = Filter::All(vec![at("influence", Compare::AtLeast, 1), at("handled", Compare::Equal, 0)]);
    assert_eq!(told(&both), "有重大影响，并且没有有效处置的");
    let either = Filter::Any(vec![both, at_least("deaths", 1)]);
    assert_eq!(told(&either), "（有重大影响，并且没有有效处置）的，或者死亡 1 人或以上的");
    assert_eq!(
        words(Lang::En, &sample, &either).unwrap(),
        "those (that had major influence, and not effectively handled), or with 1 or more deaths"
    );
}
