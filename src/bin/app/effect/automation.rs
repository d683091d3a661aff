//! `window.__bench.set(choices)`: what the controls do, for people who automate the page.

use std::cell::RefCell;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;
use leptos::wasm_bindgen::prelude::Closure;
use rampline::definition::{Contexts, Grouping};
use rampline::state::choose::MOST_OBSERVATIONS;
use rampline::state::msg::{Choice, Msg};
use rampline::time::Day;

use super::logged;
use crate::shell::Shell;

thread_local! {
    /// Promises to keep once nothing is under way.
    static WAITING: RefCell<Vec<Function>> = const { RefCell::new(Vec::new()) };
}

pub fn listen(shell: Shell) {
    let set = Closure::<dyn Fn(JsValue) -> Promise>::new(move |choices: JsValue| match read(&choices) {
        Ok(choices) => Promise::new(&mut |resolve, _| {
            WAITING.with_borrow_mut(|waiting| waiting.push(resolve));
            shell.send(Msg::Chosen(choices.clone()));
        }),
        Err(why) => Promise::reject(&js_sys::TypeError::new(&why)),
    });
    let hook = Object::new();
    let installed = Reflect::set(&hook, &"set".into(), &set.into_js_value())
        .and_then(|_| Reflect::set(&window(), &"__bench".into(), &hook));
    logged("No hook for automation", installed);
}

/// What was chosen is shown: keeps the promises.
pub fn settle() {
    for resolve in WAITING.take() {
        logged("A promise was not kept", resolve.call0(&JsValue::UNDEFINED));
    }
}

fn read(choices: &JsValue) -> Result<Vec<Choice>, String> {
    let mut read = Vec::new();
    let (mut k, mut n) = (None, None);
    let choices: &Object = leptos::wasm_bindgen::JsCast::dyn_ref(choices).ok_or("expected an object of choices")?;
    for entry in Object::entries(choices).iter() {
        let entry = js_sys::Array::from(&entry);
        let (key, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        let word = value.as_string().unwrap_or_default();
        match key.as_str() {
            "group" => read.push(Choice::Grouping(match word.as_str() {
                "" => Grouping::None,
                "team" => Grouping::Team,
                "cohort" => Grouping::Cohort,
                "role" => Grouping::Role,
                _ => return Err(format!("group is {word}; expected team, cohort or role")),
            })),
            "k" => k = Some(count(&key, &value)?),
            "n" => n = Some(count(&key, &value)?),
            "contexts" => read.push(Choice::Contexts(match word.as_str() {
                "live" => Contexts::Live,
                "any" => Contexts::Any,
                _ => return Err(format!("contexts is {word}; expected live or any")),
            })),
            "cutoff" if word.is_empty() => read.push(Choice::Cutoff(None)),
            "cutoff" => match Day::parse(&word) {
                Some(day) => read.push(Choice::Cutoff(Some(day))),
                None => return Err(format!("cutoff is {word}; expected a date like 2026-03-31")),
            },
            _ => return Err(format!("{key} is no choice; expected group, k, n, contexts or cutoff")),
        }
    }
    if let (Some(k), Some(n)) = (k, n)
        && k > n
    {
        return Err(format!("k is {k}; expected at most n, which is {n}"));
    }
    // n first: k pulls a smaller n along.
    read.extend(n.map(Choice::N));
    read.extend(k.map(Choice::K));
    Ok(read)
}

fn count(key: &str, value: &JsValue) -> Result<u32, String> {
    match value.as_f64() {
        Some(found) if found.fract() == 0.0 && (1.0..=f64::from(MOST_OBSERVATIONS)).contains(&found) => {
            Ok(found as u32)
        }
        _ => Err(format!("{key} is {value:?}; expected a whole number from 1 to {MOST_OBSERVATIONS}")),
    }
}
