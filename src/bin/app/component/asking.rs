//! What is asked about a file, to be answered here; then it is read again.

use leptos::prelude::*;
use rampline::receipt::{Asking, Field, Group, Reply};
use rampline::state::msg::Msg;
use web_sys::Event;

use super::live::{each, on, when};
use super::part::{caveat, pressed};
use crate::shell::Shell;

/// Options that are shown as buttons where nothing else is asked.
const FEW: usize = 3;

pub fn asking(file: String, asking: Asking) -> AnyView {
    let shell = Shell::here();
    let picks = asking.groups.iter().flat_map(|group| group.fields.iter().map(|field| field.picked)).collect();
    let reply = StoredValue::new((picks, asking.keep.clone()));
    let name = file.clone();
    let send = move || {
        let (picks, keep): (Vec<Option<u32>>, String) = reply.get_value();
        shell.send(Msg::Replied { file: name.clone(), reply: Box::new(Reply::Picked { picks, keep }) });
    };
    let heading = format!("asks-{file}");
    let Asking { title, words, groups, keep, .. } = asking;
    if let [Group { title: what, options, fields, .. }] = &groups[..]
        && let [Field { picked: None, .. }] = fields[..]
        && options.len() <= FEW
    {
        let option = |(at, option): (usize, String)| {
            let send = send.clone();
            let press = on(move |_| {
                reply.update_value(|(picks, _)| picks[0] = Some(at as u32));
                send();
            });
            view! { <button class="btn sm" type="button" on:click=press>{option}</button> }
        };
        return view! {
            <div class="note gap" role="group" aria-label=title>
                <div class="stack">
                    <p id=heading tabindex="-1"><strong>{file}": "</strong>{what.clone()}</p>
                    <div class="btns">{each(options.clone().into_iter().enumerate(), option)}</div>
                </div>
            </div>
        }
        .into_any();
    }
    let mut first = 0;
    let groups = each(groups, |group| {
        let from = first;
        first += group.fields.len();
        self::group(&file, group, from, move |at, picked| reply.update_value(|(picks, _)| picks[at] = picked))
    });
    let (id, label) = (format!("keep-{file}"), title.clone());
    let typed = on(move |event: Event| reply.update_value(|(_, keep)| *keep = event_target_value(&event)));
    let kept = when(!keep.is_empty(), || {
        view! {
            <div class="field gap">
                <label for=id.clone()>"Read the next file of this kind the same way, under the name (empty: only this file)"</label>
                <input id=id type="text" maxlength="60" autocomplete="off" prop:value=keep on:input=typed/>
            </div>
            <div class="btns gap">{pressed("", "Read it so", on(move |_| send()))}</div>
        }
    });
    view! {
        <section class="gap" aria-label=label>
            <h3 id=heading tabindex="-1">{title}</h3>
            {when(!words.is_empty(), || caveat(words))}
            {groups}
            {kept}
        </section>
    }
    .into_any()
}

/// Fields with the same options. `from` is the number of the first; `picks` takes the number of a field and of its option.
fn group(file: &str, group: Group, from: usize, picks: impl Fn(usize, Option<u32>) + Copy + 'static) -> AnyView {
    let Group { title, words, head, options, nothing, fields } = group;
    let select = |at: usize, field: &Field| {
        let changed = on(move |event: Event| picks(from + at, event_target_value(&event).parse().ok()));
        let option = |(n, option): (usize, &String)| {
            view! { <option value=n.to_string() selected=field.picked == Some(n as u32)>{option.clone()}</option> }
        };
        view! {
            <select id=format!("{file}-{}", from + at) on:change=changed>
                {when(!nothing.is_empty(), || view! { <option value="">{nothing.clone()}</option> })}
                {each(options.iter().enumerate(), option)}
            </select>
        }
    };
    let row = |(at, field): (usize, Field)| {
        view! {
            <tr>
                <th scope="row"><label for=format!("{file}-{}", from + at)>{field.label.clone()}</label></th>
                <td class="quiet found">{field.seen.clone()}</td>
                <td>{select(at, &field)} " " <span class="quiet small">{field.hint.clone()}</span></td>
            </tr>
        }
    };
    let content = if head[0].is_empty() {
        each(fields.into_iter().enumerate(), |(at, field)| {
            view! {
                <div class="field">
                    <label for=format!("{file}-{}", from + at)>{field.label.clone()}</label>
                    {select(at, &field)}
                </div>
            }
        })
        .into_any()
    } else {
        let heads = each(head.clone(), |cell| view! { <th scope="col">{cell}</th> });
        view! {
            <div class="scroll gap" tabindex="0" role="region" aria-label=format!("{title}, table")>
                <table class="asks">
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{each(fields.into_iter().enumerate(), row)}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <h4 class="gap">{title}</h4>
        {when(!words.is_empty(), || caveat(words))}
        {content}
    }
    .into_any()
}
