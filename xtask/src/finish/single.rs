//! The whole page as one file that opens from disk: every part is inside, under a policy that names each by its
//! digest.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use super::Folder;
use crate::bindgen;
use crate::stop::{Done, Stop};

/// Its name among the shipped files.
pub(crate) const NAME: &str = "cunping.html";

/// Makes the one file from what Trunk built, under plain names. From disk a page may fetch nothing, not even from its
/// own folder, so modules and workers are text inside it, which `public/boot.js` finds by `#name`.
pub(super) fn of(folder: &Folder) -> Done<Vec<u8>> {
    let parts = Parts(folder);
    let boot = parts.inline("boot.js")?;
    let glue = parts.inline("page.js")?;
    let style = parts.inline("style.css")?;
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; worker-src blob:; style-src {}; img-src data: blob:; \
         font-src 'none'; base-uri 'none'; form-action 'none'",
        digest(boot),
        digest(glue),
        digest(style),
    );
    let icon = BASE64_STANDARD.encode(parts.bytes("icon.svg")?);
    let mut page = String::new();
    for line in parts.inline("index.html")?.lines() {
        let line = match Role::of(line) {
            Role::Policy => format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
            Role::Worker => "<meta name=\"cunping-worker\" content=\"#inside-worker\">".to_owned(),
            Role::Style => format!("<style>{style}</style>"),
            Role::Icon => format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">"),
            Role::Served => continue,
            Role::End => format!("{}{line}", parts.scripts(boot, glue)?),
            Role::Other if line.contains("=\"./") => {
                return Err(Stop::failed(format!("the one file cannot refer to another: `{line}`")));
            }
            Role::Other => line.to_owned(),
        };
        page.push_str(&line);
        page.push('\n');
    }
    Ok(page.into_bytes())
}

/// The purpose of a line of `app/index.html`.
enum Role {
    Policy,
    Worker,
    Style,
    Icon,
    /// Needed only when a server serves the page.
    Served,
    /// The end of the body.
    End,
    Other,
}

impl Role {
    fn of(line: &str) -> Self {
        let roles = [
            ("<meta http-equiv=\"Content-Security-Policy\"", Self::Policy),
            ("<meta name=\"cunping-worker\"", Self::Worker),
            ("<link rel=\"stylesheet\"", Self::Style),
            ("<link rel=\"icon\"", Self::Icon),
            ("<link rel=\"preload\"", Self::Served),
            ("<link rel=\"manifest\"", Self::Served),
            ("<script defer ", Self::Served),
            ("</body>", Self::End),
        ];
        roles.into_iter().find(|(start, _)| line.trim_start().starts_with(start)).map_or(Self::Other, |(_, role)| role)
    }
}

/// The files that Trunk built.
struct Parts<'a>(&'a Folder);

impl<'a> Parts<'a> {
    fn bytes(&self, name: &str) -> Done<&'a [u8]> {
        self.0.get(name).map(Vec::as_slice).ok_or_else(|| Stop::failed(format!("Trunk made no `{name}`")))
    }

    /// Returns a text that can stand in an element unchanged: nothing in it ends the element, and the browser reads
    /// exactly the bytes that were digested.
    ///
    /// # Errors
    ///
    /// For a file that does not exist, is not UTF-8, or contains what ends an element or a carriage return.
    fn inline(&self, name: &str) -> Done<&'a str> {
        let text = str::from_utf8(self.bytes(name)?).ok().filter(|text| {
            let ends = |end: &str| name != "index.html" && text.contains(end);
            !text.contains('\r') && !ends("</script") && !ends("</style") && !ends("<!--")
        });
        text.ok_or_else(|| Stop::failed(format!("`{name}` cannot stand in a page")))
    }

    /// Returns the parts that lie inside as text, and the two scripts that the policy names.
    fn scripts(&self, boot: &str, glue: &str) -> Done<String> {
        let (page, rest) = (self.module("page_bg.wasm")?, self.module(bindgen::CHUNK)?);
        let (worker, compile) = (self.worker()?, self.inline("compile.js")?);
        let text = |id: &str, text: &str| format!("<script type=\"text/plain\" id=\"inside-{id}\">{text}</script>\n");
        Ok([
            text("page", &page),
            text("rest", &rest),
            text("worker", &worker),
            text("compile", compile),
            format!(
                "<script data-wasm=\"#inside-page\" data-rest=\"#inside-rest\" data-compile=\"#inside-compile\">{boot}</script>\n"
            ),
            format!("<script>{glue}</script>\n"),
        ]
        .concat())
    }

    fn module(&self, name: &str) -> Done<String> {
        Ok(BASE64_STANDARD.encode(self.bytes(name)?))
    }

    /// Returns the text of the worker: its glue, its module, its loader.
    fn worker(&self) -> Done<String> {
        let (glue, loader) = (self.inline("worker.js")?, self.inline("worker-loader.js")?);
        Ok(format!("{glue}\nself.cunpingModule = '{}';\n{loader}", self.module("worker_bg.wasm")?))
    }
}

/// Returns a text's digest as a policy names it.
fn digest(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: &str = "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"none\">\n\
        <meta name=\"cunping-worker\" content=\"./worker-loader.js\">\n<link rel=\"stylesheet\" href=\"./style.css\">\n\
        <link rel=\"icon\" href=\"./icon.svg\">\n<script defer src=\"./boot.js\"></script>\n</head>\n<body>\n</body>\n";

    fn folder(entry: &str, boot: &str) -> Folder {
        let files = [
            ("index.html", entry),
            ("boot.js", boot),
            ("page.js", "let wasm_bindgen"),
            ("page_bg.wasm", "page"),
            ("rest.wasm", "rest"),
            ("worker.js", "let wasm_bindgen"),
            ("worker-loader.js", "start()"),
            ("worker_bg.wasm", "worker"),
            ("compile.js", "compile()"),
            ("style.css", "p {}"),
            ("icon.svg", "<svg/>"),
        ];
        files.into_iter().map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn every_part_lies_inside_and_the_policy_names_what_runs() {
        let page = String::from_utf8(of(&folder(ENTRY, "boot()")).unwrap()).unwrap();
        assert!(!page.contains("\"./"), "{page}");
        for text in ["boot()", "let wasm_bindgen", "p {}"] {
            assert!(page.contains(&digest(text)) && page.contains(&format!(">{text}</")), "{page}");
        }
        assert!(page.contains(">cGFnZQ==</script>") && page.contains(">cmVzdA==</script>"), "{page}");
        assert!(page.contains("let wasm_bindgen\nself.cunpingModule = 'd29ya2Vy';\nstart()</script>"), "{page}");
    }

    #[test]
    fn what_would_end_its_element_or_stays_outside_is_refused() {
        assert!(of(&folder(ENTRY, "'</script>'")).is_err());
        assert!(of(&folder(&ENTRY.replace("<body>", "<img src=\"./a.png\">"), "boot()")).is_err());
        assert!(of(&folder("<body>", "boot()")).is_ok_and(|page| !page.is_empty()));
        assert!(of(&Folder::new()).is_err());
    }
}
