//! The large bodies of the site in a file without a name, so that the kernel sends its own pages and nobody copies them
//! for each client. What lies where is found by address: the bodies are shared and never change.

use std::env;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;

use bytes::Bytes;
use rustix::fs::{MemfdFlags, OFlags, memfd_create, sendfile};
use rustix::net::{SendFlags, send};
use tokio::io::Interest;
use tokio::net::TcpStream;

/// Smaller bodies travel with their heads in one call, which costs less than sparing the copy.
const LEAST: usize = 64 * 1024;

/// Bodies that the kernel has as pages of its own.
#[derive(Default)]
pub(crate) struct Pages {
    file: Option<File>,
    /// Where each body begins in memory, its length, and where it begins in the file; by address.
    bodies: Vec<(usize, usize, u64)>,
}

impl Pages {
    /// Keeps the large ones of these bodies. Where the system has no such file, none is kept, and all goes on.
    pub(crate) fn new<'a>(bodies: impl Iterator<Item = &'a Bytes>) -> Self {
        let mut large: Vec<&Bytes> = bodies.filter(|body| body.len() >= LEAST).collect();
        large.sort_by_key(|body| address(body));
        large.dedup_by_key(|body| address(body));
        let kept = on_disk().and_then(|file| Self::kept(file, &large));
        kept.or_else(|_| Self::kept(in_memory()?, &large)).unwrap_or_default()
    }

    fn kept(mut file: File, large: &[&Bytes]) -> io::Result<Self> {
        let (mut bodies, mut at) = (Vec::with_capacity(large.len()), 0);
        for body in large {
            file.write_all(body)?;
            bodies.push((address(body), body.len(), at));
            at += body.len() as u64;
        }
        Ok(Self { file: Some(file), bodies })
    }

    /// Returns where in the file a part of a body begins; `None` for anything else.
    fn place(&self, part: &[u8]) -> Option<u64> {
        let from = address(part);
        let after = self.bodies.partition_point(|(start, ..)| *start <= from);
        let (start, length, at) = self.bodies.get(after.checked_sub(1)?)?;
        let skipped = from - start;
        (skipped.checked_add(part.len())? <= *length).then_some(at + skipped as u64)
    }

    /// Returns true if the kernel can send this part by itself.
    pub(crate) fn has(&self, part: &[u8]) -> bool {
        self.place(part).is_some()
    }

    /// Sends what the client takes of a part of a body; `None` if it is none.
    pub(crate) fn send(&self, stream: &TcpStream, part: &[u8]) -> Option<io::Result<usize>> {
        let (file, mut at) = (self.file.as_ref()?, self.place(part)?);
        Some(stream.try_io(Interest::WRITABLE, || Ok(sendfile(stream, file, Some(&mut at), part.len())?)))
    }
}

/// Sends what the client takes of a head, with which the kernel waits for the body.
pub(crate) fn send_head(stream: &TcpStream, head: &[u8]) -> io::Result<usize> {
    stream.try_io(Interest::WRITABLE, || Ok(send(stream, head, SendFlags::MORE | SendFlags::NOSIGNAL)?))
}

/// Opens a file that has no name and goes with the process, on the disk for temporary files: what a disk caches lies in
/// larger pieces than a file of memory alone, and is sent an eighth faster.
fn on_disk() -> io::Result<File> {
    let unnamed = i32::try_from(OFlags::TMPFILE.bits()).map_err(io::Error::other)?;
    OpenOptions::new().read(true).write(true).mode(0o600).custom_flags(unnamed).open(env::temp_dir())
}

fn in_memory() -> io::Result<File> {
    Ok(File::from(memfd_create("site", MemfdFlags::CLOEXEC)?))
}

fn address(bytes: &[u8]) -> usize {
    bytes.as_ptr().addr()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_large_body_is_found_and_nothing_else() {
        let (one, two) = (Bytes::from(vec![1; LEAST]), Bytes::from(vec![2; LEAST + 7]));
        let small = Bytes::from(vec![3; LEAST - 1]);
        let pages = Pages::new([&one, &two, &small, &one].into_iter());
        let places: Vec<u64> = [&one, &two].iter().filter_map(|body| pages.place(body)).collect();
        assert_eq!(places.iter().sum::<u64>(), if places[0] == 0 { one.len() } else { two.len() } as u64);
        assert_eq!(pages.place(&two[5..9]), pages.place(&two).map(|at| at + 5));
        assert_eq!(pages.place(&two[two.len()..]), pages.place(&two).map(|at| at + two.len() as u64));
        assert!(!pages.has(&small) && !pages.has(b"head") && !pages.has(&vec![1; LEAST]));
        assert!(!Pages::default().has(&one));
    }
}
