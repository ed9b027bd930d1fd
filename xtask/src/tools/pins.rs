//! Every version that a chore installs, and nothing else about it. `wasm-bindgen` must be the one in Cargo.lock.

/// The page's bundler.
pub(crate) const TRUNK: &str = "0.21.14";
/// Makes the glue between a module and the browser.
pub(crate) const WASM_BINDGEN: &str = "0.2.130";
/// Carries `wasm-opt`, which makes a module smaller.
pub(crate) const BINARYEN: &str = "132.0.0";
/// Checks licences and sources of what we depend on.
pub(crate) const CARGO_DENY: &str = "0.20.2";
/// Runs the fuzzer.
pub(crate) const CARGO_FUZZ: &str = "0.13.1";
/// Somebody else's JOSE library: it must read our bundles.
pub(crate) const JOSERFC: &str = "1.8.0";
/// A third one, likewise.
pub(crate) const JWCRYPTO: &str = "1.6.1";
/// Old engines, as the packages that carry them: what the tests call it, package, version.
pub(crate) const BROWSERS: [(&str, &str, &str); 2] =
    [("CUNPING_CHROMIUM_86", "chrome-aws-lambda", "5.3.1"), ("CUNPING_CHROMIUM_109", "@sparticuz/chromium", "109.0.6")];

#[cfg(test)]
mod tests {
    #[test]
    fn wasm_bindgen_is_the_one_in_the_lock_file() {
        let lock = include_str!("../../../Cargo.lock");
        assert!(lock.contains(&format!("name = \"wasm-bindgen\"\nversion = \"{}\"\n", super::WASM_BINDGEN)));
    }
}
