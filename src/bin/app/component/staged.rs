//! Sections that are mounted one a task, the first time: the browser compiles what shows them on its first use, and
//! nothing should wait for all of that at once. Later ones are mounted together.

use std::time::Duration;

use leptos::prelude::*;
use rampline::scene::document::Section;

use super::document::section;
use super::live::each;

/// How many of the sections are there; kept by whoever shows them.
pub fn begin() -> RwSignal<usize> {
    RwSignal::new(0)
}

pub fn staged(sections: Vec<Section>, there: RwSignal<usize>) -> AnyView {
    let all = sections.len();
    if there.get_untracked() < all {
        next(there, all);
    }
    let one = |(at, one): (usize, Section)| {
        let is_there = Memo::new(move |_| there.get() > at);
        (move || is_there.get().then(|| section(one.clone()))).into_any()
    };
    each(sections.into_iter().enumerate(), one).into_any()
}

fn next(there: RwSignal<usize>, all: usize) {
    let step = move || {
        // The screen may be gone by then.
        if there.try_update(|there| *there += 1).is_some() && there.get_untracked() < all {
            next(there, all);
        }
    };
    set_timeout(step, Duration::ZERO);
}
