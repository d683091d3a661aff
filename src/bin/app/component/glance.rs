//! The curve of the sample company, before anybody opens it: what the page is about, at a glance. The worker draws it;
//! its room is kept free until then.

use leptos::prelude::*;
use rampline::state::msg::Msg;
use rampline::t;

use super::measured::measured;
use super::mounted::mounted;
use crate::shell::Shell;

pub fn glance() -> AnyView {
    view! {
        <section class="glance" aria-label=t!("The sample company at a glance")>
            {measured(Msg::GlanceMeasured)}
            {mounted(Shell::here().see(|s| s.glance.clone()))}
        </section>
    }
    .into_any()
}
