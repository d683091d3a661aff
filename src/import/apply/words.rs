//! Status words of a table, each with its rows, for somebody to settle what they mean.

use std::collections::BTreeMap;

use super::body::Body;
use crate::import::header::Header;
use crate::import::plan::{Event, Plan, Value};
use crate::import::written::status::Status;
use crate::import::written::{is_blank, number};
use crate::receipt::{Answers, Question, Settled};

/// Words that are asked about.
const MOST: usize = 100;

/// What somebody said a word means.
pub fn settled(answered: &[(String, Settled)], word: &str) -> Option<Settled> {
    answered.iter().find(|(known, _)| known == word).map(|(_, settled)| *settled)
}

/// Words nobody knows first, then the most frequent ones; `None` where the table has none.
pub fn question(header: &Header<'_>, plan: &Plan, body: &Body, answers: &Answers) -> Option<Question> {
    let of = |event: &Event| {
        let mark = match event.value {
            Some(Value::Mark(column)) => Some(column),
            _ => None,
        };
        [event.status, mark]
    };
    let mut columns: Vec<usize> = plan.events.iter().flat_map(of).flatten().collect();
    columns.sort_unstable();
    columns.dedup();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for (column, row) in columns.iter().flat_map(|column| body.rows.iter().map(move |row| (*column, *row))) {
        let cell = header.sheet.cell(row, column);
        if !is_blank(cell) && (number::read(cell, false).is_none() || Status::of(cell).is_some()) {
            *counts.entry(cell).or_default() += 1;
        }
    }
    let known = |word: &str| match Status::of(word) {
        _ if settled(&answers.words, word).is_some() => settled(&answers.words, word),
        Some(status) if status.is_done() => Some(Settled::Done),
        Some(_) => Some(Settled::NotDone),
        None => None,
    };
    let mut words: Vec<(String, u64, Option<Settled>)> =
        counts.into_iter().map(|(word, rows)| (word.to_owned(), rows, known(word))).collect();
    words.sort_by_key(|(_, rows, known)| (known.is_some(), std::cmp::Reverse(*rows)));
    words.truncate(MOST);
    (!words.is_empty()).then_some(Question::Words { words })
}
