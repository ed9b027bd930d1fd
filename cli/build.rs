//! Stops a build with the page inside when the page is not built. Builds nothing itself.

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=../dist");
    let embed = std::env::var_os("CARGO_FEATURE_EMBED").is_some();
    if embed && !Path::new("../dist/index.html").exists() {
        println!(
            "cargo::error=the feature `embed` puts dist/ into the binary and there is none: run `cargo xtask build` first"
        );
    }
}
