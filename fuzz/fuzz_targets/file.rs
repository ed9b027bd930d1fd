//! A facts file, an overlay, a pack.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cunping_fuzz::file(bytes));
