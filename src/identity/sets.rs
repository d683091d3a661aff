//! Texts that stand for one person, as sets that grow together.

use std::collections::HashMap;

#[derive(Debug, Default)]
pub struct Sets<'a> {
    places: HashMap<&'a str, usize>,
    texts: Vec<&'a str>,
    parents: Vec<usize>,
}

impl<'a> Sets<'a> {
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Place of a text, new or known.
    pub fn place(&mut self, text: &'a str) -> usize {
        *self.places.entry(text).or_insert_with(|| {
            self.texts.push(text);
            self.parents.push(self.parents.len());
            self.texts.len() - 1
        })
    }

    /// The place that stands for the set of this one.
    pub fn root(&mut self, mut at: usize) -> usize {
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    /// The same of a text.
    pub fn root_of(&mut self, text: &'a str) -> usize {
        let place = self.place(text);
        self.root(place)
    }

    /// Whether two texts that are kept apart would be in one set if these two were.
    pub fn would_join(&mut self, one: &'a str, other: &'a str, apart: &[(&'a str, &'a str)]) -> bool {
        let joined = [self.root_of(one), self.root_of(other)];
        apart.iter().any(|(a, b)| {
            let kept = [self.root_of(a), self.root_of(b)];
            kept[0] != kept[1] && joined.contains(&kept[0]) && joined.contains(&kept[1])
        })
    }

    pub fn join(&mut self, one: &'a str, other: &'a str) {
        let (one, other) = (self.place(one), self.place(other));
        let (one, other) = (self.root(one), self.root(other));
        self.parents[one.max(other)] = one.min(other);
    }

    /// The texts of each set.
    pub fn all(mut self) -> Vec<Vec<&'a str>> {
        let mut sets: HashMap<usize, Vec<&'a str>> = HashMap::new();
        for at in 0..self.texts.len() {
            let root = self.root(at);
            sets.entry(root).or_default().push(self.texts[at]);
        }
        sets.into_values().collect()
    }
}
