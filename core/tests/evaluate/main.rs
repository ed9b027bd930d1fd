//! Evaluation, leaf by leaf and node by node, on documents of one criterion made for the purpose.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on should stop")]

mod again;
mod as_of;
mod bounds;
mod coverage;
mod figures;
mod kind;
mod left_open;
mod nodes;
mod program;
mod reasons;
mod settled;
mod small;
