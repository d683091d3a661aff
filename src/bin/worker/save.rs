//! Writes the tables to the store after they changed, in small steps between requests.

use std::cell::{Cell, RefCell};

use rampline::protocol::{FromWorker, Store as Kept};
use rampline::saved::tables::Column;
use wasm_bindgen_futures::spawn_local;
use xxhash_rust::xxh3::Xxh3;

use crate::scope::pause;
use crate::store::{Store, Writing};
use crate::{wire, work};

/// Bytes written between two looks at the requests.
const STEP: usize = 512 << 10;
/// How long nothing has to be asked before a step, milliseconds.
const QUIET: i32 = 50;

thread_local! {
    static STORE: RefCell<Option<Store>> = const { RefCell::new(None) };
    /// Raised by every change: a save that began before is given up.
    static CHANGES: Cell<u32> = const { Cell::new(0) };
    /// The tables have to be saved once more.
    static WANTED: Cell<bool> = const { Cell::new(false) };
    /// A save is under way: two of them would take each other's files.
    static SAVING: Cell<bool> = const { Cell::new(false) };
}

pub fn set(store: Store) {
    STORE.set(Some(store));
}

pub fn kept() -> Option<Kept> {
    STORE.with_borrow(|store| store.as_ref().map(Store::kept))
}

/// Gives up a save under way: the tables are about to change.
pub fn interrupt() {
    CHANGES.set(CHANGES.get() + 1);
    WANTED.set(false);
}

/// Saves the tables as they are now, soon.
pub fn later() {
    interrupt();
    WANTED.set(true);
    if !SAVING.replace(true) {
        spawn_local(work_off());
    }
}

/// One save after the other, as long as one is wanted.
async fn work_off() {
    while WANTED.replace(false) {
        match save(CHANGES.get()).await {
            Ok(Some(bytes)) => wire::send(&FromWorker::Saved { bytes }),
            Ok(None) => {}
            Err(why) => wire::send(&FromWorker::NotSaved { why }),
        }
    }
    SAVING.set(false);
}

/// Removes everything stored.
pub async fn erase() -> Result<(), String> {
    // One that is given up removes its own files first.
    while SAVING.get() {
        pause(QUIET).await;
    }
    let Some(store) = STORE.with_borrow(Clone::clone) else { return Ok(()) };
    STORE.set(Some(store.erase().await?));
    Ok(())
}

/// Waits for a quiet moment. `false` when the tables have changed meanwhile.
async fn quiet(change: u32) -> bool {
    loop {
        pause(if work::is_busy() { QUIET } else { 0 }).await;
        if CHANGES.get() != change {
            return false;
        }
        if !work::is_busy() {
            return true;
        }
    }
}

async fn save(change: u32) -> Result<Option<u64>, String> {
    let Some(store) = STORE.with_borrow(Clone::clone) else { return Ok(None) };
    let Some(mut writing) = store.begin().await? else { return Ok(None) };
    // A file left open could not be written by the next save.
    match write_columns(&mut writing, change).await {
        Ok(Some((heads, bytes))) => {
            let head = work::engine(|engine| engine.data().head(heads)).to_bytes();
            writing.finish(&head).await?;
            Ok(Some(bytes + head.len() as u64))
        }
        outcome => {
            writing.give_up().await;
            outcome.map(|_| None)
        }
    }
}

/// What stands in the head of each column, and their bytes; `None` when the tables have changed meanwhile.
async fn write_columns(writing: &mut Writing, change: u32) -> Result<Option<(Vec<Column>, u64)>, String> {
    pause(QUIET).await;
    let count = work::engine(|engine| engine.data().columns().len());
    let mut heads = Vec::with_capacity(count);
    let mut total = 0;
    for column in 0..count {
        let mut hash = Xxh3::new();
        let mut at = 0;
        loop {
            if !quiet(change).await {
                return Ok(None);
            }
            let (wrote, len) =
                work::engine(|engine| write_step(writing, engine.data().columns()[column], at, &mut hash))?;
            at += wrote;
            if at == len {
                break;
            }
        }
        heads.push(Column { bytes: at as u64, checksum: hash.digest() });
        writing.end_column();
        total += at as u64;
    }
    Ok(Some((heads, total)))
}

/// Writes the next part of a column; how much, and how long the column is.
fn write_step(writing: &mut Writing, column: &[u8], at: usize, hash: &mut Xxh3) -> Result<(usize, usize), String> {
    let part = &column[at..column.len().min(at + STEP)];
    hash.update(part);
    writing.write(part)?;
    Ok((part.len(), column.len()))
}
