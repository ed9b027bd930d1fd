//! Half-years that an office puts together out of quarters: only where the document asks for them.

use cunping_core::{
    pack::Pack,
    period::Period,
    rollup::{half_yearly, halves_of, quarters_of},
};

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

#[test]
fn a_half_year_is_put_together_only_where_the_document_asks_for_the_report() {
    for released in cunping_packs::RELEASED {
        let pack = Pack::from_json(released.json).unwrap();
        for level in &pack.levels {
            let asked = pack.id.as_str() == "sulide-bawu-2022" && level.id.as_str() == "village";
            assert_eq!(half_yearly(&pack, level).is_some(), asked, "{} {}", pack.id, level.id);
            assert_eq!(halves_of(&pack, level, 2026).len(), if asked { 2 } else { 0 }, "{} {}", pack.id, level.id);
            if asked {
                assert_eq!(half_yearly(&pack, level).unwrap().clause, "三(二)");
                assert_eq!(quarters_of(&pack, level, period("2026-H1")), ["2026-Q1", "2026-Q2"].map(period));
                assert_eq!(quarters_of(&pack, level, period("2026-H2")), ["2026-Q3", "2026-Q4"].map(period));
                assert_eq!(quarters_of(&pack, level, period("2026")), []);
                assert_eq!(quarters_of(&pack, level, period("2026-Q1")), []);
                // The document's first year has halves, the year before it has none.
                assert_eq!(halves_of(&pack, level, 2022), ["2022-H1", "2022-H2"].map(period));
                assert_eq!(halves_of(&pack, level, 2021), []);
            }
        }
    }
}
