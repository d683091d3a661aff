//! Who managed whom on which day, where lists of people say since when.

use super::dictionary::{Code, Dictionary};
use super::people::ALWAYS;
use super::{NONE, Tables, rows_of};

/// The managers of people with dated rows; everybody else has the manager of their row, on every day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Managers {
    /// Person, day since which, and manager, in this order.
    since: Vec<(Code, i32, Code)>,
}

impl Managers {
    /// From the rows that hold and the other dated rows of their lists.
    pub fn of(tables: &Tables, row_of: &[u32]) -> Managers {
        let people = &tables.people;
        if people.since.iter().all(|&since| since == ALWAYS) {
            return Managers::default();
        }
        let mut since = Vec::new();
        for at in 0..tables.rosters.len() {
            let rows = rows_of(&tables.rosters, at, people.len());
            for row in rows.clone().filter(|&row| people.since[row] != ALWAYS) {
                let person = tables.who.of(people.person[row]);
                let held = row_of[person as usize];
                if held != NONE && rows.contains(&(held as usize)) {
                    since.push((person, people.since[row], tables.manager(row as u32)));
                }
            }
        }
        since.sort_unstable();
        Managers { since }
    }

    fn of_person(&self, person: Code) -> &[(Code, i32, Code)] {
        let from = self.since.partition_point(|(of, ..)| *of < person);
        let to = self.since.partition_point(|(of, ..)| *of <= person);
        &self.since[from..to]
    }
}

/// One manager of a person: since a day, and up to the day before another one began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Managing {
    pub manager: Code,
    pub from: i32,
    pub before: i32,
}

impl Managing {
    pub fn holds(&self, day: i32) -> bool {
        (self.from..self.before).contains(&day)
    }
}

impl Tables {
    /// The managers of the person with this row, which holds, in the order of their days; nobody for the time before the
    /// first of dated rows, and where a row names none.
    pub fn managing(&self, row: u32) -> impl Iterator<Item = Managing> {
        let dated = self.managers.of_person(self.who.of(self.people.person[row as usize]));
        let alone = dated.is_empty().then(|| Managing { manager: self.manager(row), from: ALWAYS, before: i32::MAX });
        let of_dated = dated.iter().enumerate().map(|(at, &(_, from, manager))| Managing {
            manager,
            from,
            before: dated.get(at + 1).map_or(i32::MAX, |(_, next, _)| *next),
        });
        alone.into_iter().chain(of_dated).filter(|managing| managing.manager != Dictionary::EMPTY)
    }
}
