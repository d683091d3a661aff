//! The curve of the sample company, before anybody opens it: what the page is about, at a glance. The worker draws it;
//! its room is kept free until then.

use leptos::prelude::*;
use rampline::scene::Glance;
use rampline::state::msg::Msg;

use super::drawing::drawing;
use super::held::Held;
use super::measured::measured;
use crate::shell::Shell;

pub fn glance() -> AnyView {
    let glance = Shell::here().see(|s| Held::of(&s.glance));
    view! {
        <section class="glance" aria-label="The sample company at a glance">
            {measured(Msg::GlanceMeasured)}
            {move || glance.get().map(|glance| shown(&glance))}
        </section>
    }
    .into_any()
}

fn shown(glance: &Glance) -> AnyView {
    let figure = drawing(glance.figure.clone(), false, false, ().into_any());
    view! {
        <p class="quiet small">"In the sample company"</p>
        <h2 class="finding">{glance.finding.headline.clone()}</h2>
        <p class="caveat">{glance.finding.caveat.clone()}</p>
        <figure><div class="plot">{figure}</div></figure>
    }
    .into_any()
}
