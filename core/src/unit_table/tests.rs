//! Lists of units as offices keep them: read in whatever columns, or refused whole with the cell.

use super::*;

const AREA: &str = "150626200000";

type Faults = Vec<(usize, usize, UnitTableProblem)>;

fn read(text: &str) -> Result<Vec<(String, String)>, Faults> {
    match super::read(text, AREA.parse().unwrap(), UnitLevel::Village) {
        Ok(rows) => Ok(rows.into_iter().map(|row| (row.code.to_string(), row.name)).collect()),
        Err(faults) => Err(faults.into_iter().map(|it| (it.line, it.column, it.why)).collect()),
    }
}

#[test]
fn a_list_is_read_in_whatever_columns() {
    let expected = Ok(vec![("150626200301".into(), "甲村".into()), ("150626200302".into(), "乙村".into())]);
    for text in [
        "150626200301\t甲村\n150626200302\t乙村",
        "甲村,150626200301\r\n乙村,150626200302\r\n",
        "\u{feff}应报单位名单（2026年）\n序号\t单位\t代码\t备注\n1\t甲村\t150626200301\t新\n2\t乙村\t150626200302\t\n",
        "代码;名称\n150626200301.0;甲村\n\n1.50626200302E+11; 乙村 ;;;",
        "\"\t150626200301\",\"甲村\"\n'150626200302,乙村\n150626200302,乙村",
    ] {
        assert_eq!(read(text), expected, "{text:?}");
    }
}

#[test]
fn what_is_not_certain_refuses_the_list_with_its_cell() {
    use UnitTableProblem as Why;
    let long = format!("150626200302,{}", "村".repeat(LONGEST_NAME + 1));
    for (second, at, why) in [
        ("1.50626E+11,乙村", 1, Why::Rounded),
        ("15062620030,乙村", 0, Why::NoCode),
        ("乙村,丙村", 0, Why::NoCode),
        ("150626201301,乙村", 1, Why::OtherArea),
        ("150626200000,本苏木", 1, Why::OtherLevel),
        ("150626200302,2", 0, Why::NoName),
        (long.as_str(), 2, Why::Name(LONGEST_NAME)),
        ("150626200302,乙\u{202e}村", 2, Why::Name(LONGEST_NAME)),
        ("150626200301,乙村", 0, Why::Contradicts(1)),
        ("150626200302,\"乙村", 0, Why::OpenQuote),
    ] {
        assert_eq!(read(&format!("150626200301,甲村\n{second}")), Err(vec![(2, at, why)]), "{second}");
    }
    // The first row is no heading where it was meant as a unit.
    assert_eq!(read("15062620030,甲村\n150626200302,乙村"), Err(vec![(1, 0, Why::NoCode)]));
}

#[test]
fn a_list_without_a_unit_or_beyond_the_limit_is_refused() {
    for text in ["", "\n\n", "代码,名称\n"] {
        assert_eq!(read(text), Err(vec![(0, 0, UnitTableProblem::Empty)]), "{text:?}");
    }
    let line = "150626200301,甲村\n";
    assert!(read(&line.repeat(MOST_BYTES / line.len())).is_ok());
    let over = line.repeat(MOST_BYTES / line.len() + 1);
    assert_eq!(read(&over), Err(vec![(0, 0, UnitTableProblem::TooLarge(MOST_BYTES))]));
    let all_wrong = format!("150626200301,甲村\n{}", "x,y\n".repeat(1_000));
    assert_eq!(read(&all_wrong).unwrap_err().len(), MOST_FAULTS);
}
