//! The line of a key figure: its ends written, a dot, its interval, the target as a dashed tick. No good or bad color.

use leptos::prelude::*;
use rampline::analysis::Band;

/// Values in the unit of the figure; the line runs from 0 to `most`.
#[derive(Clone)]
pub struct Scale {
    pub value: f64,
    pub band: Option<Band>,
    pub target: f64,
    pub most: f64,
    pub target_text: String,
    pub most_text: String,
}

pub fn strip(scale: Scale, alt: String) -> AnyView {
    let at = |value: f64| format!("{:.2}%", 100.0 * (value / scale.most).clamp(0.0, 1.0));
    let interval = scale.band.map(|band| {
        let (from, to) = (at(band.lower), at(band.upper));
        view! {
            <line class="ink2-s" x1=from.clone() x2=to.clone() y1="24" y2="24"/>
            <line class="ink2-s" x1=from.clone() x2=from y1="19" y2="29"/>
            <line class="ink2-s" x1=to.clone() x2=to y1="19" y2="29"/>
        }
    });
    view! {
        <svg class="chart strip" width="100%" height="48" role="img" aria-label=alt>
            <line class="axis-l" x1="0" x2="100%" y1="30" y2="30"/>
            <text class="tk" x="0" y="45">"0"</text>
            <text class="tk e" x="100%" y="45">{scale.most_text}</text>
            <line class="target-l" x1=at(scale.target) x2=at(scale.target) y1="15" y2="30"/>
            <text class="tk m" x=at(scale.target) y="11">{scale.target_text}</text>
            {interval}
            <circle class="f1 dot-ring" cx=at(scale.value) cy="24" r="5.5"/>
        </svg>
    }
    .into_any()
}
