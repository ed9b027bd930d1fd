//! The part that a party takes in a document, and the name that the document gives its office. Pure; a file's own words
//! count for nothing.

use cunping_core::{
    bundle::{Authority, DirectoryOffice, Party, base_office},
    id::OfficeId,
    pack::Pack,
};

use super::{documents, new_workplace::monitoring};

/// The part that a party takes in a document.
#[derive(Clone, Debug)]
pub struct OwnPart {
    /// The document.
    pub pack: &'static Pack,
    /// The office of the document that it acts as; `None` for a unit itself.
    pub office: Option<OfficeId>,
    /// True if it decides about units (认定).
    pub decides: bool,
    /// True if it gives opinions on criteria (监控意见).
    pub monitors: bool,
}

/// Returns the parts that a party takes in some documents, one for each document; `listed` is its office in the
/// importer's directory.
#[must_use]
pub fn parts(packs: &[&'static Pack], party: &Party, listed: Option<&DirectoryOffice>) -> Vec<OwnPart> {
    let mut seen = Vec::new();
    let once = |pack: &&&'static Pack| {
        let new = !seen.contains(&&pack.id);
        seen.push(&pack.id);
        new
    };
    packs.iter().filter(once).filter_map(|pack| part(pack, party, listed)).collect()
}

fn part(pack: &'static Pack, party: &Party, listed: Option<&DirectoryOffice>) -> Option<OwnPart> {
    if party.office.is_none() {
        let assesses = pack.levels.iter().any(|level| level.unit == party.unit.level());
        return assesses.then_some(OwnPart { pack, office: None, decides: false, monitors: false });
    }
    // The units that it serves are left aside: this is about what it may do for any of them.
    let listed: Vec<DirectoryOffice> =
        listed.map(|it| DirectoryOffice { serves: None, ..it.clone() }).into_iter().collect();
    let (authority, packs) = (Authority::new(&listed, &[], None), documents::held());
    let office = authority.parts(&packs, pack, party, party.unit).into_iter().next()?;
    let decides = pack.levels.iter().any(|level| !authority.decides_as(&packs, (pack, level), party).is_empty());
    let monitors = pack.levels.iter().any(|level| monitoring::names(level, &office));
    Some(OwnPart { pack, office: Some(office), decides, monitors })
}

/// Returns the name that a document gives the office with which an id begins; `None` if no document here has it.
#[must_use]
pub fn printed(id: &OfficeId) -> Option<String> {
    let base = base_office(id);
    documents::held().into_iter().find_map(|pack| pack.offices.get(&base)).map(|it| it.name.clone())
}

/// Returns the name of an office that calls itself `said`: the document's name for its id. An id with a suffix, one of
/// several offices of a kind, has its own name beside that, so that none passes by its name alone for another kind.
#[must_use]
pub fn called(id: &OfficeId, said: &str) -> String {
    match printed(id) {
        None => said.to_owned(),
        Some(printed) if !id.as_str().contains('.') => printed,
        Some(printed) if said.contains(&printed) => said.to_owned(),
        Some(printed) => format!("{printed}（{said}）"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(office: &str) -> Party {
        Party { unit: "150626200000".parse().unwrap(), office: office.parse().ok() }
    }

    fn does(office: &str) -> Vec<(bool, bool)> {
        let pack = documents::released(&"sulide-bawu-2022".parse().unwrap()).unwrap();
        parts(&[pack, pack], &party(office), None).iter().map(|part| (part.decides, part.monitors)).collect()
    }

    #[test]
    fn the_police_monitor_and_the_deciding_office_decides() {
        assert_eq!(does("sumu-police"), [(false, true)]);
        assert!(matches!(does("sumu-pingan")[..], [(true, _)]));
        assert_eq!(does("nobody"), []);
        assert_eq!(does(""), [(false, false)], "the unit itself, for what it assesses");
    }

    #[test]
    fn an_office_goes_by_the_name_of_its_id() {
        let named = |id: &str, said: &str| called(&id.parse().unwrap(), said);
        let police = named("sumu-police", "苏木平安办");
        assert_eq!(Some(police.clone()), printed(&"sumu-police".parse().unwrap()));
        assert_eq!(named("sumu-police.ab12", "平安办"), format!("{police}（平安办）"));
        assert_eq!(named("sumu-police.ab12", &format!("示例{police}")), format!("示例{police}"));
        assert_eq!(named("nobody", "示例"), "示例");
    }
}
