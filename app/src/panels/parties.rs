//! What the screens of keys and offices share, and how they name a party.

use cunping_core::{bundle::Party, id::UnitCode, pack::Pack};
use cunping_text::lang::Lang;
use leptos::prelude::With;

use crate::state::{App, Here, bundles::Bundles, documents, inbox::Inbox, parts};

/// State shared by the parts of these screens.
#[derive(Clone)]
pub(crate) struct PartyView {
    pub(crate) app: App,
    pub(crate) inbox: Inbox,
    pub(crate) bundles: Bundles,
    pub(crate) lang: Lang,
    pub(crate) here: Here,
}

impl PartyView {
    /// Names a party: by the directory, else by the page's own list, else by its code.
    pub(crate) fn name_of(&self, party: &Party) -> String {
        let office = self.bundles.roster.with(|roster| roster.office(party).map(|office| office.name.clone()));
        let unit = self.unit_name(party.unit);
        match (&party.office, office) {
            (_, Some(name)) => format!("{unit} · {name}"),
            (Some(office), None) => {
                format!("{unit} · {}", parts::printed(office).unwrap_or_else(|| office.to_string()))
            }
            (None, None) => unit,
        }
    }

    /// Names a unit: the workplace's own name, else the listed one, else the page's own list, else its code.
    pub(crate) fn unit_name(&self, unit: UnitCode) -> String {
        let workplace = &self.here.workplace;
        let listed =
            self.inbox.expected(self.app).into_iter().find(|listed| listed.code == unit).map(|listed| listed.name);
        let own = workplace.name_under(unit).map(str::to_owned);
        let known = || documents::units().iter().find(|known| known.code == unit).map(|known| known.name.to_owned());
        own.or(listed).or_else(known).unwrap_or_else(|| unit.to_string())
    }
}

/// Names the party that signed something of a document, with the code of its unit: by the page's own list and by the
/// document.
pub(crate) fn signer(pack: &Pack, Party { unit, office }: &Party) -> String {
    let name = documents::unit(*unit).map_or_else(|| unit.to_string(), |known| format!("{} {unit}", known.name));
    match office {
        Some(id) => format!("{name} · {}", pack.offices.get(id).map_or(id.as_str(), |listed| listed.name.as_str())),
        None => name,
    }
}
