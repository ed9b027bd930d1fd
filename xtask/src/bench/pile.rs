//! Measures ten thousand signed files: counted by the binary in one pass, and imported by the page.

use std::fs::{self, File};
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::{Budget, Row};
use crate::run::Run;
use crate::stop::{Done, Stop};
use crate::{files, paths, serve};

const COUNT: u64 = 10_000;

/// Measures the roll-up on the command line and the import in the page.
pub(crate) fn measure() -> Done<Vec<Row>> {
    serve::binary()?;
    let folder = paths::root().join("target/bench/pile");
    let make = ["run", "--quiet", "--release", "--package", "cunping-app", "--example", "pile", "--"];
    Run::new("cargo").args(make).arg(&folder).arg(COUNT.to_string()).ok()?;
    let rolled = rolled_up(&folder)?;
    let printed = Run::new("node").arg("bench/import.js").arg(&folder).within(paths::root().join("tests"));
    let printed = printed.with("CUNPING_BIN", serve::binary_path()).output();
    let printed = printed.ok_or_else(|| Stop::failed("tests/bench/import.js did not run".to_owned()))?;
    let find = |name: &str| {
        let line = printed.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<u64>().ok());
        line.ok_or_else(|| Stop::failed(format!("tests/bench/import.js printed no {name}")))
    };
    Ok(vec![
        Row {
            what: "roll-up, bundles a second on all cores (620,000 in 60 s on two)",
            found: rolled,
            budget: Budget::AtLeast(10_334),
        },
        Row {
            what: "import of 10,000 bundles in the page, ms",
            found: find("import_ms ")?,
            budget: Budget::AtMost(10_000),
        },
        Row {
            what: "longest block of the page meanwhile, ms",
            found: find("longest_block_ms ")?,
            budget: Budget::AtMost(50),
        },
    ])
}

/// Measures how many bundles a second go through `cunping rollup -`.
fn rolled_up(folder: &std::path::Path) -> Done<u64> {
    let lines = folder.with_extension("ndjson");
    let failed = |error: std::io::Error| Stop::failed(format!("the pile of files: {error}"));
    let mut all = File::create(&lines).map_err(failed)?;
    for file in files::walk(folder, &|_| false)? {
        all.write_all(&files::read(&file)?).and_then(|()| all.write_all(b"\n")).map_err(failed)?;
    }
    drop(all);
    let input = File::open(&lines).map_err(failed)?;
    let begun = Instant::now();
    let ended =
        Command::new(serve::binary_path()).args(["rollup", "--json", "-"]).stdin(input).stdout(Stdio::null()).status();
    let took = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
    fs::remove_file(&lines).map_err(failed)?;
    match ended.map_err(failed)?.code() {
        Some(0) => Ok(COUNT * 1000 / took),
        code => Err(Stop::failed(format!("`cunping rollup` ended with {code:?}"))),
    }
}
