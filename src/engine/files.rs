//! What of the data and the numbers is saved as a file.

use super::Engine;
use crate::analysis::Analysis;
use crate::analysis::study::Basis;
use crate::definition::Definition;
use crate::export::computed_csv::computed_csv;
use crate::export::{aside_csv, curve_csv, report, table_csv};
use crate::finding;
use crate::inspect::{self, Number};
use crate::protocol::Ask;

impl Engine {
    /// report.json under a definition.
    pub fn report(&mut self, definition: &Definition) -> Result<Vec<u8>, serde_json::Error> {
        let (study, basis, read) = self.study(definition);
        report::report(study, basis, read)
    }

    /// The shown curves as CSV.
    pub fn curve_csv(&mut self, ask: &Ask) -> Vec<u8> {
        let shown = self.told(ask).filter(|told| !told.filter.is_everybody()).map(|told| finding::shown(&told));
        let csv = |analysis: &Analysis| curve_csv::curve_csv(analysis, &ask.version, shown.as_deref());
        self.analyze(ask).map(csv).unwrap_or_default()
    }

    /// The people as a canonical table.
    pub fn people_csv(&self) -> Vec<u8> {
        let Basis { tables, row_of, .. } = self.view().basis;
        table_csv::people(tables, row_of)
    }

    /// The events as a canonical table, equal rows once.
    pub fn events_csv(&self) -> Vec<u8> {
        let Basis { tables, runs, .. } = self.view().basis;
        table_csv::events(tables, runs)
    }

    /// Rows of an import that were set aside, as CSV; `None` where there are none, and while names are hidden. `table` counts its tables with such rows.
    pub fn set_aside_csv(&self, import: u32, table: u32) -> Option<Vec<u8>> {
        if self.hides_names() {
            return None;
        }
        let aside = &self.view().basis.tables.aside;
        let rows = aside.rows_of(import, table);
        (!rows.is_empty()).then(|| aside_csv::aside(aside, rows))
    }

    /// The table a number was worked out from, as CSV; `None` as `inspect`.
    pub fn inspect_csv(&mut self, ask: &Ask, number: &Number) -> Option<Vec<u8>> {
        let table = match number {
            Number::DaysSaved { earlier, later, tau } => {
                let parts = self.means_behind(ask, [*earlier, *later], *tau, inspect::table)?;
                inspect::days_saved_table([*earlier, *later], parts)
            }
            number => self.with_study(ask, number, inspect::table)?,
        };
        Some(computed_csv(&table))
    }

    /// The rows of the event files behind a number, as CSV; `None` as `inspect`, and where they are not listed.
    pub fn event_rows_csv(&mut self, ask: &Ask, number: &Number) -> Option<Vec<u8>> {
        self.with_study(ask, number, inspect::event_rows_csv)
    }
}
