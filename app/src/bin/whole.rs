//! Entry of the module with every screen: mounts the page. Decides nothing.

fn main() {
    #[cfg(target_arch = "wasm32")]
    cunping_app::whole();
}
