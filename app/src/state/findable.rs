//! The units that the page knows, as a list to search. Pure.

use cunping_core::id::UnitLevel;
use cunping_text::unit_search::{FoundUnit, UnitIndex};

use super::documents;

/// Returns the known units of some levels. What the documents call villages does not count at the end of a name.
#[must_use]
pub fn units(levels: &[UnitLevel]) -> UnitIndex {
    let known = documents::units().iter().filter(|unit| levels.contains(&unit.code.level()));
    let units = known.map(|unit| FoundUnit {
        code: unit.code,
        name: unit.name.to_owned(),
        above: documents::above(unit.code).map(str::to_owned).collect(),
    });
    UnitIndex::new(units, documents::latest().into_iter().map(|pack| &*pack.terms.village))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(level: UnitLevel, query: &str) -> (usize, String) {
        let hits = units(&[level]).find(query, 1);
        (hits.count, hits.first.into_iter().map(|unit| unit.name).collect())
    }

    #[test]
    fn a_village_is_found_as_people_write_it() {
        for query in [
            "蘑菇滩",
            "磨菇滩嘎查",
            "磨 菇 滩 村",
            "乌审旗 磨菇滩",
            "１５０６２６ ２００２０４",
            "鄂尔多斯 磨菇滩村委会",
        ] {
            assert_eq!(found(UnitLevel::Village, query), (1, "磨菇滩村民委员会".to_owned()), "{query}");
        }
        assert_eq!(found(UnitLevel::Village, "通史村"), (1, "通史嘎查村委员会".to_owned()));
        assert_eq!(found(UnitLevel::Village, "桑村镇 户口"), (1, "户口村委会".to_owned()));
    }

    #[test]
    fn all_villages_of_a_township_county_or_province_are_found_by_its_name() {
        for (query, count) in [
            ("苏力德苏木", 13),
            ("乌审旗", 13),
            ("内蒙古", 13),
            ("150626000000", 13),
            ("桑村镇", 20),
            ("山东", 20),
            ("长岗", 25),
            ("河南省", 25),
            ("汪场镇", 17),
            ("大理州", 1_159),
            ("漾濞县", 66),
            ("大理白族自治州", 1_159),
            ("", 1_234),
        ] {
            assert_eq!(found(UnitLevel::Village, query).0, count, "{query}");
        }
    }

    #[test]
    fn offices_find_their_own_unit() {
        assert_eq!(found(UnitLevel::Township, "苏力德苏木"), (1, "苏力德苏木".to_owned()));
        assert_eq!(found(UnitLevel::Township, "睢县"), (1, "长岗镇".to_owned()));
        assert_eq!(found(UnitLevel::County, "天门"), (1, "天门市".to_owned()));
        assert_eq!(found(UnitLevel::County, "大理市"), (1, "大理市".to_owned()));
    }
}
