//! What somebody drops or pastes.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cunping_fuzz::page::import(bytes));
