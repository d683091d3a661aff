//! Five stops in the sample company: the question of a screen, and what to look at there.

use super::State;
use super::effect::Effect;
use super::route::Route;
use crate::n;
use crate::protocol::Origin;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    pub route: Route,
    pub title: &'static str,
    pub text: &'static str,
}

const OFFER: Stop = Stop {
    route: Route::Overview,
    title: n!("New here?"),
    text: n!("Five stops show what Rampline answers. The company is made up, and one click erases it."),
};

const STOPS: [Stop; 5] = [
    Stop {
        route: Route::Overview,
        title: n!("How are we doing?"),
        text: n!(
            "Three figures, each with its target and the people behind it. Press any number: it opens to its definition, the rows it used and those it left out."
        ),
    },
    Stop {
        route: Route::Curves,
        title: n!("How long does it take?"),
        text: n!(
            "The line is the share of people who are competent by each day, the band is what the data leave open. Whoever is still on the way counts until the last day that is known. Group it by team, cohort or role."
        ),
    },
    Stop {
        route: Route::Timeline,
        title: n!("What was planned, what happened?"),
        text: n!(
            "A row for each person: milestones, coaching and what was observed, under the phases of the rollout. Choose a manager to see that team by name; otherwise people have numbers."
        ),
    },
    Stop {
        route: Route::Definitions,
        title: n!("What do the numbers mean?"),
        text: n!(
            "The rule for “competent” is yours. Change it and see what would come of it before you use it. Published results are worked out again here, in your browser."
        ),
    },
    Stop {
        route: Route::Import,
        title: n!("Now your own files"),
        text: n!(
            "Drop the exports you have. What was read, assumed and set aside stands here, file by file, and every import can be undone. Nothing leaves this browser."
        ),
    },
];

/// How many stops there are.
pub const LAST: usize = STOPS.len();

impl State {
    /// Where the tour is: 0 while it is only offered.
    pub fn stop(&self) -> Option<(usize, Stop)> {
        let at = self.tour?;
        Some((at, at.checked_sub(1).and_then(|at| STOPS.get(at)).copied().unwrap_or(OFFER)))
    }

    /// The tour is of the sample company, and can be taken again.
    pub fn may_tour(&self) -> bool {
        self.tour.is_none() && self.scene.is_some() && self.holdings.origin == Some(Origin::Sample)
    }

    pub(super) fn tour_to(&mut self, stop: Option<usize>, fx: &mut Vec<Effect>) {
        self.tour = stop.filter(|at| *at <= LAST);
        match self.stop() {
            Some((_, stop)) => {
                self.opened = None;
                self.go(stop.route, fx);
                self.ask_for_document(fx);
            }
            // What was pressed is gone.
            None => fx.push(Effect::FocusContent),
        }
    }
}
