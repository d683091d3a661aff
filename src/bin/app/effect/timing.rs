//! Times on the page's clock, written as User Timing for people who automate the page.

use leptos::prelude::window;
use rampline::state::effect::{Moment, Span};

use super::logged;

pub fn mark(moment: Moment) {
    let Some(clock) = window().performance() else { return };
    clock.clear_marks_with_mark_name(moment.name());
    logged("No mark", clock.mark(moment.name()));
}

pub fn measure(span: Span) {
    let Some(clock) = window().performance() else { return };
    // A span whose beginning was not on this page (what an earlier visit left) has no length.
    if clock.get_entries_by_name(span.from().name()).length() == 0 {
        return;
    }
    logged("No measure", clock.measure_with_start_mark(span.name(), span.from().name()));
}
