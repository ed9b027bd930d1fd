//! Entry of the page's module, and the point at which it is split: what `rest` draws is fetched when first asked for.

#[cfg(target_arch = "wasm32")]
mod split {
    #![allow(unsafe_code, reason = "the macro declares the loader and exports the function for the chunk")]

    use cunping_app::{
        chunk::{Chunk, ChunkError},
        routes::Route,
    };
    use cunping_text::lang::Lang;
    use leptos::{
        prelude::AnyView,
        wasm_split::{SplitLoaderError, wasm_split},
    };

    /// Why a screen was not drawn, as the macro wants it.
    struct Lost;

    impl From<SplitLoaderError> for Lost {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    #[wasm_split(rest, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch))]
    fn rest(lang: Lang, route: Option<Route>) -> Result<AnyView, Lost> {
        Ok(cunping_app::rest(lang, route))
    }

    /// The page's chunk.
    pub(super) const CHUNK: Chunk = Chunk {
        fetch: || Box::pin(async { fetch().await.map_err(|_| ChunkError) }),
        draw: |lang, route| Box::pin(async move { rest(lang, route).await.map_err(|_: Lost| ChunkError) }),
    };
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    cunping_app::page(split::CHUNK);
}
