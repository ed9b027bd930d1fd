//! A table for the clipboard, in two forms: spreadsheets take the one that says what each cell is, a chat or an editor
//! the plain one.

use super::{Cell, TableSheet, escaped, serial, shown};

/// Returns the sheet as lines of cells with tabs between.
///
/// White space inside a cell becomes a space, so that no text moves the columns, and a text that a spreadsheet would run
/// as a formula begins with an apostrophe, for whoever pastes this form into one.
#[must_use]
pub fn plain(sheet: &TableSheet) -> String {
    let heads = sheet.heads.iter().map(|head| one_line(head)).collect::<Vec<_>>().join("\t");
    let row = |cells: &Vec<Cell>| cells.iter().map(safe).collect::<Vec<_>>().join("\t");
    std::iter::once(heads).chain(sheet.rows.iter().map(row)).collect::<Vec<_>>().join("\n")
}

/// Returns the sheet as an HTML table.
///
/// Text is marked as text in the ways that spreadsheets know: `mso-number-format` for Excel and WPS, `sdnum` for
/// LibreOffice. Without them a division code becomes a number, and a text with a sign before it a formula.
#[must_use]
pub fn html(sheet: &TableSheet) -> String {
    let heads: String = sheet.heads.iter().map(|head| text_cell("th", head)).collect();
    let row = |cells: &Vec<Cell>| {
        let cells: String = cells.iter().map(cell).collect();
        format!("<tr>{cells}</tr>")
    };
    let rows: String = sheet.rows.iter().map(row).collect();
    format!("<meta charset=\"utf-8\"><table><tr>{heads}</tr>{rows}</table>")
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text_cell("td", text),
        Cell::Number(number) => format!("<td sdval=\"{number}\">{number}</td>"),
        Cell::Day(day) => {
            let number = serial(*day);
            format!(
                "<td style='mso-number-format:\"yyyy\\-mm\\-dd\"' sdval=\"{number}\" sdnum=\"1033;0;YYYY-MM-DD\">{day}</td>"
            )
        }
        Cell::Empty => "<td></td>".to_owned(),
    }
}

fn text_cell(tag: &str, text: &str) -> String {
    let text = escaped(text).replace('\n', "<br>");
    format!("<{tag} style='mso-number-format:\"\\@\"' sdnum=\"1033;0;@\">{text}</{tag}>")
}

fn safe(cell: &Cell) -> String {
    let text = one_line(&shown(cell));
    let runs = text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if runs && matches!(cell, Cell::Text(_)) { format!("'{text}") } else { text }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(cells: Vec<Cell>) -> TableSheet {
        TableSheet { name: "表", heads: vec!["甲\t乙".to_owned()], rows: vec![cells] }
    }

    #[test]
    fn no_text_runs_or_moves_a_column() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("-3", "'-3"),
            (" @SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("一\n二\t三", "一 二 三"),
            ("150626200205", "150626200205"),
            ("– 不适用", "– 不适用"),
        ] {
            assert_eq!(plain(&sheet(vec![text.into()])), format!("甲 乙\n{safe}"));
        }
        assert_eq!(plain(&sheet(vec![Cell::Number(-3), Cell::Empty, Cell::Number(2)])), "甲 乙\n-3\t\t2");
    }

    #[test]
    fn a_spreadsheet_is_told_what_is_text_and_what_is_a_day() {
        let day = "2026-03-02".parse().unwrap();
        let told = html(&sheet(vec!["150626200205".into(), "<b>&\n=1".into(), Cell::Day(day), Cell::Number(2)]));
        assert!(told.contains("<td style='mso-number-format:\"\\@\"' sdnum=\"1033;0;@\">150626200205</td>"));
        assert!(told.contains("sdnum=\"1033;0;@\">&lt;b&gt;&amp;<br>=1</td>"));
        let day =
            "style='mso-number-format:\"yyyy\\-mm\\-dd\"' sdval=\"46083\" sdnum=\"1033;0;YYYY-MM-DD\">2026-03-02</td>";
        assert!(told.contains(day), "{told}");
        assert!(told.contains("<td sdval=\"2\">2</td>"));
    }
}
