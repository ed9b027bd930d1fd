//! The members that payloads of several kinds share, each written and read in one way.

use std::collections::BTreeSet;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::words;
use crate::{
    bundle::{FORMAT, Kind, LONGEST_REASON, PackRef, Party, Place, PublicKey, Reason, Recipient, Stated, Subject},
    id::{Digest, LevelId, UnitCode},
    json::{Expected, Fields, Misfits, Named, Path, Value, Why, element},
    period::Period,
};

/// The most characters of a name.
pub(super) const LONGEST_NAME: usize = 100;
/// The most reasons of one decision.
const MOST_REASONS: usize = 1_000;
const MOST_OVERLAYS: usize = 50;

/// The members of an object that is being written.
pub(super) type Members = Vec<(&'static str, Value<'static>)>;

/// Writes `kind`, `format`, `party`, `stated_at`, `software`, and for example data `example`.
pub(super) fn head(kind: Kind, it: &Stated) -> Members {
    let mut members = vec![
        ("kind", Value::text(kind)),
        ("format", Value::Number(FORMAT.into())),
        ("party", party(&it.party)),
        ("stated_at", Value::text(it.at)),
        ("software", Value::text(&it.software)),
    ];
    members.extend(it.example.then_some(("example", Value::Bool(true))));
    members
}

/// Writes `sequence`, and for all but the first `supersedes`.
pub(super) fn place(it: Place) -> Members {
    let mut members = vec![("sequence", Value::Number(it.sequence.into()))];
    members.extend(it.supersedes.map(|digest| ("supersedes", Value::text(digest))));
    members
}

/// Writes `unit`, `pack`, `level`, `period`, `overlays`.
pub(super) fn subject(it: &Subject) -> Members {
    vec![
        ("unit", unit(it.unit, &it.unit_name)),
        ("pack", pack(&it.pack)),
        ("level", Value::text(&it.level)),
        ("period", Value::text(it.period)),
        ("overlays", texts(&it.overlays)),
    ]
}

/// Lists the texts about the signer: the program, and the id of the office, which somebody chose.
pub(super) fn signer<'a>(party: &'a Party, software: &'a str) -> impl Iterator<Item = (String, &'a str)> {
    let office = party.office.as_ref().map(|office| ("party.office".to_owned(), office.as_str()));
    std::iter::once(("software".to_owned(), software)).chain(office)
}

pub(super) fn party(it: &Party) -> Value<'static> {
    let office = it.office.as_ref().map(|office| ("office", Value::text(office)));
    Value::object([("unit", Value::text(it.unit))].into_iter().chain(office))
}

pub(super) fn unit(code: UnitCode, name: &str) -> Value<'static> {
    Value::object([
        ("code", Value::text(code)),
        ("name", Value::text(name)),
        ("level", Value::text(words::of_level(code.level()))),
    ])
}

pub(super) fn pack(it: &PackRef) -> Value<'static> {
    Value::object([
        ("id", Value::text(&it.id)),
        ("version", Value::Number(it.version.into())),
        ("digest", Value::text(it.digest)),
    ])
}

pub(super) fn reasons(reasons: &[Reason]) -> Value<'static> {
    let one = |it: &Reason| {
        let criterion = it.criterion.as_ref().map(|id| ("criterion", Value::text(id)));
        Value::object([("text", Value::text(&it.text))].into_iter().chain(criterion))
    };
    Value::List(reasons.iter().map(one).collect())
}

pub(super) fn texts<T: std::fmt::Display>(values: &[T]) -> Value<'static> {
    Value::List(values.iter().map(Value::text).collect())
}

/// Reads a payload whole: an object of which every member fits and none is left over.
pub(super) fn whole<T>(value: Value<'_>, read: impl FnOnce(Fields<'_>) -> Option<T>) -> Result<T, Misfits> {
    let mut misfits = Misfits::new();
    let content = Fields::of(value, Path::Whole, &mut misfits).and_then(read);
    content.filter(|_| misfits.is_empty()).ok_or(misfits)
}

pub(super) fn read_head(it: &mut Fields<'_>, kind: Kind) -> Option<Stated> {
    it.word("kind", |word| (word == kind.name()).then_some(()));
    if it.small("format", 1).is_some_and(|format| format != FORMAT) {
        it.note::<()>("format", Why::Not(Expected::Same));
    }
    let party = it.object("party").and_then(read_party);
    let (at, software, example) = (it.named("stated_at"), it.text("software", LONGEST_NAME), it.flag("example"));
    Some(Stated { party: party?, at: at?, software: software?, example: example? })
}

/// Reads the place in the line: all but the first name a predecessor.
pub(super) fn read_place(it: &mut Fields<'_>) -> Option<Place> {
    let (sequence, supersedes) = (it.small("sequence", 1), it.optional("supersedes"));
    let (sequence, supersedes): (u32, Option<Digest>) = (sequence?, supersedes?);
    if (sequence > 1) == supersedes.is_some() {
        Some(Place { sequence, supersedes })
    } else {
        it.note("supersedes", Why::Not(Expected::Same))
    }
}

pub(super) fn read_subject(it: &mut Fields<'_>) -> Option<Subject> {
    let unit = it.object("unit").and_then(read_unit);
    let pack = it.object("pack").and_then(read_pack);
    let level: Option<LevelId> = it.named("level");
    let period: Option<Period> = it.named("period");
    let overlays = read_overlays(it);
    let (unit, unit_name) = unit?;
    Some(Subject { unit, unit_name, pack: pack?, level: level?, period: period?, overlays: overlays? })
}

pub(super) fn read_party(mut it: Fields<'_>) -> Option<Party> {
    let (unit, office) = (it.named("unit"), it.optional("office"));
    it.finish();
    Some(Party { unit: unit?, office: office? })
}

pub(super) fn read_unit(mut it: Fields<'_>) -> Option<(UnitCode, String)> {
    let code: Option<UnitCode> = it.named("code");
    let name = it.text("name", LONGEST_NAME);
    match (code, it.text("level", LONGEST_NAME)) {
        (Some(code), Some(level)) if level != words::of_level(code.level()) => {
            it.note::<()>("level", Why::Not(Expected::UnitLevel));
        }
        _ => {}
    }
    it.finish();
    Some((code?, name?))
}

pub(super) fn read_pack(mut it: Fields<'_>) -> Option<PackRef> {
    let (id, version, digest) = (it.named("id"), it.small("version", 1), it.named("digest"));
    it.finish();
    Some(PackRef { id: id?, version: version?, digest: digest? })
}

/// Reads overlays, ordered by digest, each once, so that there is one way to write a set of them.
pub(super) fn read_overlays(it: &mut Fields<'_>) -> Option<Vec<Digest>> {
    set(it, "overlays", MOST_OVERLAYS)
}

/// Reads a list whose elements are in order, each once.
pub(super) fn set<T: Named + Ord>(it: &mut Fields<'_>, name: &str, most: usize) -> Option<Vec<T>> {
    let list: Vec<T> = it.list(name, most, element)?;
    if list.is_sorted_by(|a, b| a < b) { Some(list) } else { it.note(name, Why::Not(Expected::Set)) }
}

/// Returns the list, or notes that it is not in the order of its keys or holds one twice.
pub(super) fn in_order<T, K: Ord>(
    it: &mut Fields<'_>,
    name: &str,
    list: Vec<T>,
    key: impl Fn(&T) -> K,
) -> Option<Vec<T>> {
    if list.is_sorted_by(|a, b| key(a) < key(b)) { Some(list) } else { it.note(name, Why::Not(Expected::Set)) }
}

/// Reads a file of another format as a member; notes a contradiction where its own reader returns `None`.
pub(super) fn inner<T>(it: &mut Fields<'_>, name: &str, read: impl FnOnce(Fields<'_>) -> Option<T>) -> Option<T> {
    match it.object(name).map(read) {
        Some(None) => it.note(name, Why::Not(Expected::Same)),
        found => found.flatten(),
    }
}

/// Reads a text that is not blank, on one or more lines.
pub(super) fn saying(it: &mut Fields<'_>, name: &str, longest: usize) -> Option<String> {
    let text = it.text(name, longest)?;
    if text.trim().is_empty() { it.note(name, Why::Not(Expected::Text)) } else { Some(text) }
}

/// Reads reasons; at least one where `needed`. No criterion has two.
pub(super) fn read_reasons(it: &mut Fields<'_>, needed: bool) -> Option<Vec<Reason>> {
    let reasons = it.list("reasons", MOST_REASONS, |value, at, misfits| {
        let mut it = Fields::of(value, at, misfits)?;
        let (criterion, text) = (it.optional("criterion"), saying(&mut it, "text", LONGEST_REASON));
        it.finish();
        Some(Reason { criterion: criterion?, text: text? })
    })?;
    let different: BTreeSet<_> = reasons.iter().map(|it| &it.criterion).collect();
    if needed && reasons.is_empty() {
        it.note("reasons", Why::Not(Expected::NotEmpty))
    } else if different.len() < reasons.len() {
        it.note("reasons", Why::Not(Expected::Set))
    } else {
        Some(reasons)
    }
}

/// Reads a public key from a JWK (RFC 8037 §2) with exactly `crv`, `kty` and `x`.
pub(super) fn read_jwk(mut it: Fields<'_>) -> Option<PublicKey> {
    for (name, word) in [("kty", "OKP"), ("crv", "Ed25519")] {
        it.word(name, |text| (text == word).then_some(()));
    }
    let x = it.text("x", LONGEST_NAME)?;
    let bytes = URL_SAFE_NO_PAD.decode(x).ok().and_then(|x| x.try_into().ok());
    let key = bytes.and_then(|bytes| PublicKey::from_bytes(&bytes));
    let key = if key.is_none() { it.note("x", Why::Not(Expected::Key)) } else { key };
    it.finish();
    key
}

pub(super) fn read_recipient(it: &mut Fields<'_>) -> Option<Option<Recipient>> {
    it.optional("recipient")
}
