//! An encrypted file.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| cunping_fuzz::page::encrypted(bytes));
