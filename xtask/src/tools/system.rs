//! Packages of the operating system: installed if we may, else the exact command to type is printed. Names are
//! Debian's.

use crate::run::Run;
use crate::say::say;
use crate::stop::{Done, Stop};

/// A system package, and a check for the part of it that we need.
struct Package {
    name: &'static str,
    there: fn() -> bool,
}

const NODE: [Package; 2] =
    [Package { name: "nodejs", there: || runs("node") }, Package { name: "npm", there: || runs("npm") }];

const TESTS: [Package; 6] = [
    Package { name: "chromium", there: || runs("chromium") },
    Package { name: "chromium-driver", there: || runs("chromedriver") },
    Package { name: "age", there: || runs("age") },
    Package { name: "fonts-noto-cjk", there: has_chinese_font },
    Package { name: "poppler-utils", there: || Run::new("pdftotext").arg("-v").output().is_some() },
    Package { name: "python3-venv", there: || prints("python3", &["-c", "import ensurepip, venv"]) },
];

/// The fuzzer's engine is C++.
const FUZZ: [Package; 1] = [Package { name: "g++", there: || runs("c++") }];

/// Installs Node and npm, for one tool of the build and for the tests.
pub(crate) fn node() -> Done {
    install(&NODE)
}

/// Installs the current browser, its driver, the age tool, Chinese fonts, a reader for the printed forms, and Python's
/// environments.
pub(crate) fn for_tests() -> Done {
    install(&TESTS)
}

/// Installs the compiler of the fuzzer's engine.
pub(crate) fn for_fuzz() -> Done {
    install(&FUZZ)
}

fn install(packages: &[Package]) -> Done {
    let missing: Vec<&str> = packages.iter().filter(|package| !(package.there)()).map(|package| package.name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !is_root() || Run::new("apt-get").arg("--version").output().is_none() {
        return Err(Stop::missing(format!(
            "missing: {names}\ninstall them, then run this again:\n  sudo apt-get install -y --no-install-recommends {names}"
        )));
    }
    say(format!("installing {names} with apt-get (usually 1 to 3 minutes)"));
    let quiet = ("DEBIAN_FRONTEND", "noninteractive");
    Run::new("apt-get").with(quiet.0, quiet.1).args(["-qq", "update"]).ok()?;
    Run::new("apt-get")
        .with(quiet.0, quiet.1)
        .args(["-qq", "install", "-y", "--no-install-recommends"])
        .args(missing)
        .ok()
}

fn is_root() -> bool {
    Run::new("id").arg("-u").output().is_some_and(|id| id.trim() == "0")
}

fn runs(program: &str) -> bool {
    prints(program, &["--version"])
}

fn prints(program: &str, args: &[&str]) -> bool {
    Run::new(program).args(args).output().is_some()
}

fn has_chinese_font() -> bool {
    Run::new("fc-list").arg(":lang=zh-cn").output().is_some_and(|fonts| !fonts.trim().is_empty())
}
