//! Lists that say what was so on one day (`How::Seen`): what one of them repeats happened once.

use super::dictionary::Code;
use super::events::Events;
use super::layer::{How, Layer, layer_of};

pub(super) struct Seen<'a> {
    pub layers: &'a [Layer],
}

/// Rows of one day that say the same.
struct Group {
    /// Day, then told before seen, then row: the first of an item stands.
    order: (u64, bool, u32),
    /// Layer of the row that is kept.
    at: usize,
    /// The same of the row that would be kept without that layer's import.
    other: Option<((u64, bool, u32), usize)>,
}

impl Seen<'_> {
    /// Whether rows of such a list are among these.
    pub fn is_in(&self, run: &[u64]) -> bool {
        run.iter().any(|&slot| self.is_seen(layer_of(self.layers, slot as u32)))
    }

    /// Rows to leave out of a run of a kind that does not repeat, ascending. Of rows of one day that say the same one stays,
    /// told rather than seen; of an item, what a list says after the first row about it goes. `duplicates` counts what is
    /// left out, by layer, and `alone` what would be gone without the import of a layer.
    pub fn find(&self, run: &[u64], events: &Events, duplicates: &mut [u64], alone: &mut [u64]) -> Vec<u32> {
        let mut drop = Vec::new();
        let mut rows: Vec<(Code, u64, u64, bool, u32)> = run.iter().map(|&slot| self.row(slot, events)).collect();
        for &(.., row) in &rows {
            alone[layer_of(self.layers, row)] -= 1;
        }
        rows.sort_unstable();
        for item in rows.chunk_by(|a, b| a.0 == b.0) {
            let mut groups = Vec::with_capacity(item.len());
            for equal in item.chunk_by(|a, b| (a.1, a.2) == (b.1, b.2)) {
                groups.push(self.group(equal));
                for &(.., row) in &equal[1..] {
                    drop.push(row);
                    duplicates[layer_of(self.layers, row)] += 1;
                }
            }
            groups.sort_unstable_by_key(|group| group.order);
            for group in groups[1..].iter().filter(|group| group.order.1) {
                drop.push(group.order.2);
                duplicates[group.at] += 1;
            }
            self.count_alone(&groups, alone);
        }
        drop.sort_unstable();
        drop
    }

    fn row(&self, slot: u64, events: &Events) -> (Code, u64, u64, bool, u32) {
        let row = slot as u32;
        let at = row as usize;
        (events.item[at], slot >> 32, events.rest[at], self.is_seen(layer_of(self.layers, row)), row)
    }

    /// Rows that say the same, told before seen.
    fn group(&self, equal: &[(Code, u64, u64, bool, u32)]) -> Group {
        let place = |&(_, day, _, is_seen, row): &(Code, u64, u64, bool, u32)| {
            ((day, is_seen, row), layer_of(self.layers, row))
        };
        let (order, at) = place(&equal[0]);
        let is_other = |(_, other): &(_, usize)| self.layers[*other].import != self.layers[at].import;
        Group { order, at, other: equal.iter().map(place).find(is_other) }
    }

    /// What of an item would be gone without each import, given its groups in order: everything told stands, and what was
    /// seen only where it comes first.
    fn count_alone(&self, groups: &[Group], alone: &mut [u64]) {
        let first = &groups[0];
        let import = |group: &Group| self.layers[group.at].import;
        let is_told = |is_seen: bool| u64::from(!is_seen);
        for group in groups[1..].iter().filter(|group| import(group) != import(first)) {
            let other = group.other.map_or(0, |(order, _)| is_told(order.1));
            alone[group.at] += is_told(group.order.1) - other;
        }
        // Without the import of the first another one comes first.
        let mut left: Vec<(u64, bool, u32)> = groups
            .iter()
            .filter_map(|group| match import(group) == import(first) {
                true => group.other.map(|(order, _)| order),
                false => Some(group.order),
            })
            .collect();
        left.sort_unstable();
        let standing = |orders: &mut dyn Iterator<Item = bool>| {
            orders.enumerate().filter(|(at, is_seen)| *at == 0 || !is_seen).count() as u64
        };
        let now = standing(&mut groups.iter().map(|group| group.order.1));
        let then = standing(&mut left.iter().map(|order| order.1));
        alone[first.at] += now.saturating_sub(then);
    }

    fn is_seen(&self, at: usize) -> bool {
        self.layers[at].how == How::Seen
    }
}
