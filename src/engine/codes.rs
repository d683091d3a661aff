//! Codes in the place of names, where somebody wants them: a file is renamed as soon as it is read, before anything of it
//! is kept. The key is in memory only.

use super::Engine;
use crate::identity::{Key, NoKey, Stands};
use crate::receipt::{Assumption, Receipt};
use crate::t;
use crate::table::{Mark, Renaming, Tables};

/// Whether a file is a key to codes, by its beginning.
pub fn is_key(beginning: &[u8]) -> bool {
    Key::is_one(beginning)
}

#[derive(Debug, Default)]
pub(super) struct Codes {
    key: Option<Key>,
    is_on: bool,
}

impl Codes {
    pub fn is_on(&self) -> bool {
        self.is_on
    }

    /// Renames what one file brought, where codes are wanted.
    pub fn apply(&mut self, tables: &mut Tables, mark: &Mark, receipts: &mut [Receipt]) {
        let (true, Some(key)) = (self.is_on, &mut self.key) else { return };
        let salt = key.salt;
        let key = std::cell::RefCell::new(key);
        tables.rename(
            mark,
            &mut Renaming {
                id: &mut |text| key.borrow_mut().code(text, Stands::Id),
                name: &mut |text| key.borrow_mut().code(text, Stands::Name),
                keeps: &|note| note == crate::import::SEEN,
                salt,
            },
        );
        for receipt in receipts {
            receipt.leave_out_cells(t!("not kept"), t!("An appointment"));
            receipt.reading.assumptions.push(Assumption::Codes);
        }
    }
}

impl Engine {
    /// From now on files come in with codes in the place of what names people, or as they are. `salt` is for a key that
    /// is begun: nobody may be able to guess it.
    pub fn use_codes(&mut self, is_on: bool, salt: u64) {
        self.codes.is_on = is_on;
        if is_on && self.codes.key.is_none() {
            let Tables { ids, people, events, said, .. } = &self.data.tables;
            let names = (0..people.len()).map(|row| people.name.get(row));
            let observers = (0..events.len()).map(|row| events.by.get(row));
            let known = said.iter().flat_map(|said| &said.known);
            let known = known.flat_map(|known| known.others.iter().chain([&known.person, &known.name]));
            let texts = (0..ids.len() as u32).map(|code| ids.text(code));
            let texts = texts.chain(names).chain(observers).chain(known.map(String::as_str));
            self.codes.key = Some(Key::new(salt, texts));
        }
    }

    /// The key as a file; `None` while there is none.
    pub fn key_csv(&self) -> Option<Vec<u8>> {
        self.codes.key.as_ref().filter(|key| !key.is_empty()).map(Key::to_csv)
    }

    /// Takes a key over from its file, beside the codes that were given already: how many it has. The key that is here
    /// stays where the two say different things.
    pub fn take_key(&mut self, bytes: &[u8]) -> Result<usize, NoKey> {
        let key = Key::from_csv(bytes)?;
        let key = match &self.codes.key {
            Some(here) if !here.is_empty() => here.clone().with(&key).ok_or(NoKey::OfAnother)?,
            _ => key,
        };
        let codes = key.len();
        self.codes.key = Some(key);
        Ok(codes)
    }
}
