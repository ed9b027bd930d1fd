//! The build's tools: whatever our sources install is held to a lock file, and every lock file names digests. Installs nothing.

use std::fs;

use serde_json::Value;

use crate::locked::lacks;
use crate::source::{files, only, root};

/// Words that make an installer of a command. One of them alone in a text, outside of a command that the test reads, is an error.
const INSTALLERS: [&str; 7] = ["npx", "pip", "install", "binstall", "ci", "curl", "wget"];

/// A program and its arguments, as far as they are literal.
type Command = Vec<String>;

/// Every `Run::new(…)` with the texts of the call chain after it, and the texts that stand in none.
fn commands(code: &str) -> (Vec<Command>, Vec<String>) {
    let mut parts = code.split("Run::new(");
    let mut others = texts(parts.next().unwrap());
    let mut found = Vec::new();
    for part in parts {
        let (chain, after) = part.split_at(end_of_chain(part));
        found.push(texts(chain).iter().flat_map(|text| text.split_whitespace().map(str::to_owned)).collect());
        others.extend(texts(after));
    }
    (found, others)
}

/// The code as characters, each with whether it belongs to a text; quotes and escapes do not count.
fn characters(code: &str) -> Vec<(usize, char, bool)> {
    let (mut inside, mut found) = (false, Vec::new());
    let mut chars = code.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' if inside => drop(chars.next()),
            '\'' if !inside && code[at..].starts_with("'\"'") => drop(chars.nth(1)),
            '"' => {
                inside = !inside;
                found.push((at, c, false));
            }
            c => found.push((at, c, inside)),
        }
    }
    found
}

/// Every text in a piece of code.
fn texts(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = None::<String>;
    for (_, c, inside) in characters(code) {
        match (c, inside) {
            ('"', false) => match open.take() {
                Some(text) => found.push(text),
                None => open = Some(String::new()),
            },
            (c, true) => open.get_or_insert_default().push(c),
            _ => {}
        }
    }
    found
}

/// Where the chain of calls ends that began with the bracket before this code.
fn end_of_chain(code: &str) -> usize {
    let mut depth = 1;
    for (at, c, inside) in characters(code) {
        match c {
            _ if inside => {}
            ';' | '{' if depth == 0 => return at,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return at,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// What is wrong with the commands in a piece of our sources.
fn wrong(code: &str) -> Vec<String> {
    let (found, others) = commands(code);
    let unheld = found.iter().filter_map(|command| {
        let (program, args) = command.split_first()?;
        if INSTALLERS.contains(&program.as_str()) {
            return Some(format!("`{}` does not say which program it is", command.join(" ")));
        }
        Some(format!("`{}` lacks {}", command.join(" "), lacks(program, args)?))
    });
    let stray = others.iter().filter(|text| INSTALLERS.contains(&text.as_str()) || is_line(text));
    let stray = stray.map(|text| format!("`{text}` stands outside of a `Run::new(…)` chain, where nothing holds it"));
    unheld.chain(stray).collect()
}

/// Whether a text is the words of an installer's command.
fn is_line(text: &str) -> bool {
    let mut words = text.split(' ').skip_while(|word| ["cargo", "npm", "python3", "-m"].contains(word));
    let first = words.next().unwrap_or_default();
    text.contains(' ') && !text.contains('\n') && ["install", "binstall", "ci", "pip", "npx"].contains(&first)
}

#[test]
fn every_installer_is_held_to_a_lock_file() {
    let (mut all, mut held) = (Vec::new(), 0);
    for file in files("xtask/src", ".rs").into_iter().filter(|file| file.path != "xtask/src/locked.rs") {
        let code = file.code();
        all.extend(wrong(&code).into_iter().map(|words| format!("{}: {words}", file.path)));
        let installs = |command: &&Command| ["install", "ci"].iter().any(|word| command.iter().any(|arg| arg == word));
        held += commands(&code).0.iter().filter(installs).count();
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    // Cargo, npm twice, pip, and the system's packages.
    assert_eq!(held, 5, "an installer is no longer where the test reads it");
}

#[test]
fn an_installer_that_nothing_holds_is_seen() {
    for planted in [
        r#"fn a() -> Done { Run::new("cargo").args(["install", "--quiet", "--root"]).arg(folder).args(what).ok() }"#,
        r#"Run::new("npm").args(["install", "--silent", "--prefix"]).arg(folder).arg(package).ok()"#,
        r#"let run = Run::new("npm").args(["ci", "--silent"]).within(&tests); let held = "--ignore-scripts";"#,
        r#"Run::new(folder.join("bin/python")).args(["-m", "pip", "install", &package]).ok()"#,
        r#"Run::new("npm").args(["pack", "--silent"]).arg(spec).ok()?;"#,
        r#"const WORDS: [&str; 2] = ["install", "trunk"]; Run::new("cargo").args(WORDS).ok()"#,
        r#"Run::new(NPM).args(["ci", "--silent"]).ok()"#,
        r#"cargo("install --quiet trunk").ok()"#,
        r#"let words = "ci --silent"; Run::new(program).args(words.split(' ')).ok()"#,
    ] {
        assert_eq!(wrong(planted).len(), 1, "{planted}: {:?}", wrong(planted));
    }
    let held = r#"fn a() -> Done { Run::new("npm").args(["ci", "--ignore-scripts"]).ok()?; say("installing; wait") }"#;
    assert_eq!(wrong(held), Vec::<String>::new());
}

/// One door: what starts programs refuses an installer that nothing holds, also one that is put together at run time.
#[test]
fn programs_are_started_at_one_door() {
    only("xtask/src", &["Command::new"], &["xtask/src/run.rs", "xtask/src/bench/pile.rs", "xtask/src/bench/served.rs"]);
}

/// What people are told to type, and what CI runs, is held to the same.
#[test]
fn the_documents_and_the_script_of_ci_tell_of_no_other_way() {
    let mut wrong = Vec::new();
    for file in files(".", ".md").into_iter().chain(files(".ci", "run")) {
        for line in file.text.lines() {
            let words: Vec<String> = line.split([' ', '`', ',', ';', '(', ')']).map(str::to_owned).collect();
            for (at, program) in words.iter().enumerate() {
                let told = ["cargo", "npm", "npx", "pip", "pip3"].contains(&program.as_str());
                let args: Vec<String> = words[at + 1..].iter().take_while(|word| *word != "&&").cloned().collect();
                let first = args.first().map_or("", String::as_str);
                let installs = ["install", "i", "ci", "pack", "exec", "download"].contains(&first);
                if told && installs && lacks(program, &args).is_some() {
                    wrong.push(format!("{}: {line}", file.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The packages of an npm lock file that no digest holds, or whose installation would run a script.
fn loose_in_npm(lock: &str) -> Vec<String> {
    let lock: Value = serde_json::from_str(lock).unwrap();
    let packages = lock["packages"].as_object().unwrap();
    assert!(packages.len() > 1);
    let loose = packages.iter().filter(|(name, package)| {
        // What is bundled lies in the archive of the package around it, whose digest holds it too.
        let held = package["integrity"].as_str().is_some_and(|digest| digest.starts_with("sha512-"));
        !name.is_empty() && !held && package["inBundle"] != true
    });
    loose.map(|(name, _)| name.clone()).collect()
}

/// The packages of a Cargo.lock that no digest holds; the tool itself has its digest in the pin.
fn loose_in_cargo(lock: &str, tool: &str) -> Vec<String> {
    let packages = lock.split("[[package]]\n").skip(1).filter(|package| !package.contains("\nchecksum = \""));
    let names = packages.map(|package| package.lines().next().unwrap_or_default().to_owned());
    names.filter(|name| *name != format!("name = \"{tool}\"")).collect()
}

/// The requirements of a list for pip that no digest holds.
fn loose_in_pip(list: &str) -> Vec<String> {
    let joined = list.replace("\\\n", " ");
    let loose = joined.lines().filter(|line| !line.trim().is_empty()).filter(|line| {
        let digests = line.split_whitespace().filter(|word| word.starts_with("--hash=sha256:") && word.len() == 78);
        !line.contains("==") || digests.count() == 0
    });
    loose.map(str::to_owned).collect()
}

#[test]
fn every_lock_file_names_a_digest_for_each_package() {
    let mut seen = 0;
    let mut loose = Vec::new();
    let tools = fs::read_dir(root().join("xtask/tools")).unwrap().map(|entry| entry.unwrap().path());
    for folder in tools.chain([root().join("tests")]) {
        let read = |name: &str| fs::read_to_string(folder.join(name));
        let tool = folder.file_name().unwrap().to_string_lossy().into_owned();
        match (read("package-lock.json"), read("requirements.txt"), read("Cargo.lock")) {
            (Ok(lock), Err(_), Err(_)) => loose.extend(loose_in_npm(&lock)),
            (Err(_), Ok(list), Err(_)) => loose.extend(loose_in_pip(&list)),
            (Err(_), Err(_), Ok(lock)) => loose.extend(loose_in_cargo(&lock, &tool)),
            _ => panic!("{} has no lock file, or two", folder.display()),
        }
        seen += 1;
    }
    assert_eq!(loose, Vec::<String>::new());
    assert_eq!(seen, 6, "a tool came or went: is it held?");
}

#[test]
fn a_lock_file_without_a_digest_is_seen() {
    let npm = r#"{"packages": {"": {}, "node_modules/a": {"version": "1.0.0"}, "node_modules/b": {"integrity": "sha512-x"}}}"#;
    assert_eq!(loose_in_npm(npm), ["node_modules/a"]);
    let cargo =
        "[[package]]\nname = \"t\"\n\n[[package]]\nname = \"a\"\nchecksum = \"x\"\n\n[[package]]\nname = \"b\"\n";
    assert_eq!(loose_in_cargo(cargo, "t"), ["name = \"b\""]);
    let digest = "0".repeat(64);
    let pip = format!("a==1 \\\n    --hash=sha256:{digest}\nb==1\nc>=1 --hash=sha256:{digest}\n");
    assert_eq!(loose_in_pip(&pip).len(), 2);
}
