//! The values of all curves on the day that is read, below the picture. Its size does not change with the day.

use leptos::prelude::*;
use rampline::format;
use rampline::scene::Picture;
use rampline::scene::picture::Trace;

use super::live::each;
use super::number::number;

pub fn readout(picture: &Picture, day: i32) -> AnyView {
    let row = |trace: &Trace| {
        let reading = trace.reading(day);
        let swatch = format!("ln k{}", trace.slot + 1);
        let share = match reading.share {
            Some(share) => number(format::share(share), Some(trace.number(day))),
            None => "ended".into_any(),
        };
        let band = reading.band.map(format::share_interval).unwrap_or_default();
        view! {
            <tr>
                <th scope="row">
                    <svg class="swatch" viewBox="0 0 26 10" aria-hidden="true" focusable="false">
                        <path class=swatch d="M0 5H26"/>
                    </svg>
                    {trace.name.clone()}
                </th>
                <td class="n">{share}</td>
                <td class="n quiet">{band}</td>
                <td class="n">{format::count(reading.at_risk.into())}</td>
            </tr>
        }
    };
    view! {
        <table class="tight readout">
            <caption>
                <strong>"Day " {day.to_string()}</strong>
                <span class="no-print">". Point at the picture, or focus it and use the arrow keys."</span>
            </caption>
            <thead>
                <tr>
                    <th scope="col">"Group"</th>
                    <th scope="col" class="n">"Competent"</th>
                    <th scope="col" class="n">"95 % interval"</th>
                    <th scope="col" class="n">"At risk"</th>
                </tr>
            </thead>
            <tbody>{each(&picture.traces, row)}</tbody>
        </table>
    }
    .into_any()
}
