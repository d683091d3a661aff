//! A table of numbers in its own region: where it is too wide, it scrolls and the page does not.

use leptos::prelude::*;
use rampline::scene::document::{Cell, Table};

use super::live::{each, when};

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
