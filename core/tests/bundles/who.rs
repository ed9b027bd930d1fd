//! Who may sign a directory or a roll-up: the reason for which a party may not is its unit or its office.

use cunping_core::{
    bundle::{
        ActsAs, Authority, AuthorityState, Directory, DirectoryOffice, LinePosition, PackRef, Party, Payload, Rollup,
        sign, verify,
    },
    pack::Pack,
};

use crate::{
    sample,
    trust::{TOWNSHIP, VILLAGE, directory, key, party, stated},
};

/// Tells whether the party of a payload may say it, where the township's office is the one in charge.
fn state(pack: &Pack, payload: &Payload) -> AuthorityState {
    let in_charge = DirectoryOffice {
        unit: TOWNSHIP.parse().unwrap(),
        office: "pingan".parse().unwrap(),
        name: "示例".to_owned(),
        acts_as: vec![ActsAs { pack: pack.id.clone(), office: "sumu-pingan".parse().unwrap() }],
        serves: None,
    };
    Authority::new(&[in_charge], &[], None).may_say(payload, &[pack])
}

#[test]
fn a_directory_is_of_an_office_in_charge() {
    let pack = sample::pack();
    let of = |by: Party| {
        let it = Directory { stated: stated(by), ..directory() };
        state(&pack, &Payload::Directory(Box::new(it)))
    };
    assert_eq!(of(party(TOWNSHIP, "pingan")), AuthorityState::Yes);
    assert_eq!(of(party(TOWNSHIP, "police")), AuthorityState::NoPart);
    assert_eq!(of(party(TOWNSHIP, "")), AuthorityState::OtherUnit);
}

#[test]
fn a_roll_up_is_of_an_office_in_charge_above_villages() {
    let pack = sample::pack();
    let of = |by: Party| {
        let it = Rollup {
            stated: stated(by),
            place: LinePosition::FIRST,
            area_name: "示例".to_owned(),
            pack: PackRef::to(&pack),
            level: "village".parse().unwrap(),
            period: "2026".parse().unwrap(),
            overlays: Vec::new(),
            children: Vec::new(),
            expected: Vec::new(),
            counted: Vec::new(),
            unsettled: Vec::new(),
        };
        let verified = verify(sign(&it, &key(1)).text.as_bytes()).unwrap();
        state(&pack, &verified.payload)
    };
    assert_eq!(of(party(TOWNSHIP, "pingan")), AuthorityState::Yes);
    assert_eq!(of(party(TOWNSHIP, "police")), AuthorityState::NoPart);
    assert_eq!(of(party(TOWNSHIP, "")), AuthorityState::OtherUnit);
    assert_eq!(of(party(VILLAGE, "pingan")), AuthorityState::OtherUnit);
}
