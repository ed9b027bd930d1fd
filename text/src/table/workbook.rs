//! A table as a workbook for Excel, WPS and LibreOffice (ECMA-376, Office Open XML). Nothing in it is ever a formula.

use std::{fmt::Write as _, io::Write as _};

use super::{Cell, TableSheet, escaped, serial};

/// The most UTF-16 code units of a cell: Excel calls a workbook with a longer one damaged.
const MOST_UNITS: usize = 32_767;

/// What stands at the end of a text that no cell can hold.
const CUT: &str = "……（此格放不下 does not fit）";

/// The widest column, in digits; longer text is wrapped.
const WIDEST: usize = 50;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The formats of cells by number: 0 number, 1 text, 2 day, 3 head of a column.
const STYLES: &str = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>\
<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/></font><font><b/><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>\
<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"4\">\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
</cellXfs>";

/// Returns the sheets as the bytes of a workbook (`.xlsx`), the same bytes for the same sheets. `None` for no sheet.
#[must_use]
pub fn workbook(sheets: &[TableSheet]) -> Option<Vec<u8>> {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types(sheets.len())),
        (
            "_rels/.rels".to_owned(),
            relationships([("officeDocument".to_owned(), "xl/workbook.xml".to_owned())].into_iter()),
        ),
        ("xl/workbook.xml".to_owned(), names(sheets)),
        ("xl/_rels/workbook.xml.rels".to_owned(), {
            let of_sheet = |at| ("worksheet".to_owned(), format!("worksheets/sheet{at}.xml"));
            let styles = [("styles".to_owned(), "styles.xml".to_owned())];
            relationships((1..=sheets.len()).map(of_sheet).chain(styles))
        }),
        ("xl/styles.xml".to_owned(), format!("{HEAD}<styleSheet xmlns=\"{MAIN}\">{STYLES}</styleSheet>")),
    ];
    parts.extend(sheets.iter().zip(1_usize..).map(|(it, at)| (format!("xl/worksheets/sheet{at}.xml"), sheet(it))));
    if sheets.is_empty() { None } else { zip(&parts) }
}

/// Packs the parts. `None` cannot come of parts with plain names in memory.
fn zip(parts: &[(String, String)]) -> Option<Vec<u8>> {
    let mut archive = rawzip::ZipArchiveWriter::new(Vec::new());
    for (name, text) in parts {
        let method = rawzip::CompressionMethod::DEFLATE;
        let (mut entry, _) = archive.new_file(name.as_str()).compression_method(method).start().ok()?;
        entry.write_all(&miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 6)).ok()?;
        let written = rawzip::DataDescriptorOutput::new(rawzip::crc32(text.as_bytes()), text.len() as u64);
        entry.finish(written).ok()?;
    }
    archive.finish().ok()
}

fn content_types(sheets: usize) -> String {
    let of =
        |part: &str, kind: &str| format!("<Override PartName=\"/xl/{part}.xml\" ContentType=\"{TYPE}.{kind}+xml\"/>");
    let all: String = (1..=sheets).map(|at| of(&format!("worksheets/sheet{at}"), "worksheet")).collect();
    let (book, styles) = (of("workbook", "sheet.main"), of("styles", "styles"));
    let rels = format!("<Default Extension=\"rels\" ContentType=\"{RELATIONSHIPS}\"/>");
    let xml = "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
    format!("{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">{rels}{xml}{book}{styles}{all}</Types>")
}

const RELATIONSHIPS: &str = "application/vnd.openxmlformats-package.relationships+xml";

/// Lists relationships, each with its type and target, numbered from 1.
fn relationships(all: impl Iterator<Item = (String, String)>) -> String {
    let one = |((kind, target), at): ((String, String), usize)| {
        format!("<Relationship Id=\"rId{at}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let all: String = all.zip(1..).map(one).collect();
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>")
}

fn names(sheets: &[TableSheet]) -> String {
    let one = |(sheet, at): (&TableSheet, usize)| {
        format!("<sheet name=\"{}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>", escaped(sheet.name))
    };
    let all: String = sheets.iter().zip(1..).map(one).collect();
    format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{all}</sheets></workbook>")
}

/// Writes one sheet; its heads stay in view, and digits that are text are not marked as a mistake.
fn sheet(sheet: &TableSheet) -> String {
    let columns = sheet.rows.iter().map(Vec::len).chain([sheet.heads.len()]).max().unwrap_or(0);
    let mut widths: String = String::new();
    for (at, width) in (0..columns).map(|at| (at + 1, width(sheet, at))) {
        // Writing into a text cannot fail.
        let _done = write!(widths, "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    let heads: String = sheet.heads.iter().enumerate().map(|(at, head)| text((at, 1), head, 3)).collect();
    let mut rows = format!("<row r=\"1\">{heads}</row>");
    for (cells, number) in sheet.rows.iter().zip(2_usize..) {
        let cells: String = cells.iter().enumerate().map(|(at, it)| cell((at, number), it)).collect();
        let _done = write!(rows, "<row r=\"{number}\">{cells}</row>");
    }
    let last = place((columns.saturating_sub(1), sheet.rows.len() + 1));
    format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
         <cols>{widths}</cols><sheetData>{rows}</sheetData>\
         <ignoredErrors><ignoredError sqref=\"A1:{last}\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>"
    )
}

fn cell(at: (usize, usize), cell: &Cell) -> String {
    let number = |style: u8, number: i64| format!("<c r=\"{}\" s=\"{style}\"><v>{number}</v></c>", place(at));
    match cell {
        Cell::Text(it) => text(at, it, 1),
        Cell::Number(it) => number(0, *it),
        Cell::Day(it) => number(2, serial(*it)),
        Cell::Empty => String::new(),
    }
}

fn text(at: (usize, usize), text: &str, style: u8) -> String {
    let place = place(at);
    let text = escaped(&kept_literal(&fitting(text)));
    format!("<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}

/// Returns the text as far as a cell holds it, and says so where it ends early.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= MOST_UNITS {
        return text.to_owned();
    }
    let mut left = MOST_UNITS - CUT.encode_utf16().count();
    let fits = |c: &char| {
        let rest = left.checked_sub(c.len_utf16());
        left = rest.unwrap_or(0);
        rest.is_some()
    };
    text.chars().take_while(fits).chain(CUT.chars()).collect()
}

/// Keeps `_x000D_` and its like as they are: spreadsheets read them as the character with that number (ECMA-376,
/// `ST_Xstring`).
fn kept_literal(text: &str) -> String {
    let is_code = |rest: &str| {
        let bytes = rest.as_bytes();
        bytes.first() == Some(&b'x')
            && bytes.get(5) == Some(&b'_')
            && bytes.get(1..5).is_some_and(|it| it.iter().all(u8::is_ascii_hexdigit))
    };
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        out.push(c);
        if c == '_' && text.get(at + 1..).is_some_and(is_code) {
            out.push_str("x005F_");
        }
    }
    out
}

/// Returns the address of a cell: column from 0, row from 1, as `B7`.
fn place((column, row): (usize, usize)) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

/// Returns the width of a column for its widest line, in digits.
fn width(sheet: &TableSheet, column: usize) -> usize {
    let cells = sheet.rows.iter().filter_map(|row| row.get(column)).map(super::shown);
    let head = sheet.heads.get(column).map_or(0, |head| wide(head).min(20));
    cells.flat_map(|text| text.lines().map(wide).max()).chain([head]).max().unwrap_or(0).clamp(6, WIDEST) + 2
}

fn wide(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests;
