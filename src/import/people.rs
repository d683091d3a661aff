//! Rows of a canonical people file → columns.

use std::collections::{HashMap, HashSet};

use super::problems::Problems;
use super::row::Row;
use crate::receipt::Reason;
use crate::table::{ALWAYS, Code, NO_DAY, Tables};
use crate::time::{Day, parse_iso};

/// Where each canonical column stands in the file; a column it lacks stands beyond every row.
#[derive(Clone, Copy, Debug)]
pub struct Columns {
    pub person: usize,
    pub name: usize,
    pub role: usize,
    pub cohort: usize,
    pub location: usize,
    pub team: usize,
    pub manager: usize,
    pub start: usize,
    pub end: usize,
}

#[derive(Debug)]
pub struct PersonRows {
    columns: Columns,
    scratch: Vec<u8>,
    /// Which person codes this file has named already.
    seen: Vec<bool>,
    pub rows: u64,
    pub problems: Problems,
    /// Rows are put together from others, whose cells are at hand later.
    pub is_drafted: bool,
    /// A list that says since when its rows are so.
    pub dated: Option<Dated>,
}

/// Rows of one person that differ in the day since which they are so.
#[derive(Debug, Default)]
pub struct Dated {
    /// By the line of the row, days from 1970-01-01; a row without one is so since ever.
    pub since: HashMap<u64, i32>,
    seen: HashSet<(Code, i32)>,
}

type Trouble = (&'static str, Reason, usize);

/// One row as codes and days.
struct Person {
    person: Code,
    codes: [Code; 5],
    start: i32,
    end: i32,
    since: i32,
}

impl PersonRows {
    pub fn new(columns: Columns) -> PersonRows {
        PersonRows {
            columns,
            scratch: Vec::new(),
            seen: Vec::new(),
            rows: 0,
            problems: Problems::default(),
            is_drafted: false,
            dated: None,
        }
    }

    /// Adds the row to the columns, or to the problems. One that says what was here already is kept too: it still holds
    /// when the import that said it first is taken out.
    pub fn take(&mut self, row: Row<'_>, tables: &mut Tables) {
        self.rows += 1;
        match self.read(row, tables) {
            Ok(person) => self.add(row, person, tables),
            Err((column, reason, at)) => {
                let found = row.field(at, &mut self.scratch);
                match self.is_drafted {
                    true => self.problems.add_line(row.line, column, reason, found),
                    false => self.problems.add(&row, column, reason, found),
                }
            }
        }
    }

    fn read(&mut self, row: Row<'_>, tables: &mut Tables) -> Result<Person, Trouble> {
        let at = self.columns;
        let scratch = &mut self.scratch;
        let id = row.field(at.person, scratch);
        if id.is_empty() {
            return Err(("person_id", Reason::NoPersonId, at.person));
        }
        let person = tables.ids.intern(id);
        let since = self.dated.as_ref().and_then(|dated| dated.since.get(&row.line).copied()).unwrap_or(ALWAYS);
        let is_here = match &self.dated {
            Some(dated) => dated.seen.contains(&(person, since)),
            None => self.seen.get(person as usize) == Some(&true),
        };
        if is_here {
            return Err(("person_id", Reason::PersonTwice, at.person));
        }
        let start = row.field(at.start, scratch);
        let start = match parse_iso(start) {
            Some(day) => day,
            None if start.is_empty() => return Err(("start_date", Reason::NoStartDate, at.start)),
            None => return Err(("start_date", Reason::StartNoDate, at.start)),
        };
        let end = match row.field(at.end, scratch) {
            b"" => Day(NO_DAY),
            text => parse_iso(text).ok_or(("end_date", Reason::EndNoDate, at.end))?,
        };
        if end < start {
            return Err(("end_date", Reason::EndBeforeStart, at.end));
        }
        let codes = [
            tables.roles.intern(row.field(at.role, scratch)),
            tables.cohorts.intern(row.field(at.cohort, scratch)),
            tables.locations.intern(row.field(at.location, scratch)),
            tables.teams.intern(row.field(at.team, scratch)),
            tables.ids.intern(row.field(at.manager, scratch)),
        ];
        Ok(Person { person, codes, start: start.0, end: end.0, since })
    }

    fn add(&mut self, row: Row<'_>, new: Person, tables: &mut Tables) {
        let code = new.person as usize;
        if self.seen.len() <= code {
            self.seen.resize((code + 1).next_power_of_two(), false);
        }
        self.seen[code] = true;
        if let Some(dated) = &mut self.dated {
            dated.seen.insert((new.person, new.since));
        }
        let name = row.field(self.columns.name, &mut self.scratch);
        let people = &mut tables.people;
        let [role, cohort, location, team, manager] = new.codes;
        people.person.push(new.person);
        people.name.push(name);
        people.role.push(role);
        people.cohort.push(cohort);
        people.location.push(location);
        people.team.push(team);
        people.manager.push(manager);
        people.start.push(new.start);
        people.end.push(new.end);
        people.since.push(new.since);
    }
}
