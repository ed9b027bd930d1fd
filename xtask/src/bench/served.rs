//! Measures the file server over kept-alive connections, beside nginx where it is on the machine, and what a client that
//! reads nothing costs it. The load shares the machine, so servers are compared by the processor's time that they take, and
//! never by sums over turns in which the machine did something else besides.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{Budget, Row};
use crate::say::say;
use crate::stop::{Done, Stop};
use crate::{files, paths, serve};

/// A file that is asked for.
struct Asked {
    name: &'static str,
    length: usize,
    /// Least percent of what nginx serves in the same time of a processor.
    least: u64,
    /// What the rows of its figures are called.
    rows: [&'static str; 7],
}

const SMALL: Asked = Asked {
    name: "small.bin",
    length: 1024,
    least: 100,
    rows: [
        "1 KB served, kept alive, requests a second beside the load",
        "the same, requests a second of the server's core",
        "the same, the slowest of a hundred, µs",
        "nginx, 1 KB, requests a second of its core",
        "the same, the slowest of a hundred, µs",
        "ours as percent of it, the middle of the turns",
        "our slowest of a hundred as percent of its, the middle of the turns",
    ],
};

/// As long as the page's module in brotli. Either server has the system send it by itself, nginx out of the disk's cache.
const LARGE: Asked = Asked {
    name: "large.bin",
    length: 526 * 1024,
    least: 100,
    rows: [
        "526 KB served, kept alive, requests a second beside the load",
        "the same, requests a second of the server's core",
        "the same, the slowest of a hundred, µs",
        "nginx, 526 KB, requests a second of its core",
        "the same, the slowest of a hundred, µs",
        "ours as percent of it, the middle of the turns",
        "our slowest of a hundred as percent of its, the middle of the turns",
    ],
};

const CONNECTIONS: u32 = 16;

/// Each server is measured so often, one right after the other and first by turns. What else the machine does in a turn
/// makes a fifth of it and more, so each turn is compared with its neighbour, and of all the comparisons the middle one
/// counts.
const TURNS: usize = 15;

const TURN: Duration = Duration::from_millis(400);

/// Most percent of nginx's slowest of a hundred. Sixteen clients on the same processors make most of it for either server,
/// and runs of the same two programs come to anything from 105 to 140: the row says where we stand, no single run decides.
const MOST_P99: u64 = 100;

/// Measures both files, then the memory.
pub(crate) fn measure() -> Done<Vec<Row>> {
    serve::binary()?;
    let folder = paths::root().join("target/bench/served");
    for asked in [SMALL, LARGE] {
        files::write(&folder.join(asked.name), &noise(asked.length))?;
    }
    files::write(&folder.join("index.html"), b"<!doctype html>")?;
    let ours = Served::ours(&folder)?;
    let nginx = Served::nginx(&folder)?;
    if nginx.is_none() {
        say("nginx is not here: the file server is compared with nothing");
    }
    let mut rows = Vec::new();
    for Asked { name, least, rows: [a_second, a_core_second, p99, theirs, their_p99, percent, p99_percent], .. } in
        [SMALL, LARGE]
    {
        let (mut us, mut them) = (Load::default(), Load::default());
        for turn in 0..TURNS {
            if turn % 2 == 0 {
                us.add(&ours, name)?;
            }
            if let Some(nginx) = &nginx {
                them.add(nginx, name)?;
            }
            if turn % 2 == 1 {
                us.add(&ours, name)?;
            }
        }
        let row = |what, found| Row { what, found, budget: Budget::None };
        rows.extend([
            row(a_second, us.middle(Turn::a_second)),
            row(a_core_second, us.middle(Turn::a_core_second)),
            row(p99, us.middle(Turn::p99)),
        ]);
        if nginx.is_some() {
            rows.extend([row(theirs, them.middle(Turn::a_core_second)), row(their_p99, them.middle(Turn::p99))]);
            let found = us.percent_of(&them, Turn::a_core_second);
            rows.push(Row { what: percent, found, budget: Budget::AtLeast(least) });
            let found = us.percent_of(&them, Turn::p99);
            rows.push(Row { what: p99_percent, found, budget: Budget::AtMost(MOST_P99) });
        }
    }
    rows.push(Row {
        what: "memory of the file server, one client asked 300 times ahead and reads nothing, KB",
        found: ours.memory_after_the_hostile_one()?,
        budget: Budget::AtMost(65_536),
    });
    Ok(rows)
}

/// A server of the folder; ended when dropped.
struct Served {
    child: Child,
    address: String,
}

impl Served {
    fn ours(folder: &Path) -> Done<Self> {
        let mut command = Command::new(serve::binary_path());
        command.args(["serve", "--listen", "127.0.0.1:0", "--dir"]).arg(folder).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(failed)?;
        let mut line = String::new();
        if let Some(out) = child.stdout.take() {
            BufReader::new(out).read_line(&mut line).map_err(failed)?;
        }
        let address = line.split('/').nth(2).unwrap_or_default().to_owned();
        Ok(Self { child, address })
    }

    /// Starts nginx as it serves files best: one process, by sendfile, with open files kept.
    fn nginx(folder: &Path) -> Done<Option<Self>> {
        let found = |name: &&str| Command::new(name).arg("-v").stderr(Stdio::null()).status().is_ok();
        let Some(program) = ["nginx", "/usr/sbin/nginx"].into_iter().find(found) else { return Ok(None) };
        let address = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).map_err(failed)?.to_string();
        let own = folder.with_extension("nginx");
        let at = own.display();
        let config = format!(
            "daemon off; master_process off; pid {at}/pid; error_log {at}/errors;\n\
             events {{ worker_connections 1000; }}\n\
             http {{ access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 100000000;\n\
             client_body_temp_path {at}; proxy_temp_path {at}; fastcgi_temp_path {at}; uwsgi_temp_path {at};\n\
             scgi_temp_path {at}; open_file_cache max=100; open_file_cache_valid 600s;\n\
             server {{ listen {address}; root {folder}; }} }}\n",
            folder = folder.display()
        );
        files::write(&own.join("config"), config.as_bytes())?;
        let mut command = Command::new(program);
        command.arg("-p").arg(&own).arg("-c").arg(own.join("config")).stderr(Stdio::null());
        let child = command.spawn().map_err(failed)?;
        let served = Self { child, address };
        for _ in 0..100 {
            if TcpStream::connect(&served.address).is_ok() {
                return Ok(Some(served));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(Stop::failed("nginx is here and does not start".to_owned()))
    }

    /// Returns the processor's time that all its threads have taken, in ns (the kernel's `sched-stats`: the first figure).
    fn processor_time(&self) -> Done<u64> {
        let mut all = 0;
        for thread in fs::read_dir(format!("/proc/{}/task", self.child.id())).map_err(failed)? {
            let figures = fs::read_to_string(thread.map_err(failed)?.path().join("schedstat")).map_err(failed)?;
            all += figures.split(' ').next().and_then(|figure| figure.parse::<u64>().ok()).unwrap_or_default();
        }
        Ok(all)
    }

    fn memory_after_the_hostile_one(&self) -> Done<u64> {
        let mut hostile = TcpStream::connect(&self.address).map_err(failed)?;
        hostile.write_all(request(LARGE.name).repeat(300).as_bytes()).map_err(failed)?;
        thread::sleep(Duration::from_secs(1));
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).map_err(failed)?;
        let memory =
            status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB")?.parse().ok());
        memory.ok_or_else(|| Stop::failed("the system does not say how much memory the server has".to_owned()))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

/// What a server did in one turn.
struct Turn {
    /// How long each reply took, in µs, in ascending order.
    replies: Vec<u64>,
    /// In ns.
    processor_time: u64,
}

impl Turn {
    fn count(&self) -> u64 {
        u64::try_from(self.replies.len()).unwrap_or(u64::MAX)
    }

    fn a_second(&self) -> u64 {
        self.count() * 1000 / u64::try_from(TURN.as_millis()).unwrap_or(u64::MAX)
    }

    fn a_core_second(&self) -> u64 {
        self.count() * 1_000_000_000 / self.processor_time.max(1)
    }

    fn p99(&self) -> u64 {
        self.replies.get(self.replies.len() * 99 / 100).copied().unwrap_or_default()
    }
}

/// What a server did in all its turns, in their order.
#[derive(Default)]
struct Load {
    turns: Vec<Turn>,
}

impl Load {
    fn add(&mut self, served: &Served, name: &str) -> Done {
        let before = served.processor_time()?;
        let until = Instant::now() + TURN;
        let of_each = thread::scope(|scope| {
            let clients: Vec<_> =
                (0..CONNECTIONS).map(|_| scope.spawn(move || ask_until(until, &served.address, name))).collect();
            clients.into_iter().map(|client| client.join().unwrap_or_else(|_| Ok(Vec::new()))).collect::<Vec<_>>()
        });
        let mut replies = Vec::new();
        for of_one in of_each {
            replies.extend(of_one.map_err(failed)?);
        }
        replies.sort_unstable();
        self.turns.push(Turn { replies, processor_time: served.processor_time()? - before });
        Ok(())
    }

    fn middle(&self, figure: fn(&Turn) -> u64) -> u64 {
        middle(self.turns.iter().map(figure).collect())
    }

    /// Compares each turn with the one of `other` beside it.
    fn percent_of(&self, other: &Self, figure: fn(&Turn) -> u64) -> u64 {
        let pairs = self.turns.iter().zip(&other.turns);
        middle(pairs.map(|(ours, theirs)| figure(ours) * 100 / figure(theirs).max(1)).collect())
    }
}

fn middle(mut figures: Vec<u64>) -> u64 {
    figures.sort_unstable();
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// Asks again and again on one connection, and returns how long each reply took, in µs.
fn ask_until(until: Instant, address: &str, name: &str) -> std::io::Result<Vec<u64>> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    let request = request(name);
    let mut part = vec![0; 64 * 1024];
    let mut took = Vec::new();
    while Instant::now() < until {
        let asked = Instant::now();
        stream.write_all(request.as_bytes())?;
        let mut begun = stream.read(&mut part)?;
        let length = loop {
            let head = part.get(..begun).unwrap_or_default();
            if let Some(length) = length(head) {
                break length;
            }
            match part.get_mut(begun..).map(|rest| stream.read(rest)).transpose()? {
                None | Some(0) => return Err(std::io::ErrorKind::UnexpectedEof.into()),
                Some(more) => begun += more,
            }
        };
        let mut left = length.saturating_sub(begun);
        while left > 0 {
            match stream.read(&mut part)? {
                0 => return Err(std::io::ErrorKind::UnexpectedEof.into()),
                read => left = left.saturating_sub(read),
            }
        }
        took.push(u64::try_from(asked.elapsed().as_micros()).unwrap_or(u64::MAX));
    }
    Ok(took)
}

/// Returns the length of a whole reply, once its head is there.
fn length(begun: &[u8]) -> Option<usize> {
    let end = begun.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(begun.get(..end)?).to_ascii_lowercase();
    let body: usize = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok())?;
    Some(end + 4 + body)
}

fn request(name: &str) -> String {
    format!("GET /{name} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n")
}

/// Returns bytes that do not repeat soon.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u32;
    std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    })
    .take(length)
    .collect()
}

fn failed(error: std::io::Error) -> Stop {
    Stop::failed(format!("the file server: {error}"))
}
