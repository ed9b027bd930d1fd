//! A text as a QR code, drawn as one path. Reads none.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode as Code};

/// White modules around the code, as ISO/IEC 18004 asks.
const QUIET: usize = 4;

/// A QR code; nothing for a text that is too long for one.
#[component]
pub fn QrCode(
    /// What it holds.
    text: String,
    /// What it is, for whoever cannot see it.
    label: &'static str,
) -> impl IntoView {
    let code = Code::with_error_correction_level(text.as_bytes(), EcLevel::M).ok();
    code.map(|code| {
        let side = code.width() + 2 * QUIET;
        view! {
            <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label
                shape-rendering="crispEdges">
                <path d=path(&code) fill="#000000" />
            </svg>
        }
    })
    .into_any()
}

/// Every run of dark modules in a row as one rectangle.
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
