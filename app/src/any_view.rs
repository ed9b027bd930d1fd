//! Views of one type.

/// Draws a view as an [`AnyView`](leptos::prelude::AnyView). Whatever a function draws is of this one type, so that the
/// arms of a match and the entries of a list may draw different elements, and the page's module holds the code that
/// draws once instead of once for each shape.
macro_rules! any_view {
    ($($part:tt)*) => {
        ::leptos::prelude::IntoAny::into_any(::leptos::prelude::view! { $($part)* })
    };
}
