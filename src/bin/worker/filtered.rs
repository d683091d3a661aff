//! Who is shown, over every screen: told again only where it is about others.

use std::cell::RefCell;

use rampline::protocol::{Ask, FromWorker};
use rampline::scene::filter;
use rampline::time::Day;

use crate::{wire, work};

/// All it rests on but the data: the rule of competency changes nothing of it.
#[derive(PartialEq)]
struct Key {
    filter: String,
    cutoff: Option<Day>,
    min_group: i64,
}

thread_local! {
    static TOLD: RefCell<Option<Key>> = const { RefCell::new(None) };
}

/// The data have changed.
pub fn forget() {
    TOLD.set(None);
}

pub fn tell(ask: &Ask) {
    let (filter, cutoff, min_group) = (ask.filter.clone(), ask.definition.cutoff, ask.definition.min_group);
    let key = Key { filter, cutoff, min_group };
    if TOLD.with_borrow(|told| told.as_ref() == Some(&key)) {
        return;
    }
    let html = work::engine(|engine| {
        let told = engine.told(ask)?;
        let renamed = told.is_renamed.then(|| told.filter.query());
        Some((filter::bar(&told, engine.offer(&ask.definition)?), renamed))
    });
    if let Some((html, renamed)) = html {
        wire::send(&FromWorker::Filtered { html, renamed });
        TOLD.set(Some(key));
    }
}
