//! A file of any kind.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cunping_fuzz::files::bundle(bytes));
