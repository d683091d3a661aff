//! The picture, drawn for the width of its column: it is drawn again, never scaled.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use rampline::chart::curve::{Reading, readings};
use rampline::chart::{Figure, Node};
use web_sys::{HtmlElement, ResizeObserver};

use super::reader::Reader;
use super::readout::Readout;
use crate::page::curves::Scene;

/// A figure, and whether it follows a choice (then the new line fades in) or a change of width (then it does not).
#[derive(Clone, PartialEq)]
struct Drawn {
    figure: Figure,
    follows_choice: bool,
    /// More bands than the eye can keep apart at their usual strength.
    is_crowded: bool,
}

/// Curves whose bands can lie over each other and still be told apart.
const FEW: usize = 3;

#[component]
pub fn Plot(scene: Signal<Option<Scene>>) -> impl IntoView {
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
    let read = Signal::derive(move || {
        let day = day.get();
        scene.with(|s| match (s, drawn.read().as_ref()) {
            (Some(s), Some(d)) => readings(&s.series(), &d.figure, s.leavers(), day),
            _ => Vec::new(),
        })
    });
    view! {
        <figure>
            <div class="plot" node_ref=column>
                {move || drawn.get().map(|d| picture(d, day, asked, read))}
                <Reader scene drawn=Signal::derive(move || drawn.get().map(|d| d.figure)) day asked read/>
            </div>
            <figcaption>
                "Steps with 95 % bands. A short upright tick is a person whose time is still open or who left. The dotted guide marks the day by which half are competent."
            </figcaption>
            <Readout day read/>
        </figure>
    }
}

/// Day of the first reading, before anybody asks.
const FIRST_READ: i32 = 60;

/// Width of the column in CSS pixels, followed as it changes.
fn measured(column: NodeRef<Div>) -> RwSignal<Option<u32>> {
    let width = RwSignal::new(None);
    Effect::new(move |_| {
        let Some(element) = column.get() else { return };
        let measure = {
            let element: HtmlElement = element.clone().into();
            move || {
                let found = Some(element.client_width() as u32);
                if width.get_untracked() != found {
                    width.set(found);
                }
            }
        };
        measure();
        let resized = Closure::<dyn Fn()>::new(measure);
        let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, resized));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    });
    width
}

/// The picture alone, without reading values off it.
pub fn still(scene: Scene) -> impl IntoView {
    let column = NodeRef::<Div>::new();
    let width = measured(column);
    let picture = move || {
        width
            .get()
            .filter(|w| *w > 0)
            .map(|width| svg(Drawn { figure: scene.figure(width), follows_choice: false, is_crowded: false }, ()))
    };
    view! {
        <figure>
            <div class="plot" node_ref=column>{picture}</div>
        </figure>
    }
}

fn picture(drawn: Drawn, day: Memo<i32>, asked: RwSignal<Option<i32>>, read: Signal<Vec<Reading>>) -> impl IntoView {
    let frame = drawn.figure.frame;
    let x = move || format!("{:.1}", frame.x(f64::from(day.get())));
    let dots = move || {
        let x = x();
        read.get().into_iter().filter_map(move |reading| {
            let class = format!("f{} dot-ring", reading.slot + 1);
            Some(view! { <circle class=class cx=x.clone() cy=reading.y? r="4.5"/> })
        })
    };
    let cursor = move || {
        asked.get().map(|_| {
            view! {
                <g class="cursor">
                    <path class="cursor-l" d=move || format!("M{} {}V{}", x(), frame.top, frame.bottom)/>
                    {move || dots().collect_view()}
                </g>
            }
        })
    };
    svg(drawn, cursor)
}

fn svg(drawn: Drawn, over: impl IntoView + 'static) -> impl IntoView {
    let Figure { width, height, nodes, alt, .. } = drawn.figure;
    view! {
        <svg
            class="chart"
            class:changed=drawn.follows_choice
            class:many=drawn.is_crowded
            viewBox=format!("0 0 {width} {height}")
            width=width
            height=height
            role="img"
            aria-label=alt
        >
            {nodes.into_iter().map(node).collect_view()}
            {over}
        </svg>
    }
}

fn node(node: Node) -> AnyView {
    match node {
        Node::Path { class, d } => view! { <path class=class d=d/> }.into_any(),
        Node::Circle { class, x, y, r } => view! { <circle class=class cx=x cy=y r=r/> }.into_any(),
        Node::Text { class, x, y, text } => view! { <text class=class x=x y=y>{text}</text> }.into_any(),
    }
}
