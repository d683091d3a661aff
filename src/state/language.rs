//! The language of the page: the one of the browser or the one that was chosen, from its file.

use std::sync::Arc;

use super::effect::Effect;
use super::{Fault, Phase, State};
use crate::protocol::{Change, ToWorker};
use crate::scene::receipt::Heard;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// "en", "de".
    pub code: String,
    /// The catalog's file; empty for English.
    pub catalog: Arc<str>,
}

impl Default for Spoken {
    fn default() -> Spoken {
        Spoken { code: "en".to_owned(), catalog: Arc::default() }
    }
}

impl State {
    /// The page speaks it; what the worker wrote before is said again.
    pub(super) fn language_came(&mut self, spoken: Spoken, fx: &mut Vec<Effect>) {
        fx.push(Effect::SaveLanguage(spoken.code.clone()));
        self.language = spoken;
        self.tell_language(fx);
        fx.extend([Effect::SayAnew, Effect::Title(self.route), Effect::FocusOn("language".to_owned())]);
        self.is_to_be_retold = true;
        self.tell_again(fx);
    }

    /// What the worker wrote in another language is asked for again, once nothing else is under way.
    pub(super) fn tell_again(&mut self, fx: &mut Vec<Effect>) {
        let is_lost = matches!(self.phase, Phase::Error(Fault::OtherVersion | Fault::Stopped { .. }));
        if self.is_to_be_retold && !self.is_busy() && !is_lost {
            self.is_to_be_retold = false;
            self.change(Change::Language, fx);
        }
    }

    /// Before anything else is asked of the worker.
    pub(super) fn tell_language(&self, fx: &mut Vec<Effect>) {
        fx.push(Effect::Post(ToWorker::Speak { catalog: self.language.catalog.to_string() }));
    }

    /// What was written before gives way once the numbers are there again.
    pub(super) fn retold(&mut self, fx: &mut Vec<Effect>) {
        self.documents.clear();
        self.opened = None;
        let mut again = self.holdings.receipts.clone();
        for outcome in &mut self.outcomes {
            if let Heard::Read(read) = outcome
                && let Some(at) = again.iter().position(|of| of.import == read.import && of.file == read.file)
            {
                *read = again.remove(at);
            }
        }
        self.ask_for_screen(fx);
    }
}
