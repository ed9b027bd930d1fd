//! Accepts connections until asked to stop, then lets the replies under way finish.

use std::convert::Infallible;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioTimer;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::LocalSet;

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

/// Serves every connection until SIGINT or SIGTERM.
pub(crate) async fn serve(listener: TcpListener, site: Rc<Site>) {
    let open = GracefulShutdown::new();
    LocalSet::new()
        .run_until(async {
            tokio::select! {
                () = accept(listener, site, &open) => {}
                () = asked_to_stop() => {}
            }
            let _late = tokio::time::timeout(LAST_REPLIES, open.shutdown()).await;
        })
        .await;
}

async fn accept(listener: TcpListener, site: Rc<Site>, open: &GracefulShutdown) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
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
        let connection = protocol(idle).serve_connection(Socket::new(stream), service);
        let connection = open.watch(connection);
        tokio::task::spawn_local(async move {
            let _gone = connection.await;
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
