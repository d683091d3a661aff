//! Opening numbers, trying definitions, and keeping them under a name.

use super::effect::Effect;
use super::notice::Tone;
use super::route::Route;
use super::{Fault, Found, Opened, Phase, State};
use crate::definition::Definition;
use crate::inspect::Key;
use crate::markup::Html;
use crate::protocol::ToWorker;
use crate::saved::settings::{STANDARD, Version};
use crate::t;

/// Longest name of a version, characters.
pub const LONGEST_NAME: usize = 40;

impl State {
    /// What the screen shows beside the scene. Before the worker has spoken nothing can be asked; then it is asked for
    /// again.
    pub(super) fn ask_for_screen(&mut self, fx: &mut Vec<Effect>) {
        if matches!(self.phase, Phase::Starting | Phase::Error(Fault::OtherVersion | Fault::Stopped { .. })) {
            return;
        }
        match self.route {
            Route::Start if self.glance_width > 0 => {
                fx.push(Effect::Post(ToWorker::Glance { width: self.glance_width }));
            }
            Route::Definitions => fx.push(Effect::Post(ToWorker::Define { ask: self.ask_of_everybody() })),
            _ => self.ask_for_document(fx),
        }
    }

    pub(super) fn open(&mut self, number: Key, fx: &mut Vec<Effect>) {
        let run = self.next_run();
        self.opened = Some(Opened { run, found: Found::Waiting });
        // What is compared on the Definitions screen is of everybody.
        let ask = if self.route.is_filtered() { self.ask() } else { self.ask_of_everybody() };
        fx.push(Effect::Post(ToWorker::Inspect { run, ask, number }));
    }

    /// What is tried is compared with what is in force; one that makes no sense is not taken up.
    pub(super) fn try_definition(&mut self, draft: Option<Definition>, fx: &mut Vec<Effect>) {
        let Some(draft) = draft else {
            (self.draft, self.what_if) = (None, Html::default());
            return;
        };
        if draft.check().is_err() {
            return;
        }
        self.draft = Some(draft.clone());
        self.supposed = self.next_run();
        fx.push(Effect::Post(ToWorker::WhatIf {
            run: self.supposed,
            ask: self.ask_of_everybody(),
            draft,
            width: self.width,
        }));
    }

    /// The draft is in force from now on, kept under a name if there is one.
    pub(super) fn use_draft(&mut self, name: Option<String>, fx: &mut Vec<Effect>) {
        let name = name.map(|name| name.trim().chars().take(LONGEST_NAME).collect::<String>());
        if let Some(why) = name.as_deref().and_then(|name| self.why_no_name(name)) {
            return self.notify(Tone::Error, t!("The definition was not saved."), why);
        }
        let Some(definition) = self.draft.take() else { return };
        self.what_if = Html::default();
        let before = self.ask();
        self.settings.definition = definition.clone();
        if let Some(name) = name {
            let version = Version { name: name.clone(), definition: Definition { cutoff: None, ..definition } };
            match self.settings.versions.iter_mut().find(|kept| kept.name == name) {
                Some(kept) => *kept = version,
                None => self.settings.versions.push(version),
            }
            self.settings.based_on = name;
            self.keep_settings(fx);
        }
        self.follow(&before, fx);
    }

    fn why_no_name(&self, name: &str) -> Option<&'static str> {
        match name {
            "" => Some(t!("It needs a name, which everything made with it will carry.")),
            STANDARD => Some(t!("“Standard” stays what it is. Please choose another name.")),
            _ => None,
        }
    }

    pub(super) fn use_version(&mut self, name: String, fx: &mut Vec<Effect>) {
        let Some(kept) = self.settings.version(&name) else { return };
        let before = self.ask();
        let cutoff = self.settings.definition.cutoff;
        self.settings.definition = Definition { cutoff, ..kept };
        self.settings.based_on = name;
        (self.draft, self.what_if) = (None, Html::default());
        self.keep_settings(fx);
        self.follow(&before, fx);
    }

    /// The definition in force stays as it is.
    pub(super) fn remove_version(&mut self, name: &str, fx: &mut Vec<Effect>) {
        let before = self.ask();
        self.settings.versions.retain(|version| version.name != name);
        if self.settings.based_on == name {
            self.settings.based_on = STANDARD.to_owned();
        }
        self.keep_settings(fx);
        self.follow(&before, fx);
    }
}
