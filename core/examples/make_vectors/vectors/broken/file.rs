//! Files whose outer JSON text is refused. Headers and payloads in them are good.

use super::{Parts, Vector, good, refused};

pub(super) fn all() -> Vec<Vector> {
    let good = good();
    let text = good.file();
    let not_utf8 = [text.as_bytes(), b"\xff"].concat();
    let in_utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let other = |find: &str, put: &str| text.replacen(find, put, 1);
    let many: Vec<String> = (0..99).map(|n| format!("\"{n}\":0")).collect();
    vec![
        refused("file-empty", "empty", "file", "", "no bytes", ""),
        refused("file-white-space", "empty", "file", "", "white space only", " \r\n\t\n"),
        refused("file-truncated", "first-half", "file", "", "cut in the middle", &text.as_bytes()[..text.len() / 2]),
        refused("file-not-json", "not-json", "file", "", "some other text", "村评文件"),
        refused("file-not-utf8", "not-utf8", "file", "", "a byte that UTF-8 does not have", not_utf8),
        refused(
            "file-utf16",
            "not-utf8",
            "file",
            "",
            "saved again by an editor, as UTF-16",
            [b"\xff\xfe".to_vec(), in_utf16].concat(),
        ),
        refused(
            "file-bom",
            "byte-order-mark",
            "file",
            "",
            "saved again by an editor, with a byte order mark",
            format!("\u{feff}{text}"),
        ),
        refused(
            "file-no-break-space",
            "trailing-bytes",
            "file",
            "",
            "a no-break space after the text",
            format!("{text}\u{a0}"),
        ),
        refused("file-twice", "trailing-bytes", "file", "", "two files in one", text.repeat(2)),
        refused(
            "file-chat-text",
            "not-json",
            "file",
            "",
            "a line of chat before the file",
            format!("发来一个文件：\n{text}"),
        ),
        refused("file-list", "not-an-object", "file", "", "a list with one file in it", format!("[{text}]")),
        refused("file-deep", "too-deep", "file", "", "lists, ten thousand deep", "[".repeat(10_000)),
        refused(
            "file-deep-objects",
            "too-deep",
            "file",
            "",
            "objects, ten thousand deep",
            r#"{"payload":"#.repeat(10_000),
        ),
        refused(
            "file-many-members",
            "too-many-values",
            "file",
            "",
            "more members than any file has",
            format!("{{{}}}", many.join(",")),
        ),
        refused(
            "file-duplicate-payload",
            "duplicate-key",
            "file",
            "",
            "two payloads",
            other("{", r#"{"payload":"e30","#),
        ),
        refused(
            "file-duplicate-escaped",
            "duplicate-key",
            "file",
            "",
            "two payloads, one with its name escaped",
            other("{", r#"{"p\u0061yload":"e30","#),
        ),
        refused(
            "file-extra-member",
            "unknown-field",
            "file",
            "header",
            "an unprotected header, as RFC 7515 allows and this format does not",
            other("{", r#"{"header":{},"#),
        ),
        refused(
            "file-general-form",
            "missing-field",
            "file",
            "protected",
            "the general serialization of RFC 7515",
            general_form(&good),
        ),
        refused(
            "file-compact-form",
            "not-json",
            "file",
            "",
            "the compact serialization of RFC 7515",
            format!("{}.{}.{}", good.protected, good.payload, good.signature),
        ),
        refused(
            "file-no-signature",
            "missing-field",
            "file",
            "signature",
            "a file without a signature",
            other(&format!(",\"signature\":\"{}\"", good.signature), ""),
        ),
        refused(
            "file-number-member",
            "not-a-text",
            "file",
            "signature",
            "a signature that is a number",
            other(&format!("\"{}\"", good.signature), "1"),
        ),
    ]
}

fn general_form(parts: &Parts) -> String {
    let Parts { protected, payload, signature } = parts;
    format!(r#"{{"payload":"{payload}","signatures":[{{"protected":"{protected}","signature":"{signature}"}}]}}"#)
}
