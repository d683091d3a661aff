//! A number that opens to what stands behind it.

use leptos::prelude::*;
use rampline::inspect::Number;
use rampline::state::msg::Msg;

use crate::shell::Shell;

/// Plain text where there is nothing to open.
pub fn number(value: String, opens: Option<Number>) -> AnyView {
    match opens {
        None => value.into_any(),
        Some(number) => {
            let opened = Shell::here().saying(Msg::NumberOpened(number));
            view! { <button class="num" type="button" aria-haspopup="dialog" on:click=opened>{value}</button> }
                .into_any()
        }
    }
}
