//! Reads and writes the file of an overlay, version 1: strict JSON in, canonical JSON out.

use std::collections::BTreeMap;

use super::Overlay;
use crate::{
    id::{Digest, RuleId},
    json::{Expected, Fields, JsonError, Limits, Misfit, MisfitReason, Misfits, Named, Node, Reader, Value, parse},
};

/// The version of the format that is written.
pub const FORMAT: u32 = 1;

/// The limits of an overlay: 64 KiB.
pub const LIMITS: Limits = Limits { bytes: 64 << 10, depth: 8, text: 2 << 10, values: 5_000 };

const KIND: &str = "overlay";
const LONGEST_TITLE: usize = 200;
const MOST_ITEMS: usize = 100;

/// The reason why an overlay cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum OverlayFileError {
    /// It is no strict JSON.
    Json(JsonError),
    /// It is written in a later version of the format.
    NewerFormat(u32),
    /// These places do not have the form of an overlay; at least one.
    Misfits(Vec<Misfit>),
}

impl OverlayFileError {
    /// Returns the stable code of the problem; of several misfits, that of the first.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Json(problem) => problem.code(),
            Self::NewerFormat(_) => "newer-format",
            Self::Misfits(misfits) => misfits.first().map_or("misfit", |first| first.why.code()),
        }
    }
}

impl Overlay {
    /// Reads the file of an overlay. White space and the order of members do not matter: the digest is that of the
    /// canonical form.
    ///
    /// # Errors
    ///
    /// Text that is no strict JSON within [`LIMITS`], a newer format, or all places that do not fit.
    pub fn read(bytes: &[u8]) -> Result<Self, OverlayFileError> {
        let value = parse(bytes, &LIMITS).map_err(OverlayFileError::Json)?;
        let digest = Digest::of(value.canonical().as_bytes());
        let mut misfits = Misfits::new();
        match misfits.object(Node::whole(&value), |it| read_fields(it, digest)) {
            Some(Ok(overlay)) if misfits.is_empty() => Ok(overlay),
            Some(Err(newer)) => Err(OverlayFileError::NewerFormat(newer)),
            _ => Err(OverlayFileError::Misfits(misfits)),
        }
    }

    /// Writes the overlay as a file, in canonical JSON (RFC 8785); [`Overlay::digest`] is the SHA-256 of it.
    #[must_use]
    pub fn write(&self) -> String {
        self.to_json().canonical()
    }

    /// Writes the overlay as JSON.
    pub(crate) fn to_json(&self) -> Value<'static> {
        let mut members = vec![
            ("kind", Value::text(KIND)),
            ("format", Value::Number(FORMAT.into())),
            ("pack", Value::text(&self.pack)),
            ("version", Value::Number(self.version.into())),
            ("level", Value::text(&self.level)),
            ("title", Value::text(&self.title)),
            ("issuer", Value::text(&self.issuer)),
            ("issued", Value::text(self.issued)),
        ];
        members.extend(self.number.as_ref().map(|number| ("number", Value::text(number))));
        members.extend(self.pass_mark.map(|mark| ("pass_mark", Value::Number(mark))));
        if !self.weights.is_empty() {
            let weights = self.weights.iter().map(|(id, points)| (id.as_str(), Value::Number(*points)));
            members.push(("weights", Value::object(weights)));
        }
        if !self.vetoes.is_empty() {
            members.push(("vetoes", Value::List(self.vetoes.iter().map(Value::text).collect())));
        }
        if !self.settles.is_empty() {
            let settles = self.settles.iter().map(|(id, met)| (id.as_str(), Value::text(word(*met))));
            members.push(("settles", Value::object(settles)));
        }
        if !self.values.is_empty() {
            let values = self.values.iter().map(|(id, value)| (id.as_str(), Value::Number(*value)));
            members.push(("values", Value::object(values)));
        }
        if !self.texts.is_empty() {
            let texts = self
                .texts
                .iter()
                .map(|(id, items)| (id.as_str(), Value::List(items.iter().map(Value::text).collect())));
            members.push(("texts", Value::object(texts)));
        }
        Value::object(members)
    }

    /// Reads an overlay inside another file, whose version has no newer format of it.
    pub(crate) fn inside(fields: &mut Fields<'_>) -> Option<Self> {
        match read_fields(fields, Digest([0; 32]))? {
            Ok(overlay) => Some(Self { digest: Digest::of(overlay.write().as_bytes()), ..overlay }),
            Err(_) => fields.note("format", MisfitReason::Not(Expected::Same)),
        }
    }
}

fn word(met: bool) -> &'static str {
    if met { "met" } else { "not-met" }
}

fn read_fields(fields: &mut Fields<'_>, digest: Digest) -> Option<Result<Overlay, u32>> {
    fields.word("kind", |word| (word == KIND).then_some(()));
    if let Some(newer) = fields.small("format", 1).filter(|format| *format != FORMAT) {
        fields.skip();
        return Some(Err(newer));
    }
    let (pack, version, level) = (fields.named("pack"), fields.small("version", 1), fields.named("level"));
    let (title, issuer) = (fields.need("title", line), fields.need("issuer", line));
    let issued = fields.day("issued");
    let number = fields.optional("number", line);
    let pass_mark = fields.optional("pass_mark", Reader::integer);
    let weights = optional_entries(fields, "weights", Reader::integer);
    let vetoes = vetoes(fields);
    let settles = optional_entries(fields, "settles", |misfits, node| {
        let met = [true, false].into_iter().find(|met| node.value.as_text() == Some(word(*met)));
        met.or_else(|| misfits.not(node, Expected::Word))
    });
    let values = optional_entries(fields, "values", Reader::integer);
    let texts = optional_entries(fields, "texts", items);
    Some(Ok(Overlay {
        digest,
        pack: pack?,
        version: version?,
        level: level?,
        title: title?,
        issuer: issuer?,
        number: number?,
        issued: issued?,
        weights: weights?,
        pass_mark: pass_mark?,
        vetoes: vetoes?,
        settles: settles?,
        values: values?,
        texts: texts?,
    }))
}

/// Reads a text that can be shown on one line.
fn line(misfits: &mut Misfits, node: Node<'_>) -> Option<String> {
    saying(misfits, node, LONGEST_TITLE)
}

fn saying(misfits: &mut Misfits, node: Node<'_>, longest: usize) -> Option<String> {
    let text = misfits.line_within(node, longest)?;
    if text.trim().is_empty() { misfits.not(node, Expected::Saying) } else { Some(text) }
}

fn vetoes(fields: &mut Fields<'_>) -> Option<Vec<RuleId>> {
    if !fields.has("vetoes") {
        return Some(Vec::new());
    }
    let vetoes: Vec<RuleId> = fields.list("vetoes", MOST_ITEMS, Reader::named)?;
    if vetoes.is_empty() {
        return fields.note("vetoes", MisfitReason::Not(Expected::Elements));
    }
    fields.distinct("vetoes", vetoes, Clone::clone)
}

/// Reads the entries of a part that may be left out; an empty one is refused, so that what is written again has the
/// same digest as what was read.
fn optional_entries<K: Named + Ord, T>(
    fields: &mut Fields<'_>,
    name: &str,
    each: impl Fn(&mut Misfits, Node<'_>) -> Option<T>,
) -> Option<BTreeMap<K, T>> {
    if !fields.has(name) {
        return Some(BTreeMap::new());
    }
    let entries = fields.entries(name, each)?;
    if entries.is_empty() { fields.note(name, MisfitReason::Not(Expected::Members)) } else { Some(entries) }
}

fn items(misfits: &mut Misfits, node: Node<'_>) -> Option<Vec<String>> {
    let lines = misfits.list(node, MOST_ITEMS, |misfits, node| saying(misfits, node, usize::MAX))?;
    if node.value.items().is_empty() {
        return misfits.not(node, Expected::Elements);
    }
    (lines.len() == node.value.items().len()).then_some(lines)
}
