//! How things stood at the data date before the last import, by the rows and the rule of today.
//!
//! The earlier numbers are worked out on the data as they are now, cut off at the earlier date: what was corrected since
//! is corrected in both, so that a difference is a change in the world and not in the files.

use serde::{Deserialize, Serialize};

use super::study::{Basis, Study};
use super::{Analysis, Counts, InForce, screen};
use crate::definition::{Definition, Grouping};
use crate::table::{Code, NONE, layer_of};
use crate::time::Day;

/// Days looked back where there is no earlier import.
const FOUR_WEEKS: i32 = 28;

/// Why this date and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Since {
    /// The data ended there before the last import of events.
    LastImport,
    /// All events came with one import.
    FourWeeks,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    pub day: Day,
    pub since: Since,
    pub analysis: Analysis,
}

/// `None` without a data date, or when nobody had started by the earlier one.
pub fn earlier(basis: Basis<'_>, now: &InForce) -> Option<Earlier> {
    let cutoff = now.cutoff?;
    let (day, since) = match before_last_import(basis, cutoff) {
        Some(day) => (day, Since::LastImport),
        None => (cutoff.plus(-FOUR_WEEKS), Since::FourWeeks),
    };
    // Left to the data, rule and launch would be those of the earlier rows.
    let definition = Definition {
        cutoff: Some(day),
        behaviours: now.behaviours.clone(),
        kpi_items: now.kpi_items.clone(),
        launch: now.launch,
        ..now.definition.clone()
    };
    let mut study = Study::new(basis, &definition);
    if study.scope.learners.is_empty() {
        return None;
    }
    let analysis = screen::analysis(&mut study, basis, Counts::default(), Grouping::None);
    Some(Earlier { day, since, analysis })
}

/// The latest event of a known person up to the cut-off date in all imports but the last that brought events; `None`
/// where that is not before the cut-off date.
fn before_last_import(basis: Basis<'_>, cutoff: Day) -> Option<Day> {
    let Basis { tables, runs, row_of } = basis;
    let mut last: Vec<Option<i32>> = vec![None; tables.files.len()];
    for (person, _) in row_of.iter().enumerate().filter(|(_, row)| **row != NONE) {
        for at in runs.person(person as Code) {
            let day = runs.day[at];
            if day <= cutoff.0 {
                let of_layer = &mut last[layer_of(&tables.files, runs.row[at])];
                *of_layer = (*of_layer).max(Some(day));
            }
        }
    }
    let newest =
        tables.files.iter().zip(&last).filter(|(_, day)| day.is_some()).map(|(layer, _)| layer.import).max()?;
    let before = tables.files.iter().zip(&last).filter(|(layer, _)| layer.import < newest);
    before.filter_map(|(_, day)| *day).max().map(Day).filter(|day| *day < cutoff)
}
