//! Reads identity, terms and offices of a document.

use super::{error::Kind, fields::Fields, node::Node, reader::Reader};
use crate::{
    id::UnitLevel,
    pack::{Office, Source, Terms},
};

pub(super) fn source(reader: &mut Reader, node: &Node) -> Option<Source> {
    reader.table(node, |f| {
        let (title, short) = (f.need("title", Reader::text), f.need("short", Reader::text));
        let (number, issued) = (f.maybe("number", Reader::text), f.maybe("issued", Reader::day));
        let edition = f.maybe("edition", Reader::text);
        let issuers = f.some("issuers", Reader::text);
        let (addressees, basis) = (f.list("addressees", Reader::text), f.list("basis", Reader::text));
        let checked_on = f.need("checked_on", Reader::day);
        let area = f.need("area", |reader, node| {
            let text = reader.text(node)?;
            text.parse().ok().or_else(|| reader.problem(&node.place, Kind::BadUnit))
        });
        let reversed = matches!((issued, checked_on), (Some(issued), Some(checked)) if checked < issued);
        f.reader.check(!reversed, node, || Kind::Reversed);
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

pub(super) fn terms(reader: &mut Reader, node: &Node) -> Option<Terms> {
    let text = |f: &mut Fields<'_, '_>, key| f.need(key, Reader::text);
    reader.table(node, |f| {
        let (village, township, county) = (text(f, "village"), text(f, "township"), text(f, "county"));
        let (office, award) = (text(f, "office"), text(f, "award"));
        let (prefecture, province) = (f.maybe("prefecture", Reader::text), f.maybe("province", Reader::text));
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

pub(super) fn office(reader: &mut Reader, node: &Node) -> Option<Office> {
    reader.table(node, |f| {
        let (name, level) = (f.need("name", Reader::text), f.need("level", unit_level));
        let variants = f.list("variants", Reader::text);
        Some(Office { name: name?, variants, level: level? })
    })
}

pub(super) fn unit_level(reader: &mut Reader, node: &Node) -> Option<UnitLevel> {
    use UnitLevel::{County, Prefecture, Province, Township, Village};
    let words = &["village", "township", "county", "prefecture", "province"];
    reader.word(node, words, &[Village, Township, County, Prefecture, Province])
}
