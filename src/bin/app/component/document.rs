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
use super::plate;
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

pub fn block(written: Block) -> AnyView {
    match written {
        Block::Words { text, opens } => view! { {caveat(text)} {how(opens)} }.into_any(),
        Block::Finding { finding, opens } => said(finding.headline, finding.caveat, opens),
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
        Block::Plate(plate) => plate::plate(*plate),
        Block::List(sentences) => {
            let one = |sentence| view! { <li>{sentence}</li> };
            view! { <ul class="gap">{each(sentences, one)}</ul> }.into_any()
        }
        Block::Columns(columns) => {
            let one = |column| view! { <div>{each(column, block)}</div> };
            view! { <div class="cols-2">{each(columns, one)}</div> }.into_any()
        }
        Block::Link { text, address } => view! { <p class="more"><a href=address>{text}</a></p> }.into_any(),
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

/// A result in a sentence, its caveat, and what it rests on.
pub fn said(headline: String, caveats: String, opens: Option<Number>) -> AnyView {
    view! {
        <h3 class="said">{headline}</h3>
        {caveat(caveats)}
        {how(opens)}
    }
    .into_any()
}

/// Opens what a sentence rests on.
pub fn how(opens: Option<Number>) -> Option<AnyView> {
    let opened = number("How this is worked out".to_owned(), Some(opens?));
    Some(view! { <p class="small">{opened}</p> }.into_any())
}
