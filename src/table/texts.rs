//! A column of free texts: one long run of bytes and where each text ends.

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

    pub fn shrink_to_fit(&mut self) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}
