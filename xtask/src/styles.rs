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

    let mut joined = Vec::new();
    for sheet in sheets {
        joined.extend(files::read(&sheet)?);
    }
    files::write(&paths::page_work().join("style.css"), &joined)
}
