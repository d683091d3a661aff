//! Views that come and go, lists of views, and handlers. They have one type each: Leptos makes its code anew for every
//! type it meets, and the page is counted in bytes.

use leptos::prelude::*;

/// The view while the condition holds.
pub fn when<V: IntoAny>(holds: bool, view: impl FnOnce() -> V) -> Option<AnyView> {
    holds.then(|| view().into_any())
}

/// One view for each item.
pub fn each<T, V: IntoAny>(items: impl IntoIterator<Item = T>, view: impl FnMut(T) -> V) -> Vec<AnyView> {
    items.into_iter().map(view).map(V::into_any).collect()
}

/// A handler of events.
pub fn on<E>(handler: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handler)
}
