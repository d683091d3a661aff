//! The table behind one number as CSV: what a picture or a figure was worked out from.

use super::safe::text;

/// A table with a name for each column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub head: Vec<&'static str>,
    /// As many cells as the head has names.
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Somebody's text: made safe for a spreadsheet.
    Text(String),
    /// A word of the product: English in the file, in the language that is spoken on a screen.
    Word(&'static str),
    Count(i64),
    /// Empty where it is not defined.
    Number(Option<f64>),
}

pub fn computed_csv(table: &Table) -> Vec<u8> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has as many cells as the head.
    let _ = csv.write_record(&table.head);
    for row in &table.rows {
        let _ = csv.write_record(row.iter().map(|cell| match cell {
            Cell::Text(cell) => text(cell).into_owned(),
            Cell::Word(word) => (*word).to_owned(),
            Cell::Count(count) => count.to_string(),
            Cell::Number(number) => number.map(|number| number.to_string()).unwrap_or_default(),
        }));
    }
    csv.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_made_safe_and_numbers_stay_numbers() {
        let row = vec![Cell::Text("=1+1".to_owned()), Cell::Count(-3), Cell::Number(Some(-0.5)), Cell::Number(None)];
        let table = Table { head: vec!["person", "days", "change", "lower"], rows: vec![row] };
        let csv = String::from_utf8(computed_csv(&table)).unwrap();
        assert_eq!(csv, "person,days,change,lower\n'=1+1,-3,-0.5,\n");
    }
}
