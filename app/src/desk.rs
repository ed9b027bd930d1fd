//! The desk worker and the line to it: reviewing many files beside the page. Stores nothing and draws nothing.

mod age_texts;
#[cfg(target_arch = "wasm32")]
pub mod client;
pub mod crypto;
mod pieces;
pub mod protocol;
mod reviewer;
mod sheet;
mod wire;
#[cfg(target_arch = "wasm32")]
pub mod worker;

pub use age_texts::age_texts;
pub use pieces::pieces;
pub use reviewer::Reviewer;
pub use sheet::{Looked, Refusal, Sheet};

#[cfg(test)]
mod tests;
