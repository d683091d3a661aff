//! Who is shown, and by which names: what the worker says of it, in the address and in the settings.

use super::State;
use super::effect::Effect;
use crate::markup::Html;
use crate::protocol::At;
use crate::scene::receipt::Heard;

impl State {
    /// `renamed` is the filter as it is to be said from now on.
    pub(super) fn filtered(&mut self, html: Html, renamed: Option<String>, fx: &mut Vec<Effect>) {
        self.filter = html;
        if let Some(filter) = renamed {
            self.settings.filter = filter;
            self.keep_settings(fx);
            fx.push(Effect::SayAddress(self.address(self.route)));
            self.catch_up(fx);
        }
    }

    /// Nothing that was written before stays.
    pub(super) fn names_hidden(&mut self, hidden: bool, fx: &mut Vec<Effect>) {
        self.settings.hide_names = hidden;
        // They quote cells. A question waits until names are shown again.
        let said = std::mem::take(&mut self.outcomes).into_iter();
        let open = said.filter(|outcome| matches!(outcome, Heard::Asked { .. } | Heard::Refused { .. }));
        match hidden {
            true => self.outcomes_aside = open.collect(),
            false => self.outcomes = std::mem::take(&mut self.outcomes_aside).into_iter().chain(open).collect(),
        }
        self.documents.clear();
        self.timeline = At::default();
        (self.picture, self.opened, self.filter) = (None, None, Html::default());
        self.settings.view.chosen = Default::default();
        self.keep_settings(fx);
    }
}
