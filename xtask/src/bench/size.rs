//! Measures what the first load fetches, in bytes as sent: brotli.

use super::{Budget, Row};
use crate::parts::{self, Part};
use crate::stop::Done;
use crate::{files, page};

/// Sums the entry and every file it names, without the helpers that are fetched only when needed.
pub(crate) fn measure() -> Done<Vec<Row>> {
    page::build(page::Mode::Release)?;
    let dist = page::dist();
    let entry = String::from_utf8_lossy(&files::read(&dist.join("index.html"))?).into_owned();
    let (mut first, mut rest, mut worker) = (0, 0, 0);
    for path in files::walk(&dist, &|_| false)? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some(plain) = name.strip_suffix(".br") else { continue };
        let bytes = u64::try_from(files::read(&path)?.len()).unwrap_or(u64::MAX);
        match parts::of(plain, &entry) {
            Part::First => first += bytes,
            Part::Rest => rest += bytes,
            Part::Worker => worker += bytes,
            Part::Other => {}
        }
    }
    Ok(vec![
        Row { what: "first load, bytes of brotli", found: first, budget: Budget::AtMost(200_000) },
        Row { what: "every other screen, bytes of brotli", found: rest, budget: Budget::None },
        Row { what: "worker, bytes of brotli", found: worker, budget: Budget::AtMost(400_000) },
    ])
}
