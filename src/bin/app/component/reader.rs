//! Reads values off the picture: pointer, touch and arrow keys.

use leptos::prelude::*;
use rampline::chart::curve::{Reading, stops};
use rampline::format;
use web_sys::{KeyboardEvent, PointerEvent};

use super::live::on;
use super::plot::Drawn;
use crate::page::curves::Scene;

/// Lies over the data area and takes pointer and keys: a slider over days that speaks its reading.
pub fn reader(
    scene: Memo<Option<Scene>>,
    drawn: Memo<Option<Drawn>>,
    day: Memo<i32>,
    asked: RwSignal<Option<i32>>,
    read: Memo<Vec<Reading>>,
) -> AnyView {
    let frame = move || drawn.with(|d| d.as_ref().map(|d| d.figure.frame));
    let frame_now = move || drawn.with_untracked(|d| d.as_ref().map(|d| d.figure.frame));
    let pointed = move |event: PointerEvent| {
        if let Some(frame) = frame_now() {
            asked.set(Some(frame.day(f64::from(event.offset_x()) + frame.left)));
        }
    };
    let pressed = on(move |event: KeyboardEvent| {
        let days = scene.with_untracked(|s| s.as_ref().map(|s| stops(&s.series(), s.leavers())).unwrap_or_default());
        let (now, last) = (day.get_untracked(), frame_now().map_or(0, |f| f.last_day));
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => days.iter().copied().find(|d| *d > now).unwrap_or(last),
            "ArrowLeft" | "ArrowDown" => days.iter().rev().copied().find(|d| *d < now).unwrap_or(0),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        asked.set(Some(next));
    });
    let said = move || read.with(|r| r.iter().map(sentence).collect::<Vec<_>>().join("; "));
    let px = |value: f64| format!("{value:.1}px");
    view! {
        <div
            class="reader"
            role="slider"
            tabindex="0"
            aria-label="Day to read, arrow keys go from step to step"
            aria-valuemin="0"
            aria-valuemax=move || frame().map(|f| f.last_day.to_string())
            aria-valuenow=move || Some(day.get().to_string())
            aria-valuetext=move || Some(format!("Day {}. {}", day.get(), said()))
            style:left=move || frame().map(|f| px(f.left))
            style:top=move || frame().map(|f| px(f.top))
            style:width=move || frame().map(|f| px(f.right - f.left))
            style:height=move || frame().map(|f| px(f.bottom - f.top))
            on:pointermove=on(pointed)
            on:pointerdown=on(pointed)
            on:keydown=pressed
        ></div>
    }
    .into_any()
}

fn sentence(reading: &Reading) -> String {
    match reading.share {
        Some(share) => format!("{}: {} competent, {} at risk", reading.name, format::share(share), reading.at_risk),
        None => format!("{}: the curve has ended", reading.name),
    }
}
