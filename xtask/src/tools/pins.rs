//! Every version that a chore installs, with its digest.
//!
//! `wasm-bindgen-cli` must be the version in Cargo.lock. What npm and pip install is set in `xtask/tools`, by lock
//! files that name a digest for each package. A crate's digest is that of its archive, which contains its makers' lock
//! file; that one is used unless ours is named.

use super::source::Source;

/// A thing to install: its package's name, its version, and its source.
#[derive(Clone, Copy)]
pub(crate) struct Pin {
    /// The package, or the packages.
    pub(crate) name: &'static str,
    /// Its version.
    pub(crate) version: &'static str,
    /// Where it comes from, and the digest or lock file that binds it.
    pub(crate) source: Source,
}

/// A profile that builds quickly what runs for seconds. Trunk's own profile is for those who use it all day, and takes
/// 7½ minutes on two cores where this takes 3.
const LIGHT: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// The page's bundler.
pub(crate) const TRUNK: Pin = Pin {
    name: "trunk",
    version: "0.21.14",
    source: Source::Crate {
        digest: "4f7fe1b23957a580be9a7a8b305c331b2977989f33695128d663380d09eaea37",
        lock: None,
        profile: &LIGHT,
    },
};
/// Makes the glue between a module and the browser. Its makers' lock file names a `webpki-roots` that not every mirror
/// of crates.io has; ours differs from it in that version only.
pub(crate) const WASM_BINDGEN: Pin = Pin {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    source: Source::Crate {
        digest: "c37f6904387d19a319525c74af274c73912f3871c35555aa49f3ea64ebb2fc7a",
        lock: Some(include_str!("../../tools/wasm-bindgen-cli/Cargo.lock")),
        profile: &[],
    },
};
/// Carries `wasm-opt`, which makes a module smaller.
pub(crate) const BINARYEN: Pin = Pin {
    name: "binaryen",
    version: "132.0.0",
    source: Source::Npm {
        manifest: include_str!("../../tools/binaryen/package.json"),
        lock: include_str!("../../tools/binaryen/package-lock.json"),
    },
};
/// Checks licences and sources of what we depend on.
pub(crate) const CARGO_DENY: Pin = Pin {
    name: "cargo-deny",
    version: "0.20.2",
    source: Source::Crate {
        digest: "e528dfcbe739af7ce37a77d3d6df1b29dd6887b1c701d888820c0f16b864f737",
        lock: None,
        profile: &[],
    },
};
/// Runs the fuzzer.
pub(crate) const CARGO_FUZZ: Pin = Pin {
    name: "cargo-fuzz",
    version: "0.13.1",
    source: Source::Crate {
        digest: "990e4e600e695b730ae23c2f4e6336ee63e9efe6527273f557f86d37eac724e7",
        lock: None,
        profile: &[],
    },
};
/// Changes code in small ways, to see whether the tests notice.
pub(crate) const CARGO_MUTANTS: Pin = Pin {
    name: "cargo-mutants",
    version: "27.1.0",
    source: Source::Crate {
        digest: "07072e7bcdeb425d5e5fdbfd9f15a2c749e23cb2edf5ef40aee5876760ae1cf9",
        lock: None,
        profile: &LIGHT,
    },
};
/// Two independent JOSE libraries, which must be able to read our bundles.
pub(crate) const JOSE: Pin = Pin {
    name: "joserfc-jwcrypto",
    version: "1.8.0-1.6.1",
    source: Source::Pip { requirements: include_str!("../../tools/jose/requirements.txt") },
};
/// Chromium 86, and the variable by which the tests find it.
pub(crate) const CHROMIUM_86: (&str, Pin) = (
    "CUNPING_CHROMIUM_86",
    Pin {
        name: "chrome-aws-lambda",
        version: "5.3.1",
        source: Source::Npm {
            manifest: include_str!("../../tools/chrome-aws-lambda/package.json"),
            lock: include_str!("../../tools/chrome-aws-lambda/package-lock.json"),
        },
    },
);
/// Chromium 109, and the variable by which the tests find it.
pub(crate) const CHROMIUM_109: (&str, Pin) = (
    "CUNPING_CHROMIUM_109",
    Pin {
        name: "@sparticuz/chromium",
        version: "109.0.6",
        source: Source::Npm {
            manifest: include_str!("../../tools/sparticuz-chromium/package.json"),
            lock: include_str!("../../tools/sparticuz-chromium/package-lock.json"),
        },
    },
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_bindgen_is_the_one_in_the_lock_file() {
        let lock = include_str!("../../../Cargo.lock");
        assert!(lock.contains(&format!("name = \"wasm-bindgen\"\nversion = \"{}\"\n", WASM_BINDGEN.version)));
    }

    #[test]
    fn each_version_is_the_one_that_its_lock_file_names() {
        for pin in [WASM_BINDGEN, BINARYEN, JOSE, CHROMIUM_86.1, CHROMIUM_109.1] {
            match pin.source {
                Source::Crate { lock: None, .. } => {}
                Source::Crate { lock: Some(lock), .. } => {
                    let locked = format!("name = \"{}\"\nversion = \"{}\"\n", pin.name, pin.version);
                    assert!(lock.contains(&locked), "{}", pin.name);
                }
                Source::Npm { manifest, lock } => {
                    assert!(manifest.contains(&format!("\"{}\": \"{}\"", pin.name, pin.version)), "{}", pin.name);
                    let locked = format!("\"node_modules/{}\": {{\n      \"version\": \"{}\"", pin.name, pin.version);
                    assert!(lock.contains(&locked), "{}", pin.name);
                }
                Source::Pip { requirements } => {
                    for (name, version) in pin.name.split('-').zip(pin.version.split('-')) {
                        assert!(requirements.contains(&format!("{name}=={version} \\\n")), "{name}");
                    }
                }
            }
        }
    }
}
