//! The parties to whom a file can be encrypted, and recipients that enrolled keys name later.

use std::collections::BTreeSet;

use super::KeyRecord;
use crate::{
    bundle::{Enrolment, Party, PublicKey, Recipient, Thumbprint},
    days::Day,
    id::UnitCode,
};

/// A party to whom a file may be encrypted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receiver {
    /// The party; the office, if a key stands for a unit and its office.
    pub party: Party,
    /// The age recipients of every key of the party that is in force; empty if none names one.
    pub recipients: Vec<Recipient>,
}

/// Returns the parties with a key in force that may want a file: those of the own unit and of units above it, and of
/// the units that the file is about. The ones above come first. The own key is left out.
#[must_use]
pub fn receivers(
    keys: &[KeyRecord],
    own: (UnitCode, Option<Thumbprint>),
    about: &BTreeSet<UnitCode>,
    today: Day,
) -> Vec<Receiver> {
    let (unit, kid) = own;
    let wanted = |record: &&KeyRecord| {
        let (party, key) = (&record.party, record.key.thumbprint());
        let for_it = unit.lies_in(party.unit) || about.contains(&party.unit);
        for_it && Some(key) != kid && !record.is_retired(today)
    };
    let in_force: Vec<&KeyRecord> = keys.iter().filter(wanted).collect();
    let mut all: Vec<Receiver> = Vec::new();
    for record in &in_force {
        // A key that stands for a unit and its office is listed under the office.
        let by_office = in_force.iter().any(|other| other.key == record.key && other.party.office.is_some());
        if record.party.office.is_none() && by_office {
            continue;
        }
        let same_key = in_force.iter().filter(|other| other.key == record.key);
        let recipients = same_key.filter_map(|other| other.recipient.clone());
        match all.iter_mut().find(|known| known.party == record.party) {
            Some(known) => known.recipients.extend(recipients),
            None => all.push(Receiver { party: record.party.clone(), recipients: recipients.collect() }),
        }
    }
    for receiver in &mut all {
        receiver.recipients.sort();
        receiver.recipients.dedup();
    }
    all.sort_by_key(|receiver| {
        (about.contains(&receiver.party.unit) && receiver.party.unit != unit, receiver.party.clone())
    });
    all
}

/// Returns enrolled keys without a recipient, completed with the one that the same key has named for the same party in
/// its last enrolment: people have made sure of that key, so no further call is needed. `said` are verified enrolments,
/// each with the key that signed it.
#[must_use]
pub fn recipients_said_since(said: &[(PublicKey, &Enrolment)], keys: &[KeyRecord]) -> Vec<KeyRecord> {
    let completed = |record: &KeyRecord| {
        let same = said.iter().filter(|(key, enrolment)| *key == record.key && enrolment.stated.party == record.party);
        let last = same.filter_map(|(_, enrolment)| Some((enrolment.stated.at, enrolment.recipient.clone()?))).max();
        last.map(|(_, recipient)| KeyRecord { recipient: Some(recipient), ..record.clone() })
    };
    keys.iter()
        .filter(|record| record.recipient.is_none() && record.retired_on.is_none())
        .filter_map(completed)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{KeyRole, SigningKey, Stated};

    const VILLAGE: &str = "150626200205";
    const TOWNSHIP: &str = "150626200000";
    const RECIPIENT: &str = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";

    fn key(seed: u8, unit: &str, office: Option<&str>, recipient: Option<&str>) -> KeyRecord {
        KeyRecord {
            key: SigningKey::from_seed(&[seed; 32]).public(),
            party: Party { unit: unit.parse().unwrap(), office: office.map(|text| text.parse().unwrap()) },
            role: KeyRole::Shared,
            enrolled_on: "2026-01-05".parse().unwrap(),
            vouched_by: None,
            made_sure_on: None,
            retired_on: None,
            recipient: recipient.map(|text| text.parse().unwrap()),
        }
    }

    fn names(keys: &[KeyRecord], about: &[&str]) -> Vec<(String, usize)> {
        let own = (VILLAGE.parse().unwrap(), Some(SigningKey::from_seed(&[9; 32]).public().thumbprint()));
        let about = about.iter().map(|text| text.parse().unwrap()).collect();
        let found = receivers(keys, own, &about, "2026-06-01".parse().unwrap());
        let name =
            |party: &Party| format!("{}{}", party.unit, party.office.as_ref().map_or("", |office| office.as_str()));
        found.iter().map(|receiver| (name(&receiver.party), receiver.recipients.len())).collect()
    }

    #[test]
    fn a_village_may_encrypt_to_the_offices_above_it_in_force() {
        let office = key(1, TOWNSHIP, Some("township"), Some(RECIPIENT));
        let unit = key(1, TOWNSHIP, None, Some(RECIPIENT));
        let retired =
            KeyRecord { retired_on: "2026-05-01".parse().ok(), ..key(2, TOWNSHIP, Some("police"), Some(RECIPIENT)) };
        let own = key(9, VILLAGE, None, Some(RECIPIENT));
        let other = key(3, "150626200206", None, Some(RECIPIENT));
        let old = key(4, TOWNSHIP, Some("justice"), None);
        let keys = [unit, office, retired, own, other, old];
        assert_eq!(names(&keys, &[VILLAGE]), [(format!("{TOWNSHIP}justice"), 0), (format!("{TOWNSHIP}township"), 1)]);
        assert_eq!(names(&keys, &["150626200206"]).last(), Some(&("150626200206".to_owned(), 1)));
        assert_eq!(names(&[], &[VILLAGE]), []);
    }

    #[test]
    fn a_key_that_was_enrolled_without_a_recipient_can_say_one_later() {
        let at = "2026-04-12T10:00:00+08:00".parse().unwrap();
        let party = Party { unit: VILLAGE.parse().unwrap(), office: None };
        let stated = Stated { party, at, software: String::new(), example: false };
        let recipient = Some(RECIPIENT.parse().unwrap());
        let enrolment =
            Enrolment { stated, name: "示例一村".into(), role: KeyRole::Shared, recipient, succeeds: None };
        let enrolments = [1, 2].map(|seed| (SigningKey::from_seed(&[seed; 32]).public(), &enrolment));
        let without = key(1, VILLAGE, None, None);
        let said = recipients_said_since(&enrolments, std::slice::from_ref(&without));
        assert_eq!(said, [KeyRecord { recipient: Some(RECIPIENT.parse().unwrap()), ..without.clone() }]);
        let retired = KeyRecord { retired_on: "2026-05-01".parse().ok(), ..without.clone() };
        let elsewhere = key(1, TOWNSHIP, None, None);
        let another = key(3, VILLAGE, None, None);
        assert_eq!(recipients_said_since(&enrolments, &[retired, elsewhere, another, said[0].clone()]), []);
    }
}
