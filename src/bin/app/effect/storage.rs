//! Local storage: settings and theme. Storage may be blocked or full, so it is probed first and every refusal is said.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::window;
use rampline::saved::profiles;
use rampline::saved::settings::{self, KEY, KEY_KEPT, KEY_LANGUAGE, KEY_PREFIX, KEY_THEME, Settings};
use rampline::state::Theme;
use rampline::state::effect::Forget;
use rampline::t;

use super::text;

/// What an earlier visit left.
#[derive(Default)]
pub struct Kept {
    pub settings: Settings,
    pub theme: Theme,
    /// What is kept about kinds of export; the worker reads it.
    pub profiles: String,
    /// What could not be read, in words.
    pub trouble: Option<String>,
}

/// gloo's accessor panics where storage is blocked: ask the browser first.
fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten().map(|_| LocalStorage::raw())
}

pub fn read() -> Kept {
    let Some(storage) = storage() else { return Kept::default() };
    let theme = storage.get_item(KEY_THEME).ok().flatten().unwrap_or_default();
    let theme = Theme::from_word(theme.trim_matches('"'));
    let profiles = storage.get_item(profiles::KEY).ok().flatten().unwrap_or_default();
    let Ok(Some(stored)) = storage.get_item(KEY) else { return Kept { theme, profiles, ..Kept::default() } };
    match settings::read(&stored) {
        Ok(settings) => Kept { settings, theme, profiles, trouble: None },
        Err(why) => {
            let apart = storage.set_item(KEY_KEPT, &stored).and_then(|()| storage.remove_item(KEY));
            let kept = match apart {
                Ok(()) => t!("They are kept under {key}; this page starts with the usual ones.", key = KEY_KEPT),
                Err(refused) => t!("They could not be kept apart: {why}", why = text(refused)),
            };
            Kept {
                settings: Settings::default(),
                theme,
                profiles,
                trouble: Some(t!("They were {why}. {kept}", why, kept)),
            }
        }
    }
}

pub fn save_settings(settings: &Settings) -> Result<(), String> {
    let stored = settings::write(settings).map_err(|e| e.to_string())?;
    open()?.set_item(KEY, &stored).map_err(refusal)
}

pub fn save_profiles(text: &str) -> Result<(), String> {
    open()?.set_item(profiles::KEY, text).map_err(refusal)
}

pub fn save_theme(theme: Theme) -> Result<(), String> {
    // theme.js reads it as JSON before the first paint.
    open()?.set_item(KEY_THEME, &format!("\"{}\"", theme.word())).map_err(refusal)
}

pub fn save_language(code: &str) -> Result<(), String> {
    open()?.set_item(KEY_LANGUAGE, code).map_err(refusal)
}

pub fn forget(what: Forget) -> Result<(), String> {
    // Without storage nothing was ever kept.
    let Some(storage) = storage() else { return Ok(()) };
    let keys: Vec<String> = match what {
        Forget::Settings => vec![KEY.to_owned()],
        Forget::Everything => {
            let count = storage.length().map_err(refusal)?;
            (0..count)
                .filter_map(|at| storage.key(at).ok().flatten())
                .filter(|key| key.starts_with(KEY_PREFIX))
                .collect()
        }
    };
    keys.iter().try_for_each(|key| storage.remove_item(key)).map_err(refusal)
}

fn open() -> Result<web_sys::Storage, String> {
    storage().ok_or_else(|| t!("This browser keeps nothing for this page.").to_owned())
}

fn refusal(error: leptos::wasm_bindgen::JsValue) -> String {
    t!("The browser refused: {why}.", why = text(error).trim_end_matches('.'))
}
