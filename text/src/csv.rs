//! Tables as CSV that Excel and WPS open with a double click. A cell never runs as a formula.

/// Returns a table as CSV (RFC 4180), with a UTF-8 byte order mark, which Excel and WPS need to read Chinese, and
/// CRLF.
///
/// A cell that a spreadsheet would run as a formula gets a leading apostrophe; a number of 12 digits or more gets a
/// trailing tab, without which a spreadsheet shows a division code as `1.50626E+11`.
#[must_use]
pub fn csv<R, C>(rows: R) -> String
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = String>,
{
    let mut out = String::from('\u{feff}');
    for row in rows {
        let cells: Vec<String> = row.into_iter().map(|it| cell(&it)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out
}

fn cell(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let long = text.len() >= 12 && text.bytes().all(|b| b.is_ascii_digit());
    let safe = format!("{}{text}{}", if runs { "'" } else { "" }, if long { "\t" } else { "" });
    if safe.contains(['"', ',', '\n', '\r', '\t']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_would_run_or_break() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("-3", "'-3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("a,b", "\"a,b\""),
            ("说“好”", "说“好”"),
            ("say \"x\"", "\"say \"\"x\"\"\""),
            ("一\n二", "\"一\n二\""),
            ("150626200205", "\"150626200205\t\""),
            ("– 不适用", "– 不适用"),
        ] {
            assert_eq!(cell(text), safe);
        }
    }

    #[test]
    fn a_table_has_a_mark_and_crlf() {
        let rows = [["单位", "结果"], ["示例一村", "✓ 达标"]].map(|row| row.map(str::to_string));
        assert_eq!(csv(rows), "\u{feff}单位,结果\r\n示例一村,✓ 达标\r\n");
    }
}
