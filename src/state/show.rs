//! Screens that are documents of the worker: asked for when they are looked at, kept while they still hold.

use std::sync::Arc;

use super::State;
use super::effect::Effect;
use crate::definition::Grouping;
use crate::protocol::{Ask, Run, ToWorker};
use crate::scene::screen::Screen;
use crate::scene::written::Written;

/// What a document was asked with.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    screen: Screen,
    ask: Ask,
    /// Of the content, CSS pixels.
    width: u32,
    /// Run that brought the data.
    data: Run,
}

/// The latest document of a screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    wanted: Wanted,
    run: Run,
    /// Asked for and not answered.
    is_coming: bool,
    /// The one before stays until the next one is there.
    document: Option<Arc<Written>>,
}

impl State {
    /// The document of the screen that is looked at; `None` while it is made.
    pub fn document(&self) -> Option<Arc<Written>> {
        self.shown_document().cloned()
    }

    pub(super) fn shown_document(&self) -> Option<&Arc<Written>> {
        let screen = self.route.screen()?;
        self.documents.iter().find(|kept| kept.wanted.screen == screen)?.document.as_ref()
    }

    /// Asks for the document of the screen that is looked at, unless it is here or on its way.
    pub(super) fn ask_for_document(&mut self, fx: &mut Vec<Effect>) {
        let Some(screen) = self.route.screen() else { return };
        if self.scene.is_none() || self.width == 0 {
            return;
        }
        // Groupings are a matter of the curves.
        let ask = Ask { grouping: Grouping::None, ..self.ask() };
        let wanted = Wanted { screen, ask, width: self.width, data: self.data_run };
        let at = self.documents.iter().position(|kept| kept.wanted.screen == screen);
        let before = at.map(|at| self.documents.swap_remove(at));
        // A width changes with every frame while a window is drawn larger: the document under way comes first.
        let stays = |kept: &Kept| {
            kept.wanted == wanted || (kept.is_coming && Wanted { width: wanted.width, ..kept.wanted.clone() } == wanted)
        };
        if let Some(kept) = before.as_ref().filter(|kept| stays(kept)) {
            return self.documents.push(kept.clone());
        }
        let run = self.next_run();
        let document = before.and_then(|kept| kept.document);
        fx.push(Effect::Post(ToWorker::Show { run, screen, ask: wanted.ask.clone(), width: wanted.width }));
        self.documents.push(Kept { wanted, run, is_coming: true, document });
    }

    pub(super) fn shown(&mut self, run: Run, document: Option<Box<Written>>, fx: &mut Vec<Effect>) {
        if let Some(kept) = self.documents.iter_mut().find(|kept| kept.run == run) {
            kept.document = document.map(|document| Arc::new(*document));
            kept.is_coming = false;
            self.ask_for_document(fx);
        }
    }
}
