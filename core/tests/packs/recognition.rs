//! The offices that decide about a unit, and the last days for its files, as the documents state them.

use cunping_core::{
    bundle,
    pack::{HandsIn, Pack},
};

use crate::files;

fn packs() -> Vec<Pack> {
    files::authored().iter().map(|folder| files::pack(folder)).collect()
}

fn pack(id: &str) -> Pack {
    packs().into_iter().find(|it| it.id.as_str() == id).unwrap()
}

#[test]
fn offices_decide_in_the_order_of_the_document() {
    let order = |pack: &str, level: &str| {
        let pack = self::pack(pack);
        let level = pack.level(&level.parse().unwrap()).unwrap();
        level.decided_by().iter().map(|it| pack.offices[it].name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(order("sulide-bawu-2022", "village"), ["苏木镇平安办", "旗平安办"]);
    assert_eq!(order("sulide-bawu-2022", "township"), ["旗平安办"]);
    assert_eq!(order("sangcun-liuhao-jiuwu-2021", "village"), ["镇“平安桑村”建设领导小组"]);
    let changgang = order("changgang-pingan-fazhi-xing-2023", "village");
    assert_eq!(changgang, ["党委副书记任组长的工作专班", "县委政法委"]);
    assert_eq!(order("wangchang-pingan-cun-2023", "village"), ["乡镇党委平安建设领导小组"]);
    let model = order("wangchang-pingan-cun-2023", "model");
    assert_eq!(model, ["市委平安天门建设领导小组", "省委平安湖北建设领导小组"]);
    for level in ["village", "township", "county"] {
        assert!(order("dali-pingan-xiangcun-2024", level).is_empty(), "the document names nobody");
    }
}

/// Nobody decides about a unit from below, and each block for a review names an office that decides.
#[test]
fn who_decides_stands_above_the_unit() {
    for pack in packs() {
        for level in &pack.levels {
            for office in level.decided_by() {
                assert!(pack.offices[office].level > level.unit, "{} {} {office}", pack.id, level.id);
            }
        }
        for form in &pack.forms {
            let level = pack.level(&form.level).unwrap();
            let offices: Vec<_> = form.blocks.iter().map(|it| it.office.clone().unwrap()).collect();
            assert!(offices.is_empty() || offices == level.decided_by(), "{} {}", pack.id, form.id);
        }
    }
}

#[test]
fn only_one_document_takes_a_name_back_and_only_of_its_model_villages() {
    let mut removing = Vec::new();
    for pack in packs() {
        let levels = pack.levels.iter().filter(|level| bundle::removal(&pack, level).is_some());
        removing.extend(levels.map(|level| format!("{} {}", pack.id, level.id)));
    }
    assert_eq!(removing, ["wangchang-pingan-cun-2023 model"]);
}

#[test]
fn a_file_is_due_when_its_document_names_a_day_for_it() {
    let due = |pack: &str, level: &str, file, period: &str| {
        let pack = self::pack(pack);
        let due = pack.due(&level.parse().unwrap(), file, period.parse().unwrap());
        due.map(|(day, deadline)| (day.to_string(), deadline.id.to_string()))
    };
    let bawu = |level, file, period| due("sulide-bawu-2022", level, file, period);
    let materials = Some(("2027-01-10".to_owned(), "calendar.yearly-materials".to_owned()));
    assert_eq!(bawu("village", HandsIn::Assessment, "2026"), materials);
    assert_eq!(bawu("township", HandsIn::Assessment, "2026"), materials);
    let monitors = Some(("2027-01-09".to_owned(), "calendar.monitors".to_owned()));
    assert_eq!(bawu("village", HandsIn::Opinion, "2026"), monitors);
    assert_eq!(bawu("village", HandsIn::Assessment, "2026-Q4"), None, "no day is named for a quarter");
    assert_eq!(due("sangcun-liuhao-jiuwu-2021", "village", HandsIn::Assessment, "2026-Q4"), None);
}
