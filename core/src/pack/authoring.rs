//! Compiles the TOML files in which people write packs into the one JSON that everything else reads. Files are handed
//! in as text.

mod embed;
mod merge;
mod source;

use std::collections::BTreeMap;

use super::{
    PackErrors, ProblemKind,
    file::{catalogue, document, reader::PackReader},
};
use crate::{
    id::{Digest, IndicatorId},
    json::{Node, Path, Value},
};

/// Compiles the files of one pack, with the shared catalogue, into canonical JSON for [`super::Pack::from_json`].
///
/// Both maps go from file name to TOML text: `pack.toml`, one `<level>.toml` for each level that it names, and any
/// other files, each giving some of the document's remaining keys. Names with a `/` are not part of the pack.
///
/// Fails with every problem in every file, each with its line and column.
pub fn compile(
    files: &BTreeMap<String, String>,
    catalogue_files: &BTreeMap<String, String>,
) -> Result<Vec<u8>, PackErrors> {
    let mut reader = PackReader::default();
    let shared = merge::catalogue(&mut reader, catalogue_files);
    let known = read_catalogue(&mut reader, &shared);
    let told = reader.problems.len();
    reader.places.clear();
    let json = merge::pack(&mut reader, files).and_then(|pack| {
        let pack = embed::embed(pack, &shared, &known);
        document(&mut reader, Node::whole(&pack), Digest::of(&[]))?;
        Some(pack.canonical().into_bytes())
    });
    // What is wrong with an entry of the catalogue was told where the entry is written.
    let own = reader.problems.split_off(told).into_iter().filter(|it| !it.place.path.starts_with("/catalogue/"));
    reader.problems.extend(own);
    reader.finish(json)
}

/// Lists the ids of the shared catalogue, in order: attributes, then indicators.
///
/// Fails with every problem in every file.
pub fn catalogue_ids(catalogue_files: &BTreeMap<String, String>) -> Result<Vec<String>, PackErrors> {
    let mut reader = PackReader::default();
    let shared = merge::catalogue(&mut reader, catalogue_files);
    let indicators = read_catalogue(&mut reader, &shared);
    let attributes = reader.attributes.keys().map(|id| format!("attribute {id}"));
    let ids = attributes.chain(indicators.iter().map(|id| format!("indicator {id}"))).collect();
    reader.finish(Some(ids))
}

/// Reads the whole catalogue for its problems; the reader forgets the indicators, because a pack has only those it
/// uses.
fn read_catalogue(reader: &mut PackReader, shared: &Value<'_>) -> Vec<IndicatorId> {
    catalogue(reader, Node::whole(shared));
    let ids: Vec<IndicatorId> = std::mem::take(&mut reader.indicators).into_keys().collect();
    let Some(incidents) = shared.get("incidents") else { return ids };
    for id in ids.iter().map(IndicatorId::as_str).filter(|id| incidents.get(id).is_some()) {
        if let Some((parent, _)) = id.rsplit_once('/').filter(|(parent, _)| incidents.get(parent).is_none()) {
            let incidents = Path::Member(&Path::Whole, "incidents");
            reader.problem::<()>(Path::Member(&incidents, id), ProblemKind::MissingParent(parent.to_owned()));
        }
    }
    ids
}
