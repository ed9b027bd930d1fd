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
pub(super) fn head(kind: Kind, stated: &Stated) -> WireMembers {
    let mut members = vec![
        ("kind", Value::text(kind)),
        ("format", Value::Number(FORMAT.into())),
        ("party", party(&stated.party)),
        ("stated_at", Value::text(stated.at)),
        ("software", Value::text(&stated.software)),
    ];
    members.extend(stated.example.then_some(("example", Value::Bool(true))));
    members
}

/// Writes `sequence`, and for all but the first `supersedes`.
pub(super) fn place(place: LinePosition) -> WireMembers {
    let mut members = vec![("sequence", Value::Number(place.sequence.into()))];
    members.extend(place.supersedes.map(|digest| ("supersedes", Value::text(digest))));
    members
}

/// Writes `unit`, `pack`, `level`, `period`, `overlays`.
pub(super) fn subject(subject: &Subject) -> WireMembers {
    vec![
        ("unit", unit(subject.unit, &subject.unit_name)),
        ("pack", pack(&subject.pack)),
        ("level", Value::text(&subject.level)),
        ("period", Value::text(subject.period)),
        ("overlays", texts(&subject.overlays)),
    ]
}

/// Lists the texts about the signer: the program, and the id of the office, which somebody chose.
pub(super) fn signer<'a>(party: &'a Party, software: &'a str) -> impl Iterator<Item = (String, &'a str)> {
    let office = party.office.as_ref().map(|office| ("party.office".to_owned(), office.as_str()));
    std::iter::once(("software".to_owned(), software)).chain(office)
}

pub(super) fn party(party: &Party) -> Value<'static> {
    let office = party.office.as_ref().map(|office| ("office", Value::text(office)));
    Value::object([("unit", Value::text(party.unit))].into_iter().chain(office))
}

pub(super) fn unit(code: UnitCode, name: &str) -> Value<'static> {
    Value::object([
        ("code", Value::text(code)),
        ("name", Value::text(name)),
        ("level", Value::text(words::of_level(code.level()))),
    ])
}

pub(super) fn pack(pack: &PackRef) -> Value<'static> {
    Value::object([
        ("id", Value::text(&pack.id)),
        ("version", Value::Number(pack.version.into())),
        ("digest", Value::text(pack.digest)),
    ])
}

pub(super) fn reasons(reasons: &[DecisionReason]) -> Value<'static> {
    let one = |reason: &DecisionReason| {
        let criterion = reason.criterion.as_ref().map(|id| ("criterion", Value::text(id)));
        Value::object([("text", Value::text(&reason.text))].into_iter().chain(criterion))
    };
    Value::List(reasons.iter().map(one).collect())
}

pub(super) fn texts<T: std::fmt::Display>(values: &[T]) -> Value<'static> {
    Value::List(values.iter().map(Value::text).collect())
}

pub(super) fn read_head(fields: &mut Fields<'_>, kind: Kind) -> Option<Stated> {
    fields.word("kind", |word| (word == kind.name()).then_some(()));
    if fields.small("format", 1).is_some_and(|format| format != FORMAT) {
        fields.note::<()>("format", MisfitReason::Not(Expected::Same));
    }
    let party = fields.object("party", read_party);
    let (at, software, example) = (fields.named("stated_at"), fields.need("software", line), fields.flag("example"));
    Some(Stated { party: party?, at: at?, software: software?, example: example? })
}

/// Reads the place in the line: all but the first name a predecessor.
pub(super) fn read_place(fields: &mut Fields<'_>) -> Option<LinePosition> {
    let (sequence, supersedes) = (fields.small("sequence", 1), fields.optional("supersedes", Reader::named));
    let (sequence, supersedes): (u32, Option<Digest>) = (sequence?, supersedes?);
    if (sequence > 1) == supersedes.is_some() {
        Some(LinePosition { sequence, supersedes })
    } else {
        fields.note("supersedes", MisfitReason::Not(Expected::Same))
    }
}

pub(super) fn read_subject(fields: &mut Fields<'_>) -> Option<Subject> {
    let (unit, pack) = (fields.object("unit", read_unit), fields.object("pack", read_pack));
    let level: Option<LevelId> = fields.named("level");
    let period: Option<Period> = fields.named("period");
    let overlays = read_overlays(fields);
    let (unit, unit_name) = unit?;
    Some(Subject { unit, unit_name, pack: pack?, level: level?, period: period?, overlays: overlays? })
}

pub(super) fn read_party(fields: &mut Fields<'_>) -> Option<Party> {
    let (unit, office) = (fields.named("unit"), fields.optional("office", Reader::named));
    Some(Party { unit: unit?, office: office? })
}

pub(super) fn read_unit(fields: &mut Fields<'_>) -> Option<(UnitCode, String)> {
    let code: Option<UnitCode> = fields.named("code");
    let name = fields.need("name", line);
    match (code, fields.text("level", LONGEST_NAME)) {
        (Some(code), Some(level)) if level != words::of_level(code.level()) => {
            fields.note::<()>("level", MisfitReason::Not(Expected::UnitLevel));
        }
        _ => {}
    }
    Some((code?, name?))
}

pub(super) fn read_pack(fields: &mut Fields<'_>) -> Option<PackRef> {
    let (id, version, digest) = (fields.named("id"), fields.small("version", 1), fields.named("digest"));
    Some(PackRef { id: id?, version: version?, digest: digest? })
}

/// Reads overlays, ordered by digest, each once, so that there is one way to write a set of them.
pub(super) fn read_overlays(fields: &mut Fields<'_>) -> Option<Vec<Digest>> {
    set(fields, "overlays", MOST_OVERLAYS)
}

/// Reads a list whose elements are in order, each once.
pub(super) fn set<T: Named + Ord + Clone>(fields: &mut Fields<'_>, name: &str, most: usize) -> Option<Vec<T>> {
    let list: Vec<T> = fields.list(name, most, Reader::named)?;
    fields.ordered(name, list, Clone::clone)
}

/// Reads a name of a unit or an office.
pub(super) fn name(misfits: &mut Misfits, node: Node<'_>) -> Option<String> {
    let text = line(misfits, node)?;
    saying(misfits, node, text)
}

/// Reads a text of one line that may be blank.
fn line(misfits: &mut Misfits, node: Node<'_>) -> Option<String> {
    misfits.line_within(node, LONGEST_NAME)
}

/// Reads what is said about a decision, on one or more lines.
pub(super) fn reason(misfits: &mut Misfits, node: Node<'_>) -> Option<String> {
    let text = misfits.lines_within(node, LONGEST_REASON)?;
    saying(misfits, node, text)
}

/// Returns a text that is not blank.
fn saying(misfits: &mut Misfits, node: Node<'_>, text: String) -> Option<String> {
    if text.trim().is_empty() { misfits.not(node, Expected::Saying) } else { Some(text) }
}

/// Reads reasons; at least one where `needed`. No criterion has two.
pub(super) fn read_reasons(fields: &mut Fields<'_>, needed: bool) -> Option<Vec<DecisionReason>> {
    let one = |entry: &mut Fields<'_>| {
        let (criterion, text) = (entry.optional("criterion", Reader::named), entry.need("text", reason));
        Some(DecisionReason { criterion: criterion?, text: text? })
    };
    let reasons = fields.objects("reasons", MOST_REASONS, one)?;
    if needed && reasons.is_empty() {
        return fields.note("reasons", MisfitReason::Not(Expected::Elements));
    }
    fields.distinct("reasons", reasons, |reason| reason.criterion.clone())
}

/// Reads a public key from a JWK (RFC 8037 §2) with exactly `crv`, `kty` and `x`.
pub(super) fn read_jwk(fields: &mut Fields<'_>) -> Option<PublicKey> {
    for (name, word) in [("kty", "OKP"), ("crv", "Ed25519")] {
        fields.word(name, |text| (text == word).then_some(()));
    }
    let x = fields.text("x", LONGEST_NAME)?;
    let bytes = URL_SAFE_NO_PAD.decode(x).ok().and_then(|x| x.try_into().ok());
    let key = bytes.and_then(|bytes| PublicKey::from_bytes(&bytes));
    if key.is_none() { fields.note("x", MisfitReason::Not(Expected::Key)) } else { key }
}

pub(super) fn read_recipient(fields: &mut Fields<'_>) -> Option<Option<Recipient>> {
    fields.optional("recipient", Reader::named)
}
