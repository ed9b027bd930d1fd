//! A free text under the privacy guard.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cunping_fuzz::files::text(bytes));
