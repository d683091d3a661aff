//! A table of text in its own region: where it is too wide, it scrolls and the page does not.

use leptos::prelude::*;
use rampline::chart::Table;

/// The first cell of a row is its header; the other columns are numbers and stand right.
pub fn data_table(table: Table, label: &'static str) -> impl IntoView {
    let head = table.head.into_iter().enumerate().map(|(at, cell)| {
        view! { <th scope="col" class:n=at.gt(&0)>{cell}</th> }
    });
    let row = |cells: Vec<String>| {
        let cells = cells.into_iter().enumerate().map(|(at, cell)| match at {
            0 => view! { <th scope="row">{cell}</th> }.into_any(),
            _ => view! { <td class="n">{cell}</td> }.into_any(),
        });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="tight nw">
                <caption>{table.caption}</caption>
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
