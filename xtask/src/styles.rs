//! Joins the stylesheets that lie beside the components into the one that ships.

use crate::stop::Done;
use crate::{files, paths};

/// Writes `style.css`: the files of `app/src/styles/` first, as the base, then all others; both in path order.
pub(crate) fn write() -> Done {
    let src = paths::root().join("app/src");
    let base = src.join("styles");
    let (mut sheets, rest): (Vec<_>, Vec<_>) = files::walk(&src, &|_| false)?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ext| ext == "css"))
        .partition(|path| path.starts_with(&base));
    sheets.extend(rest);

    let mut joined = String::new();
    for sheet in sheets {
        joined.push_str(&shipped(&String::from_utf8_lossy(&files::read(&sheet)?)));
    }
    files::write(&paths::page_work().join("style.css"), joined.as_bytes())
}

/// Returns a stylesheet without comments, indentation and empty lines, which a reader of the source needs and no
/// browser. None of ours has a text with `/*` in it.
fn shipped(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let mut bare = parts.next().unwrap_or_default().to_owned();
    bare.extend(parts.filter_map(|part| part.split_once("*/")).map(|(_, rest)| rest));
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::shipped;

    #[test]
    fn a_sheet_ships_without_what_only_its_reader_needs() {
        let sheet = "/* One\n   thing. */\n\n.a {\n  color: red; /* why */\n}\n/* end */\n";
        assert_eq!(shipped(sheet), ".a {\ncolor: red;\n}\n");
        assert_eq!(shipped(".a > * { margin: 0; }"), ".a > * { margin: 0; }\n");
    }
}
