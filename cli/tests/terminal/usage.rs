//! Command lines that cannot be carried out: exit code 1 and words in the language that they ask for.

use crate::process::{cunping, file, vector};

#[test]
fn a_command_that_is_not_understood_could_not_run() {
    let facts = file("usage/facts.json", b"{}");
    let wrong: [&[&str]; 9] = [
        &["evaluate", "--as-of", "2026-02-30", &facts],
        &["evaluate", "--bogus", &facts],
        &["evaluate", "--lang", "xx", &facts],
        &["evaluate"],
        &["verify"],
        &["nothing"],
        &[],
        &["serve", "--listen", "localhost:8080"],
        &["rollup", "--payload", "150626200000", &facts],
    ];
    for args in wrong {
        let zh = cunping(args, b"");
        assert_eq!((zh.code, zh.out.as_str()), (1, ""), "{args:?}: {}", zh.err);
        assert!(zh.err.starts_with("✕ ") && zh.err.contains("查看写法"), "{args:?}: {}", zh.err);
        assert!(!zh.err.contains("error:"), "{}", zh.err);
        let en = cunping(&[args, &["--lang", "en"]].concat(), b"");
        assert_eq!((en.code, en.out.as_str()), (1, ""), "{args:?}: {}", en.err);
    }
    for (args, zh, en) in [
        (&["evaluate", "--as-of", "2026-02-30", &facts][..], "一天，如 2026-03-10", "a day, such as 2026-03-10"),
        (&["evaluate", "--bogus", &facts], "没有这个选项", "There is no option"),
        (&["verify"], "缺少", "Missing"),
    ] {
        assert!(cunping(args, b"").err.contains(zh), "{args:?}");
        let told = cunping(&[args, &["--lang=en"]].concat(), b"");
        assert!(told.err.contains(en) && !told.err.contains("用法"), "{args:?}: {}", told.err);
    }
}

#[test]
fn help_and_version_are_no_errors() {
    for args in [&["--help"][..], &["--version"], &["rollup", "--help"]] {
        let run = cunping(args, b"");
        assert!(run.code == 0 && !run.out.is_empty() && run.err.is_empty(), "{args:?}: {}", run.err);
    }
}

#[test]
fn nothing_to_read_is_no_result() {
    for args in [&["verify", "-"][..], &["evaluate", "-"], &["rollup", "-"], &["overlay", "check", "-"]] {
        for nothing in [&b""[..], b"\n\n"] {
            let run = cunping(args, nothing);
            assert_eq!((run.code, run.out.as_str()), (1, ""), "{args:?}");
            assert!(run.err.contains("没有读到任何内容"), "{args:?}: {}", run.err);
            let run = cunping(&[args, &["--lang", "en"]].concat(), nothing);
            assert!(run.err.contains("nothing to read"), "{args:?}: {}", run.err);
        }
    }
}

#[test]
fn a_name_that_cannot_be_read_ends_no_run() {
    let good = file("usage/good.json", &vector("good-complete.txt"));
    for command in ["verify", "rollup"] {
        let alone = cunping(&[command, "--json", &good], b"");
        assert_eq!(alone.code, 0, "{}", alone.err);
        let run = cunping(&[command, "--json", &good, "MISSING.json", &good], b"");
        assert_eq!(run.code, 3, "{}", run.err);
        assert!(run.out.contains(alone.out.trim_end()), "{}", run.out);
        let lines = run.json();
        let missing = lines.iter().find(|it| it["file"] == "MISSING.json").unwrap();
        assert_eq!((&missing["problem"], &missing["holds"]), (&"unreadable-file".into(), &false.into()));
        let words = cunping(&[command, &good, "MISSING.json", "--lang", "en"], b"");
        assert!(words.code == 3 && words.err.contains("Cannot read `MISSING.json`"), "{}", words.err);
        let none = cunping(&[command, "MISSING.json"], b"");
        assert_eq!(none.code, 1, "nothing was read, so the command could not run: {}", none.err);
    }
}

#[test]
fn a_pattern_that_no_shell_filled_in_is_said_to_be_one() {
    let run = cunping(&["verify", "*.json"], b"");
    assert!(run.code == 1 && run.err.contains("不会把 * 和 ? 换成文件名"), "{}", run.err);
}
