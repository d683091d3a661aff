//! Texts in another language than English: a file of this site. boot.js gets the first one beside the program.

use std::any::Any;
use std::cell::RefCell;

use js_sys::Reflect;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rampline::language;
use rampline::state::language::Spoken;
use rampline::state::msg::Msg;
use wasm_bindgen_futures::JsFuture;

use super::{logged, site_file};
use crate::root;
use crate::shell::Shell;

thread_local! {
    /// The page as it is mounted; it goes when this is dropped.
    static SHOWN: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

const ENGLISH: (&str, &str) = ("en", "English");

/// Codes and names; the build lists the files of the site in index.html.
pub fn offered() -> Vec<(String, String)> {
    let listed = document().query_selector("meta[name=languages]").ok().flatten();
    let listed = listed.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    let others = listed.split(", ").filter_map(|one| one.split_once(' '));
    [ENGLISH].into_iter().chain(others).map(|(code, name)| (code.to_owned(), name.to_owned())).collect()
}

/// Shows the page in the language that is spoken. What was shown before goes: texts that never change are not looked at
/// again.
pub fn show(shell: Shell) {
    SHOWN.take();
    let body = document().body().expect("the page has a body");
    SHOWN.set(Some(Box::new(mount_to(body, move || root::root(shell)))));
}

/// What boot.js left. English where that is nothing that can be read.
pub fn at_start() -> Spoken {
    let left = Reflect::get(&window(), &"ramplineTexts".into()).ok().and_then(|texts| texts.as_string());
    spoken(left.unwrap_or_default()).unwrap_or_else(|why| {
        leptos::logging::warn!("English is spoken: {why}");
        Spoken::default()
    })
}

pub fn fetch(shell: Shell, code: String) {
    spawn_local(async move {
        let catalog = match code.as_str() {
            "en" => Ok(String::new()),
            code => file(&format!("languages/{code}.po")).await,
        };
        shell.send(match catalog.and_then(spoken) {
            Ok(language) => Msg::LanguageCame(language),
            Err(why) => Msg::LanguageMissed { why },
        });
    });
}

/// From here on the page speaks it.
fn spoken(catalog: String) -> Result<Spoken, String> {
    language::speak_as(&catalog).map_err(|flaw| format!("Line {}: {} was expected.", flaw.line, flaw.expected))?;
    let code = language::code();
    if let Some(root) = document().document_element() {
        logged("The page is not marked", root.set_attribute("lang", code));
    }
    Ok(Spoken { code: code.to_owned(), catalog: catalog.into() })
}

async fn file(address: &str) -> Result<String, String> {
    let broken = |error| site_file::broken(address, error);
    let response = site_file::fetch(address).await?;
    let read = JsFuture::from(response.text().map_err(broken)?).await.map_err(broken)?;
    Ok(read.as_string().unwrap_or_default())
}
