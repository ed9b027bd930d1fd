//! Many texts on standard input, one a line.

use crate::process::{cunping, vector};

fn line(name: &str) -> Vec<u8> {
    let mut bytes = vector(name).trim_ascii().to_vec();
    bytes.push(b'\n');
    bytes
}

#[test]
fn each_line_is_a_file_of_its_own() {
    let input = [line("good-complete.txt"), b"\n".to_vec(), b"no file\n".to_vec(), line("good-minimal.txt")].concat();
    let run = cunping(&["verify", "--json", "-"], &input);
    assert_eq!(run.code, 3);
    let names: Vec<String> = run.json().iter().map(|it| it["file"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names, ["-:1", "-:3", "-:4"]);
}

#[test]
fn a_line_of_a_hundred_megabytes_is_refused_and_the_next_one_read() {
    let mut input = vec![b'['; 100 << 20];
    input.push(b'\n');
    input.extend(line("good-complete.txt"));
    let results = cunping(&["verify", "--json", "-"], &input).json();
    assert_eq!(results.len(), 2);
    assert_eq!(results[0]["holds"], false);
    assert_eq!(results[1]["holds"], true);
}

#[test]
fn a_reader_that_goes_away_is_not_waited_for() {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_cunping"))
        .args(["pack", "show", "sulide-bawu-2022"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert!(matches!(child.wait().unwrap().code(), Some(0 | 141)));
}

#[test]
fn a_reader_that_goes_away_is_told_nothing() {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_cunping"))
        .args(["verify", "-"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), &line("good-complete.txt")).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(141), &b""[..]));
}

#[test]
fn a_file_of_exactly_the_limit_is_taken_through_the_pipe_as_from_its_name() {
    for (bytes, code) in [(cunping_core::bundle::MAX_BYTES, 0), (cunping_core::bundle::MAX_BYTES + 1, 3)] {
        // White space inside the outer object is not part of what was signed.
        let mut whole = vector("good-complete.txt").trim_ascii().to_vec();
        let more = bytes - whole.len();
        whole.splice(1..1, std::iter::repeat_n(b' ', more));
        let named = cunping(&["verify", "--json", &crate::process::file("limit.json", &whole)], b"");
        whole.push(b'\n');
        let piped = cunping(&["verify", "--json", "-"], &whole);
        assert_eq!((named.code, piped.code), (code, code), "{}", piped.out);
    }
}
