//! Entry of the worker's module: starts answering messages. Decides nothing.

fn main() {
    #[cfg(target_arch = "wasm32")]
    cunping_app::worker();
}
