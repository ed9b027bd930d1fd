//! The strict JSON reader beside an independent one, on texts that are nearly JSON.

use std::{collections::BTreeMap, fmt};

use cunping_core::json::{Limits, read};
use proptest::prelude::*;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A value as `serde_json` reads it, without anything that two readers could take differently.
struct Strict(serde_json::Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(Walk).map(Self)
    }
}

struct Walk;

impl<'de> Visitor<'de> for Walk {
    type Value = serde_json::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("strict JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(().into())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        if value < -9_007_199_254_740_991 { Err(E::custom("too small")) } else { Ok(value.into()) }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        if value > 9_007_199_254_740_991 { Err(E::custom("too large")) } else { Ok(value.into()) }
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Strict(value)) = list.next_element()? {
            values.push(value);
        }
        Ok(values.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut members = BTreeMap::new();
        while let Some((name, Strict(value))) = object.next_entry::<String, _>()? {
            if members.insert(name, value).is_some() {
                return Err(A::Error::custom("twice"));
            }
        }
        Ok(members.into_iter().collect())
    }
}

/// Checks that both readers accept the text with the same value, or that neither does.
fn same(text: &str) {
    let theirs: Result<Strict, _> = serde_json::from_str(text);
    match (read(text.as_bytes(), &Limits::FACTS), theirs) {
        (Ok((value, is_canonical)), Ok(Strict(theirs))) => {
            let canonical = value.canonical();
            assert_eq!(canonical, serde_json_canonicalizer::to_string(&theirs).unwrap(), "{text:?}");
            assert_eq!(is_canonical, canonical == text, "{text:?}");
            assert_eq!(read(canonical.as_bytes(), &Limits::FACTS), Ok((value, true)), "{text:?}");
        }
        (ours, theirs) => assert!(ours.is_err() && theirs.is_err(), "{text:?}: {ours:?}"),
    }
}

/// Makes JSON of few names, so that some are there twice and many are out of order.
fn json() -> impl Strategy<Value = String> {
    let plain = r#""[a-c/é村\u{e000}\u{1f600}\u{7f}]{0,2}""#;
    let escaped = r#""([a-c]{0,9}(\\["\\/bfnrt]|\\u00[01][0-9a-fA-F]|\\u(00|67)2[0-9]|\\ud83[dD]\\ude00)){1,2}村?""#;
    let bad = r#""(\\ud83d|\\ude00|\\ud83d\\u0041|\\x|\\u00g0|[\u{1}\n])""#;
    let string = prop_oneof![12 => plain, 6 => escaped, 1 => bad].boxed();
    let space = prop_oneof![9 => Just(""), 1 => "[ \t\r\n\u{b}]".prop_map(|_| " ")].boxed();
    let number = prop_oneof!["-?(0|[1-9][0-9]{0,2})", "-?[0-9]{1,17}", r"-?[0-9](\.[0-9])?([eE][-+]?[0-9])?"];
    let word = prop_oneof![Just("null".to_owned()), Just("true".to_owned()), Just("false".to_owned())];
    let leaf = prop_oneof![string.clone(), number, word];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        let spaced = (space.clone(), inner, space.clone()).prop_map(|(a, value, b)| format!("{a}{value}{b}")).boxed();
        let member = (space.clone(), string.clone(), spaced.clone());
        let member = member.prop_map(|(space, name, value)| format!("{space}{name}{space}:{value}"));
        let list = prop::collection::vec(spaced, 0..4).prop_map(|it| format!("[{}]", it.join(",")));
        let object = prop::collection::vec(member, 0..4).prop_map(|it| format!("{{{}}}", it.join(",")));
        prop_oneof![list, object]
    })
}

#[test]
fn every_escape_is_what_it_is_elsewhere() {
    for sign in ('\0'..'\u{300}').chain('\u{d7f0}'..'\u{e010}').chain('\u{1f600}'..'\u{1f602}') {
        let units: Vec<u16> = sign.encode_utf16(&mut [0; 2]).to_vec();
        same(&format!("\"{sign}\""));
        same(&format!("\"\\{sign}\""));
        same(&format!("\"{}\"", units.iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>()));
        same(&format!("\"{}\"", units.iter().map(|unit| format!("\\u{unit:04X}")).collect::<String>()));
    }
    let halves = ["\\ud83d", "\\ude00", "xude00", "\\xde00", "\\ud83", "\\u0041", "\\", "村", ""];
    for (first, second) in halves.iter().flat_map(|a| halves.map(|b| (a, b))) {
        same(&format!("\"{first}{second}\""));
        same(&format!("\"{first}{second}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn strict_json_is_json_and_canonical_is_what_is_written(text in json()) {
        same(&text);
    }

    #[test]
    fn little_from_json_is_what_it_is_elsewhere(
        text in json(), at in any::<prop::sample::Index>(), cut in 0..3_usize, put in r#"[\[\]{}:,"a0-9\-.eE\\ut/ ]{0,2}"#
    ) {
        let mut signs: Vec<char> = text.chars().collect();
        let at = at.index(signs.len() + 1);
        signs.splice(at..(at + cut).min(signs.len()).max(at), put.chars());
        same(&String::from_iter(signs));
    }

    #[test]
    fn signs_of_json_in_any_order_are_what_they_are_elsewhere(text in r#"[\[\]{}:,"a0-9\-.eE\\u ]{0,40}"#) {
        same(&text);
    }
}
