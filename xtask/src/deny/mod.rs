//! Checks licences, duplicate and unwanted crates, sources and advisories.
//!
//! Advisories are looked up twice: in a dated list that the repository keeps, which needs no network, and by
//! cargo-deny in today's database if that can be fetched. If it cannot, this is printed.

mod list;
mod locks;
mod renew;
mod reviewed;

use std::path::Path;

use crate::run::Run;
use crate::say::say;
use crate::stop::{Done, Stop};
use crate::{files, paths, today, tools};
use list::List;
use locks::Locked;
use reviewed::Reviewed;

pub(crate) use renew::run as renew;

/// The lock files of everything we build.
const LOCKS: [&str; 3] = ["Cargo.lock", "fuzz/Cargo.lock", "bench/Cargo.lock"];

/// Runs cargo-deny with the rules in deny.toml, and looks up advisories.
pub(crate) fn check() -> Done {
    let deny = tools::deny()?;
    let quietly = || Run::new(&deny).args(["--log-level", "error"]);
    quietly().args(["check", "bans", "licenses", "sources"]).ok()?;
    let list = List::parse(&text("xtask/advisories.toml")?)?;
    known(&list)?;
    // Fetched separately, so that a database that cannot be fetched is told from an advisory that applies.
    if quietly().args(["fetch", "db"]).output().is_some() {
        return quietly().args(["check", "--disable-fetch", "advisories"]).ok();
    }
    say(format!(
        "NOT CHECKED: advisories published after {}: the database could not be fetched. Those before it were checked by \
         xtask/advisories.toml; `cargo xtask advisories FOLDER` renews it from a clone of RustSec's advisory-db",
        list.taken
    ));
    Ok(())
}

/// Fails if [`judge`] finds anything wrong with the lock files and deny.toml under the kept list.
fn known(list: &List) -> Done {
    let mut locked = Vec::new();
    for lock in LOCKS {
        locked.extend(locks::parse(lock, &text(lock)?)?);
    }
    let wrong = judge(list, &locked, &reviewed::parse(&text("deny.toml")?)?, &today::today());
    if wrong.is_empty() { Ok(()) } else { Err(Stop::failed(wrong.join("\n"))) }
}

/// Lists what is wrong: advisories that apply without a reason, and reasons that are overdue or belong to no advisory
/// that applies.
fn judge(list: &List, locked: &[Locked], reviewed: &[Reviewed], today: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for package in locked {
        let mut known = list.applying(&package.name, &package.version);
        known.retain(|advisory| reviewed.iter().all(|reviewed| reviewed.id != advisory.id));
        for advisory in known {
            wrong.push(format!(
                "{}: {} {} has {} ({}): update it, or say in deny.toml why it may stay and until when",
                package.lock, package.name, package.version, advisory.id, advisory.kind
            ));
        }
    }
    for Reviewed { id, until, .. } in reviewed {
        let mut applying = locked.iter().flat_map(|package| list.applying(&package.name, &package.version));
        if !applying.any(|advisory| advisory.id == *id) {
            wrong.push(format!("deny.toml: {id} applies to nothing any more: take it out"));
        } else if until.as_str() < today {
            wrong.push(format!("deny.toml: {id} was to be looked at again by {until}: does its reason still hold?"));
        }
    }
    wrong
}

fn text(path: &str) -> Done<String> {
    let file = paths::root().join(Path::new(path));
    Ok(String::from_utf8_lossy(&files::read(&file)?).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = r#"
taken = "2026-08-21"
[advisories]
RUSTSEC-2020-0001 = { crate = "old", kind = "unmaintained", safe = [] }
RUSTSEC-2020-0002 = { crate = "leaky", kind = "vulnerability", safe = [">= 1.2.3", "< 1.0.0"] }
"#;

    fn found(versions: &[(&str, &str)], reviewed: &[(&str, &str)], today: &str) -> Vec<String> {
        let packages =
            versions.iter().map(|(name, version)| format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n"));
        let locked = locks::parse("Cargo.lock", &packages.collect::<String>()).unwrap();
        let ignored = reviewed.iter().map(|(id, reason)| format!("{{ id = \"{id}\", reason = \"{reason}\" }},"));
        let deny = format!("[advisories]\nignore = [{}]", ignored.collect::<String>());
        judge(&List::parse(LIST).unwrap(), &locked, &reviewed::parse(&deny).unwrap(), today)
    }

    #[test]
    fn an_advisory_that_applies_needs_a_reason() {
        let wrong = found(&[("old", "3.0.0"), ("leaky", "1.2.2"), ("sound", "1.0.0")], &[], "2026-11-29");
        assert_eq!(wrong.len(), 2, "{wrong:?}");
        assert!(wrong[0].starts_with("Cargo.lock: old 3.0.0 has RUSTSEC-2020-0001 (unmaintained)"), "{wrong:?}");
        assert!(wrong[1].starts_with("Cargo.lock: leaky 1.2.2 has RUSTSEC-2020-0002 (vulnerability)"), "{wrong:?}");
    }

    #[test]
    fn a_version_that_is_safe_has_none() {
        assert_eq!(found(&[("leaky", "1.2.3"), ("leaky", "0.9.0"), ("leaky", "2.0.0+x")], &[], "2026-11-29"), [""; 0]);
    }

    #[test]
    fn a_reason_holds_until_its_day_and_for_what_applies_only() {
        let reason = [("RUSTSEC-2020-0001", "until 2027-05-31: it runs in the build only")];
        assert_eq!(found(&[("old", "3.0.0")], &reason, "2027-05-31"), [""; 0]);
        assert!(found(&[("old", "3.0.0")], &reason, "2027-06-01")[0].contains("looked at again by 2027-05-31"));
        assert!(found(&[("sound", "1.0.0")], &reason, "2026-11-29")[0].contains("applies to nothing"));
    }

    #[test]
    fn what_we_build_from_has_no_advisory_that_nobody_looked_at() {
        let list = List::parse(&text("xtask/advisories.toml").unwrap()).unwrap();
        let locked = LOCKS.iter().flat_map(|lock| locks::parse(lock, &text(lock).unwrap()).unwrap());
        let reviewed = reviewed::parse(&text("deny.toml").unwrap()).unwrap();
        // The day is that of the list, not today: no test may begin to fail by itself.
        assert_eq!(judge(&list, &locked.collect::<Vec<_>>(), &reviewed, &list.taken), [""; 0]);
    }
}
