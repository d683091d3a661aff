//! Each person's events by kind in order of date, equal rows taken once. Built after an import, used under every
//! definition: no change of a rule sorts or reads again.

use std::ops::Range;

use super::dictionary::Code;
use super::events::{Events, SIMULATED};
use super::layer::{How, Layer, layer_of, rows_of};
use super::seen::Seen;
use super::who::Who;
use crate::record::EventKind;

const KINDS: usize = EventKind::ALL.len();
/// Set in `item` for a simulated observation.
const SIMULATED_BIT: u32 = 1 << 31;

/// Events sorted by person, kind, day and position. A stretch of one person and kind is a run.
#[derive(Clone, Debug, Default)]
pub struct Runs {
    /// Where the run of person × kind begins; one more at the end.
    starts: Vec<u32>,
    /// Days from 1970-01-01.
    pub day: Vec<i32>,
    item: Vec<u32>,
    /// Minutes of a `coached` event, the value of any other; NaN where it has none.
    pub amount: Vec<f64>,
    /// Row in the events table.
    pub row: Vec<u32>,
    /// Rows of each layer that are equal to an earlier one.
    pub duplicates: Vec<u64>,
    /// Events that would be gone without the rows of a layer; added up over the layers of an import, without its rows.
    pub alone: Vec<u64>,
}

impl Runs {
    /// Sorts the events of `persons` codes, which came in these layers. A person with several codes has one run of each
    /// kind, at the code that stands for them.
    pub fn of(events: &Events, persons: usize, who: &Who, layers: &[Layer]) -> Runs {
        let mut starts = vec![0u32; persons * KINDS + 1];
        let place = |row: usize| who.of(events.person[row]) as usize * KINDS + events.what(row).kind();
        for row in 0..events.len() {
            starts[place(row) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        // A day and a row in one number: sorting it is sorting by day, then by position in the file.
        let mut slots = vec![0u64; events.len()];
        for row in 0..events.len() {
            let next = &mut starts[place(row)];
            slots[*next as usize] = u64::from(events.day[row] as u32 ^ 1 << 31) << 32 | row as u64;
            *next += 1;
        }
        // Every entry has moved to the end of its run: the begin of the next one.
        starts.rotate_right(1);
        starts[0] = 0;

        let alone = (0..layers.len()).map(|at| rows_of(layers, at, events.len()).len() as u64).collect();
        let mut runs = Runs { duplicates: vec![0; layers.len()], alone, ..Runs::default() };
        runs.keep_once(events, &mut slots, &mut starts, layers);
        runs.starts = starts;
        runs.fill(events, &slots);
        runs
    }

    /// Sorts each run and closes the gaps that equal rows leave.
    fn keep_once(&mut self, events: &Events, slots: &mut Vec<u64>, starts: &mut [u32], layers: &[Layer]) {
        let mut kept = 0;
        let any_seen = layers.iter().any(|layer| layer.how == How::Seen);
        let mut equal = Equal {
            layers,
            duplicates: &mut self.duplicates,
            alone: &mut self.alone,
            rest: &events.rest,
            drop: Vec::new(),
            rows: Vec::new(),
        };
        let seen = Seen { layers };
        for at in 0..starts.len() - 1 {
            let (from, to) = (starts[at] as usize, starts[at + 1] as usize);
            starts[at] = kept as u32;
            let run = &mut slots[from..to];
            equal.drop.clear();
            if run.len() > 1 {
                if !run.is_sorted() {
                    run.sort_unstable();
                }
                let repeats = EventKind::ALL[at % KINDS].repeats();
                if any_seen && !repeats && seen.is_in(run) {
                    equal.drop.append(&mut seen.find(run, events, equal.duplicates, equal.alone));
                } else {
                    equal.find(run, repeats);
                }
            }
            if equal.drop.is_empty() {
                if kept != from {
                    slots.copy_within(from..to, kept);
                }
                kept += to - from;
                continue;
            }
            for slot in from..to {
                if equal.drop.binary_search(&(slots[slot] as u32)).is_err() {
                    slots[kept] = slots[slot];
                    kept += 1;
                }
            }
        }
        if let Some(end) = starts.last_mut() {
            *end = kept as u32;
        }
        slots.truncate(kept);
    }

    fn fill(&mut self, events: &Events, slots: &[u64]) {
        let coached = EventKind::Coached as usize;
        self.day = slots.iter().map(|slot| ((slot >> 32) as u32 ^ 1 << 31) as i32).collect();
        self.row = slots.iter().map(|&slot| slot as u32).collect();
        self.item = Vec::with_capacity(slots.len());
        self.amount = Vec::with_capacity(slots.len());
        for at in 0..self.starts.len() - 1 {
            if self.starts[at] == self.starts[at + 1] {
                continue;
            }
            let minutes = at % KINDS == coached;
            for &row in &self.row[self.starts[at] as usize..self.starts[at + 1] as usize] {
                let row = row as usize;
                let simulated = if events.what(row).context() == SIMULATED { SIMULATED_BIT } else { 0 };
                self.item.push(events.item[row] | simulated);
                self.amount.push(if minutes { events.minutes[row] } else { events.value[row] });
            }
        }
    }

    /// Makes room for person codes that came later; they have no events.
    pub fn grow(&mut self, persons: usize) {
        let end = self.starts.last().copied().unwrap_or(0);
        self.starts.resize(self.starts.len().max(persons * KINDS + 1), end);
    }

    /// Number of events that are left.
    pub fn len(&self) -> usize {
        self.day.len()
    }

    pub fn is_empty(&self) -> bool {
        self.day.is_empty()
    }

    /// Places of a person's events of one kind.
    #[inline]
    pub fn run(&self, person: Code, kind: EventKind) -> Range<usize> {
        let at = person as usize * KINDS + kind as usize;
        self.starts[at] as usize..self.starts[at + 1] as usize
    }

    /// Places of all of a person's events.
    pub fn person(&self, person: Code) -> Range<usize> {
        let at = person as usize * KINDS;
        self.starts[at] as usize..self.starts[at + KINDS] as usize
    }

    #[inline]
    pub fn item(&self, at: usize) -> Code {
        self.item[at] & !SIMULATED_BIT
    }

    #[inline]
    pub fn is_simulated(&self, at: usize) -> bool {
        self.item[at] & SIMULATED_BIT != 0
    }
}

/// Finds the rows of a run that are equal to an earlier row (metrics.md section 1): a kind that does not repeat is kept
/// once; of one that does, the largest count found in any one file.
struct Equal<'a> {
    layers: &'a [Layer],
    duplicates: &'a mut [u64],
    alone: &'a mut [u64],
    rest: &'a [u64],
    /// Rows to leave out, ascending.
    drop: Vec<u32>,
    /// The rows of one day, by what they say.
    rows: Vec<u32>,
}

impl Equal<'_> {
    fn find(&mut self, run: &[u64], repeats: bool) {
        if repeats && self.layers.len() < 2 {
            return;
        }
        for day in run.chunk_by(|a, b| a >> 32 == b >> 32) {
            if day.len() > 1 {
                self.find_on(day, repeats);
            }
        }
        self.drop.sort_unstable();
    }

    fn find_on(&mut self, day: &[u64], repeats: bool) {
        let rest = self.rest;
        let mut rows = std::mem::take(&mut self.rows);
        rows.clear();
        rows.extend(day.iter().map(|&slot| slot as u32));
        rows.sort_unstable_by_key(|&row| (rest[row as usize], row));
        for equal in rows.chunk_by(|&a, &b| rest[a as usize] == rest[b as usize]) {
            if equal.len() > 1 {
                self.keep_most(equal, repeats);
            }
        }
        self.rows = rows;
    }

    /// Of rows that say the same. They ascend, and so do their layers.
    fn keep_most(&mut self, equal: &[u32], repeats: bool) {
        let layers = self.layers;
        let mut most = 0;
        // The largest count, and the layer that has it; the largest of the other imports.
        let (mut largest, mut others) = ((0, 0), 0);
        for rows in equal.chunk_by(|&a, &b| layer_of(layers, a) == layer_of(layers, b)) {
            let at = layer_of(layers, rows[0]);
            let counted = if repeats { rows.len() } else { 1 };
            let known = counted.min(most) + rows.len() - counted;
            // Which of equal rows is left out does not matter to their number; the first ones stand first.
            self.drop.extend(if repeats { &rows[..known] } else { &rows[rows.len() - known..] });
            self.duplicates[at] += known as u64;
            most = most.max(counted);
            if counted > largest.0 {
                if layers[at].import != layers[largest.1].import {
                    others = largest.0;
                }
                largest = (counted, at);
            } else if layers[at].import != layers[largest.1].import {
                others = others.max(counted);
            }
            self.alone[at] -= rows.len() as u64;
        }
        self.alone[largest.1] += (largest.0 - others) as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::What;

    /// Rows `(person, day, kind, text)` of several files.
    fn events(files: &[&[(Code, i32, EventKind, u64)]]) -> (Events, Vec<Layer>) {
        let mut events = Events::default();
        let mut layers = Vec::new();
        for (import, file) in (0..).zip(files) {
            layers.push(Layer { first: events.len() as u32, import, whole: true, how: How::Told });
            for &(person, day, kind, text) in *file {
                events.person.push(person);
                events.day.push(day);
                events.what.push(What::new(kind, 0).0);
                events.item.push(text as u32);
                events.value.push(text as f64);
                events.minutes.push(f64::NAN);
                events.rest.push(text);
                events.by.push(b"");
                events.note.push(b"");
            }
        }
        (events, layers)
    }

    use EventKind::{Completed, Observed};

    #[test]
    fn a_run_is_in_order_of_date_then_of_the_file() {
        let (events, files) = events(&[&[
            (1, 5, Observed, 1),
            (1, -3, Observed, 2),
            (0, 9, Observed, 3),
            (1, 5, Observed, 4),
            (1, 0, Completed, 5),
        ]]);
        let runs = Runs::of(&events, 2, &Who::default(), &files);
        let rows: Vec<u32> = runs.run(1, Observed).map(|at| runs.row[at]).collect();
        assert_eq!(rows, [1, 0, 3]);
        assert_eq!(runs.run(1, Completed).map(|at| (runs.day[at], runs.item(at))).collect::<Vec<_>>(), [(0, 5)]);
        assert_eq!(runs.person(0).len(), 1);
        assert_eq!(runs.len(), 5);
    }

    /// Told files and lists of one day, small enough to go through many: what each adds is what would be gone without it.
    #[test]
    fn what_lists_add_is_what_would_be_gone_without_them() {
        let mut state = 7u32;
        let mut below = |end: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % end
        };
        for _ in 0..3_000 {
            let files: Vec<Vec<(Code, i32, EventKind, u64)>> = (0..2 + below(3))
                .map(|_| (0..below(5)).map(|_| (0, below(3) as i32, Completed, below(3).into())).collect())
                .collect();
            let seen: Vec<bool> = files.iter().map(|_| below(3) > 0).collect();
            let runs = |without: Option<usize>| {
                let here: Vec<usize> = (0..files.len()).filter(|&at| Some(at) != without).collect();
                let (events, mut layers) = events(&here.iter().map(|&at| &files[at][..]).collect::<Vec<_>>());
                layers
                    .iter_mut()
                    .zip(&here)
                    .for_each(|(layer, &at)| layer.how = if seen[at] { How::Seen } else { How::Told });
                Runs::of(&events, 1, &Who::default(), &layers)
            };
            let all = runs(None);
            let rows: usize = files.iter().map(Vec::len).sum();
            assert_eq!(all.len() as u64 + all.duplicates.iter().sum::<u64>(), rows as u64, "{files:?} {seen:?}");
            for out in 0..files.len() {
                let gone = (all.len() - runs(Some(out)).len()) as u64;
                assert_eq!(all.alone[out], gone, "{files:?} {seen:?} without {out}");
            }
        }
    }

    #[test]
    fn equal_rows_count_as_the_specification_says() {
        let o = (0, 1, Observed, 7);
        let c = (0, 1, Completed, 7);
        for (files, kept, duplicates) in [
            (vec![vec![c, c]], 1, vec![1]),
            (vec![vec![o, o]], 2, vec![0]),
            (vec![vec![c], vec![c, c]], 1, vec![0, 2]),
            (vec![vec![o, o], vec![o, o]], 2, vec![0, 2]),
            (vec![vec![o], vec![o, o, o]], 3, vec![0, 1]),
            (vec![vec![o, o, o], vec![o], vec![o, o]], 3, vec![0, 1, 2]),
            (vec![vec![o], vec![c]], 2, vec![0, 0]),
            (vec![vec![(0, 1, Completed, 8), c], vec![(0, 2, Completed, 7), c]], 3, vec![0, 1]),
        ] {
            // Once as they are, once among many others of the day.
            for crowd in [0, 60] {
                let mut files = files.clone();
                files[0].extend((0..crowd).map(|i| (0, 1, Completed, 100 + i)));
                files[0].extend((0..crowd).map(|i| (0, 1, Observed, 100 + i)));
                let slices: Vec<&[(Code, i32, EventKind, u64)]> = files.iter().map(Vec::as_slice).collect();
                let (all, layers) = events(&slices);
                let runs = Runs::of(&all, 1, &Who::default(), &layers);
                assert_eq!(runs.len() as u64, kept + 2 * crowd, "{files:?}");
                assert_eq!(runs.duplicates, duplicates, "{files:?}");
                for out in 0..files.len() {
                    let mut slices = slices.clone();
                    slices.remove(out);
                    let (others, layers) = events(&slices);
                    let left = Runs::of(&others, 1, &Who::default(), &layers).len() as u64;
                    assert_eq!(runs.alone[out], runs.len() as u64 - left, "{files:?} without {out}");
                }
            }
        }
    }
}
