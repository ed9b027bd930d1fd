//! Accepts connections until asked to stop, then lets the replies under way finish.

use std::convert::Infallible;
use std::rc::Rc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tokio::task::LocalSet;

use super::reply;
use super::site::Site;

/// Maximum duration of replies under way after the server was asked to stop.
const LAST_REPLIES: Duration = Duration::from_secs(2);

/// Maximum time a connection may be idle.
const IDLE: Duration = Duration::from_secs(60);

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
    let mut protocol = http1::Builder::new();
    protocol.timer(TokioTimer::new()).header_read_timeout(IDLE).pipeline_flush(true);
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // Most likely out of file handles: wait for a connection to end.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let _slower = stream.set_nodelay(true);
        let site = Rc::clone(&site);
        let service = service_fn(move |request| {
            let reply = reply::to(&request, &site);
            async move { Ok::<_, Infallible>(reply) }
        });
        let connection = open.watch(protocol.serve_connection(TokioIo::new(stream), service));
        tokio::task::spawn_local(async move {
            let _gone = connection.await;
        });
    }
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
