//! How long people stayed, from rows that say who came and who left.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Table, is_one_of};
use crate::import::plan::{Minutes, Stay};
use crate::import::written::clock;

/// Minutes of each stay, by the row in which it begins.
#[derive(Debug, Default)]
pub struct Stays {
    minutes: HashMap<usize, f64>,
    /// Rows that belong to a stay which begins in another one.
    parts: HashSet<usize>,
}

/// Somebody who is there: since when and since which row, and on how many devices.
struct There {
    row: usize,
    since: f64,
    devices: usize,
}

impl Stays {
    pub fn of(table: &Table<'_>) -> Stays {
        let stay = table.plan.events.iter().find_map(|event| match event.minutes {
            Some(Minutes::Stay(stay)) => Some(stay),
            _ => None,
        });
        stay.map(|stay| Stays::read(table, stay)).unwrap_or_default()
    }

    /// Rows in the order of their moments: a list may be sorted by name. Whoever comes with a second device stays until
    /// the last one is gone. Rows without a moment are left to the reader of events, which says what is wrong with them.
    fn read(table: &Table<'_>, stay: Stay) -> Stays {
        let mut rows: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (place, &row) in table.body.rows.iter().enumerate() {
            let Some((day, time)) = table.dates.read(stay.when, table.cell(row, stay.when)) else { continue };
            let Some(minutes) = clock::minutes(time.trim_start_matches([',', ' '])) else { continue };
            let at = f64::from(day.0) * 1440.0 + minutes;
            rows.entry(table.person(row)).or_default().push((at, place, row));
        }
        let mut stays = Stays::default();
        for rows in rows.values_mut() {
            rows.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let mut there: Option<There> = None;
            for &(at, _, row) in rows.iter() {
                let what = table.cell(row, stay.what);
                if is_one_of(what, stay.came) {
                    match &mut there {
                        Some(there) => {
                            there.devices += 1;
                            stays.parts.insert(row);
                        }
                        None => there = Some(There { row, since: at, devices: 1 }),
                    }
                } else if is_one_of(what, stay.left)
                    && let Some(mut here) = there.take()
                {
                    stays.parts.insert(row);
                    here.devices -= 1;
                    match here.devices {
                        0 => drop(stays.minutes.insert(here.row, at - here.since)),
                        _ => there = Some(here),
                    }
                }
            }
        }
        stays
    }

    /// Of the stay that begins in this row; `None` where nothing says when it ended.
    pub fn minutes(&self, row: usize) -> Option<f64> {
        self.minutes.get(&row).copied()
    }

    /// Whether the row belongs to a stay that another row begins.
    pub fn is_part(&self, row: usize) -> bool {
        self.parts.contains(&row)
    }
}
