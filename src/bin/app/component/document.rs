//! Sections as the worker wrote them: one view for each kind of block.

use leptos::prelude::*;
use rampline::inspect::Number;
use rampline::protocol::Change;
use rampline::scene::document::{Act, Block, Choice, KeyFigure, Section};
use rampline::state::msg::Msg;

use super::data_table::data_table;
use super::live::{each, on};
use super::number::number;
use super::part::caveat;
use super::strip::strip;
use crate::shell::Shell;

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

pub fn block(block: Block) -> AnyView {
    match block {
        Block::Words { text, opens } => view! { {caveat(text)} {how(opens)} }.into_any(),
        Block::Finding { finding, opens } => view! {
            <h3 class="said">{finding.headline}</h3>
            {caveat(finding.caveat)}
            {how(opens)}
        }
        .into_any(),
        Block::Table(table) => data_table(table),
        Block::Folded { summary, table } => view! {
            <details class="gap">
                <summary>{summary}</summary>
                {data_table(table)}
            </details>
        }
        .into_any(),
        Block::Numbers(numbers) => {
            let one = |(name, opens)| view! { <li>{number(name, Some(opens))}</li> };
            view! { <ul class="plain-list numbers">{each(numbers, one)}</ul> }.into_any()
        }
        Block::Choices(choices) => view! { <ul class="plain-list choices">{each(choices, choice)}</ul> }.into_any(),
        Block::Figures(figures) => view! { <div class="kpis gap">{each(figures, key_figure)}</div> }.into_any(),
    }
}

/// Something to decide, with a button for each thing that can be said.
fn choice(choice: Choice) -> AnyView {
    let shell = Shell::here();
    let act = |(label, act): (String, Act)| {
        let says = on(move |_| shell.send(Msg::ChangeChosen(Change::People(act))));
        view! { <button class="btn sm" type="button" on:click=says>{label}</button> }
    };
    view! {
        <li><div><strong>{choice.text}</strong><p class="small quiet">{choice.under}</p></div><div class="btns">{each(choice.acts, act)}</div></li>
    }
    .into_any()
}

/// One of the accountable figures against its target, with its denominator or the reason it has none.
fn key_figure(figure: KeyFigure) -> AnyView {
    view! {
        <div class="kpi">
            <h3>{figure.title}</h3>
            <span class="fig">{number(figure.figure, figure.opens)}</span>
            {figure.strip.map(strip)}
            <p>{figure.words}</p>
        </div>
    }
    .into_any()
}

/// Opens what a sentence rests on.
pub fn how(opens: Option<Number>) -> Option<AnyView> {
    let opened = number("How this is worked out".to_owned(), Some(opens?));
    Some(view! { <p class="small">{opened}</p> }.into_any())
}
