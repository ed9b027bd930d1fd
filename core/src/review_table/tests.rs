//! What a spreadsheet does to a table of reviews: read where it is certain, refused with its cell where not.

use super::*;

const LINE: &str = "429006104203,wangchang-pingan-cun-2023,village,2024,passed";

fn read(bytes: &[u8]) -> Result<Vec<ReviewRow>, Vec<ReviewFault>> {
    super::read(bytes, |word| match word.to_lowercase().as_str() {
        "passed" | "合格" => Some(true),
        "failed" | "不合格" => Some(false),
        _ => None,
    })
}

fn one(text: &str) -> ReviewRow {
    let mut rows = read(text.as_bytes()).unwrap_or_else(|faults| panic!("{text:?}: {faults:?}"));
    assert_eq!(rows.len(), 1, "{text:?}");
    rows.remove(0)
}

#[test]
fn whatever_a_spreadsheet_does_to_a_value_that_stays_certain_is_read() {
    let good = one(LINE);
    assert_eq!((good.unit.to_string().as_str(), good.passed, good.line), ("429006104203", true, 1));
    for text in [
        format!("\u{feff}{LINE}\r\n"),
        format!("{LINE},,,\n,,,,,,,\n"),
        LINE.replace(',', ";"),
        LINE.replace(',', "\t"),
        format!("\"{}\"", LINE.replace(',', "\",\"")),
        LINE.replace("429006104203", "\"\t429006104203\""),
        LINE.replace("429006104203", "'429006104203"),
        LINE.replace("429006104203", "=\"429006104203\""),
        LINE.replace("429006104203", "429006104203.0"),
        LINE.replace("429006104203", "4.29006104203E+11"),
        LINE.replace("429006104203", "４２９００６１０４２０３　"),
        LINE.replace("2024", "２０２４年").replace("passed", " 合格 "),
        LINE.replace("2024", "2024.0").replace("passed", "Passed"),
    ] {
        let row = one(&text);
        assert_eq!(ReviewRow { line: 1, ..row }, good, "{text:?}");
    }
    assert!(!one(&LINE.replace("passed", "不合格")).passed);
    for header in ["unit,pack,level,year,outcome", "单位,文件,级别,年,结果", "\u{feff}Unit,Pack,Level,Year,Outcome"]
    {
        assert_eq!(one(&format!("{header}\r\n\r\n{LINE}")).line, 3, "{header}");
    }
}

#[test]
fn what_is_not_certain_refuses_the_table_with_its_cell() {
    use ReviewProblem as P;
    for (text, column, why) in [
        (LINE.replace("429006104203", "4.29006E+11"), 1, P::Rounded),
        (LINE.replace("429006104203", "4.290061E11"), 1, P::Rounded),
        (LINE.replace("429006104203", "429006104203.5"), 1, P::Unit),
        (LINE.replace("429006104203", "42900610420"), 1, P::Unit),
        (LINE.replace("429006104203", ""), 1, P::Unit),
        (LINE.replace("wangchang", "汪场"), 2, P::Pack),
        (LINE.replace("village", "村"), 3, P::Level),
        (LINE.replace("2024", "2024-Q1"), 4, P::Year),
        (LINE.replace("2024", "24"), 4, P::Year),
        (LINE.replace("passed", "perhaps"), 5, P::Outcome),
        (LINE.replace(",passed", ""), 0, P::Columns(4)),
        (format!("{LINE},x"), 0, P::Columns(6)),
        (format!("\"{LINE}"), 0, P::OpenQuote),
        (LINE.replace("passed", "failed"), 0, P::Contradicts(1)),
    ] {
        let faults = read(format!("{LINE}\n{text}").as_bytes()).unwrap_err();
        assert_eq!((faults.len(), faults[0].line, faults[0].column, &faults[0].why), (1, 2, column, &why), "{text}");
    }
    assert_eq!(read(LINE.replace("village", "村").as_bytes()).unwrap_err()[0].line, 1, "no header");
    assert_eq!(read(b"\xb4\xe5").unwrap_err()[0].why, P::NotUtf8);
}

#[test]
fn a_table_beyond_the_limit_is_refused_and_never_cut() {
    let line = format!("{LINE}\n");
    let mut table = line.repeat(MOST_BYTES / line.len());
    table += &"\n".repeat(MOST_BYTES - table.len());
    assert_eq!(read(table.as_bytes()).map(|rows| rows.len()), Ok(1), "the same line again says nothing new");
    table.push('\n');
    assert_eq!(read(table.as_bytes()).unwrap_err()[0].why, ReviewProblem::TooLarge(MOST_BYTES));
    let wrong = "x,x\n".repeat(1_000);
    assert_eq!(read(wrong.as_bytes()).unwrap_err().len(), MOST_FAULTS);
}
