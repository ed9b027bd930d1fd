//! Gives every file but `index.html` a name that carries its digest, and writes the new names into the files that
//! refer to it.
//!
//! A reference is `./` followed by the plain name and nothing else, so a name in prose stays as it is.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::Folder;
use crate::stop::{Done, Stop};

const ENTRY: &str = "index.html";
const TEXT: [&str; 5] = ["css", "html", "js", "svg", "webmanifest"];

/// Removes the comments from the page.
pub(crate) fn strip(plain: &mut Folder) {
    if let Some(page) = plain.get_mut(ENTRY) {
        *page = without_comments(page);
    }
}

/// Returns the same folder under hashed names.
///
/// # Errors
///
/// When two files refer to each other: neither could be named first.
pub(crate) fn hash(mut plain: Folder) -> Done<Folder> {
    let mut named = Folder::new();
    while !plain.is_empty() {
        let names: Vec<String> = plain.keys().cloned().collect();
        let free = names.iter().find(|name| {
            let others = names.iter().filter(|other| other != name);
            plain.get(*name).is_some_and(|bytes| !others.into_iter().any(|other| refers(name, bytes, other)))
        });
        let Some(free) = free else {
            return Err(Stop::failed(format!("these files refer to each other in a circle: {}", names.join(", "))));
        };
        let bytes = plain.remove(free).unwrap_or_default();
        let new = if free == ENTRY { ENTRY.to_owned() } else { hashed(free, &bytes) };
        for (name, text) in plain.iter_mut().filter(|(name, _)| is_text(name)) {
            if refers(name, text, free) {
                *text = replace(text, free, &new);
            }
        }
        named.insert(new, bytes);
    }
    Ok(named)
}

fn is_text(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ext)| TEXT.contains(&ext))
}

fn refers(name: &str, bytes: &[u8], other: &str) -> bool {
    is_text(name) && String::from_utf8_lossy(bytes).contains(&format!("./{other}"))
}

fn replace(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    String::from_utf8_lossy(bytes).replace(&format!("./{old}"), &format!("./{new}")).into_bytes()
}

/// Returns a name with 64 bits of the SHA-256 of the content: `page.js` → `page-0123456789abcdef.js`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let mut digest = HEXLOWER.encode(&Sha256::digest(bytes));
    digest.truncate(16);
    match name.rsplit_once('.') {
        Some((stem, ext)) => format!("{stem}-{digest}.{ext}"),
        None => format!("{name}-{digest}"),
    }
}

/// Removes comments and blank lines from the page: they are not sent.
fn without_comments(page: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(page);
    let mut kept = String::new();
    let mut rest = text.as_ref();
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before.trim_end());
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| [line, "\n"]).collect::<String>().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> Folder {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn the_entry_keeps_its_name_and_learns_the_others() {
        let named = hash(folder(&[
            ("index.html", "<a href=\"./boot.js\"> boot.js"),
            ("boot.js", "go('./page.wasm')"),
            ("page.wasm", "./boot.js is not read here"),
        ]))
        .unwrap();
        let names: Vec<&str> = named.keys().map(String::as_str).collect();
        assert_eq!(names.len(), 3);
        let boot = names[0];
        let wasm = names[2];
        assert!(boot.starts_with("boot-") && boot.ends_with(".js"));
        assert_eq!(named[boot], format!("go('./{wasm}')").into_bytes());
        assert_eq!(named["index.html"], format!("<a href=\"./{boot}\"> boot.js").into_bytes());
    }

    #[test]
    fn a_name_changes_when_what_it_refers_to_changes() {
        let with = |wasm| hash(folder(&[("boot.js", "'./page.wasm'"), ("page.wasm", wasm)])).unwrap();
        assert_ne!(with("1").keys().next(), with("2").keys().next());
    }

    #[test]
    fn a_circle_is_refused() {
        let circle = folder(&[("a.js", "./b.js"), ("b.js", "./a.js")]);
        assert!(hash(circle).unwrap_err().to_string().contains("a.js, b.js"));
    }

    #[test]
    fn comments_are_not_sent() {
        assert_eq!(without_comments(b"<p>\n<!-- for us -->\n</p>\n"), b"<p>\n</p>\n");
    }
}
