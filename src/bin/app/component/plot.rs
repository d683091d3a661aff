//! The picture, drawn for the width of its column: it is drawn again, never scaled.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use rampline::chart::curve::{Reading, readings};
use rampline::chart::{Figure, Frame, Node};
use web_sys::{HtmlElement, ResizeObserver};

use super::live::each;
use super::reader::reader;
use super::readout::readout;
use crate::page::curves::Scene;

/// A figure, and whether it follows a choice (then the new line fades in) or a change of width (then it does not).
#[derive(Clone, PartialEq)]
pub struct Drawn {
    pub figure: Figure,
    follows_choice: bool,
    /// More bands than the eye can keep apart at their usual strength.
    is_crowded: bool,
}

/// Curves whose bands can lie over each other and still be told apart.
const FEW: usize = 3;

pub fn plot(scene: Memo<Option<Scene>>) -> AnyView {
    let column = NodeRef::<Div>::new();
    let width = measured(column);
    let drawn = Memo::new(move |before: Option<&Option<Drawn>>| {
        let width = width.get().filter(|w| *w > 0)?;
        let (figure, curves) = scene.with(|s| s.as_ref().map(|s| (s.figure(width), s.curves().len())))?;
        let follows_choice = before.and_then(Option::as_ref).is_some_and(|b| b.figure.width == width);
        Some(Drawn { figure, follows_choice, is_crowded: curves > FEW })
    });
    // The day that is read; none until somebody asks.
    let asked = RwSignal::new(None::<i32>);
    let day = Memo::new(move |_| {
        let last = drawn.with(|d| d.as_ref().map(|d| d.figure.frame.last_day)).unwrap_or_default();
        asked.get().unwrap_or(FIRST_READ).min(last)
    });
    let read = Memo::new(move |_| {
        let day = day.get();
        scene.with(|s| match (s, drawn.read().as_ref()) {
            (Some(s), Some(d)) => readings(&s.series(), &d.figure, s.leavers(), day),
            _ => Vec::new(),
        })
    });
    let over = move || {
        asked.get()?;
        Some(cursor(drawn.get()?.figure.frame, day.get(), read.get()))
    };
    view! {
        <figure>
            <div class="plot" node_ref=column>
                {move || drawn.get().map(|d| svg(d, over))}
                {reader(scene, drawn, day, asked, read)}
            </div>
            <figcaption>
                "Steps with 95 % bands. A short upright tick is a person whose time is still open or who left. The dotted guide marks the day by which half are competent."
            </figcaption>
            {move || readout(day.get(), read.get())}
        </figure>
    }
    .into_any()
}

/// Day of the first reading, before anybody asks.
const FIRST_READ: i32 = 60;

/// Width of the column in CSS pixels, followed as it changes. The observer tells the first one, too: between layout and
/// painting, so that nothing has to be laid out for the question alone.
fn measured(column: NodeRef<Div>) -> RwSignal<Option<u32>> {
    let width = RwSignal::new(None);
    Effect::new(move |_| {
        let Some(element) = column.get() else { return };
        let observed: HtmlElement = element.clone().into();
        let resized = Closure::<dyn Fn()>::new(move || {
            let found = Some(observed.client_width() as u32);
            if width.get_untracked() != found {
                width.set(found);
            }
        });
        let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, resized));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    });
    width
}

/// The picture alone, without reading values off it.
pub fn still(scene: Scene) -> AnyView {
    let column = NodeRef::<Div>::new();
    let width = measured(column);
    let drawn = move |width| Drawn { figure: scene.figure(width), follows_choice: false, is_crowded: false };
    view! {
        <figure>
            <div class="plot" node_ref=column>
                {move || width.get().filter(|w| *w > 0).map(|width| svg(drawn(width), || None))}
            </div>
        </figure>
    }
    .into_any()
}

/// The line on the day that is read, with a dot on each curve.
fn cursor(frame: Frame, day: i32, read: Vec<Reading>) -> AnyView {
    let x = format!("{:.1}", frame.x(f64::from(day)));
    let dots = read.into_iter().filter_map(|reading| Some((format!("f{} dot-ring", reading.slot + 1), reading.y?)));
    view! {
        <g class="cursor">
            <path class="cursor-l" d=format!("M{x} {:.1}V{:.1}", frame.top, frame.bottom)/>
            {each(dots, |(class, y)| circle(class, x.clone(), y, 4.5))}
        </g>
    }
    .into_any()
}

fn svg(drawn: Drawn, over: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let Figure { width, height, nodes, alt, .. } = drawn.figure;
    view! {
        <svg
            class="chart"
            class:changed=drawn.follows_choice
            class:many=drawn.is_crowded
            viewBox=format!("0 0 {width} {height}")
            width=width.to_string()
            height=height.to_string()
            role="img"
            aria-label=alt
        >
            {each(nodes, node)}
            {move || over()}
        </svg>
    }
    .into_any()
}

fn node(node: Node) -> AnyView {
    match node {
        Node::Path { class, d } => view! { <path class=class d=d/> }.into_any(),
        Node::Circle { class, x, y, r } => circle(class, place(x), y, r),
        Node::Text { class, x, y, text } => view! { <text class=class x=place(x) y=place(y)>{text}</text> }.into_any(),
    }
}

fn circle(class: String, x: String, y: f64, r: f64) -> AnyView {
    view! { <circle class=class cx=x cy=place(y) r=place(r)/> }.into_any()
}

/// A coordinate, to a tenth of a CSS pixel.
fn place(value: f64) -> String {
    format!("{value:.1}")
}
