//! A facts file, an overlay.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cunping_fuzz::files::file(bytes));
