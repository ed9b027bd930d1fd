//! A pack, compiled or as people write it.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    cunping_fuzz::files::compiled(bytes);
    cunping_fuzz::authoring::authored(bytes);
});
