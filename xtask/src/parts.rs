//! Tells which part of the shipped files a file belongs to: who fetches it, and when.

/// When a file is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// By everybody: the entry and the files it names.
    First,
    /// When a screen is opened that is not in the first load.
    Rest,
    /// When the worker is first used.
    Worker,
    /// Rarely: by old engines.
    Other,
}

/// Returns the part of a file, given the text of the entry.
pub(crate) fn of(name: &str, entry: &str) -> Part {
    match name {
        _ if name.starts_with("rest-") => Part::Rest,
        _ if name.starts_with("worker") => Part::Worker,
        _ if name.starts_with("compile-") => Part::Other,
        _ if name == "index.html" || entry.contains(&format!("./{name}")) => Part::First,
        _ => Part::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_entry_names_is_first_but_for_what_waits() {
        let entry = r#"<script src="./boot-1.js" data-rest="./rest-2.wasm" data-compile="./compile-3.js">"#;
        let found = ["index.html", "boot-1.js", "rest-2.wasm", "compile-3.js", "worker-4.js", "page-5.js"];
        let expected = [Part::First, Part::First, Part::Rest, Part::Other, Part::Worker, Part::Other];
        assert_eq!(found.map(|name| of(name, entry)), expected);
    }
}
