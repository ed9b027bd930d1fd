//! Pieces of screens. They draw what they are handed and call back; they know no state, no storage, no context.

pub mod header;
pub mod mark;
pub mod nav;
pub mod problem;
pub mod radio;
pub mod unit_picker;
