//! Screens that are documents of the worker: asked for when they are looked at, kept while they still hold.

use std::sync::Arc;

use super::effect::Effect;
use super::{Phase, State};
use crate::definition::Grouping;
use crate::markup::Html;
use crate::protocol::{Ask, At, Run, ToWorker};
use crate::scene::screen::Screen;
use crate::scene::timeline::PRINTED;
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
    /// How the timeline is looked at; empty for other screens.
    view: String,
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

impl Kept {
    pub(super) fn run(&self) -> Run {
        self.run
    }
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
        // The components are of no data; all they need is a worker that has nothing else to do first.
        let is_ready = match screen {
            Screen::Components => !matches!(self.phase, Phase::Starting | Phase::Restoring { .. } | Phase::Error(_)),
            _ => self.scene.is_some(),
        };
        if !is_ready || self.width == 0 {
            return;
        }
        // Groupings are a matter of the curves.
        let ask = Ask { grouping: Grouping::None, ..self.ask() };
        let look = if screen == Screen::Timeline { self.timeline.clone() } else { At::default() };
        let wanted = Wanted { screen, ask, width: self.width, data: self.data_run, view: look.view.clone() };
        let at = self.documents.iter().position(|kept| kept.wanted.screen == screen);
        let before = at.map(|at| self.documents.swap_remove(at));
        // A width changes with every frame while a window is drawn larger, a view with every letter of a name: the document
        // under way comes first.
        let stays = |kept: &Kept| {
            kept.wanted == wanted
                || (kept.is_coming
                    && Wanted { width: wanted.width, view: wanted.view.clone(), ..kept.wanted.clone() } == wanted)
        };
        if let Some(kept) = before.as_ref().filter(|kept| stays(kept)) {
            return self.documents.push(kept.clone());
        }
        let run = self.next_run();
        let document = before.and_then(|kept| kept.document);
        fx.push(Effect::Post(ToWorker::Show { run, screen, ask: wanted.ask.clone(), width: wanted.width, look }));
        self.documents.push(Kept { wanted, run, is_coming: true, document });
    }

    /// What is left of it is of other numbers than those that are shown.
    pub(super) fn let_go_of_document(&mut self, screen: Screen) {
        self.documents.retain(|kept| kept.wanted.screen != screen);
    }

    pub(super) fn shown(&mut self, run: Run, document: Option<Box<Written>>, fx: &mut Vec<Effect>) {
        if let Some(kept) = self.documents.iter_mut().find(|kept| kept.run == run) {
            kept.document = document.map(|document| Arc::new(*document));
            kept.is_coming = false;
            self.ask_for_document(fx);
        }
    }

    /// Rows that are in sight of the timeline that is shown. Those under way come first.
    pub(super) fn ask_for_rows(&mut self, rows: (u32, u32), fx: &mut Vec<Effect>) {
        self.timeline.rows = rows;
        if self.rows.0 != 0 {
            self.rows.1 = Some(rows);
            return;
        }
        let shown = self.documents.iter().find(|kept| kept.wanted.screen == Screen::Timeline);
        let Some(Wanted { ask, width, view, .. }) = shown.map(|kept| kept.wanted.clone()) else { return };
        let run = self.next_run();
        self.rows = (run, None);
        fx.push(Effect::Post(ToWorker::Rows { run, ask, width, look: At { view, rows } }));
    }

    /// A list of which only the rows in sight are here is printed once all are.
    pub(super) fn print(&mut self, fx: &mut Vec<Effect>) {
        if self.route.screen() != Some(Screen::Timeline) || self.shown_document().is_none() {
            return fx.push(Effect::Print);
        }
        let in_sight = self.timeline.rows;
        // Rows under way are of no use any more.
        self.rows = (0, None);
        self.ask_for_rows((0, PRINTED as u32), fx);
        self.printing = Some(self.rows.0);
        self.timeline.rows = in_sight;
    }

    pub(super) fn rows_came(&mut self, run: Run, first: u32, html: Html, fx: &mut Vec<Effect>) {
        if self.rows.0 != run {
            return;
        }
        let next = self.rows.1;
        self.rows = (0, None);
        if self.route.screen() == Some(Screen::Timeline) {
            fx.push(Effect::ShowRows { first, html });
            if self.printing == Some(run) {
                fx.push(Effect::Print);
            }
        }
        if let Some(next) = next {
            self.ask_for_rows(next, fx);
        }
    }
}
