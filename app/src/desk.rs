//! The desk worker and the line to it: reviewing many files beside the page. Stores nothing and draws nothing.

#[cfg(target_arch = "wasm32")]
pub mod client;
mod envelopes;
mod pieces;
pub mod protocol;
mod reviewer;
pub mod safe;
mod sheet;
mod wire;
#[cfg(target_arch = "wasm32")]
pub mod worker;

pub use envelopes::envelopes;
pub use pieces::pieces;
pub use reviewer::Reviewer;
pub use sheet::{Looked, Refusal, Sheet};

#[cfg(test)]
mod tests;
