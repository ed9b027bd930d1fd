//! Unpacks the archives that people send, and names what is in them.

use cunping_core::received::{ArchiveEntry, ArchiveError, LIMITS, unicode, unpack};
use cunping_text::ui::import;

use super::Refusal;

/// Between the names of an archive and of a file in it.
const IN: &str = " › ";

/// Returns the files in an archive: the name of each, empty for the archive as a whole, and its content or why it is
/// refused. At least one.
pub(super) fn files(bytes: &[u8]) -> Vec<(String, Result<Vec<u8>, Refusal>)> {
    let found = unpack(bytes, LIMITS);
    if found.is_empty() {
        return vec![(String::new(), Err(Refusal::new(import::archive_empty, import::archive_empty_todo)))];
    }
    found.into_iter().map(|entry| (name(&entry), entry.content.map_err(refusal))).collect()
}

/// Returns the name of a file in an archive, with those of the archives inside the one that was sent.
fn name(entry: &ArchiveEntry) -> String {
    let names: Vec<String> = entry.path.iter().map(|name| decoded(name)).collect();
    names.join(IN)
}

/// Reads a name in UTF-8 or, as Windows in China writes it, in GB 18030.
fn decoded(name: &[u8]) -> String {
    unicode(name)
        .map(std::borrow::Cow::into_owned)
        .or_else(|| chinese(name))
        .unwrap_or_else(|| String::from_utf8_lossy(name).into_owned())
}

/// Reads bytes in GB 18030, of which GBK and GB 2312 are parts; `None` if they are not.
#[cfg(target_arch = "wasm32")]
pub(crate) fn chinese(bytes: &[u8]) -> Option<String> {
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Natively there is no browser to decode.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn chinese(_bytes: &[u8]) -> Option<String> {
    None
}

fn refusal(error: ArchiveError) -> Refusal {
    match error {
        ArchiveError::Damaged => Refusal::new(import::archive_damaged, import::archive_damaged_todo),
        ArchiveError::Password => Refusal::new(import::archive_password, import::archive_password_todo),
        ArchiveError::Method | ArchiveError::TooDeep => {
            Refusal::new(import::archive_method, import::archive_method_todo)
        }
        ArchiveError::FileTooLarge => Refusal::too_large(),
        ArchiveError::TooLarge => Refusal::new(import::archive_too_large, import::archive_too_large_todo),
        ArchiveError::Office => Refusal::not_ours(),
    }
}
