//! One client's socket with limits: the server gives up on a client that takes nothing, by progress and not by the whole
//! reply, and hears a client out before it closes, so that the last reply is not lost.

use std::future::poll_fn;
use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use hyper::rt::{Read, ReadBuf, ReadBufCursor, Write};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::Sleep;

use super::pages::{Pages, send_head};

/// Maximum time in which a client takes nothing of a reply. However slowly it reads, it gets everything while it goes on.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// Maximum time to read what a client still sends after its last reply. Closing with something unread would reset the
/// connection, and the reply with it.
const FAREWELL: Duration = Duration::from_secs(1);

/// Bytes of a reply that the system keeps beyond those under way. Without a limit it takes megabytes for each client, and
/// nobody sees whether the client reads.
#[cfg(any(target_os = "android", target_os = "linux"))]
const UNSENT: u32 = 64 * 1024;

/// A client's socket.
pub(crate) struct Socket {
    stream: TokioIo<TcpStream>,
    pages: Rc<Pages>,
    waiting: Option<Pin<Box<Sleep>>>,
}

impl Socket {
    /// Takes over an accepted connection, to which parts of `pages` are sent without a copy.
    pub(crate) fn new(stream: TcpStream, pages: Rc<Pages>) -> Self {
        let _slower = stream.set_nodelay(true);
        #[cfg(any(target_os = "android", target_os = "linux"))]
        let _larger = socket2::SockRef::from(&stream).set_tcp_notsent_lowat(UNSENT);
        Self { stream: TokioIo::new(stream), pages, waiting: None }
    }

    /// Sends a last reply and closes.
    ///
    /// # Errors
    ///
    /// When the client is gone, or takes nothing for too long.
    pub(crate) async fn close_with(mut self, reply: &[u8]) -> io::Result<()> {
        let mut left = reply;
        while !left.is_empty() {
            let taken = poll_fn(|context| Pin::new(&mut self).poll_write(context, left)).await?;
            left = left.get(taken..).filter(|_| taken > 0).ok_or(ErrorKind::WriteZero)?;
        }
        poll_fn(|context| Pin::new(&mut self).poll_shutdown(context)).await
    }

    fn stream(&mut self) -> Pin<&mut TokioIo<TcpStream>> {
        Pin::new(&mut self.stream)
    }

    /// Sends the first of these parts by itself where the kernel has it, or has what follows it; `None` where all of them
    /// are to be copied.
    fn poll_pages(&self, context: &mut Context<'_>, parts: &[IoSlice<'_>]) -> Option<Poll<io::Result<usize>>> {
        let first = parts.first()?;
        let is_page = self.pages.has(first);
        if !is_page && !parts.get(1).is_some_and(|next| self.pages.has(next)) {
            return None;
        }
        let stream = self.stream.inner();
        loop {
            match stream.poll_write_ready(context) {
                Poll::Ready(Ok(())) => {}
                Poll::Ready(Err(error)) => return Some(Poll::Ready(Err(error))),
                Poll::Pending => return Some(Poll::Pending),
            }
            let sent = if is_page { self.pages.send(stream, first)? } else { send_head(stream, first) };
            match sent {
                // The client took all there was room for: waits until it takes more.
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                sent => return Some(Poll::Ready(sent)),
            }
        }
    }

    /// Passes on what happened to the socket; fails if nothing has happened for so long.
    fn within<T>(
        &mut self,
        limit: Duration,
        context: &mut Context<'_>,
        happened: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if happened.is_ready() {
            self.waiting = None;
            return happened;
        }
        let waiting = self.waiting.get_or_insert_with(|| Box::pin(tokio::time::sleep(limit)));
        waiting.as_mut().poll(context).map(|()| Err(ErrorKind::TimedOut.into()))
    }
}

impl Read for Socket {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        self.stream().poll_read(context, into)
    }
}

impl Write for Socket {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let taken = match self.poll_pages(context, &[IoSlice::new(bytes)]) {
            Some(taken) => taken,
            None => self.stream().poll_write(context, bytes),
        };
        self.within(PATIENCE, context, taken)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        if let Some(taken) = self.poll_pages(context, parts) {
            return self.within(PATIENCE, context, taken);
        }
        let taken = match parts {
            // Spares the call that only finds out that the socket is full.
            [rest] => self.stream().poll_write(context, rest),
            _ => self.stream().poll_write_vectored(context, parts),
        };
        self.within(PATIENCE, context, taken)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream().poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.stream().poll_shutdown(context))?;
        let farewell = self.waiting.get_or_insert_with(|| Box::pin(tokio::time::sleep(FAREWELL)));
        if farewell.as_mut().poll(context).is_ready() {
            return Poll::Ready(Ok(()));
        }
        let mut heard = [0; 4096];
        loop {
            let mut heard = ReadBuf::new(&mut heard);
            ready!(self.stream().poll_read(context, heard.unfilled()))?;
            if heard.filled().is_empty() {
                return Poll::Ready(Ok(()));
            }
        }
    }
}
