//! An official document as the engine sees it, one idea a file.

mod document;
mod form;
mod indicator;
mod rules;
mod schedule;
mod words;

pub use document::*;
pub use form::*;
pub use indicator::*;
pub use rules::*;
pub use schedule::*;
pub use words::*;
