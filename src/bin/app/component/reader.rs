//! Reads values off a picture: pointer, touch and arrow keys.

use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

use super::live::on;
use super::plot::Shown;

/// Lies over the data area and takes pointer and keys: a slider over the stops that speaks its reading.
pub fn reader(picture: Shown, at: Memo<i32>, asked: RwSignal<Option<i32>>) -> AnyView {
    let frame = Memo::new(move |_| picture.with(|p| p.as_ref().map(|p| p.figure.frame)));
    let last = move || picture.with(|p| p.as_ref().map(|p| p.reads.last(&p.figure.frame)));
    let pointed = move |event: PointerEvent| {
        let Some(picture) = picture.get_untracked() else { return };
        let frame = picture.figure.frame;
        let (x, y) = (f64::from(event.offset_x()) + frame.left, f64::from(event.offset_y()) + frame.top);
        asked.set(Some(picture.reads.nearest(&frame, x, y)));
    };
    let pressed = on(move |event: KeyboardEvent| {
        let Some(picture) = picture.get_untracked() else { return };
        let (frame, reads) = (&picture.figure.frame, &picture.reads);
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => reads.step(frame, at.get_untracked(), true),
            "ArrowLeft" | "ArrowDown" => reads.step(frame, at.get_untracked(), false),
            "Home" => 0,
            "End" => reads.last(frame),
            _ => return,
        };
        event.prevent_default();
        asked.set(Some(next));
    });
    let said = move || picture.with(|p| p.as_ref().map(|p| p.reads.said(at.get()).sentence()));
    let px = |value: f64| format!("{}px", value.round());
    view! {
        <div
            class="reader"
            role="slider"
            tabindex="0"
            aria-label="What is read, arrow keys go from one value to the next"
            aria-valuemin="0"
            aria-valuemax=move || last().map(|last| last.to_string())
            aria-valuenow=move || Some(at.get().to_string())
            aria-valuetext=said
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
