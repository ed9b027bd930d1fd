//! What one client does to the server and to the others: it sends ahead and does not read, reads slowly, sends nonsense.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

use super::{Outcome, Server};

const MEGABYTE: usize = 1024 * 1024;

fn with_big_file(name: &str, length: usize) -> Outcome<Server> {
    Server::with(name, |folder| Ok(fs::write(folder.join("big.bin"), vec![b'x'; length])?))
}

fn asking(server: &Server, requests: &str) -> Outcome<TcpStream> {
    let mut stream = TcpStream::connect(&server.address)?;
    stream.write_all(requests.as_bytes())?;
    Ok(stream)
}

/// Returns everything that comes back until the server closes.
fn answers(server: &Server, requests: &str) -> Outcome<String> {
    let mut stream = TcpStream::connect(&server.address)?;
    // The server may answer and close before it has heard everything.
    let _cut = stream.write_all(requests.as_bytes());
    let mut answers = Vec::new();
    stream.read_to_end(&mut answers)?;
    Ok(String::from_utf8(answers)?)
}

fn statuses(answers: &str) -> Vec<u16> {
    answers.split("HTTP/1.1 ").skip(1).filter_map(|answer| answer.get(..3)?.parse().ok()).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn whoever_does_not_read_costs_a_small_buffer() -> Outcome {
    let server = with_big_file("memory", 4 * MEGABYTE)?;
    let request = "GET /big.bin HTTP/1.1\r\nhost: x\r\n\r\n";
    let _ahead = asking(&server, &request.repeat(3000))?;
    let _once = (0..100).map(|_| asking(&server, request)).collect::<Outcome<Vec<_>>>()?;
    let _endless_head = asking(&server, &format!("GET / HTTP/1.1\r\n{}", "a: b\r\n".repeat(50)))?;
    for _ in 0..10 {
        thread::sleep(Duration::from_millis(50));
        assert_eq!(server.get("/", &[])?.status, 200);
    }
    let status = fs::read_to_string(format!("/proc/{}/status", server.child.id()))?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    // The program and its files take about 20 MB, a copy of the file for each client would take 400 MB.
    let peak: usize = peak.ok_or("no peak")?;
    assert!(peak < 64 * 1024, "{peak} KB");
    Ok(())
}

#[test]
fn whoever_takes_nothing_is_dropped_and_whoever_goes_on_gets_everything() -> Outcome {
    const PATIENCE: Duration = Duration::from_secs(30);
    let server = with_big_file("slow", 8 * MEGABYTE)?;
    let request = "GET /big.bin HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let (mut still, mut slow) = (asking(&server, request)?, asking(&server, request)?);
    let slow = thread::spawn(move || {
        let (mut all, mut part) = (0, vec![0; MEGABYTE / 8]);
        loop {
            match slow.read(&mut part) {
                Ok(0) => return Ok(all),
                Ok(count) => all += count,
                Err(error) => return Err(error),
            }
            // Longer in all than the server waits for one that takes nothing.
            thread::sleep(PATIENCE / 50);
        }
    });
    thread::sleep(PATIENCE + Duration::from_secs(5));
    let mut got = Vec::new();
    let _reset = still.read_to_end(&mut got);
    assert!(got.len() < 8 * MEGABYTE, "all {} bytes were kept for it", got.len());
    assert!(slow.join().map_err(|_| "the reader panicked")?? > 8 * MEGABYTE);
    Ok(())
}

#[test]
fn what_cannot_be_read_has_its_answer_also_behind_good_requests() -> Outcome {
    let server = Server::start("malformed")?;
    let good = "GET / HTTP/1.1\r\nhost: x\r\n\r\n";
    let many = format!("GET / HTTP/1.1\r\nhost: x\r\n{}\r\n", "a: b\r\n".repeat(101));
    let long = format!("GET /{} HTTP/1.1\r\nhost: x\r\n\r\n", "a".repeat(70_000));
    let wide = format!("GET / HTTP/1.1\r\nhost: x\r\na: {}\r\n\r\n", "b".repeat(1_000_000));
    for (bad, status) in [
        ("GET / index.html HTTP/1.1\r\nhost: x\r\n\r\n", 400),
        ("GET / HTTP/9.9\r\nhost: x\r\n\r\n", 400),
        // What a client of HTTP/2 begins with, by itself, with its settings, and cut short.
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x64", 505),
        ("PRI * HTTP/2.0\r\n\r\n", 400),
        ("GET\r\n\r\n", 400),
        ("\0\x01\x02\x03\r\n\r\n", 400),
        ("GET /\x01 HTTP/1.1\r\nhost: x\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: many\r\n\r\n", 400),
        (&many, 431),
        (&long, 431),
        (&wide, 431),
        ("GET /nothing HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n\r\n", 404),
        ("GET /nothing HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\nGET / HTTP/1.1\r\n\r\n", 404),
    ] {
        let shown: String = bad.chars().take(80).collect();
        let behind = format!("{good}{good}{bad}");
        assert_eq!(statuses(&answers(&server, bad)?), [status], "{shown}");
        assert_eq!(statuses(&answers(&server, &behind)?), [200, 200, status], "behind good ones: {shown}");
    }
    Ok(())
}

#[test]
fn requests_sent_ahead_are_answered_in_order() -> Outcome {
    let server = with_big_file("ahead", MEGABYTE)?;
    let one = "GET /deep/note.txt HTTP/1.1\r\nhost: x\r\n\r\nGET /big.bin HTTP/1.1\r\nhost: x\r\n\r\n";
    let last = "GET /none HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let answers = answers(&server, &format!("{}{last}", one.repeat(20)))?;
    let mut expected = vec![200; 40];
    expected.push(404);
    assert_eq!(statuses(&answers), expected);
    assert!(answers.len() > 20 * MEGABYTE, "{}", answers.len());
    Ok(())
}

#[test]
fn a_body_that_nobody_asked_for_does_not_cost_the_answer() -> Outcome {
    let server = Server::start("body")?;
    let body = "x".repeat(MEGABYTE);
    let answers = answers(&server, &format!("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: {MEGABYTE}\r\n\r\n{body}"))?;
    assert_eq!(statuses(&answers), [405]);
    Ok(())
}

/// Bodies that the system sends by itself are those that were asked for, byte for byte, in their order.
#[test]
fn large_files_arrive_as_they_are() -> Outcome {
    let content = |seed: u8, length: usize| -> Vec<u8> {
        (0..length).map(|at| u8::try_from((at / 251 + at * usize::from(seed)) % 251).unwrap_or_default()).collect()
    };
    let files = [("a.bin", content(3, MEGABYTE + 1)), ("b.bin", content(5, 65_536)), ("c.bin", content(7, 65_535))];
    let server = Server::with("large", |folder| {
        files.iter().try_for_each(|(name, bytes)| Ok(fs::write(folder.join(name), bytes)?))
    })?;
    let asked: Vec<_> = files.iter().chain(files.iter().rev()).collect();
    let requests: String = asked.iter().map(|(name, _)| format!("GET /{name} HTTP/1.1\r\nhost: x\r\n\r\n")).collect();
    let mut stream = asking(&server, &requests)?;
    for (name, bytes) in asked {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte)?;
            head.push(byte[0]);
        }
        let head = String::from_utf8(head)?.to_lowercase();
        assert!(head.contains(&format!("content-length: {}\r\n", bytes.len())), "{name}: {head}");
        let mut body = vec![0; bytes.len()];
        stream.read_exact(&mut body)?;
        assert!(body == *bytes, "{name} is another one");
    }
    Ok(())
}
