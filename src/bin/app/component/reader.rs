//! Reads values off the picture: pointer, touch and arrow keys.

use leptos::prelude::*;
use rampline::chart::Figure;
use rampline::chart::curve::{Reading, stops};
use rampline::format;
use web_sys::{KeyboardEvent, PointerEvent};

use crate::page::curves::Scene;

/// Lies over the data area and takes pointer and keys: a slider over days that speaks its reading.
#[component]
pub fn Reader(
    scene: Signal<Option<Scene>>,
    drawn: Signal<Option<Figure>>,
    day: Memo<i32>,
    asked: RwSignal<Option<i32>>,
    read: Signal<Vec<Reading>>,
) -> impl IntoView {
    let frame = Memo::new(move |_| drawn.with(|d| d.as_ref().map(|d| d.frame)));
    let last = move || frame.get().map_or(0, |f| f.last_day);
    let pointed = move |event: PointerEvent| {
        if let Some(frame) = frame.get_untracked() {
            asked.set(Some(frame.day(f64::from(event.offset_x()) + frame.left)));
        }
    };
    let pressed = move |event: KeyboardEvent| {
        let days = scene.with_untracked(|s| s.as_ref().map(|s| stops(&s.series(), s.leavers())).unwrap_or_default());
        let now = day.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => days.iter().copied().find(|d| *d > now),
            "ArrowLeft" | "ArrowDown" => days.iter().rev().copied().find(|d| *d < now).or(Some(0)),
            "Home" => Some(0),
            "End" => Some(last()),
            _ => return,
        };
        event.prevent_default();
        asked.set(Some(next.unwrap_or_else(last)));
    };
    let said = move || read.with(|r| r.iter().map(sentence).collect::<Vec<_>>().join("; "));
    let px = |value: f64| format!("{value:.1}px");
    view! {
        <div
            class="reader"
            role="slider"
            tabindex="0"
            aria-label="Day to read, arrow keys go from step to step"
            aria-valuemin="0"
            aria-valuemax=last
            aria-valuenow=day
            aria-valuetext=move || format!("Day {}. {}", day.get(), said())
            style:left=move || frame.get().map(|f| px(f.left))
            style:top=move || frame.get().map(|f| px(f.top))
            style:width=move || frame.get().map(|f| px(f.right - f.left))
            style:height=move || frame.get().map(|f| px(f.bottom - f.top))
            on:pointermove=pointed
            on:pointerdown=pointed
            on:keydown=pressed
        ></div>
    }
}

fn sentence(reading: &Reading) -> String {
    match reading.share {
        Some(share) => format!("{}: {} competent, {} at risk", reading.name, format::share(share), reading.at_risk),
        None => format!("{}: the curve has ended", reading.name),
    }
}
