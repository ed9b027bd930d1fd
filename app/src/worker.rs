//! The web worker and the messages to it: it reviews many files, and does cryptography, without blocking the page.

mod age_texts;
mod archives;
#[cfg(target_arch = "wasm32")]
pub mod client;
pub mod crypto;
#[cfg(target_arch = "wasm32")]
pub mod listener;
pub mod protocol;
mod reviewer;
mod sheet;

pub use age_texts::age_texts;
pub use reviewer::CachedReviewer;
pub use sheet::{FileReview, Refusal, ReviewedSheet};

#[cfg(test)]
mod tests;
