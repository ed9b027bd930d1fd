//! Entry of the module of the first load: mounts the page. Decides nothing.

fn main() {
    #[cfg(target_arch = "wasm32")]
    cunping_app::page();
}
