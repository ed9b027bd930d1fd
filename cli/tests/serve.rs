//! `cunping serve` as a process, over a socket: what a browser and a proxy would see. Knows nothing of its inside.

#[cfg(unix)]
#[path = "serve/folder.rs"]
mod folder;
#[path = "serve/hostile.rs"]
mod hostile;

use std::error::Error;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const HASHED: &str = "page-0123456789abcdef.js";
const FILES: [(&str, &str); 7] = [
    ("index.html", "<p>plain"),
    ("index.html.br", "<p>brotli"),
    ("index.html.gz", "<p>gzip"),
    (HASHED, "go()"),
    ("page_bg-0123456789abcdef.wasm", "\0asm"),
    ("style-0123456789abcdef.css", "p{}"),
    ("manifest.webmanifest", "{}"),
];

/// A server of `FILES` on a free port; killed and cleaned up when dropped.
struct Server {
    child: Child,
    folder: PathBuf,
    address: String,
}

impl Server {
    fn start(name: &str) -> Outcome<Self> {
        Self::with(name, |_| Ok(()))
    }

    /// Starts it after something more was put into the folder.
    fn with(name: &str, more: impl FnOnce(&Path) -> Outcome) -> Outcome<Self> {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("serve-{name}"));
        let _left = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("deep"))?;
        for (name, text) in FILES {
            fs::write(folder.join(name), text)?;
        }
        fs::write(folder.join("deep/note.txt"), "deep")?;
        fs::write(folder.with_extension("secret"), "outside")?;
        more(&folder)?;
        let mut child = Command::new(env!("CARGO_BIN_EXE_cunping"))
            .args(["serve", "--listen", "127.0.0.1:0", "--dir"])
            .arg(&folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no stdout")?).read_line(&mut line)?;
        let address = line.split('/').nth(2).ok_or("no address")?.to_owned();
        Ok(Self { child, folder, address })
    }

    /// Stops it and returns what it said on standard error.
    fn said(&mut self) -> Outcome<String> {
        self.child.kill()?;
        let mut words = String::new();
        self.child.stderr.take().ok_or("no stderr")?.read_to_string(&mut words)?;
        Ok(words)
    }

    fn ask(&self, method: &str, path: &str, headers: &[&str]) -> Outcome<Reply> {
        let mut stream = TcpStream::connect(&self.address)?;
        let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        write!(stream, "{method} {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{headers}\r\n")?;
        let mut text = String::new();
        stream.read_to_string(&mut text)?;
        let (head, body) = text.split_once("\r\n\r\n").ok_or("no end of headers")?;
        let status = head.split(' ').nth(1).ok_or("no status")?.parse()?;
        Ok(Reply { status, head: head.to_owned(), body: body.to_owned() })
    }

    fn get(&self, path: &str, headers: &[&str]) -> Outcome<Reply> {
        self.ask("GET", path, headers)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _status = self.child.wait();
        let _left = fs::remove_dir_all(&self.folder);
        let _left = fs::remove_file(self.folder.with_extension("secret"));
    }
}

struct Reply {
    status: u16,
    head: String,
    body: String,
}

impl Reply {
    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

#[test]
fn the_form_the_client_wants() -> Outcome {
    let server = Server::start("forms")?;
    for (accept, encoding, body) in [
        ("gzip, deflate, br", Some("br"), "<p>brotli"),
        ("gzip, br;q=0.5", Some("gzip"), "<p>gzip"),
        ("br;q=0", None, "<p>plain"),
        ("zstd", None, "<p>plain"),
    ] {
        let reply = server.get("/", &[&format!("accept-encoding: {accept}")])?;
        assert_eq!((reply.status, reply.header("content-encoding"), reply.body.as_str()), (200, encoding, body));
        assert_eq!(reply.header("vary"), Some("accept-encoding"));
        assert_eq!(reply.header("content-length"), Some(body.len().to_string().as_str()));
    }
    Ok(())
}

#[test]
fn the_type_of_each_file() -> Outcome {
    let server = Server::start("types")?;
    for (path, expected) in [
        ("/", "text/html; charset=utf-8"),
        ("/index.html?from=chat", "text/html; charset=utf-8"),
        ("/page-0123456789abcdef.js", "text/javascript; charset=utf-8"),
        ("/page_bg-0123456789abcdef.wasm", "application/wasm"),
        ("/style-0123456789abcdef.css", "text/css; charset=utf-8"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/deep/note.txt", "text/plain; charset=utf-8"),
    ] {
        let reply = server.get(path, &[])?;
        assert_eq!((reply.status, reply.header("content-type")), (200, Some(expected)), "{path}");
    }
    Ok(())
}

#[test]
fn hashed_files_are_kept_and_the_page_is_asked_for_again() -> Outcome {
    let server = Server::start("cache")?;
    let hashed = server.get(&format!("/{HASHED}"), &[])?;
    assert_eq!(hashed.header("cache-control"), Some("public, max-age=31536000, immutable"));
    let page = server.get("/", &[])?;
    assert_eq!(page.header("cache-control"), Some("no-cache"));

    let tag = page.header("etag").ok_or("no tag")?.to_owned();
    assert!(tag.starts_with('"'), "a strong tag: {tag}");
    for held in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        let reply = server.get("/", &[&format!("if-none-match: {held}")])?;
        assert_eq!((reply.status, reply.body.as_str(), reply.header("etag")), (304, "", Some(tag.as_str())), "{held}");
    }
    assert_eq!(server.get("/", &["if-none-match: \"other\""])?.status, 200);
    // Another form is another entity.
    assert_eq!(server.get("/", &[&format!("if-none-match: {tag}"), "accept-encoding: br"])?.status, 200);
    Ok(())
}

#[test]
fn what_is_not_there_is_not_the_page() -> Outcome {
    let server = Server::start("missing")?;
    for path in [
        "/page-fedcba9876543210.js",
        "/index.html.br",
        "/deep",
        "/deep/",
        "/../serve-missing.secret",
        "/deep/../../serve-missing.secret",
        "/%2e%2e/serve-missing.secret",
        "/..%2fserve-missing.secret",
        "//index.html",
        "/etc/passwd",
    ] {
        let reply = server.get(path, &[])?;
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.body.contains("<p>") && !reply.body.contains("outside"), "{path}");
        assert_eq!(reply.header("cache-control"), Some("no-store"), "{path}");
    }
    Ok(())
}

#[test]
fn only_reading_is_allowed() -> Outcome {
    let server = Server::start("methods")?;
    let head = server.ask("HEAD", "/", &[])?;
    assert_eq!((head.status, head.body.as_str(), head.header("content-length")), (200, "", Some("8")));
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let reply = server.ask(method, "/", &[])?;
        assert_eq!((reply.status, reply.header("allow")), (405, Some("GET, HEAD")), "{method}");
    }
    Ok(())
}

#[test]
fn every_reply_carries_the_policy() -> Outcome {
    let server = Server::start("policy")?;
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; \
                  style-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; font-src 'none'; \
                  base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    for reply in [
        server.get("/", &[])?,
        server.get(&format!("/{HASHED}"), &[])?,
        server.get("/none", &[])?,
        server.get("/", &["if-none-match: *"])?,
        server.ask("POST", "/", &[])?,
    ] {
        assert_eq!(reply.header("content-security-policy"), Some(policy));
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(reply.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(reply.header("cross-origin-opener-policy"), Some("same-origin"));
        assert_eq!(reply.header("cross-origin-resource-policy"), Some("same-origin"));
        assert!(reply.header("permissions-policy").is_some_and(|policy| policy.contains("geolocation=()")));
    }
    Ok(())
}

#[test]
fn a_taken_port_and_a_missing_page_are_said_in_both_languages() -> Outcome {
    let server = Server::start("taken")?;
    let empty = server.folder.join("deep");
    let gone = server.folder.join("gone");
    for (listen, dir, zh, en) in [
        (server.address.as_str(), &server.folder, "已被其他程序占用", "is taken by another program"),
        ("127.0.0.1:0", &empty, "里没有 index.html", "has no index.html"),
        ("127.0.0.1:0", &gone, "无法读取文件夹", "cannot read the folder"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_cunping"))
            .args(["serve", "--listen", listen, "--dir"])
            .arg(dir)
            .output()?;
        let words = String::from_utf8(output.stderr)?;
        assert!(words.contains(zh) && words.contains(en), "{words}");
        assert_eq!(output.status.code(), Some(1));
    }
    Ok(())
}

#[cfg(unix)]
#[test]
fn it_stops_when_asked() -> Outcome {
    for signal in ["-INT", "-TERM"] {
        let mut server = Server::start(&format!("stop{signal}"))?;
        assert_eq!(server.get("/", &[])?.status, 200);
        let _idle = TcpStream::connect(&server.address)?;
        assert!(Command::new("kill").arg(signal).arg(server.child.id().to_string()).status()?.success());
        assert_eq!(server.child.wait()?.code(), Some(0), "{signal}");
    }
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_reply_under_way_when_it_stops_comes_to_its_end() -> Outcome {
    const LENGTH: usize = 32 * 1024 * 1024;
    let mut server = Server::with("last", |folder| Ok(fs::write(folder.join("big.bin"), vec![b'x'; LENGTH])?))?;
    let _idle = TcpStream::connect(&server.address)?;
    let mut asking = TcpStream::connect(&server.address)?;
    asking.write_all(b"GET /big.bin HTTP/1.1\r\nhost: x\r\n\r\n")?;
    let mut first = [0; 1024];
    asking.read_exact(&mut first)?;
    assert!(Command::new("kill").arg("-TERM").arg(server.child.id().to_string()).status()?.success());
    // Longer than the signal takes; the reply is larger than what the system keeps of it.
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(server.child.try_wait()?, None, "it waits for the reply");
    assert!(TcpStream::connect(&server.address).is_err(), "it takes nobody new");
    let mut rest = Vec::new();
    asking.read_to_end(&mut rest)?;
    assert!(rest.len() > LENGTH - first.len(), "{}", rest.len());
    assert_eq!(server.child.wait()?.code(), Some(0));
    Ok(())
}
