//! What is read, below the picture: a line, or a row for each curve. Its size does not change with what is read.

use leptos::prelude::*;
use rampline::scene::reads::{Reads, SaidRow};

use super::live::each;
use super::number::number;

const HOW: &str = ". Point at the picture, or focus it and use the arrow keys.";

pub fn readout(reads: &Reads, at: i32) -> AnyView {
    let said = reads.said(at);
    if said.rows.is_empty() {
        return view! {
            <p class="readout"><strong>{said.title}</strong>": "{said.words}<span class="no-print quiet">{HOW}</span></p>
        }
        .into_any();
    }
    let row = |(swatch, [name, share, band, at_risk], opens): SaidRow| {
        view! {
            <tr>
                <th scope="row">
                    <svg class="swatch" viewBox="0 0 26 10" aria-hidden="true" focusable="false">
                        <path class=swatch d="M0 5H26"/>
                    </svg>
                    {name}
                </th>
                <td class="n">{number(share, opens)}</td>
                <td class="n quiet">{band}</td>
                <td class="n">{at_risk}</td>
            </tr>
        }
    };
    view! {
        <table class="tight readout">
            <caption><strong>{said.title}</strong><span class="no-print">{HOW}</span></caption>
            <thead>
                <tr>
                    <th scope="col">"Group"</th>
                    <th scope="col" class="n">"Share"</th>
                    <th scope="col" class="n">"95 % interval"</th>
                    <th scope="col" class="n">"At risk"</th>
                </tr>
            </thead>
            <tbody>{each(said.rows, row)}</tbody>
        </table>
    }
    .into_any()
}
