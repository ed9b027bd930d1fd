//! The days on which files were first seen, as stated by the user. Times inside a file are claims of its signer and
//! must not be used for this.

use std::{collections::BTreeMap, path::PathBuf};

use cunping_core::{days::Day, id::Digest};
use cunping_text::{lang::Lang, problem, when};

use crate::{
    input, output,
    stop::{Done, Stop},
};

/// The day on which each file was first seen.
pub(super) struct FirstSeen {
    days: BTreeMap<Digest, Day>,
    others: Day,
}

impl FirstSeen {
    /// Reads lines of `DIGEST,DAY`; if a file is named twice the earlier day counts. `others` is the day for all other
    /// files.
    ///
    /// # Errors
    ///
    /// After every line that does not fit has been printed.
    pub(super) fn read(file: Option<&PathBuf>, others: Day, lang: Lang) -> Done<Self> {
        let (mut days, mut wrong) = (BTreeMap::<Digest, Day>::new(), false);
        let files: Vec<PathBuf> = file.into_iter().cloned().collect();
        input::each(&files, 64 << 20, |input| {
            let text = String::from_utf8_lossy(&input.bytes);
            let lines = text.trim_start_matches('\u{feff}').lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
            for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
                if let Some((digest, day)) = entry(line) {
                    days.entry(digest).and_modify(|known| *known = day.min(*known)).or_insert(day);
                } else {
                    wrong = true;
                    output::problem(&format!("{}:{number}", input.name), &problem::first_seen_line(lang, line))?;
                }
            }
            Ok(())
        })?;
        if wrong { Err(Stop::silent(3)) } else { Ok(Self { days, others }) }
    }

    /// Returns the day of a file.
    pub(super) fn on(&self, file: Digest) -> Day {
        self.days.get(&file).copied().unwrap_or(self.others)
    }
}

fn entry(line: &str) -> Option<(Digest, Day)> {
    let (digest, day) = line.split_once(',')?;
    Some((digest.trim().parse().ok()?, when::typed_day(day)?))
}
