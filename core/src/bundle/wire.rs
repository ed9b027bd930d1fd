//! The payloads of bundles as canonical JSON, one module for each kind, converted by hand.

pub(super) mod assessment;
mod directory;
mod enrolment;
mod opinion;
mod parts;
mod published;
mod receipt;
mod recognition;
mod rollup;
mod words;
