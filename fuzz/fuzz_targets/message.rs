//! A message between page and worker.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = cunping_fuzz::page::message(bytes);
});
