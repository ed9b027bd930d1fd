//! The workbook as other programs would read it: what is in each part, and that nothing is a formula.

use cunping_core::received::{ArchiveError, LIMITS, unpack};

use super::*;

fn sheet_of(rows: Vec<Vec<Cell>>) -> TableSheet {
    TableSheet { name: "表<一>", heads: vec!["代码".to_owned(), "名称".to_owned()], rows }
}

fn xml(rows: Vec<Vec<Cell>>) -> String {
    sheet(&sheet_of(rows))
}

fn days(day: &str) -> i64 {
    serial(day.parse().unwrap())
}

#[test]
fn it_is_an_archive_with_the_parts_that_a_spreadsheet_asks_for() {
    let sheets = [sheet_of(vec![vec!["150626200205".into()]]), sheet_of(vec![])];
    let bytes = workbook(&sheets).unwrap();
    assert_eq!(bytes, workbook(&sheets).unwrap());
    assert!(workbook(&[]).is_none());
    let archive = rawzip::ZipArchive::from_slice(&bytes).unwrap();
    let mut parts = Vec::new();
    for entry in archive.entries() {
        let entry = entry.unwrap();
        let name = String::from_utf8(entry.file_path().as_ref().to_vec()).unwrap();
        let packed = archive.get_entry(entry.wayfinder()).unwrap();
        let text = miniz_oxide::inflate::decompress_to_vec(packed.data()).unwrap();
        assert_eq!(packed.claim_verifier().crc, rawzip::crc32(&text));
        parts.push((name, String::from_utf8(text).unwrap()));
    }
    let names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "[Content_Types].xml",
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    ];
    assert_eq!(names, expected);
    assert!(parts[2].1.contains("<sheet name=\"表&lt;一&gt;\" sheetId=\"2\" r:id=\"rId2\"/>"));
    // Whoever imports it is told that it is no signed file.
    assert!(unpack(&bytes, LIMITS).iter().all(|it| it.content == Err(ArchiveError::Office)));
}

#[test]
fn text_stays_text_and_a_day_is_a_day() {
    let day = Cell::Day("2026-03-02".parse().unwrap());
    let sheet = xml(vec![vec!["150626200205".into(), "=1+1".into(), day, Cell::Number(-3), Cell::Empty]]);
    assert!(sheet.contains(r#"<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">150626200205</t></is></c>"#));
    assert!(sheet.contains(r#"<t xml:space="preserve">=1+1</t>"#) && !sheet.contains("<f>"));
    assert!(sheet.contains(r#"<c r="C2" s="2"><v>46083</v></c><c r="D2" s="0"><v>-3</v></c></row>"#));
}

#[test]
fn days_are_counted_as_spreadsheets_do() {
    for (day, number) in [("1900-03-01", 61), ("1970-01-01", 25_569), ("2026-03-02", 46_083), ("2028-02-29", 46_812)] {
        assert_eq!(days(day), number);
    }
}

#[test]
fn places_go_on_after_z() {
    for (at, name) in [((0, 1), "A1"), ((25, 2), "Z2"), ((26, 3), "AA3"), ((701, 4), "ZZ4"), ((702, 5), "AAA5")] {
        assert_eq!(place(at), name);
    }
}

#[test]
fn nothing_breaks_the_text_of_a_cell() {
    let of = |text: &str| xml(vec![vec![text.into()]]);
    assert!(of("<a>&\"\u{1}\u{b}\u{fffe}\n").contains("preserve\">&lt;a&gt;&amp;&quot;\n<"));
    assert!(of("a_x000D_b_x00_").contains("preserve\">a_x005F_x000D_b_x00_<"));
}

#[test]
fn a_cell_holds_so_much_and_says_where_it_ends() {
    let just = "村".repeat(MOST_UNITS);
    assert_eq!(fitting(&just), just);
    // Counted in UTF-16, as spreadsheets do: this character takes two.
    let more = "𠮷".repeat(MOST_UNITS / 2 + 1);
    let cut = fitting(&more);
    assert!(cut.ends_with(CUT) && cut.encode_utf16().count() <= MOST_UNITS, "{}", cut.encode_utf16().count());
}

#[test]
fn columns_are_as_wide_as_what_they_hold() {
    let sheet =
        sheet_of(vec![vec!["150626200205".into(), Cell::text("长".repeat(100))], vec![Cell::Empty, "短".into()]]);
    assert_eq!((width(&sheet, 0), width(&sheet, 1), width(&sheet, 7)), (14, WIDEST + 2, 8));
}
