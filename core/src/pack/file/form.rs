//! Reads forms as printed.

use super::{
    error::{Kind, What},
    node::Node,
    reader::Reader,
};
use crate::pack::{Block, Form, FormKind};

pub(super) fn form(reader: &mut Reader, node: &Node) -> Option<Form> {
    reader.table(node, |f| {
        let id = f.need("id", id);
        if let Some(id) = &id {
            f.reader.claim(What::Form, id, node);
        }
        let (annex, title) = (f.need("annex", Reader::text), f.need("title", Reader::text));
        let level = f.need("level", |reader, node| reader.known(What::Level, node));
        let kinds = [FormKind::Report, FormKind::Recognition];
        let kind = f.need("kind", |reader, node| reader.word(node, &["report", "recognition"], &kinds));
        let header = f.some("header", Reader::cell);
        let side = f.maybe("side", Reader::text);
        let blocks = f.list("blocks", block);
        let signature_line = f.maybe("signature_line", Reader::text);
        let footnote = f.need("footnote", Reader::text);
        let wide = header.as_ref().is_none_or(|header| header.len() > 1);
        f.reader.check(wide, node, || Kind::EmptyList);
        Some(Form {
            id: id?,
            annex: annex?,
            title: title?,
            level: level?,
            kind: kind?,
            header: header?,
            side,
            blocks,
            signature_line,
            footnote: footnote?,
        })
    })
}

fn id(reader: &mut Reader, node: &Node) -> Option<String> {
    let text = reader.text(node)?;
    reader.check(Form::is_id(&text), node, || Kind::BadFormId)?;
    Some(text)
}

fn block(reader: &mut Reader, node: &Node) -> Option<Block> {
    reader.table(node, |f| {
        let (heading, seal) = (f.need("heading", Reader::text), f.need("seal", Reader::text));
        let date = f.need("date", Reader::text);
        let office = f.maybe("office", |reader, node| reader.known(What::Office, node));
        Some(Block { heading: heading?, seal: seal?, date: date?, office })
    })
}
