//! Accepts connections until asked to stop, then lets the replies under way finish.

use std::convert::Infallible;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioTimer;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tokio::task::LocalSet;

use super::pages::Pages;
use super::reply;
use super::site::Site;
use super::socket::Socket;

/// Maximum duration of replies under way after the server was asked to stop.
const LAST_REPLIES: Duration = Duration::from_secs(2);

/// Maximum number of connections at once; others wait until one of them ends. Many systems allow a process 1,024 handles.
const CONNECTIONS: usize = 1000;

/// Maximum time a connection may be idle, or take to send the head of a request.
const IDLE: Duration = Duration::from_secs(60);

/// The same for connections that come while half of all are taken, so that idle ones keep nobody out for long.
const IDLE_IN_A_CROWD: Duration = Duration::from_secs(5);

/// Maximum length of the head of a request, in bytes, and of what is read ahead.
const HEAD: usize = 16 * 1024;

/// The answer to a client that begins with HTTP/2, which hyper leaves without one: a client that knows both versions
/// then asks in the other.
const NO_HTTP2: &[u8] = b"HTTP/1.1 505 HTTP Version Not Supported\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

/// Serves every connection until SIGINT or SIGTERM.
pub(crate) async fn serve(listener: TcpListener, site: Rc<Site>) {
    let (stop, stopping) = watch::channel(());
    LocalSet::new()
        .run_until(async {
            tokio::select! {
                () = accept(listener, site, stopping) => {}
                () = asked_to_stop() => {}
            }
            stop.send_replace(());
            let _late = tokio::time::timeout(LAST_REPLIES, stop.closed()).await;
        })
        .await;
}

/// Every connection has a copy of `stopping` until it has ended.
async fn accept(listener: TcpListener, site: Rc<Site>, stopping: watch::Receiver<()>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    let pages = Rc::new(Pages::new(site.bodies()));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, _)) = listener.accept().await else {
            // Most likely out of file handles: wait for a connection to end.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let site = Rc::clone(&site);
        let service = service_fn(move |request| {
            let reply = reply::to(&request, &site);
            async move { Ok::<_, Infallible>(reply) }
        });
        let idle = if places.available_permits() < CONNECTIONS / 2 { IDLE_IN_A_CROWD } else { IDLE };
        let mut connection = protocol(idle).serve_connection(Socket::new(stream, Rc::clone(&pages)), service);
        let mut stopping = stopping.clone();
        tokio::task::spawn_local(async move {
            let by_itself = tokio::select! {
                biased;
                ended = &mut connection => Some(ended),
                _ = stopping.changed() => None,
            };
            let ended = match by_itself {
                Some(ended) => ended,
                None => {
                    Pin::new(&mut connection).graceful_shutdown();
                    (&mut connection).await
                }
            };
            if ended.is_err_and(|error| error.is_parse_version_h2()) {
                let _gone = connection.into_parts().io.close_with(NO_HTTP2).await;
            }
            drop(place);
        });
    }
}

/// Requests of one connection are answered one after the other, so that a reply at a time is under way, whatever is sent
/// ahead. `pipeline_flush` would copy every body.
fn protocol(idle: Duration) -> http1::Builder {
    let mut protocol = http1::Builder::new();
    protocol.timer(TokioTimer::new()).header_read_timeout(idle).max_buf_size(HEAD);
    protocol
}

#[cfg(unix)]
async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};

    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        },
        Err(_) => {
            let _unheard = tokio::signal::ctrl_c().await;
        }
    }
}

#[cfg(not(unix))]
async fn asked_to_stop() {
    let _unheard = tokio::signal::ctrl_c().await;
}
