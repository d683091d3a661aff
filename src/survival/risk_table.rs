//! Times and endings → who was at risk, and what happened, at each distinct time.

use super::Ending;

/// One distinct time: `n` with T ≥ t, of whom at t `d` have the event and `c` are censored; `left` of those `c` left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RiskRow {
    pub t: i32,
    pub n: u32,
    pub d: u32,
    pub c: u32,
    pub left: u32,
}

/// The risk table of one group. Times are whole days from 0.
pub fn risk_table(spells: impl IntoIterator<Item = (i32, Ending)>) -> Vec<RiskRow> {
    let mut packed: Vec<u32> = spells.into_iter().map(|(time, ending)| pack(time, ending)).collect();
    rows(&mut packed, &mut Vec::new())
}

/// The largest time of a group; `None` without people.
pub fn largest_time(table: &[RiskRow]) -> Option<i32> {
    table.last().map(|row| row.t)
}

/// More cells than this are not counted side by side: they would not stay near the processor.
const CELLS: usize = 1 << 17;

/// Risk tables of a few groups: each person is counted once, by group, day and ending. `None` where groups and days
/// are too many for that. `packed` are the spells of `pack`; `largest` is the largest time among them.
pub fn counted(groups: usize, largest: i32, of: &[u32], packed: &[u32]) -> Option<Vec<Vec<RiskRow>>> {
    let stride = (usize::try_from(largest).ok()? + 1) << 2;
    if groups * stride > CELLS {
        return None;
    }
    let mut cells = vec![0u32; groups * stride];
    for (&group, &spell) in of.iter().zip(packed) {
        cells[group as usize * stride + spell as usize] += 1;
    }
    let table = |cells: &[u32]| {
        let days = cells.as_chunks::<4>().0;
        let mut rows = Rows::new(cells.iter().sum());
        days.iter().enumerate().for_each(|(t, &[events, left, censored, _])| rows.push(t, [events, left, censored]));
        rows.rows
    };
    Some(cells.chunks_exact(stride).map(table).collect())
}

/// Risk tables of many groups at once: a person is looked at twice, whatever the number of groups.
#[derive(Debug, Default)]
pub struct RiskTables {
    packed: Vec<u32>,
    starts: Vec<u32>,
    counts: Vec<[u32; 3]>,
}

impl RiskTables {
    /// `spells` gives group, time and ending of each person; called twice, it must say the same. Groups count from 0.
    pub fn by_group<I: Iterator<Item = (u32, i32, Ending)>>(
        &mut self,
        groups: usize,
        spells: impl Fn() -> I,
    ) -> Vec<Vec<RiskRow>> {
        self.starts.clear();
        self.starts.resize(groups + 1, 0);
        for (group, ..) in spells() {
            self.starts[group as usize + 1] += 1;
        }
        for at in 1..=groups {
            self.starts[at] += self.starts[at - 1];
        }
        self.packed.clear();
        self.packed.resize(self.starts[groups] as usize, 0);
        for (group, time, ending) in spells() {
            let next = &mut self.starts[group as usize];
            self.packed[*next as usize] = pack(time, ending);
            *next += 1;
        }
        // Every start has moved to the end of its group.
        let mut from = 0;
        let mut tables = Vec::with_capacity(groups);
        for group in 0..groups {
            let to = self.starts[group] as usize;
            tables.push(rows(&mut self.packed[from..to], &mut self.counts));
            from = to;
        }
        tables
    }
}

/// A spell in one number: its days, then how it ended.
pub fn pack(time: i32, ending: Ending) -> u32 {
    let kind = match ending {
        Ending::Event => 0,
        Ending::Left => 1,
        Ending::Censored => 2,
    };
    (time.max(0) as u32) << 2 | kind
}

fn rows(packed: &mut [u32], counts: &mut Vec<[u32; 3]>) -> Vec<RiskRow> {
    let Some(largest) = packed.iter().max().map(|largest| (largest >> 2) as usize) else { return Vec::new() };
    let mut rows = Rows::new(packed.len() as u32);
    // Few people over a long time are sorted, everybody else is counted day by day.
    if largest > 64 + packed.len() * 8 {
        packed.sort_unstable();
        for same in packed.chunk_by(|a, b| a >> 2 == b >> 2) {
            let mut count = [0; 3];
            same.iter().for_each(|spell| count[(spell & 3) as usize] += 1);
            rows.push((same[0] >> 2) as usize, count);
        }
    } else {
        counts.clear();
        counts.resize(largest + 1, [0; 3]);
        for spell in packed.iter() {
            counts[(spell >> 2) as usize][(spell & 3) as usize] += 1;
        }
        counts.iter().enumerate().for_each(|(t, &count)| rows.push(t, count));
    }
    rows.rows
}

/// Rows as they come in, in order of time.
struct Rows {
    rows: Vec<RiskRow>,
    at_risk: u32,
}

impl Rows {
    fn new(people: u32) -> Rows {
        Rows { rows: Vec::new(), at_risk: people }
    }

    /// A time at which nothing happens has no row.
    fn push(&mut self, t: usize, [events, left, censored]: [u32; 3]) {
        let gone = events + left + censored;
        if gone > 0 {
            self.rows.push(RiskRow { t: t as i32, n: self.at_risk, d: events, c: left + censored, left });
            self.at_risk -= gone;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Ending::{Censored, Event, Left};

    #[test]
    fn each_distinct_time_has_a_row() {
        let row = |t, n, d, c, left| RiskRow { t, n, d, c, left };
        for (spells, expected) in [
            (vec![], vec![]),
            (vec![(0, Event)], vec![row(0, 1, 1, 0, 0)]),
            (
                vec![(5, Censored), (2, Event), (5, Left), (2, Event), (5, Event)],
                vec![row(2, 5, 2, 0, 0), row(5, 3, 1, 2, 1)],
            ),
            (vec![(900_000, Event), (3, Left)], vec![row(3, 2, 0, 1, 1), row(900_000, 1, 1, 0, 0)]),
        ] {
            assert_eq!(risk_table(spells.clone()), expected);
            let grouped = RiskTables::default().by_group(3, || spells.iter().map(|&(t, e)| (1, t, e)));
            assert_eq!(grouped, [vec![], expected.clone(), vec![]]);
            let packed: Vec<u32> = spells.iter().map(|&(t, e)| pack(t, e)).collect();
            let largest = spells.iter().map(|spell| spell.0).max().unwrap_or(0);
            if let Some(counted) = counted(3, largest, &vec![1; spells.len()], &packed) {
                assert_eq!(counted, [vec![], expected, vec![]]);
            }
        }
    }
}
