//! A table of numbers in its own region: where it is too wide, it scrolls and the page does not.

use leptos::prelude::*;
use rampline::chart;

use super::live::{each, when};

/// A value, and what stands under it: its interval.
pub struct Cell {
    pub value: String,
    pub under: String,
}

impl From<String> for Cell {
    fn from(value: String) -> Cell {
        Cell { value, under: String::new() }
    }
}

pub struct Table {
    /// Name of the region.
    pub label: &'static str,
    pub caption: String,
    pub head: Vec<String>,
    /// The first cell of a row is its header; the others are numbers and stand right.
    pub rows: Vec<Vec<Cell>>,
}

/// The table of a picture.
pub fn of_picture(table: chart::Table, label: &'static str) -> AnyView {
    let rows = table.rows.into_iter().map(|row| row.into_iter().map(Cell::from).collect()).collect();
    data_table(Table { label, caption: table.caption, head: table.head, rows })
}

pub fn data_table(table: Table) -> AnyView {
    let head = each(table.head.into_iter().enumerate(), |(at, cell)| {
        view! { <th scope="col" class=if at == 0 { "" } else { "n" }>{cell}</th> }
    });
    let row = |cells: Vec<Cell>| {
        let cells = each(cells.into_iter().enumerate(), |(at, cell)| match at {
            0 => view! { <th scope="row">{cell.value}</th> }.into_any(),
            _ => {
                let under = when(!cell.under.is_empty(), || view! { <br/><span class="quiet">{cell.under}</span> });
                view! { <td class="n">{cell.value}{under}</td> }.into_any()
            }
        });
        view! { <tr>{cells}</tr> }
    };
    view! {
        <div class="scroll gap" tabindex="0" role="region" aria-label=table.label>
            <table class="nw">
                <caption>{table.caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{each(table.rows, row)}</tbody>
            </table>
        </div>
    }
    .into_any()
}
