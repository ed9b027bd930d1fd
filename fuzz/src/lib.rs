//! What the fuzzer does with bytes, one function a target. Starts no fuzzer and finds no seeds.

pub mod authoring;
pub mod files;
pub mod page;
