//! Elsewhere than on Linux every body is copied for each client, as [`super::socket`] does it by itself.

use std::io;

use bytes::Bytes;
use tokio::net::TcpStream;

/// No bodies.
#[derive(Default)]
pub(crate) struct NoPages;

pub(crate) use self::NoPages as Pages;

impl NoPages {
    /// Keeps none.
    pub(crate) fn new<'a>(_bodies: impl Iterator<Item = &'a Bytes>) -> Self {
        Self
    }

    /// Returns false.
    pub(crate) fn has(&self, _part: &[u8]) -> bool {
        false
    }

    /// Returns `None`.
    pub(crate) fn send(&self, _stream: &TcpStream, _part: &[u8]) -> Option<io::Result<usize>> {
        None
    }
}

/// Sends what the client takes of a head.
pub(crate) fn send_head(stream: &TcpStream, head: &[u8]) -> io::Result<usize> {
    stream.try_write(head)
}
