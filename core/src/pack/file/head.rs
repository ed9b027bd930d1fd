//! Reads identity, terms and offices of a document.

use super::{error::ProblemKind, reader::PackReader};
use crate::{
    id::UnitLevel,
    json::{Expected, Fields, Node, Reader},
    pack::{Office, Source, Terms},
};

pub(super) fn source(reader: &mut PackReader, node: Node<'_>) -> Option<Source> {
    reader.object(node, |f| {
        let (title, short) = (f.need("title", PackReader::text), f.need("short", PackReader::text));
        let (number, issued) = (f.maybe("number", PackReader::text), f.maybe("issued", PackReader::date));
        let edition = f.maybe("edition", PackReader::text);
        let issuers = f.some("issuers", PackReader::text);
        let (addressees, basis) = (f.any("addressees", PackReader::text), f.any("basis", PackReader::text));
        let checked_on = f.need("checked_on", PackReader::date);
        let area = f.need("area", |reader, node| {
            let text = reader.text(node)?;
            text.parse().ok().or_else(|| reader.not(node, Expected::UnitCode))
        });
        let reversed = matches!((issued, checked_on), (Some(issued), Some(checked)) if checked < issued);
        f.reader.check(!reversed, node, || ProblemKind::Reversed);
        Some(Source {
            title: title?,
            short: short?,
            number,
            issued,
            edition,
            issuers: issuers?,
            addressees,
            basis,
            checked_on: checked_on?,
            area: area?,
        })
    })
}

pub(super) fn terms(reader: &mut PackReader, node: Node<'_>) -> Option<Terms> {
    let text = |f: &mut Fields<'_, PackReader>, key| f.need(key, PackReader::text);
    reader.object(node, |f| {
        let (village, township, county) = (text(f, "village"), text(f, "township"), text(f, "county"));
        let (office, award) = (text(f, "office"), text(f, "award"));
        let (prefecture, province) = (f.maybe("prefecture", PackReader::text), f.maybe("province", PackReader::text));
        Some(Terms {
            village: village?,
            township: township?,
            county: county?,
            prefecture,
            province,
            office: office?,
            award: award?,
        })
    })
}

pub(super) fn office(reader: &mut PackReader, node: Node<'_>) -> Option<Office> {
    reader.object(node, |f| {
        let (name, level) = (f.need("name", PackReader::text), f.need("level", unit_level));
        let variants = f.any("variants", PackReader::text);
        let in_charge = f.maybe("in_charge", Reader::bool).unwrap_or_default();
        Some(Office { name: name?, variants, level: level?, in_charge })
    })
}

pub(super) fn unit_level(reader: &mut PackReader, node: Node<'_>) -> Option<UnitLevel> {
    use UnitLevel::{County, Prefecture, Province, Township, Village};
    let words = &["village", "township", "county", "prefecture", "province"];
    reader.word(node, words, &[Village, Township, County, Prefecture, Province])
}
