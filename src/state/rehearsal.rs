//! A first import, from the offer of files to the curve, as a list of messages. Browsers compile a function when it is
//! first called; a page that went through all of it while nobody waits shows the first real numbers without a stop.

use super::msg::Msg;
use super::route::Route;
use super::{Phase, State};
use crate::protocol::{FromWorker, Holdings, PROTOCOL, Rehearsal, Store};

/// A usual width of the content, CSS pixels.
const WIDTH: u32 = 720;

impl State {
    /// What a page in this state, begun with the first step, would be told at a step; `None` behind the last one.
    pub fn rehearsed(&self, told: &Rehearsal, step: usize) -> Option<Msg> {
        let run = match self.phase {
            Phase::Restoring { run }
            | Phase::Importing { run, .. }
            | Phase::Analyzing { run }
            | Phase::Drawing { run }
            | Phase::Painting { run } => run,
            _ => 0,
        };
        let spoken = match step {
            0 => FromWorker::Ready { protocol: PROTOCOL },
            1 => FromWorker::Restored { run, holdings: Holdings::default(), store: Store::Opfs, trouble: None },
            2 => return Some(Msg::Measured(WIDTH)),
            3 => return Some(Msg::FilesOffered { batch: 0, names: vec![String::new()] }),
            4 => FromWorker::Imported {
                run,
                outcomes: told.outcomes.clone(),
                holdings: told.holdings.clone(),
                changed: true,
            },
            5 => FromWorker::Analyzed { run, scene: Some(told.scene.clone()) },
            6 => {
                let run = self.documents.last()?.run();
                FromWorker::Shown { run, document: Some(told.overview.clone()) }
            }
            7 => FromWorker::Drawn { run, picture: Some(told.picture.clone()) },
            8 => return Some(Msg::Painted(run)),
            9 => return Some(Msg::RouteChanged(Route::Curves, Some(String::new()))),
            _ => return None,
        };
        Some(Msg::WorkerSpoke(spoken))
    }
}
