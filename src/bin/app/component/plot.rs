//! A picture, with what is read off it.

use leptos::prelude::*;
use rampline::scene::Picture;

use super::drawing::{circle, drawing, place};
use super::held::Held;
use super::live::each;
use super::reader::reader;
use super::readout::readout;

/// `None` while there is no picture.
pub type Shown = Memo<Option<Held<Picture>>>;

pub fn plot(picture: Shown) -> AnyView {
    // The stop that is read; none until somebody asks.
    let asked = RwSignal::new(None::<i32>);
    let at = Memo::new(move |_| {
        picture.with(|p| {
            let Some(Picture { figure, reads, .. }) = p.as_deref() else { return 0 };
            asked.get().map_or_else(|| reads.first(&figure.frame), |at| at.min(reads.last(&figure.frame)))
        })
    });
    // The new line of a choice fades in; that of another width does not.
    let width_before = StoredValue::new(0);
    let svg = move || {
        let picture = picture.get()?;
        let width = picture.figure.width;
        let follows_choice = width_before.get_value() == width;
        width_before.set_value(width);
        let (figure, many) = (picture.figure.clone(), picture.reads.is_many());
        let over = move || asked.get().map(|_| cursor(&picture, at.get()));
        Some(drawing(figure, follows_choice, many, over.into_any()))
    };
    view! {
        <figure>
            <div class="plot">{svg} {reader(picture, at, asked)}</div>
            <figcaption>{move || picture.get().map(|p| p.caption.clone())}</figcaption>
            {move || picture.get().map(|p| readout(&p.reads, at.get()))}
        </figure>
    }
    .into_any()
}

/// The line at what is read, with its dots.
fn cursor(picture: &Picture, at: i32) -> AnyView {
    let frame = picture.figure.frame;
    let (line, dots) = picture.reads.marks(&frame, at);
    let radius = if line.is_some() { 4.5 } else { 8.0 };
    let line = line.map(|x| {
        let d = format!("M{} {}V{}", place(x), place(frame.top), place(frame.bottom));
        view! { <path class="cursor-l" d=d/> }
    });
    view! {
        <g class="cursor">
            {line}
            {each(dots, |(class, x, y)| circle(class, x, y, radius))}
        </g>
    }
    .into_any()
}
