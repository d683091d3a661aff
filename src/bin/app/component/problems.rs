//! Rows that were set aside: how many and why, then one by one with place, found and expected.

use leptos::prelude::*;
use rampline::protocol::Export;
use rampline::receipt::{Kept, Problem, Reason};
use rampline::state::words;

use super::downloads::export_button;
use super::live::{each, on, when};

/// Rows put into the page at a time: thousands at once would hold it up.
const STEP: usize = 50;

/// `set_aside`: how many by reason; goes on beyond the list. `problems`: the first of them, in order of line. `file`: the
/// rows themselves, to be corrected.
pub fn problems(set_aside: Vec<(Reason, u64)>, problems: Vec<Problem>, file: Option<(Export, Kept)>) -> AnyView {
    let total: u64 = set_aside.iter().map(|(_, n)| n).sum();
    let reasons = each(set_aside, |(reason, n)| {
        view! { <li><strong>{reason.wrong()}</strong> ": " {words::rows(n)} ". Expected: " {reason.expected()} "."</li> }
    });
    let listed = problems.len();
    let beyond = total.saturating_sub(listed as u64);
    let (shown, problems) = (RwSignal::new(STEP.min(listed)), StoredValue::new(problems));
    let rows = move || problems.with_value(|p| each(p.iter().take(shown.get()).cloned(), row));
    let more = move || {
        view! {
            <button
                class="btn sm"
                type="button"
                on:click=on(move |_| shown.update(|n| *n = (*n + STEP).min(listed)))
            >
                "Show more of " {words::rows(listed as u64)}
            </button>
        }
    };
    let download = file.map(|(file, kept)| {
        let first = "There was room for the first of them only: correct the rest in the file itself.";
        view! {
            <div class="btns gap">
                {export_button(file, "Download these rows (.csv)", None)}
                {when(kept == Kept::First, || view! { <span class="quiet small">{first}</span> })}
            </div>
        }
    });
    view! {
        <h4 class="gap">{words::rows(total)} " set aside"</h4>
        <p class="caveat">
            "They count nowhere. Download them, correct them and drop that file: its last column says what is wrong and is not read."
        </p>
        {download}
        <ul class="reasons">{reasons}</ul>
        <table class="tight rows-n gap">
            <thead>
                <tr>
                    <th scope="col">"Line"</th>
                    <th scope="col">"Column"</th>
                    <th scope="col">"What is there"</th>
                    <th scope="col">"What is wrong"</th>
                </tr>
            </thead>
            <tbody>{move || rows()}</tbody>
        </table>
        <div class="btns gap">
            {move || when(shown.get() < listed, more)}
            {when(beyond > 0, || view! {
                <span class="quiet small">{words::rows(beyond)} " more are counted, not listed."</span>
            })}
        </div>
    }
    .into_any()
}

fn row(problem: Problem) -> AnyView {
    let is_empty = problem.found.is_empty();
    let found = if is_empty { "nothing".to_owned() } else { problem.found };
    view! {
        <tr>
            <th scope="row">"Line " {problem.line.to_string()}</th>
            <td data-l="Column">{problem.column}</td>
            <td data-l="There"><span class=if is_empty { "quiet" } else { "found" }>{found}</span></td>
            <td><span class="tag warn">{problem.reason.wrong()}</span></td>
        </tr>
    }
    .into_any()
}
