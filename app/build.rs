//! Has the linker keep what splitting the page's module needs: the relocations, and the table of functions that both
//! parts use, which code for the WebAssembly MVP does not name in relocations.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo:rustc-link-arg-bin=page=--emit-relocs");
        println!("cargo:rustc-link-arg-bin=page=--export-table");
    }
}
