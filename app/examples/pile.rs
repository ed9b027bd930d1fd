//! Writes a pile of signed files, one a unit, to import and to measure with: nobody's real report.
//!
//! `cargo run -p cunping-app --example pile -- FOLDER COUNT [PERIOD]`

use std::{env, fs, io, path::Path};

use cunping_app::state::documents;
use cunping_core::{
    bundle::{Assessment, Claim, PackRef, Party, SigningKey, sign},
    evaluate::evaluate,
    facts::{Facts, Says, Statement, named_indicators},
    id::{Digest, UnitCode},
    pack::{Level, Pack},
    period::Period,
};

fn main() -> io::Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    let usage = || io::Error::other("usage: pile FOLDER COUNT [PERIOD]");
    let folder = Path::new(args.first().ok_or_else(usage)?);
    let count: usize = args.get(1).and_then(|it| it.parse().ok()).ok_or_else(usage)?;
    let period = args.get(2).map_or("2026-Q3", String::as_str).parse().map_err(|_| usage())?;
    let pack = documents::all().first().ok_or_else(usage)?;
    let level = pack.levels.iter().find(|it| it.id.as_str() == "village").ok_or_else(usage)?;
    fs::create_dir_all(folder)?;
    let known = documents::units().iter().filter(|it| it.code.level() == level.unit);
    let known = known.map(|it| (it.code, it.name.to_owned()));
    let invented = (0..count).filter_map(|number| {
        let unit: UnitCode = format!("150626{:03}{:03}", 201 + number / 900, 100 + number % 900).parse().ok()?;
        Some((unit, format!("第{unit}村")))
    });
    for (unit, name) in known.chain(invented).take(count) {
        fs::write(folder.join(format!("{unit}.cunping.json")), file(pack, level, (unit, name), period))?;
    }
    Ok(())
}

fn file(pack: &Pack, level: &Level, (unit, name): (UnitCode, String), period: Period) -> String {
    let days = period.days();
    let made_on = days.last().succ_opt().unwrap_or(days.last());
    let about = named_indicators(level).into_iter();
    let mut facts = Facts::silent(unit, period);
    facts.statements = about
        .map(|about| Statement {
            about,
            only: cunping_core::pack::condition::Filter::Every,
            days,
            made_on,
            says: Says::Complete,
        })
        .collect();
    facts.remarks = level.criteria.iter().map(|it| (it.id.clone(), "已与派出所核对".to_owned())).collect();
    facts.sort();
    let found = evaluate(pack, level, &[], &facts, days.last());
    let assessment = Assessment {
        party: Party { unit, office: None },
        unit_name: name,
        level: level.id.clone(),
        pack: PackRef::to(pack),
        overlays: Vec::new(),
        as_of: days.last(),
        facts,
        claim: Claim::of(&found),
        sequence: 1,
        supersedes: None,
        stated_at: format!("{made_on}T12:00:00+08:00").parse().unwrap_or_else(|_| unreachable!("every day has a noon")),
        software: "cunping pile".to_owned(),
        example: false,
    };
    let key = SigningKey::from_seed(&Digest::of(unit.to_string().as_bytes()).0);
    sign(&assessment, &key).text
}
