//! A column of free texts: one long run of bytes and where each text ends.

use std::ops::Range;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Texts {
    /// From stored parts; `None` when they do not fit together.
    pub fn from_parts(bytes: Vec<u8>, ends: Vec<u32>) -> Option<Texts> {
        let sound = ends.windows(2).all(|pair| pair[0] <= pair[1])
            && ends.last().map_or(0, |&end| end as usize) == bytes.len()
            && std::str::from_utf8(&bytes)
                .is_ok_and(|text| ends.iter().all(|&end| text.is_char_boundary(end as usize)));
        sound.then_some(Texts { bytes, ends })
    }

    pub fn parts(&self) -> (&[u8], &[u32]) {
        (&self.bytes, &self.ends)
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub fn reserve(&mut self, texts: usize) {
        self.ends.reserve(texts);
    }

    /// Adds a text, which must be UTF-8.
    #[inline]
    pub fn push(&mut self, text: &[u8]) {
        if !text.is_empty() {
            self.bytes.extend_from_slice(text);
        }
        self.ends.push(self.bytes.len() as u32);
    }

    pub fn get(&self, row: usize) -> &str {
        let start = if row == 0 { 0 } else { self.ends[row - 1] as usize };
        std::str::from_utf8(&self.bytes[start..self.ends[row] as usize]).unwrap_or_default()
    }

    pub fn truncate(&mut self, len: usize) {
        self.ends.truncate(len);
        self.bytes.truncate(self.ends.last().map_or(0, |&end| end as usize));
    }

    /// Takes these rows out; the ones behind them move up.
    pub fn take_out(&mut self, rows: Range<usize>) -> Texts {
        let begin = |row: usize| if row == 0 { 0 } else { self.ends[row - 1] };
        let (from, to) = (begin(rows.start), begin(rows.end));
        let bytes = self.bytes.drain(from as usize..to as usize).collect();
        let ends = self.ends.drain(rows.clone()).map(|end| end - from).collect();
        self.ends[rows.start..].iter_mut().for_each(|end| *end -= to - from);
        Texts { bytes, ends }
    }

    /// Puts rows in before this one.
    pub fn put_in(&mut self, row: usize, texts: Texts) {
        let from = if row == 0 { 0 } else { self.ends[row - 1] };
        let len = texts.bytes.len() as u32;
        self.ends[row..].iter_mut().for_each(|end| *end += len);
        self.bytes.splice(from as usize..from as usize, texts.bytes);
        self.ends.splice(row..row, texts.ends.into_iter().map(|end| end + from));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[&str]) -> Texts {
        let mut column = Texts::default();
        texts.iter().for_each(|text| column.push(text.as_bytes()));
        column
    }

    #[test]
    fn rows_out_and_back() {
        let all = ["früh", "", "x", "", "later"];
        for (rows, taken, left) in [
            (0..0, &[][..], &all[..]),
            (0..2, &["früh", ""], &["x", "", "later"]),
            (1..4, &["", "x", ""], &["früh", "later"]),
            (3..5, &["", "later"], &["früh", "", "x"]),
            (0..5, &all, &[]),
        ] {
            let mut column = texts(&all);
            let out = column.take_out(rows.clone());
            assert_eq!((&out, &column), (&texts(taken), &texts(left)), "{rows:?}");
            column.put_in(rows.start, out);
            assert_eq!(column, texts(&all), "{rows:?}");
        }
    }
}
