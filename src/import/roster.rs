//! What each list of people says that the ones before it did not.

use super::problems::shortened;
use crate::receipt::Change;
use crate::table::{Code, Dictionary, How, NO_DAY, NONE, Tables, rows_of};
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

/// Of each list of people, in their order.
pub fn news(tables: &Tables) -> Vec<News> {
    let mut before = vec![NONE; tables.ids.len()];
    let mut all = Vec::with_capacity(tables.rosters.len());
    let has_roster = tables.has_roster();
    for at in 0..tables.rosters.len() {
        let mut news = News::default();
        let (rows, layer) = (rows_of(&tables.rosters, at, tables.people.len()), tables.rosters[at]);
        if has_roster && layer.how == How::Inferred {
            news.unchanged = rows.len() as u64;
            all.push(news);
            continue;
        }
        for row in rows {
            let held = &mut before[tables.who.of(tables.people.person[row]) as usize];
            let earlier = *held;
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
            news.replaced += 1;
            let room = CHANGES_LISTED - news.changes.len();
            if room > 0 {
                news.changes.extend(changes(tables, [earlier as usize, row]).into_iter().take(room));
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
