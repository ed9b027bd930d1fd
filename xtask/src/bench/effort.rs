//! Counts what a clerk's hand does in a real browser, from the first visit to the signed file, with the mouse on an old
//! laptop's window of 1366×625: clicks, wheel notches of 100 px, screens.

use super::{
    Budget::{self, AtMost, None},
    Row,
};
use crate::run::Run;
use crate::stop::{Done, Stop};
use crate::{paths, serve};

/// The lines that `tests/bench/effort.js` prints, with what they count and the most that a hand may need.
const COUNTS: [(&str, &str, Budget); 17] = [
    ("bawu_clicks", "sulide-bawu-2022, a year: clicks", AtMost(12)),
    ("bawu_notches", "sulide-bawu-2022, a year: notches", AtMost(3)),
    ("bawu_screens", "sulide-bawu-2022, a year: screens", AtMost(5)),
    ("bawu_incidents_clicks", "sulide-bawu-2022 with three incidents: clicks", AtMost(24)),
    ("bawu_incidents_notches", "sulide-bawu-2022 with three incidents: notches", None),
    ("sangcun_clicks", "sangcun-liuhao-jiuwu-2021, a quarter: clicks", AtMost(30)),
    ("sangcun_notches", "sangcun-liuhao-jiuwu-2021, a quarter: notches", AtMost(20)),
    ("sangcun_screens", "sangcun-liuhao-jiuwu-2021, a quarter: screens", AtMost(6)),
    ("changgang_clicks", "changgang-pingan-fazhi-xing-2023: clicks", AtMost(45)),
    ("changgang_notches", "changgang-pingan-fazhi-xing-2023: notches", AtMost(30)),
    ("changgang_screens", "changgang-pingan-fazhi-xing-2023: screens", AtMost(7)),
    ("changgang_singly_clicks", "changgang-pingan-fazhi-xing-2023, one by one: clicks", AtMost(105)),
    ("changgang_singly_notches", "changgang-pingan-fazhi-xing-2023, one by one: notches", None),
    ("changgang_singly_keys", "changgang-pingan-fazhi-xing-2023, one by one: keys", None),
    ("dali_clicks", "dali-pingan-xiangcun-2024, village: clicks", AtMost(35)),
    ("dali_notches", "dali-pingan-xiangcun-2024, village: notches", AtMost(25)),
    ("dali_screens", "dali-pingan-xiangcun-2024, village: screens", AtMost(7)),
];

/// Walks every job with a hand and counts.
pub(crate) fn measure() -> Done<Vec<Row>> {
    serve::binary()?;
    let printed = Run::new("node").arg("bench/effort.js").within(paths::root().join("tests"));
    let printed = printed.with("CUNPING_BIN", serve::binary_path()).output();
    let printed = printed.ok_or_else(|| Stop::failed("tests/bench/effort.js did not run".to_owned()))?;
    let row = |(name, what, budget): (&str, &'static str, Budget)| {
        let line = format!("effort_{name} ");
        let found = printed.lines().find_map(|it| it.strip_prefix(&line)?.trim().parse::<u64>().ok());
        let found = found.ok_or_else(|| Stop::failed(format!("tests/bench/effort.js printed no {name}")))?;
        Ok(Row { what, found, budget })
    };
    COUNTS.into_iter().map(row).collect()
}
