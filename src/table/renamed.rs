//! Other texts in the place of those that name people, in the rows that one file brought.

use std::collections::HashMap;

use super::dictionary::{Code, Dictionary, fold};
use super::events::What;
use super::texts::Texts;
use super::{Mark, Tables};
use crate::record::EventKind;

/// What becomes of the texts.
pub struct Renaming<'a> {
    /// Of an id or an address.
    pub id: &'a mut dyn FnMut(&str) -> String,
    pub name: &'a mut dyn FnMut(&str) -> String,
    /// Whether a note is kept: it may name anybody.
    pub keeps: &'a dyn Fn(&str) -> bool,
    /// Mixed into what was computed from the texts.
    pub salt: u64,
}

impl Tables {
    /// Renames what came in since the mark; of what it was nothing stays. Whoever was here before keeps the text that
    /// stands for them, in these rows too. What coaching was about is left out, as are rows that were set aside: they are
    /// in words of people's own.
    pub fn rename(&mut self, mark: &Mark, renaming: &mut Renaming<'_>) {
        let [ids, .., items, _] = mark.dictionaries;
        for known in self.said[mark.said..].iter_mut().flat_map(|said| &mut said.known) {
            for text in std::iter::once(&mut known.person).chain(&mut known.others) {
                let is_here = self.ids.find(text.as_bytes()).is_some_and(|code| (code as usize) < ids);
                if !is_here {
                    *text = (renaming.id)(text);
                }
            }
            known.name = (renaming.name)(&known.name);
        }
        let new_ids = anew(&mut self.ids, ids, |text, _| Some((renaming.id)(text)));
        let columns = [&mut self.people.person[mark.people..], &mut self.people.manager[mark.people..]];
        let columns = columns.into_iter().chain([&mut self.events.person[mark.events..]]);
        columns.flatten().for_each(|code| *code = new_ids.get(code).copied().unwrap_or(*code));

        let events = &mut self.events;
        let mut is_kept = vec![false; self.items.len()];
        for row in mark.events..events.len() {
            let is_coaching = EventKind::ALL[What(events.what[row]).kind()] == EventKind::Coached;
            match is_coaching {
                true => events.item[row] = Dictionary::EMPTY,
                false => is_kept[events.item[row] as usize] = true,
            }
            events.rest[row] = fold(events.rest[row], renaming.salt);
        }
        let new_items = anew(&mut self.items, items, |text, code| is_kept[code as usize].then(|| text.to_owned()));
        let of_rows = &mut events.item[mark.events..];
        of_rows.iter_mut().for_each(|code| *code = new_items.get(code).copied().unwrap_or(*code));

        write_anew(&mut self.people.name, mark.people, |name| (renaming.name)(name));
        write_anew(&mut events.by, mark.events, |by| (renaming.id)(by));
        write_anew(&mut events.note, mark.events, |note| match (renaming.keeps)(note) {
            true => note.to_owned(),
            false => String::new(),
        });
        self.aside.truncate(mark.aside);
    }
}

/// Takes the texts from a length on out of a dictionary and puts others in; the code of each by the one it had.
fn anew(
    dictionary: &mut Dictionary,
    from: usize,
    mut text: impl FnMut(&str, Code) -> Option<String>,
) -> HashMap<Code, Code> {
    let old = from as Code..dictionary.len() as Code;
    let texts: Vec<(Code, Option<String>)> = old.map(|code| (code, text(dictionary.text(code), code))).collect();
    dictionary.truncate(from);
    texts
        .into_iter()
        .map(|(code, text)| (code, text.map_or(Dictionary::EMPTY, |text| dictionary.intern(text.as_bytes()))))
        .collect()
}

fn write_anew(column: &mut Texts, from: usize, mut text: impl FnMut(&str) -> String) {
    let texts: Vec<String> = (from..column.len()).map(|row| text(column.get(row))).collect();
    column.truncate(from);
    texts.iter().for_each(|text| column.push(text.as_bytes()));
}
