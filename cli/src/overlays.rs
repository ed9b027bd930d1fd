//! The overlays that a command is given: read, checked against their documents and each other. Applies none.

use std::path::PathBuf;

use clap::Args as Arguments;
use cunping_core::{
    overlay::{LIMITS, Overlay, OverlayFault},
    pack::Pack,
};
use cunping_office::{lang::Lang, problem};

use crate::{
    input, output,
    stop::{Done, Stop},
};

/// What every command that evaluates is told.
#[derive(Arguments)]
pub(crate) struct Supplements {
    /// What a document leaves to others (docs/pack-format.md); may be given several times
    #[arg(long = "overlay", value_name = "FILE")]
    overlays: Vec<PathBuf>,
}

impl Supplements {
    /// Every overlay; none is used unless all fit.
    ///
    /// Fails with every problem said, on a file that is no overlay, fits no document, or sets what another sets.
    pub(crate) fn read(&self, packs: &[Pack], lang: Lang) -> Done<Vec<Overlay>> {
        let (mut overlays, mut wrong) = (Vec::<Overlay>::new(), false);
        input::each(&self.overlays, LIMITS.bytes, |input| {
            let overlay = match Overlay::read(input.bytes.trim_ascii()) {
                Ok(overlay) => overlay,
                Err(problem) => {
                    wrong = true;
                    let said = problem::overlay_file(lang, &problem);
                    return said.iter().try_for_each(|it| output::problem(&input.name, it));
                }
            };
            let newest = packs.iter().filter(|pack| pack.id == overlay.pack).max_by_key(|pack| pack.version);
            let Some(pack) = newest else {
                wrong = true;
                return output::aside(&format!(
                    "{}: 程序内没有文件包 {1}，请更新本软件 / no pack {1} in this program; update it",
                    input.name, overlay.pack
                ));
            };
            let mut faults = overlay.check(pack);
            let other = overlays.iter().filter(|other| overlay.conflicts_with(other));
            faults.extend(other.map(|other| OverlayFault::Conflict(other.digest)));
            wrong |= !faults.is_empty();
            overlays.push(overlay);
            faults.iter().try_for_each(|fault| output::problem(&input.name, &problem::overlay(lang, pack, fault)))
        })?;
        if wrong { Err(Stop::silent(3)) } else { Ok(overlays) }
    }
}
