//! Screens of the present data and definition that are here already: those shown before, and those the worker made
//! ahead. Going to one of them waits for nothing; its picture follows.

use std::sync::Arc;

use super::State;
use crate::protocol::{Ask, Run};
use crate::scene::Scene;
use crate::scene::view::View;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ahead {
    /// One for each grouping, all under one definition and one view.
    scenes: Vec<(Ask, View, Arc<Scene>)>,
    /// The request whose screen was shown before its answer.
    shown: Option<Run>,
}

impl Ahead {
    pub fn keep(&mut self, ask: Ask, view: View, scene: Arc<Scene>) {
        self.scenes.retain(|(kept, of, _)| {
            *of == view
                && kept.grouping != ask.grouping
                && kept.definition == ask.definition
                && kept.version == ask.version
                && kept.filter == ask.filter
        });
        self.scenes.push((ask, view, scene));
    }

    fn find(&self, ask: &Ask, view: &View) -> Option<Arc<Scene>> {
        self.scenes.iter().find(|(kept, of, _)| kept == ask && of == view).map(|(.., scene)| scene.clone())
    }
}

impl State {
    /// Shows what is asked with that run at once, if it is here.
    pub(super) fn show_ahead(&mut self, run: Run) -> bool {
        let (ask, look) = &self.asked;
        let Some(scene) = self.ahead.find(ask, &look.view) else { return false };
        self.ahead.shown = Some(run);
        self.show(Some(scene));
        true
    }

    /// Whether the answer to that run is on the screen already.
    pub(super) fn is_shown_ahead(&self, run: Run) -> bool {
        self.ahead.shown == Some(run)
    }
}
