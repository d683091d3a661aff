//! The line of a key figure: its ends written, a dot, its interval, the target as a dashed tick. No good or bad color.

use leptos::prelude::*;
use rampline::scene::document::Strip;

pub fn strip(strip: Strip) -> AnyView {
    let at = |part: f64| format!("{}%", (10_000.0 * part.clamp(0.0, 1.0)).round() / 100.0);
    let interval = strip.interval.map(|(lower, upper)| {
        let (from, to) = (at(lower), at(upper));
        view! {
            <line class="ink2-s" x1=from.clone() x2=to.clone() y1="24" y2="24"/>
            <line class="ink2-s" x1=from.clone() x2=from y1="19" y2="29"/>
            <line class="ink2-s" x1=to.clone() x2=to y1="19" y2="29"/>
        }
    });
    view! {
        <svg class="chart strip" width="100%" height="48" role="img" aria-label=strip.alt>
            <line class="axis-l" x1="0" x2="100%" y1="30" y2="30"/>
            <text class="tk" x="0" y="45">{strip.least_text}</text>
            <text class="tk e" x="100%" y="45">{strip.most_text}</text>
            <line class="target-l" x1=at(strip.target) x2=at(strip.target) y1="15" y2="30"/>
            <text class="tk m" x=at(strip.target) y="11">{strip.target_text}</text>
            {interval}
            <circle class="f1 dot-ring" cx=at(strip.value) cy="24" r="5.5"/>
        </svg>
    }
    .into_any()
}
