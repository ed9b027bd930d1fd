//! A table of reviews.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cunping_fuzz::files::reviews(bytes));
