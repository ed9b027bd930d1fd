//! A folder of honest files, whose standings and totals no hostile file changes.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops when it cannot go on"
)]

mod areas;
mod cases;
mod folder;
mod hostile;
mod kept;
mod subject;
mod tally;
mod told;
mod turns;
mod words;

use folder::{Folder, VILLAGES, day};

#[test]
fn the_folder_is_counted_as_it_should_be() {
    let told = Folder::honest().counted();
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), VILLAGES.len() + 1, "{told}");
    assert!(lines.iter().filter(|it| it.contains("Own")).count() == 3 && told.contains("Missing"), "{told}");
    assert!(told.ends_with("qualified 1 not 1 returned 0 conflict 0 removed []"), "{told}");
}

#[test]
fn a_thousand_hostile_files_change_no_standing_and_no_total() {
    let honest = Folder::honest().counted();
    let mut all = Folder::honest();
    hostile::files(1_000, 7).into_iter().for_each(|it| all.add(&it, day("2026-03-01")));
    assert_eq!(all.counted(), honest);
}

#[test]
fn whichever_files_come_first_and_whenever_the_hostile_ones_did() {
    let honest = Folder::honest().counted();
    for seed in 0..24 {
        let mut all = Folder::default();
        // From that day on the third village's first key counts for nothing more.
        let early = day("2026-01-15");
        hostile::files(12, seed).into_iter().for_each(|it| all.add(&it, early));
        all.join(Folder::honest());
        assert_eq!(all.counted(), honest, "seed {seed}");
    }
}
