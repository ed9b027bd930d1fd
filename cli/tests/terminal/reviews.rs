//! Tables of reviews at the terminal: what is counted of them, and what refuses one. Says nothing of how a cell is read.

use crate::process::{Run, cunping, file, vector};

/// Reviews of the first villages of 汪场镇.
fn reviews(outcomes: &[&str]) -> String {
    let units = ["429006104001", "429006104203", "429006104206"];
    let lines = units
        .iter()
        .zip(outcomes)
        .map(|(unit, outcome)| format!("{unit},wangchang-pingan-cun-2023,village,2024,{outcome}\n"));
    file("reviews.csv", format!("unit,pack,level,year,outcome\n{}", lines.collect::<String>()).as_bytes())
}

#[test]
fn reviews_are_counted_where_a_target_counts_them() {
    let good = file("rollup/reviewed.json", &vector("good-complete.txt"));
    let run = cunping(&["rollup", "--json", "--reviews", &reviews(&["passed", "failed", "passed"]), &good], b"");
    assert_eq!(run.code, 0, "{}", run.err);
    let lines = run.json();
    let reviewed = lines.iter().find(|it| it["area"] == "429006104000").unwrap();
    assert_eq!((&reviewed["reviews"]["passed"], &reviewed["reviews"]["failed"]), (&2.into(), &1.into()));
    let target = &reviewed["targets"][0];
    assert_eq!((&target["counts"], &target["so_far"]), (&"reviewed".into(), &2.into()));
    let other = lines.iter().find(|it| it["area"] == "150626200000").unwrap();
    assert_eq!((&other["reported"], other.get("reviews")), (&1.into(), None));
}

#[test]
fn a_table_of_reviews_is_taken_whole_or_not_at_all() {
    let good = file("rollup/reviewed.json", &vector("good-complete.txt"));
    for (outcomes, said) in [(["passed", "perhaps", "passed"], ":3"), (["passed", "", "failed"], ":3")] {
        let run = cunping(&["rollup", "--reviews", &reviews(&outcomes), &good], b"");
        assert_eq!((run.code, run.out.as_str()), (3, ""), "{}", run.err);
        assert!(run.err.contains(said), "{}", run.err);
    }
    let (one, other) =
        (reviews(&["passed"]), file("reviews-2.csv", b"429006104001,wangchang-pingan-cun-2023,village,2024,failed"));
    let run = cunping(&["rollup", "--lang", "en", "--reviews", &one, "--reviews", &other, &good], b"");
    assert!(run.code == 3 && run.err.contains("contradicts"), "{}", run.err);
}

/// A table of reviews by itself.
fn reviewed(name: &str, table: &[u8], lang: &str) -> Run {
    let good = file("rollup/reviewed.json", &vector("good-complete.txt"));
    cunping(&["rollup", "--json", "--lang", lang, "--reviews", &file(name, table), &good], b"")
}

#[test]
fn a_review_that_nobody_expects_refuses_the_table_with_its_line() {
    let good = "429006104001,wangchang-pingan-cun-2023,village,2024,passed";
    for (line, code, words) in [
        (good.replace("104001", "104999"), "not-expected", "不在应报单位之中"),
        (good.replace("104001", "104000"), "unit-level", "不是这一级的单位"),
        (good.replace("wangchang-pingan-cun-2023", "another"), "unknown-pack", "没有这份文件"),
        (
            good.replace("wangchang-pingan-cun-2023", "dali-pingan-xiangcun-2024"),
            "reviews-not-counted",
            "不计算这一级的复核",
        ),
        (good.replace(",village,", ",hamlet,"), "unknown-level", "没有这一级"),
        (good.replace("2024", "2001"), "period-not-rated", "不评这一年"),
        (good.replace("429006104001", "4.29006E+11"), "code-rounded", "表格软件把代码改成了 4.29006E+11"),
    ] {
        let run = reviewed("unexpected.csv", format!("{good}\n{line}\n").as_bytes(), "zh");
        assert_eq!(run.code, 3, "{line}");
        let [said] = run.json().try_into().unwrap_or_else(|all| panic!("{line}: {all:?}"));
        assert_eq!((said["problem"].as_str(), said["holds"].as_bool()), (Some(code), Some(false)), "{line}");
        assert!(said["file"].as_str().unwrap().contains("unexpected.csv:2"), "{said}");
        assert!(said["problems"][0]["problem"].as_str().unwrap().contains(words), "{said}");
    }
}

#[test]
fn a_table_that_a_spreadsheet_saved_is_read() {
    let table = "\u{feff}单位;文件;级别;年;结果;;\r\n\"429006104001\";wangchang-pingan-cun-2023;village;2024;合格;;\r\n\
                 '429006104203;wangchang-pingan-cun-2023;village;２０２４;不合格;;\r\n;;;;;;\r\n";
    let run = reviewed("saved.csv", table.as_bytes(), "en");
    assert_eq!(run.code, 0, "{}", run.err);
    let lines = run.json();
    let counted = lines.iter().find(|it| it["area"] == "429006104000").unwrap();
    assert_eq!((&counted["reviews"]["passed"], &counted["reviews"]["failed"]), (&1.into(), &1.into()));
}

/// A table as a spreadsheet writes it, with a header and the outcomes in Chinese: two passed, one failed.
const CHINESE: &str = "单位,文件,级别,年,结果\r\n429006104001,wangchang-pingan-cun-2023,village,2024年,合格\r\n\
                       429006104203,wangchang-pingan-cun-2023,village,2024年,不合格\r\n\
                       429006104206,wangchang-pingan-cun-2023,village,2024年,复核合格\r\n";

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once('\u{feff}').chain(text.chars()).collect::<String>().encode_utf16().flat_map(bytes).collect()
}

fn passed_and_failed(run: &Run) -> [u64; 2] {
    let lines = run.json();
    let counted = lines.iter().find(|it| it["area"] == "429006104000").unwrap_or_else(|| panic!("{}", run.out));
    ["passed", "failed"].map(|which| counted["reviews"][which].as_u64().unwrap())
}

#[test]
fn a_table_that_windows_saved_is_read_from_a_file_and_from_a_pipe() {
    let good = file("rollup/reviewed.json", &vector("good-complete.txt"));
    let (gbk, _, replaced) = encoding_rs::GBK.encode(CHINESE);
    // 𠮷 stands in no part of GBK: only GB 18030 has it, in four bytes.
    let rare = CHINESE.replace("单位", "𠮷");
    let (gb18030, _, replaced_too) = encoding_rs::GB18030.encode(&rare);
    assert!(!replaced && !replaced_too);
    for (name, bytes) in [
        ("utf-8", CHINESE.as_bytes().to_vec()),
        ("utf-8-marked", format!("\u{feff}{CHINESE}").into_bytes()),
        ("gbk", gbk.to_vec()),
        ("gb18030", gb18030.to_vec()),
        ("utf-16-le", utf_16(CHINESE, u16::to_le_bytes)),
        ("utf-16-be", utf_16(CHINESE, u16::to_be_bytes)),
        // What Excel calls “Unicode text” has tabs.
        ("unicode-text", utf_16(&CHINESE.replace(',', "\t"), u16::to_le_bytes)),
    ] {
        let from_file = reviewed(&format!("{name}.csv"), &bytes, "zh");
        assert_eq!((from_file.code, passed_and_failed(&from_file)), (0, [2, 1]), "{name}: {}", from_file.err);
        let piped = cunping(&["rollup", "--json", "--reviews", "-", &good], &bytes);
        assert_eq!((piped.code, passed_and_failed(&piped)), (0, [2, 1]), "{name}: {}", piped.err);
    }
}

#[test]
fn a_table_that_is_no_text_is_refused_by_name_with_what_to_do() {
    let mut odd = utf_16(CHINESE, u16::to_le_bytes);
    odd.pop();
    let half_a_pair = [utf_16("", u16::to_le_bytes), vec![0x42, 0xd8], utf_16(CHINESE, u16::to_le_bytes)].concat();
    let (gbk, ..) = encoding_rs::GBK.encode(CHINESE);
    let broken = [gbk.as_ref(), b"\xff"].concat();
    let old_workbook = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\xff\xff".repeat(60);
    for (name, bytes) in [
        ("odd.csv", odd.as_slice()),
        ("half-a-pair.csv", &half_a_pair),
        ("broken.csv", &broken),
        ("book.xlsx", b"PK\x03\x04\x14\0\x06\0\xb4\xe5"),
        ("book.xls", &old_workbook),
    ] {
        let run = reviewed(name, bytes, "zh");
        assert_eq!((run.code, run.json()[0]["problem"].as_str()), (3, Some("not-utf8")), "{name}: {}", run.out);
        assert!(run.json()[0]["file"].as_str().unwrap().ends_with(name), "{}", run.out);
        assert!(run.out.contains("GB 18030") && run.out.contains("另存为“CSV UTF-8”"), "{name}: {}", run.out);
    }
}

#[test]
fn the_cell_of_a_table_from_windows_is_told_in_its_words() {
    let (gbk, ..) = encoding_rs::GBK.encode("429006104001,wangchang-pingan-cun-2023,village,2024,基本合格");
    for (bytes, input, place) in [(gbk.as_ref(), &b""[..], "cell.csv:1:5"), (b"", gbk.as_ref(), "-:1:5")] {
        let path = if bytes.is_empty() { "-".to_owned() } else { file("cell.csv", bytes) };
        let good = file("rollup/reviewed.json", &vector("good-complete.txt"));
        let run = cunping(&["rollup", "--json", "--reviews", &path, &good], input);
        assert_eq!((run.code, run.json()[0]["problem"].as_str()), (3, Some("unknown-word")), "{}", run.err);
        assert!(run.json()[0]["file"].as_str().unwrap().ends_with(place), "{}", run.out);
        assert!(run.out.contains("基本合格"), "{}", run.out);
    }
}

#[test]
fn a_line_of_a_piped_table_is_no_header_but_the_first() {
    let good = file("rollup/reviewed.json", &vector("good-complete.txt"));
    let run = cunping(&["rollup", "--json", "--reviews", "-", &good], format!("{CHINESE}a,b,c,d,perhaps\n").as_bytes());
    assert_eq!((run.code, run.json()[0]["file"].as_str()), (3, Some("-:5:1")), "{}", run.out);
}

#[test]
fn a_table_beyond_the_limit_is_refused_and_never_cut() {
    let mut table = "429006104001,wangchang-pingan-cun-2023,village,2024,passed\n".repeat((16 << 20) / 59);
    table += &"\n".repeat((16 << 20) - table.len());
    assert_eq!(reviewed("full.csv", table.as_bytes(), "en").code, 0);
    table += "garbage";
    let run = reviewed("beyond.csv", table.as_bytes(), "en");
    assert_eq!((run.code, run.json()[0]["problem"].as_str()), (3, Some("too-large")));
}
