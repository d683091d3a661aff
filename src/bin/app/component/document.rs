//! Sections as the worker wrote them: one view for each kind of block.

use leptos::prelude::*;
use rampline::scene::document::{Block, KeyFigure, Section};

use super::data_table::data_table;
use super::live::each;
use super::part::caveat;
use super::strip::strip;

pub fn section(section: Section) -> AnyView {
    let Section { id, title, blocks } = section;
    let heading = id.clone();
    view! {
        <section class="block" aria-labelledby=id>
            <h2 id=heading>{title}</h2>
            {each(blocks, block)}
        </section>
    }
    .into_any()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Words(words) => caveat(words),
        Block::Table(table) => data_table(table),
        Block::Folded { summary, table } => view! {
            <details class="gap">
                <summary>{summary}</summary>
                {data_table(table)}
            </details>
        }
        .into_any(),
        Block::Figures(figures) => view! { <div class="kpis gap">{each(figures, key_figure)}</div> }.into_any(),
    }
}

/// One of the accountable figures against its target, with its denominator or the reason it has none.
fn key_figure(figure: KeyFigure) -> AnyView {
    view! {
        <div class="kpi">
            <h3>{figure.title}</h3>
            <span class="fig">{figure.figure}</span>
            {figure.strip.map(strip)}
            <p>{figure.words}</p>
        </div>
    }
    .into_any()
}
