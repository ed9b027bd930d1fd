//! The offices that monitor: which ones a document has, and as which of them a real office acts.

use cunping_core::{
    bundle,
    id::{Digest, OfficeId, UnitLevel},
    pack::{Level, Office, Pack},
};

use crate::state::documents;

/// Lists the offices of a document that monitor something and work at a unit's level, by id.
pub fn monitors(pack: &Pack, unit: UnitLevel) -> impl Iterator<Item = (&OfficeId, &Office)> {
    let works = move |(id, office): &(&OfficeId, &Office)| {
        office.level == unit && pack.levels.iter().any(|level| names(level, id))
    };
    pack.offices.iter().filter(works)
}

/// Returns whether a level names an office as a monitor.
#[must_use]
pub fn names(level: &Level, office: &OfficeId) -> bool {
    level.criteria.iter().any(|it| it.monitors.contains(office))
}

/// Returns the id with which a real office signs. A document has one health centre, a township may have two: one whose
/// name is not the document's adds four hexadecimal digits that follow from its name.
#[must_use]
pub fn own_id(pack: &Pack, office: &OfficeId, name: &str) -> OfficeId {
    let same = pack.offices.get(office).is_none_or(|it| it.name == name);
    let digits: String = Digest::of(name.as_bytes()).to_string().chars().take(4).collect();
    let own = (!same).then(|| format!("{office}.{digits}").parse().ok()).flatten();
    own.unwrap_or_else(|| office.clone())
}

/// Returns the office of a document as which a real office acts: by its id, or by a name that both documents print.
#[must_use]
pub fn acts_as(pack: &Pack, own: &OfficeId) -> Option<OfficeId> {
    bundle::acts_as(&documents::held(), pack, own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        state::new_workplace::{followed, make_as},
        store::{ClockTime, Role},
    };

    fn pack(id: &str) -> &'static Pack {
        documents::released(&id.parse().unwrap()).unwrap()
    }

    #[test]
    fn two_health_centres_of_one_township_sign_apart_and_act_alike() {
        let pack = pack("sulide-bawu-2022");
        let health: OfficeId = "sumu-health".parse().unwrap();
        let printed = pack.offices.get(&health).unwrap();
        assert_eq!(own_id(pack, &health, &printed.name), health);
        let [one, two] = ["示例一卫生院", "示例二卫生院"].map(|name| own_id(pack, &health, name));
        assert_ne!(one, two);
        assert_eq!([acts_as(pack, &one), acts_as(pack, &two)], [Some(health.clone()), Some(health)]);
    }

    #[test]
    fn a_monitor_follows_the_levels_that_name_it() {
        let sulide = pack("sulide-bawu-2022");
        let day = "2026-11-22".parse().unwrap();
        let levels = |office: &str| -> Vec<String> {
            let followed = followed(sulide, Role::Monitor, &office.parse().unwrap(), day);
            followed.iter().map(|it| it.level.to_string()).collect()
        };
        assert_eq!(levels("sumu-police"), ["village"]);
        assert_eq!(levels("flag-police"), ["township"]);
        assert_eq!(levels("nobody"), [""; 0]);
        let sangcun = pack("sangcun-liuhao-jiuwu-2021");
        assert_eq!(acts_as(sangcun, &"sumu-justice".parse().unwrap()), "town-justice".parse().ok());
    }

    #[test]
    fn a_monitor_assesses_nothing_and_collects() {
        let sulide = pack("sulide-bawu-2022");
        let made = ClockTime { ms: 0, day: "2026-11-22".parse().unwrap() };
        let who = (Role::Monitor, "sumu-police".parse().unwrap(), Some("示例派出所".to_owned()));
        let unit = ("150626200000".parse().unwrap(), "示例苏木".to_owned());
        let made = make_as(&[sulide], who, unit, ([1; 16], [2; 32]), made).unwrap();
        let here = crate::state::here::of(made, None).unwrap();
        assert_eq!((here.assesses(), here.collects(), here.level.unit), (false, true, UnitLevel::Village));
    }
}
