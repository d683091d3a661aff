//! `cargo +nightly fuzz run import fuzz/corpus/import tests/data/exports`: any bytes as a file.
#![no_main]

#[path = "../../tests/it/hostile/law.rs"]
mod law;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| law::hold(bytes));
