//! Entry of the page's module: mounts the page. Decides nothing.

fn main() {
    #[cfg(target_arch = "wasm32")]
    cunping_app::page();
}
