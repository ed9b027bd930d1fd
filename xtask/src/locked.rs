//! Which installers may run: those that install exactly what a lock file names and run none of its scripts.
//!
//! The house tests read this file too, and hold every command in our sources to it.

/// Returns what a command lacks to be held to a lock file; `None` if it installs nothing or is held to one.
pub(crate) fn lacks(program: &str, args: &[String]) -> Option<&'static str> {
    let has = |word: &str| args.iter().any(|arg| arg == word);
    // An installer is recognised by its file name, whatever its folder; `python -m pip` is pip.
    let name = program.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = if has("-m") && has("pip") { "pip" } else { name };
    let command = args.iter().map(String::as_str).find(|arg| !arg.starts_with(['-', '+']));
    match (name, command) {
        ("cargo", Some("install")) if !has("--locked") => Some("--locked"),
        ("cargo", Some("binstall")) => Some("an archive whose digest is known: use `cargo install --locked`"),
        ("npm", Some("ci")) if !has("--ignore-scripts") => Some("--ignore-scripts"),
        ("npm", Some("ci" | "test" | "run") | None) => None,
        ("npm", Some(_)) => Some("a lock file: use `npm ci --ignore-scripts`"),
        ("pip" | "pip3", _) if !has("install") && !has("download") => None,
        ("pip" | "pip3", _) if !has("--require-hashes") => Some("--require-hashes"),
        ("pip" | "pip3", _) if !has("--only-binary") => Some("--only-binary"),
        ("npx" | "pnpm" | "yarn" | "pipx" | "uv" | "uvx" | "easy_install" | "curl" | "wget", _) => {
            Some("a lock file: use cargo, npm or pip with one")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::lacks;

    fn of(line: &str) -> Option<&'static str> {
        let mut words = line.split(' ').map(str::to_owned);
        lacks(&words.next().unwrap(), &words.collect::<Vec<_>>())
    }

    #[test]
    fn what_is_held_to_a_lock_file_may_run() {
        for line in [
            "cargo install --quiet --locked --root x trunk@0.21.14",
            "cargo +stable install --locked trunk",
            "cargo build --release",
            "npm ci --ignore-scripts --silent",
            "npm test --silent",
            "npm --version",
            "x/bin/python -m pip install --require-hashes --only-binary :all: --requirement list",
            "python3 -m venv x",
            "apt-get install -y age",
        ] {
            assert_eq!(of(line), None, "{line}");
        }
    }

    #[test]
    fn what_is_not_may_not() {
        for (line, lacking) in [
            ("cargo install --quiet wasm-bindgen-cli", "--locked"),
            ("cargo +nightly install trunk", "--locked"),
            ("/usr/bin/cargo install trunk", "--locked"),
            ("npm ci --silent", "--ignore-scripts"),
            ("npm install --ignore-scripts binaryen", "a lock file"),
            ("npm --silent i binaryen", "a lock file"),
            ("npm exec binaryen", "a lock file"),
            ("npm pack chrome-aws-lambda", "a lock file"),
            ("npx binaryen", "a lock file"),
            ("x/bin/python -m pip install --quiet joserfc==1.8.0", "--require-hashes"),
            ("pip3 download joserfc", "--require-hashes"),
            ("pip install --require-hashes --requirement list", "--only-binary"),
            ("cargo binstall trunk", "an archive"),
            ("curl -O somewhere", "a lock file"),
        ] {
            assert!(of(line).is_some_and(|words| words.starts_with(lacking)), "{line}: {:?}", of(line));
        }
    }
}
