//! Reads values off the picture: pointer, touch and arrow keys.

use leptos::prelude::*;
use rampline::format;
use rampline::scene::picture::Trace;
use web_sys::{KeyboardEvent, PointerEvent};

use super::live::on;
use super::plot::Shown;

/// Lies over the data area and takes pointer and keys: a slider over days that speaks its reading.
pub fn reader(picture: Shown, day: Memo<i32>, asked: RwSignal<Option<i32>>) -> AnyView {
    let frame = Memo::new(move |_| picture.with(|p| p.as_ref().map(|p| p.figure.frame)));
    let pointed = move |event: PointerEvent| {
        if let Some(frame) = frame.get_untracked() {
            asked.set(Some(frame.day(f64::from(event.offset_x()) + frame.left)));
        }
    };
    let pressed = on(move |event: KeyboardEvent| {
        let days = picture.with_untracked(|p| p.as_ref().map(|p| p.stops()).unwrap_or_default());
        let (now, last) = (day.get_untracked(), frame.get_untracked().map_or(0, |f| f.last_day));
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
    let said = move || {
        let day = day.get();
        let sentence = |trace: &Trace| sentence(trace, day);
        picture.with(|p| p.as_ref().map(|p| p.traces.iter().map(sentence).collect::<Vec<_>>().join("; ")))
    };
    let px = |value: f64| format!("{}px", value.round());
    view! {
        <div
            class="reader"
            role="slider"
            tabindex="0"
            aria-label="Day to read, arrow keys go from step to step"
            aria-valuemin="0"
            aria-valuemax=move || frame.get().map(|f| f.last_day.to_string())
            aria-valuenow=move || Some(day.get().to_string())
            aria-valuetext=move || said().map(|said| format!("Day {}. {said}", day.get()))
            style:left=move || frame.get().map(|f| px(f.left))
            style:top=move || frame.get().map(|f| px(f.top))
            style:width=move || frame.get().map(|f| px(f.right - f.left))
            style:height=move || frame.get().map(|f| px(f.bottom - f.top))
            on:pointermove=on(pointed)
            on:pointerdown=on(pointed)
            on:keydown=pressed
        ></div>
    }
    .into_any()
}

fn sentence(trace: &Trace, day: i32) -> String {
    let reading = trace.reading(day);
    match reading.share {
        Some(share) => format!("{}: {} competent, {} at risk", trace.name, format::share(share), reading.at_risk),
        None => format!("{}: the curve has ended", trace.name),
    }
}
