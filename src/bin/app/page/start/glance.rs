//! The curve of the sample company, before anybody opens it: what the page is about, at a glance.

use std::sync::Arc;

use leptos::prelude::*;
use rampline::finding;
use rampline::saved::settings::Settings;

use crate::component::plot::still;
use crate::page::curves::Scene;

/// The sample's analysis under the usual rule; tests/it/start_page.rs holds it to the sample and renews it.
const SAMPLE: &[u8] = include_bytes!("sample.postcard");

pub fn glance() -> Option<AnyView> {
    // It was made by this very program; if it cannot be read, the page does without the picture.
    let analysis = postcard::from_bytes(SAMPLE).ok()?;
    let scene = Scene::new(Arc::new(analysis), Settings::default());
    let finding = finding::time_to_competency(scene.analysis());
    let section = view! {
        <section aria-labelledby="glance">
            <p class="quiet small">"In the sample company"</p>
            <h2 id="glance" class="finding">{finding.headline}</h2>
            <p class="caveat">{finding.caveat}</p>
            {still(scene)}
        </section>
    };
    Some(section.into_any())
}
