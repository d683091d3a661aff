//! What two cohorts by start are compared by, put together out of what stands behind the mean days of each.

use super::competency::{CENSORING, MEAN_SOURCE, mean_formula};
use super::{Account, Inspection};
use crate::export::computed_csv::{Cell, Table};
use crate::format;
use crate::time::Month;
use crate::{language, t};

/// `earlier` and `later` stand behind the mean days of those who started in the months of the same place.
pub fn days_saved(months: [[Month; 2]; 2], tau: i32, [earlier, later]: [Inspection; 2]) -> Inspection {
    let [a, b] = months.map(format::months);
    Inspection {
        title: t!("Days saved, started {b} against {a}", a, b),
        definition: t!(
            "Mean days to competency within the first {days} of those who started {a}, minus those of who started {b}: \
             positive when the later ones are earlier.",
            days = format::days(tau),
            a,
            b
        ),
        formula: format!("RMST({a}) − RMST({b}) ± 1.96·√(se² + se²); {}", mean_formula(tau)),
        assumption: t!(
            "{censoring} People were not assigned to cohorts by lot: the difference is an association.",
            censoring = language::text(CENSORING)
        ),
        unit: t!("days").to_owned(),
        source: MEAN_SOURCE.to_owned(),
        people: Account {
            used: earlier.people.used + later.people.used,
            noun: earlier.people.noun,
            left_out: Vec::new(),
        },
        ..Inspection::default()
    }
}

/// The risk tables of both, one below the other, each row with its cohort.
pub fn days_saved_table(months: [[Month; 2]; 2], tables: [Table; 2]) -> Table {
    let mut all = Table::default();
    for (months, table) in months.into_iter().zip(tables) {
        let cohort = months.map(|month| month.to_string()).join("/");
        all.head = ["started"].into_iter().chain(table.head).collect();
        let named = |row: Vec<Cell>| [Cell::Text(cohort.clone())].into_iter().chain(row).collect();
        all.rows.extend(table.rows.into_iter().map(named));
    }
    all
}
