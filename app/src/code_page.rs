//! Reads what editors on Chinese computers save: Unicode, or the code page of Windows there.

use cunping_core::received::unicode;

/// Reads bytes as UTF-8, UTF-16 or GB 18030, of which GBK and GB 2312 are parts; `None` if they are none of these.
#[must_use]
pub fn text(bytes: &[u8]) -> Option<String> {
    unicode(bytes).map(std::borrow::Cow::into_owned).or_else(|| chinese(bytes))
}

/// Reads bytes as [`text`] does; where they are nothing of that, each byte that does not fit is marked (U+FFFD), so that
/// whoever reads the text refuses it.
#[must_use]
pub fn marked(bytes: &[u8]) -> String {
    text(bytes).unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(target_arch = "wasm32")]
fn chinese(bytes: &[u8]) -> Option<String> {
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// Natively there is no browser that decodes.
#[cfg(not(target_arch = "wasm32"))]
fn chinese(_bytes: &[u8]) -> Option<String> {
    None
}
