//! The headers of every reply, and the media type of every file.

use hyper::header::{HeaderMap, HeaderName, HeaderValue};

/// The content security policy: the page may use its own files only. The page carries the same policy for other
/// servers.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; font-src 'none'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const COMMON: [(&str, &str); 6] = [
    ("content-security-policy", POLICY),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
];

/// Returns the headers that every reply carries.
pub(crate) fn common() -> HeaderMap {
    COMMON.into_iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
}

/// Returns how long a file may be cached: for ever if its name carries its digest, else only after asking again.
pub(crate) fn keep(name: &str) -> &'static str {
    if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Returns the `Content-Disposition` of a file that must be saved, not opened: the page as one file, which a server's
/// policy would stop from running.
pub(crate) fn disposition(name: &str) -> Option<&'static str> {
    (name == "cunping.html")
        .then_some("attachment; filename=\"cunping.html\"; filename*=UTF-8''%E6%9D%91%E8%AF%84.html")
}

/// Returns true if a name carries a digest, as `page-0123456789abcdef.js` does.
fn is_hashed(name: &str) -> bool {
    let digest = name.rsplit_once('.').and_then(|(stem, _)| stem.rsplit_once('-')).map(|(_, digest)| digest);
    digest.is_some_and(|digest| {
        digest.len() == 16 && digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// Returns the media type for a name's ending.
pub(crate) fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_file_is_saved_and_not_opened() {
        assert!(disposition("cunping.html").unwrap().starts_with("attachment"));
        assert_eq!(disposition("index.html"), None);
    }

    #[test]
    fn only_a_digest_in_the_name_is_kept_for_ever() {
        assert!(keep("page-0123456789abcdef.js").contains("immutable"));
        for name in ["index.html", "worker-loader.js", "page-0123456789abcdeg.js", "0123456789abcdef.js", "a-b"] {
            assert_eq!(keep(name), "no-cache", "{name}");
        }
    }

    #[test]
    fn the_page_carries_the_same_policy() {
        let page = include_str!("../../../app/index.html");
        // A policy in a document cannot restrict who may frame it.
        let own = POLICY.trim_end_matches("; frame-ancestors 'none'");
        assert!(page.contains(&format!("content=\"{own}\"")));
    }
}
