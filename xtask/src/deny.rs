//! Licences, duplicate and unwanted crates, and sources, by cargo-deny. The list of advisories is left to the network.

use crate::run::Run;
use crate::say::say;
use crate::stop::Done;
use crate::tools;

/// Runs cargo-deny by the rules in deny.toml.
pub(crate) fn check() -> Done {
    let deny = tools::deny()?;
    let quietly = || Run::new(&deny).args(["--log-level", "error", "check"]);
    quietly().args(["bans", "licenses", "sources"]).ok()?;
    if quietly().arg("advisories").output().is_none() {
        say("advisories: not checked, or some apply; `cargo deny check advisories` shows which (it needs the network)");
    }
    Ok(())
}
