//! The payloads of bundles as canonical JSON, one module per kind. Converts by hand; judges no content.

pub(super) mod assessment;
mod words;
