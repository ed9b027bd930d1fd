//! Draws a text as a QR code, as one SVG path.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode as Code, Version, bits::Bits, types::QrResult};

/// Width of the white margin in modules, as ISO/IEC 18004 requires.
const QUIET: usize = 4;

/// Size of the code: 37 by 37 modules, which hold 84 bytes at level M; a digest in hexadecimal has 64. With a fixed
/// size there is no need to search for the smallest.
const VERSION: Version = Version::Normal(5);

/// Draws a QR code; nothing for a text of more than 84 bytes.
#[component]
pub fn QrCode(
    /// The text in the code.
    text: String,
    /// A description for those who cannot see it.
    label: &'static str,
) -> impl IntoView {
    let code = encode(&text).ok();
    code.map(|code| {
        let side = code.width() + 2 * QUIET;
        view! {
            <svg class="sheet-qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label
                shape-rendering="crispEdges">
                <path d=path(&code) fill="#000000" />
            </svg>
        }
    })
    .into_any()
}

fn encode(text: &str) -> QrResult<Code> {
    let mut bits = Bits::new(VERSION);
    bits.push_byte_data(text.as_bytes())?;
    bits.push_terminator(EcLevel::M)?;
    Code::with_bits(bits, EcLevel::M)
}

/// Returns the SVG path: every run of dark modules in a row as one rectangle.
fn path(code: &Code) -> String {
    let colors = code.to_colors();
    let mut path = String::new();
    for (row, modules) in colors.chunks(code.width()).enumerate() {
        let mut from = 0;
        for run in modules.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (x, y, length) = (from + QUIET, row + QUIET, run.len());
                path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
            }
            from += run.len();
        }
    }
    path
}
