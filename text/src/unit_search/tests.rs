//! Tests of the search, on names as the lists write them.

use super::*;

/// Code, own name, and the names above it.
const UNITS: [(&str, &str, &str); 12] = [
    ("150626200001", "示例滩社区居民委员会", "示例自治区 示例市 甲县 乙木"),
    ("150626200204", "磨菇滩村民委员会", "示例自治区 示例市 甲县 乙木"),
    ("150626200205", "通史丙察村委员会", "示例自治区 示例市 甲县 乙木"),
    ("370406103200", "桑村村委会", "东省 枣庄市 山亭区 桑村镇"),
    ("370406103201", "户口村委会", "东省 枣庄市 山亭区 桑村镇"),
    ("370406103202", "大户口村委会", "东省 枣庄市 山亭区 桑村镇"),
    ("370406104201", "户口庄村委会", "东省 枣庄市 山亭区 丁镇"),
    ("429006104203", "新沟村村民委员会", "北省 天门市 汪场镇"),
    ("429006104230", "艾垸村村民委员会", "北省 天门市 汪场镇"),
    ("532901102204", "才村村委会", "南省 大理白族自治州 大理市 大理镇"),
    ("532901102205", "付家营社区", "南省 大理白族自治州 大理市 大理镇"),
    ("532901103205", "１２３团村委会", "南省 大理白族自治州 大理市 凤仪镇"),
];

fn index() -> UnitIndex {
    let unit = |(code, name, above): (&str, &str, &str)| FoundUnit {
        code: code.parse().unwrap(),
        name: name.to_owned(),
        above: above.split(' ').map(str::to_owned).collect(),
    };
    UnitIndex::new(UNITS.map(unit), ["村(社区)", "丙察村（社区）", "行政村"])
}

/// The names that are found, in order.
fn found(query: &str) -> Vec<String> {
    index().find(query, 20).first.into_iter().map(|unit| unit.name).collect()
}

#[test]
fn a_name_is_found_however_it_is_written() {
    for query in [
        "磨菇滩",
        "蘑菇滩",
        " 磨 菇　滩 ",
        "磨菇滩村",
        "磨菇滩村委会",
        "磨菇滩村委",
        "磨菇滩村委员会",
        "磨菇滩村民委员会",
        "蘑菇滩村 村民委员会",
        "磨菇滩社区居民委员会",
        "磨菇滩居委会",
        "磨菇滩丙察",
        "磨菇滩丙察村",
        "磨菇滩行政村",
        "“磨菇滩”",
    ] {
        assert_eq!(found(query), ["磨菇滩村民委员会"], "{query}");
    }
    assert_eq!(found("通史"), ["通史丙察村委员会"]);
    assert_eq!(found("艾院村"), ["艾垸村村民委员会"]);
    assert_eq!(found("傅家营村"), ["付家营社区"]);
    assert_eq!(found("新沟村委会"), ["新沟村村民委员会"]);
    assert_eq!(found("123团"), ["１２３团村委会"]);
    assert_eq!(found("不认识"), [""; 0]);
}

#[test]
fn a_name_of_two_characters_keeps_its_last_one() {
    // Without it every name with the first one would fit.
    for query in ["才村", "才村村", "才村委会", "才村村委会", "才村村民委员会"] {
        assert_eq!(found(query), ["才村村委会"], "{query}");
    }
}

#[test]
fn the_units_above_are_found_by_their_names() {
    for (query, count) in
        [("乙木", 3), ("甲县", 3), ("桑村镇", 3), ("东省", 4), ("大理", 3), ("大理州 凤仪镇", 1), ("凤仪镇、大理", 1)]
    {
        assert_eq!(found(query).len(), count, "{query}");
    }
    for query in ["桑村镇 户口", "户口　桑村镇", "桑村镇户口村", "东省枣庄市山亭区桑村镇户口村"]
    {
        assert_eq!(found(query).first().unwrap(), "户口村委会", "{query}");
    }
    assert_eq!(found("丁镇 户口"), ["户口庄村委会"], "every word must fit");
    assert_eq!(found("凤仪镇 户口"), [""; 0]);
}

#[test]
fn an_autonomous_unit_is_found_by_its_short_name() {
    assert_eq!(found("大理州").len(), 3);
    assert_eq!(found("大理州 才村"), ["才村村委会"]);
    for query in ["大理县", "白州", "州", "大州"] {
        assert_eq!(found(query).len(), if query == "州" { 3 } else { 0 }, "{query}");
    }
}

#[test]
fn the_same_name_comes_first_and_the_township_of_the_name_last() {
    assert_eq!(found("户口"), ["户口村委会", "户口庄村委会", "大户口村委会"]);
    assert_eq!(found("户口村")[0], "户口村委会");
    assert_eq!(found("桑村"), ["桑村村委会", "户口村委会", "大户口村委会"]);
    assert_eq!(found("桑村村委会"), ["桑村村委会"], "whoever writes the ending means the village");
}

#[test]
fn a_code_is_found_whole_in_part_and_by_the_unit_above() {
    for query in ["150626200205", "１５０６２６２００２０５", "1506 2620 0205", " 150626200205　"] {
        assert_eq!(found(query), ["通史丙察村委员会"], "{query}");
    }
    assert_eq!(found("15062620020"), ["磨菇滩村民委员会", "通史丙察村委员会"]);
    assert_eq!(found("150626200000").len(), 3);
    assert_eq!(found("370400000000").len(), 4);
    assert_eq!(found("150626200299"), [""; 0]);
    assert_eq!(found("150626200205 通史"), ["通史丙察村委员会"]);
}

#[test]
fn the_count_is_true_where_not_all_are_listed() {
    let hits = index().find("", 5);
    assert_eq!((hits.count, hits.first.len()), (12, 5));
    assert_eq!(hits.first[0].name, "示例滩社区居民委员会", "in the order of the list");
    assert_eq!(index().find(" ，", 5).count, 12);
    assert_eq!(index().find("社区", 5).count, 2, "an ending alone is looked for as it is");
    assert_eq!(index().find("村", 2).count, 10);
    let hits = index().find("大理", 2);
    assert_eq!((hits.count, hits.first.len()), (3, 2));
}
