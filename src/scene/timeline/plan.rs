//! How the plan was kept: by phase over all managers, or kind by kind of the manager who looks.

use super::axis::{Axis, Marks, title};
use super::person::{circle, path};
use crate::analysis::{Adherence, Phase, PhaseCounts};
use crate::chart::curve;
use crate::chart::svg::tenths;
use crate::finding::Finding;
use crate::format::{self, NOT_DEFINED, count};
use crate::markup::Writer;
use crate::scene::document::{Cell, Table};
use crate::t;
use crate::timeline::Plan;
use crate::touchpoint::{Became, Lane, Planned};

const LANE: f64 = 26.0;
const LANE_NARROW: f64 = 40.0;

/// Words for the `item` of a touchpoint.
pub fn name(item: &str) -> &'static str {
    match item {
        "briefing" => t!("Briefing"),
        "pledge" => t!("Pledge"),
        "learning_map" => t!("Learning map"),
        "weekly_check" => t!("Weekly check"),
        "check_in_1" => t!("Check-in, week 1"),
        "check_in_3" => t!("Check-in, week 3"),
        "role_play" => t!("Role-play"),
        "micro_coaching" => t!("Micro-coaching"),
        "conversation" => t!("Conversation"),
        "calibration" => t!("Calibration"),
        _ => t!("Touchpoint"),
    }
}

pub fn finding(plan: &Plan) -> Finding {
    let (headline, caveat) = match plan {
        Plan::None => (
            t!("There is no plan to hold against what happened.").to_owned(),
            t!("It counts from the launch of the rollout, which is the first start date unless it is set.").to_owned(),
        ),
        Plan::ByPhase { managers: 0, .. } => (
            t!("How the plan was kept is not shown.").to_owned(),
            t!("It needs enough managers with something due; small groups stay hidden.").to_owned(),
        ),
        Plan::ByPhase { managers, .. } => (
            t!("What managers planned to do, and did").to_owned(),
            t!(
                "{managers} with something due, counted together. The plan of one manager is shown to that manager only. A \
                 touchpoint that was held and not logged counts as missed.",
                managers = format::number_of(*managers, t!("manager"), t!("managers"))
            ),
        ),
        Plan::Own { counts, .. } => own(counts),
    };
    Finding { headline, caveat }
}

fn own(counts: &PhaseCounts) -> (String, String) {
    let total = counts.total();
    let headline = match total.due() {
        0 => t!("No touchpoint was due so far.").to_owned(),
        due => {
            let (happened, due) = (count(total.done + total.late), count(due));
            match total.late {
                0 => t!("{happened} of your {due} planned touchpoints happened.", happened, due),
                late => t!(
                    "{happened} of your {due} planned touchpoints happened, {late} of them up to a week late.",
                    happened,
                    due,
                    late = count(late)
                ),
            }
        }
    };
    let caveat =
        t!("By the default plan from the launch. This part is for you only. A touchpoint that you held and did not \
                  log looks missed here.");
    (headline, caveat.to_owned())
}

/// The numbers; `None` where there are none.
pub fn table(plan: &Plan) -> Option<Table> {
    match plan {
        Plan::None | Plan::ByPhase { managers: 0, .. } => None,
        Plan::ByPhase { phases, .. } => {
            let row = |(phase, counts): (Phase, &Option<Adherence>)| {
                let mut row = vec![Cell::from(title(phase))];
                match counts {
                    Some(counts) => row.extend(cells(counts)),
                    None => row.extend([curve::hidden(), "", "", "", ""].map(Cell::from)),
                }
                row
            };
            let head = head(t!("Phase"));
            let rows = Phase::ALL.into_iter().zip(phases).map(row).collect();
            Some(Table::new(
                t!("All managers by phase, table"),
                t!("Touchpoints of all managers by phase"),
                &head,
                rows,
            ))
        }
        Plan::Own { lanes, .. } => {
            let row = |lane: &Lane| {
                let mut row = vec![Cell::from(name(lane.item))];
                row.extend(cells(&lane.counts));
                row
            };
            let head = head(t!("Touchpoint"));
            Some(Table::new(
                t!("Your touchpoints, table"),
                t!("Your touchpoints by kind"),
                &head,
                lanes.iter().map(row).collect(),
            ))
        }
    }
}

/// `first` is what the rows are.
fn head(first: &'static str) -> [&'static str; 6] {
    [first, t!("Done"), t!("Late"), t!("Missed"), t!("Open" in "touchpoint"), t!("Kept" in "touchpoint")]
}

fn cells(counts: &Adherence) -> [Cell; 5] {
    let number = |n: u64| Cell::from(if n == 0 { NOT_DEFINED.to_owned() } else { count(n) });
    let kept = match counts.share() {
        Some(share) => t!("{some} of {all}", some = format::share(share), all = count(counts.due())),
        None => NOT_DEFINED.to_owned(),
    };
    [number(counts.done), number(counts.late), number(counts.missed), number(counts.open), kept.into()]
}

/// A lane for each kind, on the common axis.
pub fn lanes(page: &mut Writer, axis: &Axis, marks: &Marks, lanes: &[Lane]) {
    let high = if axis.is_narrow { LANE_NARROW } else { LANE };
    let (width, height) = (axis.width.to_string(), tenths(high * lanes.len() as f64));
    let alt = t!("Your touchpoints by kind, planned and done. The table below has the counts.");
    let svg = [
        ("class", "chart"),
        ("width", width.as_str()),
        ("height", height.as_str()),
        ("role", "img"),
        ("aria-label", alt),
    ];
    axis.head(page, marks);
    page.with("div", &[("class", "tl-view")], |page| {
        axis.ground(page, marks);
        page.with("svg", &svg, |page| {
            for (at, lane) in lanes.iter().enumerate() {
                let top = high * at as f64;
                let (name_y, y) = if axis.is_narrow { (top + 13.0, top + 27.0) } else { (top + 17.0, top + 13.0) };
                let x = if axis.is_narrow { "4" } else { "0" };
                page.element("text", &[("x", x), ("y", &tenths(name_y))], name(lane.item));
                lane.touchpoints.iter().for_each(|one| touchpoint(page, axis, one, y));
            }
        });
    });
}

/// Done: a dot. Late: a ring with a tail from the day it was due. Missed: a cross. Open: a thin ring.
pub fn touchpoint(page: &mut Writer, axis: &Axis, planned: &Planned, y: f64) {
    let due = axis.x(planned.due);
    match planned.became {
        Became::Done(day) if axis.holds(day) => circle(page, "tl-done", axis.x(day), y, 4.5),
        Became::Late(day) if axis.holds(day) => {
            let x = axis.x(day);
            path(page, "med-l", &format!("M{} {}H{}", tenths(due.min(x - 4.5)), tenths(y), tenths(x - 4.5)));
            circle(page, "tl-late", x, y, 4.5);
        }
        Became::Missed if axis.holds(planned.due) => {
            let [left, right, top, bottom] = [due - 3.5, due + 3.5, y - 3.5, y + 3.5].map(tenths);
            path(page, "med-l", &format!("M{left} {top}L{right} {bottom}M{right} {top}L{left} {bottom}"));
        }
        Became::Open if axis.holds(planned.due) => circle(page, "tl-open", due, y, 4.5),
        _ => {}
    }
}
