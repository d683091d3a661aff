//! What a file is, from its header line: which table, which delimiter, which column is where.

use super::{events, people};
use crate::receipt::{Delimiter, Refusal};
use crate::record::{EVENT_COLUMNS, PEOPLE_COLUMNS};
use crate::t;

/// A place no row has: a column the file lacks.
const NOWHERE: usize = usize::MAX;

/// The table a file holds, with the place of each column.
#[derive(Debug)]
pub enum Layout {
    People(people::Columns),
    Events(events::Columns),
}

impl Layout {
    /// Places of the columns with dates.
    pub fn dates(&self) -> [usize; 2] {
        match self {
            Layout::People(columns) => [columns.start, columns.end],
            Layout::Events(columns) => [columns.date, NOWHERE],
        }
    }
}

/// What the header told.
#[derive(Debug)]
pub struct Header {
    pub layout: Layout,
    pub ignored: Vec<String>,
    pub missing: Vec<String>,
}

/// The delimiter under which the header names the most known columns; a comma where none does. `headers` are read with
/// each of `Delimiter::ALL`.
pub fn delimiter(headers: &[Option<Vec<String>>; 4]) -> Delimiter {
    let known = |name: &&String| PEOPLE_COLUMNS.contains(&name.as_str()) || EVENT_COLUMNS.contains(&name.as_str());
    let mut best = (Delimiter::Comma, 0);
    for (delimiter, header) in Delimiter::ALL.into_iter().zip(headers) {
        let found = header.iter().flatten().filter(known).count();
        if found > best.1 {
            best = (delimiter, found);
        }
    }
    best.0
}

const PEOPLE_REQUIRED: &[&str] = &["person_id", "start_date"];
const EVENTS_REQUIRED: &[&str] = &["person_id", "date", "event"];

/// Recognizes the table by its columns, in any order. Either may carry columns of the other; a file that could be both
/// holds events, and of one that is neither a column of its own says what it was meant to be.
pub fn header(names: &[String]) -> Result<Header, Refusal> {
    let has = |column: &str| names.iter().any(|name| name == column);
    let complete = |required: &[&str]| required.iter().all(|column| has(column));
    let is_events =
        complete(EVENTS_REQUIRED) || !complete(PEOPLE_REQUIRED) && (has("event") || has("date") && !has("start_date"));
    let (columns, required) =
        if is_events { (&EVENT_COLUMNS, EVENTS_REQUIRED) } else { (&PEOPLE_COLUMNS, PEOPLE_REQUIRED) };
    if let Some(missing) = required.iter().find(|column| !has(column)) {
        let shown = names.iter().take(12).map(|name| t!("“{name}”", name)).collect::<Vec<_>>().join(", ");
        let found = super::problems::shortened(&shown);
        return Err(if required.iter().any(|column| has(column)) {
            let kind = if is_events { t!("events") } else { t!("people") };
            Refusal::MissingColumn { kind: kind.to_owned(), missing: (*missing).to_owned(), found }
        } else {
            Refusal::UnknownHeader { found }
        });
    }
    for column in columns {
        if names.iter().filter(|name| name == column).count() > 1 {
            return Err(Refusal::ColumnTwice { column: (*column).to_owned() });
        }
    }
    let place = columns.map(|column| names.iter().position(|name| name == column).unwrap_or(NOWHERE));
    let [c0, c1, c2, c3, c4, c5, c6, c7, c8] = place;
    let layout = if is_events {
        Layout::Events(events::Columns {
            person: c0,
            date: c1,
            event: c2,
            item: c3,
            value: c4,
            minutes: c5,
            context: c6,
            by: c7,
            note: c8,
        })
    } else {
        Layout::People(people::Columns {
            person: c0,
            name: c1,
            role: c2,
            cohort: c3,
            location: c4,
            team: c5,
            manager: c6,
            start: c7,
            end: c8,
        })
    };
    Ok(Header {
        layout,
        ignored: names.iter().filter(|name| !columns.contains(&name.as_str())).cloned().collect(),
        missing: columns.iter().filter(|column| !has(column)).map(|column| (*column).to_owned()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(header: &str) -> Vec<String> {
        header.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn a_table_is_known_by_its_columns_in_any_order() {
        for (text, events) in [
            ("person_id,start_date", false),
            ("shoe size,start_date,team,person_id", false),
            ("date,event,person_id", true),
            ("person_id,date,event,item,value,minutes,context,by,note", true),
            ("person_id,start_date,date,event", true),
            ("person_id,start_date,event", false),
        ] {
            let header = header(&names(text)).unwrap();
            assert_eq!(matches!(header.layout, Layout::Events(_)), events, "{text}");
        }
    }

    #[test]
    fn what_is_missing_or_twice_is_named() {
        for (text, column) in [
            ("person_id,name", "start_date"),
            ("start_date,team", "person_id"),
            ("person_id,date", "event"),
            ("date,event", "person_id"),
            ("start_date,event", "person_id"),
        ] {
            let refusal = header(&names(text)).unwrap_err();
            assert!(
                matches!(&refusal, Refusal::MissingColumn { missing, .. } if missing == column),
                "{text}: {refusal}"
            );
        }
        assert!(matches!(header(&names("a,b,c")), Err(Refusal::UnknownHeader { .. })));
        let twice = header(&names("person_id,start_date,team,team")).unwrap_err();
        assert_eq!(twice, Refusal::ColumnTwice { column: "team".to_owned() });
        assert!(header(&names("person_id,start_date,x,x,")).is_ok());
    }
}
