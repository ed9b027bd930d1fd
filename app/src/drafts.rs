//! Half-typed input, and the values that it becomes when it is complete.

pub mod fields;
pub mod figure;
pub mod incident;
pub mod overlay;
