//! The members that payloads of several kinds share, each written and read in one way.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::words;
use crate::{
    bundle::{
        DecisionReason, FORMAT, Kind, LONGEST_REASON, LinePosition, PackRef, Party, PublicKey, Recipient, Stated,
        Subject,
    },
    id::{Digest, LevelId, UnitCode},
    json::{Expected, Fields, MisfitReason, Misfits, Named, Node, Reader, Value},
    period::Period,
};

/// The most characters of a name.
pub(super) const LONGEST_NAME: usize = 100;
/// The most reasons of one decision.
const MOST_REASONS: usize = 1_000;
const MOST_OVERLAYS: usize = 50;

/// The members of an object that is being written.
pub(super) type WireMembers = Vec<(&'static str, Value<'static>)>;

/// Writes `kind`, `format`, `party`, `stated_at`, `software`, and for example data `example`.
pub(super) fn head(kind: Kind, it: &Stated) -> WireMembers {
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
pub(super) fn place(it: LinePosition) -> WireMembers {
    let mut members = vec![("sequence", Value::Number(it.sequence.into()))];
    members.extend(it.supersedes.map(|digest| ("supersedes", Value::text(digest))));
    members
}

/// Writes `unit`, `pack`, `level`, `period`, `overlays`.
pub(super) fn subject(it: &Subject) -> WireMembers {
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

pub(super) fn reasons(reasons: &[DecisionReason]) -> Value<'static> {
    let one = |it: &DecisionReason| {
        let criterion = it.criterion.as_ref().map(|id| ("criterion", Value::text(id)));
        Value::object([("text", Value::text(&it.text))].into_iter().chain(criterion))
    };
    Value::List(reasons.iter().map(one).collect())
}

pub(super) fn texts<T: std::fmt::Display>(values: &[T]) -> Value<'static> {
    Value::List(values.iter().map(Value::text).collect())
}

pub(super) fn read_head(it: &mut Fields<'_>, kind: Kind) -> Option<Stated> {
    it.word("kind", |word| (word == kind.name()).then_some(()));
    if it.small("format", 1).is_some_and(|format| format != FORMAT) {
        it.note::<()>("format", MisfitReason::Not(Expected::Same));
    }
    let party = it.object("party", read_party);
    let (at, software, example) = (it.named("stated_at"), it.text("software", LONGEST_NAME), it.flag("example"));
    Some(Stated { party: party?, at: at?, software: software?, example: example? })
}

/// Reads the place in the line: all but the first name a predecessor.
pub(super) fn read_place(it: &mut Fields<'_>) -> Option<LinePosition> {
    let (sequence, supersedes) = (it.small("sequence", 1), it.optional("supersedes", Reader::named));
    let (sequence, supersedes): (u32, Option<Digest>) = (sequence?, supersedes?);
    if (sequence > 1) == supersedes.is_some() {
        Some(LinePosition { sequence, supersedes })
    } else {
        it.note("supersedes", MisfitReason::Not(Expected::Same))
    }
}

pub(super) fn read_subject(it: &mut Fields<'_>) -> Option<Subject> {
    let (unit, pack) = (it.object("unit", read_unit), it.object("pack", read_pack));
    let level: Option<LevelId> = it.named("level");
    let period: Option<Period> = it.named("period");
    let overlays = read_overlays(it);
    let (unit, unit_name) = unit?;
    Some(Subject { unit, unit_name, pack: pack?, level: level?, period: period?, overlays: overlays? })
}

pub(super) fn read_party(it: &mut Fields<'_>) -> Option<Party> {
    let (unit, office) = (it.named("unit"), it.optional("office", Reader::named));
    Some(Party { unit: unit?, office: office? })
}

pub(super) fn read_unit(it: &mut Fields<'_>) -> Option<(UnitCode, String)> {
    let code: Option<UnitCode> = it.named("code");
    let name = it.text("name", LONGEST_NAME);
    match (code, it.text("level", LONGEST_NAME)) {
        (Some(code), Some(level)) if level != words::of_level(code.level()) => {
            it.note::<()>("level", MisfitReason::Not(Expected::UnitLevel));
        }
        _ => {}
    }
    Some((code?, name?))
}

pub(super) fn read_pack(it: &mut Fields<'_>) -> Option<PackRef> {
    let (id, version, digest) = (it.named("id"), it.small("version", 1), it.named("digest"));
    Some(PackRef { id: id?, version: version?, digest: digest? })
}

/// Reads overlays, ordered by digest, each once, so that there is one way to write a set of them.
pub(super) fn read_overlays(it: &mut Fields<'_>) -> Option<Vec<Digest>> {
    set(it, "overlays", MOST_OVERLAYS)
}

/// Reads a list whose elements are in order, each once.
pub(super) fn set<T: Named + Ord + Clone>(it: &mut Fields<'_>, name: &str, most: usize) -> Option<Vec<T>> {
    let list: Vec<T> = it.list(name, most, Reader::named)?;
    it.ordered(name, list, Clone::clone)
}

/// Reads a name of a unit or an office.
pub(super) fn name(misfits: &mut Misfits, node: Node<'_>) -> Option<String> {
    saying(misfits, node, LONGEST_NAME)
}

/// Reads what is said about a decision.
pub(super) fn reason(misfits: &mut Misfits, node: Node<'_>) -> Option<String> {
    saying(misfits, node, LONGEST_REASON)
}

/// Reads a text that is not blank, on one or more lines.
fn saying(misfits: &mut Misfits, node: Node<'_>, longest: usize) -> Option<String> {
    let text = misfits.text_within(node, longest)?;
    if text.trim().is_empty() { misfits.not(node, Expected::Saying) } else { Some(text) }
}

/// Reads reasons; at least one where `needed`. No criterion has two.
pub(super) fn read_reasons(it: &mut Fields<'_>, needed: bool) -> Option<Vec<DecisionReason>> {
    let one = |it: &mut Fields<'_>| {
        let (criterion, text) = (it.optional("criterion", Reader::named), it.need("text", reason));
        Some(DecisionReason { criterion: criterion?, text: text? })
    };
    let reasons = it.objects("reasons", MOST_REASONS, one)?;
    if needed && reasons.is_empty() {
        return it.note("reasons", MisfitReason::Not(Expected::Elements));
    }
    it.distinct("reasons", reasons, |it| it.criterion.clone())
}

/// Reads a public key from a JWK (RFC 8037 §2) with exactly `crv`, `kty` and `x`.
pub(super) fn read_jwk(it: &mut Fields<'_>) -> Option<PublicKey> {
    for (name, word) in [("kty", "OKP"), ("crv", "Ed25519")] {
        it.word(name, |text| (text == word).then_some(()));
    }
    let x = it.text("x", LONGEST_NAME)?;
    let bytes = URL_SAFE_NO_PAD.decode(x).ok().and_then(|x| x.try_into().ok());
    let key = bytes.and_then(|bytes| PublicKey::from_bytes(&bytes));
    if key.is_none() { it.note("x", MisfitReason::Not(Expected::Key)) } else { key }
}

pub(super) fn read_recipient(it: &mut Fields<'_>) -> Option<Option<Recipient>> {
    it.optional("recipient", Reader::named)
}
