//! The picture, with the day that is read off it.

use leptos::prelude::*;
use rampline::scene::Picture;

use super::drawing::{circle, drawing, place};
use super::held::Held;
use super::live::each;
use super::reader::reader;
use super::readout::readout;
use crate::shell::Shell;

/// Curves whose bands can lie over each other and still be told apart.
const FEW: usize = 3;
/// Day of the first reading, before anybody asks.
const FIRST_READ: i32 = 60;

pub type Shown = Memo<Option<Held<Picture>>>;

pub fn plot() -> AnyView {
    let picture: Shown = Shell::here().see(|s| Held::of(&s.picture));
    // The day that is read; none until somebody asks.
    let asked = RwSignal::new(None::<i32>);
    let day = Memo::new(move |_| {
        let last = picture.with(|p| p.as_ref().map(|p| p.figure.frame.last_day)).unwrap_or_default();
        asked.get().unwrap_or(FIRST_READ).min(last)
    });
    // The new line of a choice fades in; that of another width does not.
    let width_before = StoredValue::new(0);
    let svg = move || {
        let picture = picture.get()?;
        let width = picture.figure.width;
        let follows_choice = width_before.get_value() == width;
        width_before.set_value(width);
        let (figure, many) = (picture.figure.clone(), picture.traces.len() > FEW);
        let over = move || asked.get().map(|_| cursor(&picture, day.get()));
        Some(drawing(figure, follows_choice, many, over.into_any()))
    };
    view! {
        <figure>
            <div class="plot">{svg} {reader(picture, day, asked)}</div>
            <figcaption>
                "Steps with 95 % bands. A short upright tick is a person whose time is still open or who left. The dotted guide marks the day by which half are competent."
            </figcaption>
            {move || picture.get().map(|p| readout(&p, day.get()))}
        </figure>
    }
    .into_any()
}

/// The line on the day that is read, with a dot on each curve.
fn cursor(picture: &Picture, day: i32) -> AnyView {
    let frame = picture.figure.frame;
    let x = frame.x(f64::from(day));
    let dots = picture.traces.iter().filter_map(|trace| {
        let share = trace.reading(day).share?;
        Some(circle(format!("f{} dot-ring", trace.slot + 1), x, frame.y(share), 4.5))
    });
    view! {
        <g class="cursor">
            <path class="cursor-l" d=format!("M{} {}V{}", place(x), place(frame.top), place(frame.bottom))/>
            {each(dots, |dot| dot)}
        </g>
    }
    .into_any()
}
