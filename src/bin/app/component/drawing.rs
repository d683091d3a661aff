//! A figure's shapes as SVG. It was drawn for the width of its column and is never scaled.

use leptos::prelude::*;
use rampline::chart::{Figure, Node};

use super::live::each;

/// `changed`: it follows a choice, so that its lines fade in; `many`: more bands than the eye can keep apart at their
/// usual strength.
pub fn drawing(figure: Figure, changed: bool, many: bool, over: AnyView) -> AnyView {
    let Figure { width, height, nodes, alt, .. } = figure;
    view! {
        <svg
            class="chart"
            class:changed=changed
            class:many=many
            viewBox=format!("0 0 {width} {height}")
            width=width.to_string()
            height=height.to_string()
            role="img"
            aria-label=alt
        >
            {each(nodes, node)}
            {over}
        </svg>
    }
    .into_any()
}

fn node(node: Node) -> AnyView {
    match node {
        Node::Path { class, d } => view! { <path class=class d=d/> }.into_any(),
        Node::Circle { class, x, y, r } => circle(class, x, y, r),
        Node::Text { class, x, y, text } => view! { <text class=class x=place(x) y=place(y)>{text}</text> }.into_any(),
    }
}

pub fn circle(class: String, x: f64, y: f64, r: f64) -> AnyView {
    view! { <circle class=class cx=place(x) cy=place(y) r=place(r)/> }.into_any()
}

/// A coordinate, to a tenth of a CSS pixel.
pub fn place(value: f64) -> String {
    ((value * 10.0).round() / 10.0).to_string()
}
