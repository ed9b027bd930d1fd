//! Half-typed input and what it comes to. Draws nothing, saves nothing.

pub mod fields;
pub mod figure;
pub mod incident;
pub mod overlay;
