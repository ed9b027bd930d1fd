//! Fails a build whose first load has grown. The goal is in `cargo xtask bench`; this keeps what was reached.

use super::{Folder, compress};
use crate::parts::{self, Part};
use crate::stop::{Done, Stop};

/// The size reached so far with a little room, in bytes of brotli. Lower it with every gain.
///
/// It grew from 545,000 when the documents were read anew: what a pack promises, asks and leaves open is in its readings,
/// 13 KB more of text in the five; what is due, and that a clock was put back, is said on the first screen. It grew from
/// 554,000 when a question came to offer one answer for several, and totals that are stated already; and from 560,500 when
/// a number came to be read as people write it, an amount to be said again, what is pasted to be cleaned, and a browser
/// that does not share or save to be told of; and from 563,500 when a private window came to be told of, and a workplace
/// to keep what its unit was called before; the words of screens that come later lie in the first module, too. It grew from
/// 567,000 when the questions of a period became one sheet, an incident's form came to keep what is half typed and to ask
/// openly, units came to be found by what they lie in, each period to say where one stands, and criteria to have a name in
/// English.
const MOST: usize = 630_000;

/// Fails if the first load is larger than [`MOST`].
pub(crate) fn check(folder: &Folder) -> Done {
    let bytes = |name: &str| folder.get(name).map_or(0, Vec::len);
    let entry = folder.get("index.html").map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    let sent = |name: &str| match bytes(&format!("{name}.br")) {
        0 => bytes(name),
        packed => packed,
    };
    let first = folder.keys().filter(|name| !compress::is_sibling(name) && parts::of(name, &entry) == Part::First);
    let sum: usize = first.map(|name| sent(name)).sum();
    if sum <= MOST {
        return Ok(());
    }
    Err(Stop::failed(format!(
        "the first load is {sum} bytes of brotli, more than {MOST}: see which screen or crate came into the first load \
         (`first` in app/src/pages.rs), or say in xtask/src/finish/budget.rs why it must grow"
    )))
}
