//! The site in memory: each path with its forms, and all headers made beforehand.

use std::collections::HashMap;

use bytes::Bytes;
use data_encoding::HEXLOWER;
use hyper::header::{self, HeaderMap, HeaderValue};
use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha256};

use super::encoding::{Accepted, Encoding};
use super::headers;
use super::source::ServedFile;

/// Every path that is served.
pub(crate) struct Site {
    entries: HashMap<String, SiteFile>,
}

/// One file in every form in which it is kept.
pub(crate) struct SiteFile {
    forms: Vec<Representation>,
}

/// One form of a file: its bytes and all its headers.
pub(crate) struct Representation {
    encoding: Encoding,
    /// The body.
    pub(crate) body: Bytes,
    /// The headers of a full reply.
    pub(crate) headers: HeaderMap,
    /// The headers of a `304`.
    pub(crate) unchanged: HeaderMap,
    /// The strong entity tag, quotes included.
    pub(crate) tag: HeaderValue,
}

impl Site {
    /// Makes a site of files. `name.br` and `name.gz` are forms of `name` if that exists, else files of their own.
    pub(crate) fn new(files: Vec<ServedFile>) -> Self {
        let files: HashMap<String, Bytes> = files.into_iter().collect();
        let mut entries = HashMap::new();
        for name in files.keys().filter(|name| plain_name(name).is_none_or(|plain| !files.contains_key(plain))) {
            let entry = SiteFile::new(name, &files);
            if name == "index.html" {
                entries.insert("/".to_owned(), SiteFile::new(name, &files));
            }
            entries.insert(format!("/{name}"), entry);
        }
        Self { entries }
    }

    /// Lists every body.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = &Bytes> {
        self.entries.values().flat_map(|file| file.forms.iter().map(|form| &form.body))
    }

    /// Returns the file at exactly this path, which may be percent-encoded. Paths are only looked up here, so none can
    /// lead outside.
    pub(crate) fn get(&self, path: &str) -> Option<&SiteFile> {
        let path = percent_decode_str(path).decode_utf8().ok()?;
        self.entries.get(path.as_ref())
    }
}

impl SiteFile {
    fn new(name: &str, files: &HashMap<String, Bytes>) -> Self {
        let found = [(Encoding::Brotli, ".br"), (Encoding::Gzip, ".gz"), (Encoding::Identity, "")]
            .into_iter()
            .filter_map(|(encoding, suffix)| Some((encoding, files.get(&format!("{name}{suffix}"))?.clone())));
        let found: Vec<_> = found.collect();
        let varies = found.len() > 1;
        Self {
            forms: found
                .into_iter()
                .map(|(encoding, body)| Representation::new(name, encoding, body, varies))
                .collect(),
        }
    }

    /// Returns the form that the client wants most, of equal ones the smaller; the plain one if it refuses all.
    pub(crate) fn best(&self, accepted: Accepted) -> Option<&Representation> {
        let mut best = self.forms.last();
        let mut most = 0;
        for form in &self.forms {
            let weight = accepted.weight(form.encoding);
            if weight > most {
                (best, most) = (Some(form), weight);
            }
        }
        best
    }
}

impl Representation {
    fn new(name: &str, encoding: Encoding, body: Bytes, varies: bool) -> Self {
        let mut digest = HEXLOWER.encode(&Sha256::digest(&body));
        digest.truncate(32);
        let tag = HeaderValue::try_from(format!("\"{digest}\"")).unwrap_or(HeaderValue::from_static("\"\""));

        let mut unchanged = headers::common();
        unchanged.insert(header::CACHE_CONTROL, HeaderValue::from_static(headers::keep(name)));
        unchanged.insert(header::ETAG, tag.clone());
        if varies {
            unchanged.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        }
        let mut headers = unchanged.clone();
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(headers::media_type(name)));
        if let Some(disposition) = headers::disposition(name) {
            headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static(disposition));
        }
        if let Some(token) = encoding.token() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(token));
        }
        Self { encoding, body, headers, unchanged, tag }
    }
}

/// Removes the suffix of a compressed form: `page.js.br` → `page.js`; `None` if there is none.
fn plain_name(name: &str) -> Option<&str> {
    name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let files = ["index.html", "index.html.br", "index.html.gz", "a.wasm", "loose.gz"];
        Site::new(files.iter().map(|name| ((*name).to_owned(), Bytes::from_static(name.as_bytes()))).collect())
    }

    fn body(path: &str, accept: &str) -> Option<Bytes> {
        Some(site().get(path)?.best(Accepted::read(Some(accept.as_bytes())))?.body.clone())
    }

    #[test]
    fn the_wanted_form() {
        for (accept, expected) in [
            ("", "index.html"),
            ("gzip", "index.html.gz"),
            ("gzip, br", "index.html.br"),
            ("gzip, br;q=0.9", "index.html.gz"),
            ("identity, br;q=0.1", "index.html"),
            ("*;q=0", "index.html"),
        ] {
            assert_eq!(body("/", accept).unwrap(), expected, "{accept}");
        }
        assert_eq!(body("/a.wasm", "br, gzip").unwrap(), "a.wasm");
    }

    #[test]
    fn siblings_have_no_path_of_their_own() {
        assert!(site().get("/index.html.br").is_none());
        assert!(site().get("/loose.gz").is_some());
        assert!(site().get("/a.wasm/").is_none());
    }

    #[test]
    fn a_path_may_be_percent_encoded() {
        let site = Site::new(vec![("测 试.txt".to_owned(), Bytes::new()), ("5%.txt".to_owned(), Bytes::new())]);
        for path in ["/%E6%B5%8B%20%e8%af%95.txt", "/测%20试.txt", "/5%25.txt", "/5%.txt"] {
            assert!(site.get(path).is_some(), "{path}");
        }
        for path in ["/%E6%B5.txt", "/%00", "/%", "/5%2525.txt"] {
            assert!(site.get(path).is_none(), "{path}");
        }
    }

    #[test]
    fn each_form_has_its_tag() {
        let site = site();
        let forms = &site.get("/").unwrap().forms;
        assert_ne!(forms[0].tag, forms[1].tag);
        assert_eq!(forms[0].headers["content-encoding"], "br");
        assert!(forms.iter().all(|form| form.headers["vary"] == "accept-encoding"));
        assert!(!site.get("/a.wasm").unwrap().forms[0].headers.contains_key("vary"));
    }
}
