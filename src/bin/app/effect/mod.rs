//! Carries out what the state orders. One outside thing, one file; every outcome returns as a message.

pub mod address;
pub mod automation;
mod download;
pub mod files;
pub mod language;
pub mod mount;
mod paint;
mod picture;
pub mod press;
pub mod reading;
mod rehearsal;
mod sample;
pub mod scroll;
mod site_file;
pub mod storage;
mod timing;
pub mod worker;

use leptos::wasm_bindgen::JsValue;
use rampline::protocol::{FromWorker, ToWorker};
use rampline::state::effect::Effect;
use rampline::state::msg::Msg;
use rampline::t;

use crate::shell::Shell;

pub fn run(shell: Shell, order: Effect) {
    match order {
        Effect::StartWorker => worker::start(shell),
        Effect::Post(message) => worker::post(shell, &message, &[]),
        Effect::Import { run, batch, names, origin, ask, look } => {
            let files = files::take(batch);
            worker::post(shell, &ToWorker::Import { run, names, replies: Vec::new(), origin, ask, look }, &files);
        }
        Effect::ImportAgain { run, name, reply, origin, ask, look } => match files::again(&name) {
            Some(file) => {
                let (names, replies) = (vec![name], vec![*reply]);
                worker::post(shell, &ToWorker::Import { run, names, replies, origin, ask, look }, &[file]);
            }
            None => shell.send(Msg::WorkerSpoke(FromWorker::Failed {
                run,
                why: t!("The file is no longer here. Drop it again.").to_owned(),
            })),
        },
        Effect::OpenPicker => files::open_picker(),
        Effect::FetchSample => sample::fetch(shell),
        Effect::AwaitPaint(run) => paint::wait(shell, run),
        Effect::SaveSettings(settings) => refused(shell, storage::save_settings(&settings)),
        Effect::SaveProfiles(text) => refused(shell, storage::save_profiles(&text)),
        Effect::FetchLanguage(code) => language::fetch(shell, code),
        Effect::SayAnew => language::show(shell),
        Effect::SaveLanguage(code) => refused(shell, storage::save_language(&code)),
        Effect::ShowTheme(theme) => address::show_theme(theme),
        Effect::SaveTheme(theme) => refused(shell, storage::save_theme(theme)),
        Effect::Forget(what) => {
            files::forget();
            refused(shell, storage::forget(what));
        }
        Effect::Navigate(address) => address::navigate(&address),
        Effect::SayAddress(address) => address::say(&address),
        Effect::Title(route) => address::title(route),
        Effect::FocusContent => address::focus_content(),
        Effect::FocusOn(id) => address::focus_on(id),
        Effect::Download { run, name, media_type } => {
            let saved = worker::take_bytes(run)
                .ok_or_else(|| t!("The bytes did not arrive.").to_owned())
                .and_then(|bytes| download::bytes(&bytes, &name, &media_type).map_err(text));
            if let Err(why) = saved {
                shell.send(Msg::DownloadFailed { why });
            }
        }
        Effect::ShowRows { first, html } => scroll::show(first, &html),
        Effect::DropBytes(run) => drop(worker::take_bytes(run)),
        Effect::DownloadPng { run, name } => match worker::take_bytes(run) {
            Some(svg) => picture::save_png(shell, name, svg),
            None => shell.send(Msg::DownloadFailed { why: t!("The bytes did not arrive.").to_owned() }),
        },
        Effect::Rehearse(told) => rehearsal::begin(shell, *told),
        Effect::CopyPng(run) => match worker::take_bytes(run) {
            Some(svg) => picture::copy_png(shell, svg),
            None => shell.send(Msg::CopyFailed { why: t!("The bytes did not arrive.").to_owned() }),
        },
        Effect::Mark(moment) => timing::mark(moment),
        Effect::Measure(span) => timing::measure(span),
        Effect::Reload => address::reload(),
        Effect::Print => address::print(),
    }
}

fn refused(shell: Shell, outcome: Result<(), String>) {
    if let Err(why) = outcome {
        shell.send(Msg::StorageRefused { why });
    }
}

/// For what nobody can do anything about but whoever looks into the console.
fn logged<T>(what: &str, outcome: Result<T, JsValue>) {
    if let Err(refused) = outcome {
        leptos::logging::warn!("{what}: {}", text(refused));
    }
}

/// What a browser's error says.
fn text(error: JsValue) -> String {
    let message = js_sys::Reflect::get(&error, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| error.as_string()).unwrap_or_else(|| format!("{error:?}"))
}
