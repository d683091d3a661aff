//! The two drawings of the page.

use leptos::prelude::*;

/// A curve that rises in steps.
pub fn mark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 26 18" aria-hidden="true" focusable="false">
            <path d="M1 16h5v-4h5V8h5V5h4V2h5" fill="none" stroke="currentColor" stroke-width="2.4"/>
        </svg>
    }
}

pub fn lock() -> impl IntoView {
    view! {
        <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
            <path d="M3 6h8v6H3zM4.5 6V4a2.5 2.5 0 0 1 5 0v2" fill="none" stroke="currentColor" stroke-width="1.5"/>
        </svg>
    }
}
