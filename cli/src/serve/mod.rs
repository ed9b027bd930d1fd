//! `cunping serve`: serves the page. It keeps no log, leaves no file, and never compresses during a request.

mod connections;
mod encoding;
mod headers;
#[cfg_attr(not(target_os = "linux"), path = "no_pages.rs")]
mod pages;
mod reply;
mod site;
mod socket;
mod source;

use std::io::{ErrorKind, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::rc::Rc;

use tokio::net::TcpListener;

use crate::stop::{Done, Stop};
use site::Site;

/// Serve the page on this computer until Ctrl+C.
///
/// Exit codes: 0 stopped as asked, 1 could not run (address taken, no page).
#[derive(clap::Args)]
pub(crate) struct ServeArgs {
    /// Address and port; port 0 takes a free one, 0.0.0.0:8080 serves the whole local network
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,

    /// Serve this folder instead of the page inside the program, without names that begin with a dot and links out of it
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Serves until SIGINT or SIGTERM.
pub(crate) fn run(args: &ServeArgs) -> Done {
    let site = Rc::new(Site::new(source::files(args.dir.as_deref())?));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Stop::could_not_run(format!("无法启动服务 / cannot start the server: {error}")))?;
    runtime.block_on(async {
        let listener = TcpListener::bind(args.listen).await.map_err(|error| refused(args.listen, &error))?;
        let address = listener.local_addr().unwrap_or(args.listen);
        announce(address);
        connections::serve(listener, site).await;
        Ok(())
    })
}

fn announce(address: SocketAddr) {
    let port = address.port();
    let mut lines = format!("村评 http://{address}/  （按 Ctrl+C 停止 / Ctrl+C stops it）\n");
    if address.ip().is_unspecified() {
        lines = format!(
            "村评 http://127.0.0.1:{port}/  （按 Ctrl+C 停止 / Ctrl+C stops it）\n\
             局域网内的其他电脑：http://本机的IP地址:{port}/ (other computers: this computer's IP address)\n"
        );
    }
    let _closed = std::io::stdout().write_all(lines.as_bytes());
}

fn refused(address: SocketAddr, error: &std::io::Error) -> Stop {
    let (port, host) = (address.port(), address.ip());
    Stop::could_not_run(match error.kind() {
        ErrorKind::AddrInUse => format!(
            "端口 {port} 已被其他程序占用。请换一个端口：cunping serve --listen {host}:{other}\n\
             port {port} is taken by another program; try another: cunping serve --listen {host}:{other}",
            other = port.checked_add(1).unwrap_or(8081),
        ),
        ErrorKind::PermissionDenied => format!(
            "没有权限使用端口 {port}。请用 1024 以上的端口：cunping serve --listen {host}:8080\n\
             no permission for port {port}; use one above 1024: cunping serve --listen {host}:8080"
        ),
        ErrorKind::AddrNotAvailable => format!(
            "这台电脑没有地址 {host}。请用 127.0.0.1（仅本机）或 0.0.0.0（局域网）\n\
             this computer has no address {host}; use 127.0.0.1 (itself only) or 0.0.0.0 (the local network)"
        ),
        _ => format!("无法使用地址 {address} / cannot listen on {address}: {error}"),
    })
}
