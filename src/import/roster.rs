//! What each list of people says that the ones before it did not.

use std::collections::{BTreeMap, HashMap};

use super::problems::shortened;
use crate::receipt::Change;
use crate::table::{ALWAYS, Code, Dictionary, NO_DAY, NONE, Tables, layer_of, rows_of};
use crate::time::Day;

/// How many changed fields are listed.
const CHANGES_LISTED: usize = 200;

/// One list of people against the ones before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Rows that say what was here already.
    pub unchanged: u64,
    /// Rows of people who were here, with something different.
    pub replaced: u64,
    /// The first changed fields.
    pub changes: Vec<Change>,
}

impl News {
    /// The second of two rows holds instead of the first.
    fn replace(&mut self, tables: &Tables, rows: [usize; 2]) {
        self.replaced += 1;
        let room = CHANGES_LISTED - self.changes.len();
        if room > 0 {
            self.changes.extend(changes(tables, rows).into_iter().take(room));
        }
    }
}

/// Of each list of people, in their order.
pub fn news(tables: &Tables) -> Vec<News> {
    let mut before = vec![NONE; tables.ids.len()];
    let mut all = Vec::with_capacity(tables.rosters.len());
    let holding = tables.holding(None);
    // Rows of the lists so far that are so since a day, by person and day.
    let mut dated: HashMap<(Code, i32), u32> = HashMap::new();
    for at in 0..tables.rosters.len() {
        let mut news = News::default();
        let (rows, layer) = (rows_of(&tables.rosters, at, tables.people.len()), tables.rosters[at]);
        if !holding.contains(&at) {
            news.unchanged = rows.len() as u64;
            all.push(news);
            continue;
        }
        // Of people in a dated list, the row that held before it.
        let mut prior: BTreeMap<Code, u32> = BTreeMap::new();
        let is_dated = rows.clone().any(|row| tables.people.since[row] != ALWAYS);
        for row in rows {
            let person = tables.who.of(tables.people.person[row]);
            let held = &mut before[person as usize];
            let earlier = *held;
            if is_dated {
                if earlier != NONE && earlier < layer.first {
                    prior.insert(person, earlier);
                }
                let same_day = dated.insert((person, tables.people.since[row]), row as u32);
                let is_here = |other: u32| {
                    let of = |row: u32| layer_of(&tables.rosters, row);
                    prior.get(&person).is_some_and(|&held| of(held) == of(other))
                        && tables.people.says_the_same(other as usize, row)
                };
                news.unchanged += u64::from(same_day.is_some_and(is_here));
                if earlier == NONE || tables.holds_over(row as u32, earlier, &layer) {
                    *held = row as u32;
                }
                continue;
            }
            if earlier == NONE {
                *held = row as u32;
                continue;
            }
            if !tables.holds_over(row as u32, earlier, &layer) {
                news.unchanged += 1;
                continue;
            }
            *held = row as u32;
            if tables.people.says_the_same(earlier as usize, row) {
                news.unchanged += 1;
                continue;
            }
            news.replace(tables, [earlier as usize, row]);
        }
        for (person, earlier) in prior {
            let rows = [earlier, before[person as usize]].map(|row| row as usize);
            if !tables.people.says_the_same(rows[0], rows[1]) {
                news.replace(tables, rows);
            }
        }
        all.push(news);
    }
    all
}

/// What the second of two rows says differently.
fn changes(tables: &Tables, rows: [usize; 2]) -> Vec<Change> {
    let people = &tables.people;
    let person = tables.ids.text(people.person[rows[1]]);
    let mut found = Vec::new();
    let mut compare = |column: &str, [before, after]: [&str; 2]| {
        if before != after {
            found.push(Change {
                person_id: person.to_owned(),
                column: column.to_owned(),
                before: shortened(before),
                after: shortened(after),
            });
        }
    };
    compare("name", rows.map(|row| people.name.get(row)));
    let texts: [(&str, &Dictionary, &Vec<Code>); 5] = [
        ("role", &tables.roles, &people.role),
        ("cohort", &tables.cohorts, &people.cohort),
        ("location", &tables.locations, &people.location),
        ("team", &tables.teams, &people.team),
        ("manager_id", &tables.ids, &people.manager),
    ];
    for (column, dictionary, codes) in texts {
        compare(column, rows.map(|row| dictionary.text(codes[row])));
    }
    for (column, days) in [("start_date", &people.start), ("end_date", &people.end)] {
        let texts = rows.map(|row| if days[row] == NO_DAY { String::new() } else { Day(days[row]).to_string() });
        compare(column, [&texts[0], &texts[1]]);
    }
    found
}
