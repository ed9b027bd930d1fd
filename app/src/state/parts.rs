//! What a party may do by the documents, and what its office is called in their words. Pure; a file's own words count for nothing.

use cunping_core::{
    bundle::{Authority, DirectoryOffice, Party},
    id::OfficeId,
    pack::Pack,
};

use super::{documents, new_workplace::monitoring};

/// One thing that a party may do by a document.
#[derive(Clone, Debug)]
pub struct Part {
    /// The document.
    pub pack: &'static Pack,
    /// As which of its offices; `None` for a unit itself.
    pub office: Option<OfficeId>,
    /// Whether it decides about units (认定).
    pub decides: bool,
    /// Whether it opines on criteria (监控意见).
    pub monitors: bool,
}

/// What a party may do by some documents, each once; `listed` is its office in the importer's directory.
#[must_use]
pub fn parts(packs: &[&'static Pack], party: &Party, listed: Option<&DirectoryOffice>) -> Vec<Part> {
    let mut seen = Vec::new();
    let once = |pack: &&&'static Pack| {
        let new = !seen.contains(&&pack.id);
        seen.push(&pack.id);
        new
    };
    packs.iter().filter(once).filter_map(|pack| part(pack, party, listed)).collect()
}

fn part(pack: &'static Pack, party: &Party, listed: Option<&DirectoryOffice>) -> Option<Part> {
    if party.office.is_none() {
        let assesses = pack.levels.iter().any(|level| level.unit == party.unit.level());
        return assesses.then_some(Part { pack, office: None, decides: false, monitors: false });
    }
    // Whichever units it serves: what it may do for one of them.
    let listed: Vec<DirectoryOffice> =
        listed.map(|it| DirectoryOffice { serves: None, ..it.clone() }).into_iter().collect();
    let (authority, packs) = (Authority::new(&listed, &[], None), documents::held());
    let office = authority.parts(&packs, pack, party, party.unit).into_iter().next()?;
    let decides = pack.levels.iter().any(|level| !authority.decides_as(&packs, (pack, level), party).is_empty());
    let monitors = pack.levels.iter().any(|level| monitoring::names(level, &office));
    Some(Part { pack, office: Some(office), decides, monitors })
}

/// What a document calls the office that an id begins with; `None` where none that is here knows it.
#[must_use]
pub fn printed(id: &OfficeId) -> Option<String> {
    let base = id.as_str().split_once('.').map_or(id.as_str(), |(base, _)| base);
    let named = |pack: &'static Pack| {
        pack.offices.iter().find(|(it, _)| it.as_str() == base).map(|(_, office)| office.name.clone())
    };
    documents::held().into_iter().find_map(named)
}

/// What an office that calls itself `said` goes by here: the document's name for its id. Of several offices of one kind each
/// has its own name beside it, so that none passes by its name alone for an office of another kind.
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
        parts(&[pack, pack], &party(office), None).iter().map(|it| (it.decides, it.monitors)).collect()
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
