//! Files as chats, mail, editors and archives leave them, at the terminal.

use crate::process::{cunping, file, vector};

fn good() -> Vec<u8> {
    vector("good-complete.txt").trim_ascii().to_vec()
}

/// The digests that `verify` finds in a file, and its exit code.
fn found(name: &str, bytes: &[u8]) -> (i32, Vec<String>) {
    let run = cunping(&["verify", "--json", &file(name, bytes)], b"");
    let digest =
        |it: &serde_json::Value| it["digest"].as_str().map_or_else(|| it["problem"].to_string(), str::to_owned);
    (run.code, run.json().iter().map(digest).collect())
}

#[test]
fn a_bundle_is_found_however_it_came() {
    let (code, digests) = found("plain.json", &good());
    assert_eq!((code, digests.len()), (0, 1));
    let text = String::from_utf8(good()).unwrap();
    let wrapped: Vec<&str> = text.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
    let utf_16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let half = text.len() / 2;
    for (name, bytes) in [
        ("bom", format!("\u{feff}{text}\r\n").into_bytes()),
        ("utf-16", utf_16),
        ("wrapped", wrapped.join("\r\n").into_bytes()),
        ("quoted", format!("> {}", wrapped.join("\r\n> ")).into_bytes()),
        ("told", format!("新城村 2026年第3季度 自评\n{text}\n（请查收）").into_bytes()),
        ("cut", format!("某某 10:05\n{}\n某某 10:06\n{}", &text[..half], &text[half..]).into_bytes()),
    ] {
        assert_eq!(found(&format!("{name}.json"), &bytes), (0, digests.clone()), "{name}");
    }
}

#[test]
fn several_in_a_file_are_several_and_by_the_pipe_too() {
    let both = [good(), b"\n".to_vec(), vector("good-incident.txt").trim_ascii().to_vec()].concat();
    let (code, digests) = found("both.json", &both);
    assert_eq!((code, digests.len()), (0, 2));
    let piped = cunping(&["verify", "--json", "-"], &both);
    assert_eq!((piped.code, piped.json().len()), (0, 2));
}

#[test]
fn a_half_says_that_it_is_one() {
    let text = good();
    let (first, last) = text.split_at(text.len() / 2);
    for (half, code, words) in [(first, "first-half", "只有前半段"), (last, "last-half", "只有后半段")] {
        let path = file("half.json", half);
        let run = cunping(&["verify", "--json", &path], b"");
        assert_eq!((run.code, run.json()[0]["problem"].as_str()), (3, Some(code)));
        assert!(cunping(&["verify", &path], b"").out.contains(words));
    }
}

#[test]
fn facts_in_the_code_page_of_windows_are_read() {
    let facts = r#"{"format":1,"unit":"150626200205","period":"2026-Q1","incidents":[],"statements":[],"remarks":{"village.1":"没有"}}"#;
    let utf_8 = cunping(&["evaluate", "--json", &file("utf-8.json", facts.as_bytes())], b"");
    assert_eq!(utf_8.json().len(), 1, "{}", utf_8.err);
    let (gbk, _, _) = encoding_rs::GBK.encode(facts);
    let utf_16: Vec<u8> = [0xff, 0xfe].into_iter().chain(facts.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (name, bytes) in [("gbk", gbk.as_ref()), ("utf-16", &utf_16), ("bom", format!("\u{feff}{facts}").as_bytes())] {
        let run = cunping(&["evaluate", "--json", &file(&format!("{name}.json"), bytes)], b"");
        let findings = |run: &crate::process::Run| run.json()[0]["findings"].clone();
        assert_eq!((run.code, findings(&run)), (utf_8.code, findings(&utf_8)), "{name}");
    }
}
