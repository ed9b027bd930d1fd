//! Makes the reply to one request from what was prepared; no file is opened during a request.

use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};

use super::encoding::Accepted;
use super::headers;
use super::site::{Representation, Site};

/// A complete reply.
pub(crate) type Reply = Response<Full<Bytes>>;

/// Answers a request. It never fails: an unknown path gets `404`, never the page.
pub(crate) fn to<Body>(request: &Request<Body>, site: &Site) -> Reply {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut reply = short(StatusCode::METHOD_NOT_ALLOWED, "只能读取 / only GET and HEAD\n");
        reply.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return reply;
    }
    let asked = request.headers();
    let accepted = Accepted::read(asked.get(header::ACCEPT_ENCODING).map(HeaderValue::as_bytes));
    match site.get(request.uri().path()).and_then(|entry| entry.best(accepted)) {
        Some(form) if is_held(asked, form) => with(StatusCode::NOT_MODIFIED, form.unchanged.clone(), Bytes::new()),
        Some(form) => with(StatusCode::OK, form.headers.clone(), form.body.clone()),
        None => short(StatusCode::NOT_FOUND, "没有这个文件 / no such file\n"),
    }
}

/// Returns true if the client already holds this form (RFC 9110 §13.1.2: weak comparison).
fn is_held(asked: &HeaderMap, form: &Representation) -> bool {
    let tags = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    tags.flat_map(|value| value.split(',')).map(str::trim).any(|tag| {
        let tag = tag.strip_prefix("W/").unwrap_or(tag);
        tag == "*" || tag.as_bytes() == form.tag.as_bytes()
    })
}

fn short(status: StatusCode, words: &'static str) -> Reply {
    let mut headers = headers::common();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    with(status, headers, Bytes::from_static(words.as_bytes()))
}

fn with(status: StatusCode, headers: HeaderMap, body: Bytes) -> Reply {
    let mut reply = Response::new(Full::new(body));
    *reply.status_mut() = status;
    *reply.headers_mut() = headers;
    reply
}
