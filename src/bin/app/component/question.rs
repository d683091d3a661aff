//! What a file leaves open, to be answered here; then it is read again.

use leptos::prelude::*;
use rampline::receipt::{Answers, DateOrder, Guess, Hint, Question, Role};
use rampline::state::msg::Msg;
use rampline::state::words::{ROLES, role};
use web_sys::Event;

use super::live::{each, on};
use super::part::{button, caveat, pressed};
use crate::shell::Shell;

pub fn question(file: String, question: Question) -> AnyView {
    match question {
        Question::DateOrder { column, example } => date_order(file, &column, &example),
        Question::Columns { guesses, .. } => columns(file, guesses),
    }
}

fn answered(file: &str, answers: Answers) -> Msg {
    Msg::Answered { file: file.to_owned(), answers: Box::new(answers) }
}

fn date_order(file: String, column: &str, example: &str) -> AnyView {
    let says = |order| answered(&file, Answers { date_order: Some(order), ..Answers::default() });
    let what = format!("Dates like {example} in the column “{column}” can be read both ways. Which comes first?");
    view! {
        <div class="note gap" role="group" aria-label=format!("A question about {file}")>
            <div class="stack">
                <p><strong>{file.clone()}": "</strong>{what}</p>
                <div class="btns">
                    {button("sm", "The day comes first", says(DateOrder::DayFirst))}
                    {button("sm", "The month comes first", says(DateOrder::MonthFirst))}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// The columns with what is in them; each can be given a meaning.
fn columns(file: String, guesses: Vec<Guess>) -> AnyView {
    let shell = Shell::here();
    let chosen: Vec<(String, Option<Role>)> = guesses.iter().map(|g| (g.column.clone(), g.role)).collect();
    let chosen = StoredValue::new(chosen);
    let row = move |(at, guess): (usize, Guess)| {
        let id = format!("column-{at}");
        let because = match guess.because {
            Hint::Nothing => "",
            Hint::Name => "guessed by its name",
            Hint::Values => "guessed by its values",
        };
        let changed = on(move |event: Event| {
            let picked = event_target_value(&event).parse().ok().and_then(|n: usize| ROLES.get(n).copied());
            chosen.update_value(|chosen| chosen[at].1 = picked);
        });
        let option = |(n, meaning): (usize, Role)| {
            view! { <option value=n.to_string() selected=guess.role == Some(meaning)>{role(meaning)}</option> }
        };
        view! {
            <tr>
                <th scope="row"><label for=id.clone()>{guess.column.clone()}</label></th>
                <td class="quiet found">{guess.examples.join(", ")}</td>
                <td>
                    <select id=id on:change=changed>
                        <option value="">"Not used"</option>
                        {each(ROLES.into_iter().enumerate(), option)}
                    </select>
                    " " <span class="quiet small">{because}</span>
                </td>
            </tr>
        }
    };
    let name = file.clone();
    let read = on(move |_| {
        let roles = chosen.get_value().into_iter().filter_map(|(column, role)| Some((column, role?))).collect();
        shell.send(answered(&name, Answers { roles, ..Answers::default() }));
    });
    view! {
        <section class="gap" aria-label=format!("What the columns of {file} mean")>
            <h3>{format!("What do the columns of {file} mean?")}</h3>
            {caveat("No known export has these columns. Say which one stands for the person and which for the date or the start; what is not used is left aside.")}
            <div class="scroll gap" tabindex="0" role="region" aria-label=format!("Columns of {file}, table")>
                <table class="asks">
                    <thead><tr><th scope="col">"Column"</th><th scope="col">"First values"</th><th scope="col">"Means"</th></tr></thead>
                    <tbody>{each(guesses.into_iter().enumerate(), row)}</tbody>
                </table>
            </div>
            <div class="btns gap">{pressed("", "Read it so", read)}</div>
        </section>
    }
    .into_any()
}
