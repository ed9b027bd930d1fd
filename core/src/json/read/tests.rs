//! The texts that are read and those that are refused, at the limits.

use super::*;

fn refusal(text: impl AsRef<[u8]>) -> String {
    parse(text.as_ref(), &Limits::FACTS).map_or_else(|error| error.code().to_owned(), |value| value.canonical())
}

#[test]
fn reads_what_every_reader_takes_alike() {
    assert_eq!(refusal(" {\"b\":[1,-2,true,null],\"a\":\"\\u6751\"}\r\n"), r#"{"a":"村","b":[1,-2,true,null]}"#);
    assert_eq!(refusal("9007199254740991"), "9007199254740991");
}

#[test]
fn refuses_each_with_its_code() {
    for (text, code) in [
        (&b""[..], "empty"),
        (b" \n", "empty"),
        (b"{", "truncated"),
        (b"\"\xff\"", "not-utf8"),
        (b"\xef\xbb\xbf{}", "byte-order-mark"),
        (b"{\"a\":1,\"a\":1}", "duplicate-key"),
        (b"{\"a\":1,\"\\u0061\":1}", "duplicate-key"),
        (b"{\"a\":1,\"b\":1,\"a\":1}", "duplicate-key"),
        (b"[] []", "trailing-bytes"),
        (b"[]\0", "trailing-bytes"),
        (b"[1,]", "not-json"),
        (b"'a'", "not-json"),
        (b"[\"\\ud800\"]", "not-json"),
        (b"[\"\\udc00\"]", "not-json"),
        (b"[\"\\ud800\\u0041\"]", "not-json"),
        (b"[\"\n\"]", "not-json"),
        (b"NaN", "not-json"),
        (b"01", "not-json"),
        (b"1.0", "not-an-integer"),
        (b"1e2", "not-an-integer"),
        (b"-0", "not-an-integer"),
        (b"1e999", "not-an-integer"),
        (b"9007199254740992", "number-too-large"),
        (b"-9007199254740992", "number-too-large"),
        (b"99999999999999999999", "number-too-large"),
    ] {
        assert_eq!(refusal(text), code, "{}", String::from_utf8_lossy(text));
    }
}

#[test]
fn says_where() {
    assert_eq!(parse(b"{\n \"a\": tru }", &Limits::FACTS), Err(JsonError::Syntax { at: 11 }));
    assert_eq!(parse("\"村\u{0}\"".as_bytes(), &Limits::FACTS), Err(JsonError::Syntax { at: 4 }));
    assert_eq!(parse(b"[1] x", &Limits::FACTS), Err(JsonError::Trailing { at: 4 }));
    assert_eq!(parse(b"[1, 1.5]", &Limits::FACTS), Err(JsonError::NotAnInteger { at: 4 }));
    for (text, at) in [("{\"a\":0,\"a\":0}", 7), ("{\"b\":0,\"a\":0,\"b\":0,\"a\":0}", 13)] {
        assert_eq!(parse(text.as_bytes(), &Limits::FACTS), Err(JsonError::DuplicateKey { at }));
    }
}

#[test]
fn holds_its_limits_one_below_and_one_above() {
    let tight = Limits { bytes: 40, depth: 2, text: 3, values: 4 };
    let code = |text: &str| parse(text.as_bytes(), &tight).map_or_else(|it| it.code(), |_| "read");
    assert_eq!(code("[[1,2]]"), "read");
    assert_eq!(code("[[1,2,3]]"), "too-many-values");
    assert_eq!(code("[[[]]]"), "too-deep");
    assert_eq!(code("{\"abc\":\"abc\"}"), "read");
    assert_eq!(code("\"abcd\""), "text-too-long");
    assert_eq!(code("{\"abcd\":1}"), "text-too-long");
    assert_eq!(code(&" ".repeat(41)), "too-large");
}

#[test]
fn survives_depth_and_bulk() {
    for open in ["[", "{\"a\":"] {
        assert_eq!(refusal(open.repeat(10_000)), "too-deep");
    }
    let bulk = vec![b'['; 100 << 20];
    assert_eq!(refusal(&bulk), "too-large");
    let wide = Limits { bytes: usize::MAX, ..Limits::FACTS };
    assert_eq!(parse(&bulk, &wide).unwrap_err().code(), "too-deep");
    let commas = [b"[".as_slice(), &b"0,".repeat(50 << 20)].concat();
    assert_eq!(parse(&commas, &wide).unwrap_err().code(), "too-many-values");
}
