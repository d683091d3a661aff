//! What a file says of who is who: ids and addresses that stand in one row, and the names beside them.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Table, spelled};
use crate::import::desk::Desk;
use crate::import::written::is_blank;
use crate::receipt::Identity;
use crate::table::Known;

/// Everybody of whom the file says more than one thing, in the order of its rows.
pub async fn known(table: &Table<'_>, desk: &Desk) -> Vec<Known> {
    let people = table.plan.people.as_ref();
    let of = |identity: Identity| table.plan.person.iter().filter(move |(of, _)| *of == identity).map(|(_, at)| *at);
    let names: Vec<usize> = match people.filter(|people| !people.name.is_empty()) {
        Some(people) => people.name.clone(),
        None => of(Identity::Name).take(1).collect(),
    };
    if table.plan.many.is_some() || (table.plan.person.len() < 2 && names.is_empty()) {
        return Vec::new();
    }
    let mut found: Vec<Known> = Vec::new();
    // What was said of each person: mostly a file says the same in every row.
    let mut said: HashMap<Cow<'_, str>, Vec<usize>> = HashMap::new();
    for &row in &table.body.rows {
        desk.did(8).await;
        let person = table.person(row);
        if is_blank(&person) {
            continue;
        }
        let others = || {
            let ids = table.plan.person.iter().filter(|(identity, _)| *identity != Identity::Name);
            let texts = ids.map(|&(identity, at)| spelled(identity, table.cell(row, at)));
            texts.filter(|text| !is_blank(text) && *text != person)
        };
        let name = || names.iter().map(|&at| table.cell(row, at)).filter(|text| !is_blank(text));
        let is_said = |known: &Known| {
            others().eq(known.others.iter().map(|text| Cow::Borrowed(text.as_str())))
                && name().eq(known.name.split('\u{1f}').filter(|part| !part.is_empty()))
        };
        let places = said.entry(person.clone()).or_default();
        if places.iter().any(|&at| is_said(&found[at])) {
            continue;
        }
        places.push(found.len());
        let others = others().map(Cow::into_owned).collect();
        found.push(Known {
            person: person.clone().into_owned(),
            others,
            name: name().collect::<Vec<_>>().join("\u{1f}"),
        });
    }
    for known in &mut found {
        known.name = known.name.replace('\u{1f}', " ");
    }
    found.retain(|known| !known.others.is_empty() || (!known.name.is_empty() && known.name != known.person));
    found
}
