//! Rows that were set aside: how many and why, then one by one with place, found and expected.

use leptos::prelude::*;
use rampline::receipt::{Problem, Reason};
use rampline::state::words;

/// Rows put into the page at a time: thousands at once would hold it up.
const STEP: usize = 50;

#[component]
pub fn Problems(
    /// How many by reason; goes on beyond the list.
    set_aside: Vec<(Reason, u64)>,
    /// The first of them, in order of line.
    problems: Vec<Problem>,
) -> impl IntoView {
    let total: u64 = set_aside.iter().map(|(_, n)| n).sum();
    let reasons = set_aside.into_iter().map(|(reason, n)| {
        let words = words::reason(reason);
        view! { <li><strong>{words.wrong}</strong> ": " {words::rows(n)} ". Expected: " {words.expected} "."</li> }
    });
    let listed = problems.len();
    let beyond = total.saturating_sub(listed as u64);
    let (shown, problems) = (RwSignal::new(STEP.min(listed)), StoredValue::new(problems));
    let rows = move || problems.with_value(|p| p.iter().take(shown.get()).cloned().map(row).collect_view());
    let more = move || {
        (shown.get() < listed).then(|| {
            view! {
                <button class="btn sm" type="button" on:click=move |_| shown.update(|n| *n = (*n + STEP).min(listed))>
                    "Show more of " {words::rows(listed as u64)}
                </button>
            }
        })
    };
    view! {
        <h4 class="gap">{words::rows(total)} " set aside"</h4>
        <p class="caveat">"They count nowhere. Correct them in the file and drop it again."</p>
        <ul class="reasons">{reasons.collect_view()}</ul>
        <table class="tight rows-n gap">
            <thead>
                <tr>
                    <th scope="col">"Line"</th>
                    <th scope="col">"Column"</th>
                    <th scope="col">"What is there"</th>
                    <th scope="col">"What is wrong"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <div class="btns gap">
            {more}
            {(beyond > 0).then(|| view! { <span class="quiet small">{words::rows(beyond)} " more are counted, not listed."</span> })}
        </div>
    }
}

fn row(problem: Problem) -> impl IntoView {
    let found = match problem.found.is_empty() {
        true => view! { <span class="quiet">"nothing"</span> }.into_any(),
        false => view! { <span class="found">{problem.found}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">"Line " {problem.line}</th>
            <td data-l="Column">{problem.column}</td>
            <td data-l="There">{found}</td>
            <td><span class="tag warn">{words::reason(problem.reason).wrong}</span></td>
        </tr>
    }
}
