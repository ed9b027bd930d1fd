//! Reads forms as printed.

use super::{
    error::{ProblemKind, UnknownId},
    reader::PackReader,
};
use crate::{
    json::{Node, Reader as _},
    pack::{Block, Form, FormKind},
};

pub(super) fn form(reader: &mut PackReader, node: Node<'_>) -> Option<Form> {
    reader.object(node, |f| {
        let id = f.need("id", id);
        if let Some(id) = &id {
            f.reader.claim(UnknownId::Form, id, node);
        }
        let (annex, title) = (f.need("annex", PackReader::text), f.need("title", PackReader::text));
        let level = f.need("level", |reader, node| reader.known(UnknownId::Level, node));
        let kinds = [FormKind::Report, FormKind::Recognition];
        let kind = f.need("kind", |reader, node| reader.word(node, &["report", "recognition"], &kinds));
        let header = f.some("header", PackReader::cell);
        let side = f.maybe("side", PackReader::text);
        let blocks = f.any("blocks", block);
        let signature_line = f.maybe("signature_line", PackReader::text);
        let footnote = f.need("footnote", PackReader::text);
        if matches!(header.as_deref(), Some([_])) {
            f.problem::<()>("header", ProblemKind::OneCell);
        }
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

fn id(reader: &mut PackReader, node: Node<'_>) -> Option<String> {
    let text = reader.text(node)?;
    reader.check(Form::is_id(&text), node, || ProblemKind::BadFormId)?;
    Some(text)
}

fn block(reader: &mut PackReader, node: Node<'_>) -> Option<Block> {
    reader.object(node, |f| {
        let (heading, seal) = (f.need("heading", PackReader::text), f.need("seal", PackReader::text));
        let date = f.need("date", PackReader::text);
        let office = f.maybe("office", |reader, node| reader.known(UnknownId::Office, node));
        Some(Block { heading: heading?, seal: seal?, date: date?, office })
    })
}
