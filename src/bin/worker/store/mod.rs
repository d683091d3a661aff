//! Where the tables are kept: the origin's private files, or IndexedDB where those are missing. One tab at a time
//! writes; another one only reads.

mod indexed_db;
mod lock;
mod opfs;

use js_sys::Uint8Array;
use rampline::engine::Data;
use rampline::protocol::Store as Kept;
use rampline::saved::tables::{Head, StoredError};

#[derive(Clone)]
enum Place {
    Opfs(opfs::Folder),
    IndexedDb,
    Nowhere(String),
}

#[derive(Clone)]
pub struct Store {
    place: Place,
    /// This tab holds the lock.
    ours: bool,
    /// What is stored could not be read: it is not written over until somebody erases it.
    untouchable: Option<String>,
}

/// The head and the columns as they are stored.
type Bytes = (Vec<u8>, Vec<Uint8Array>);

impl Store {
    /// Opens the store and reads what is in it.
    pub async fn open() -> (Store, Result<Option<Data>, String>) {
        let ours = lock::take().await;
        let (place, bytes) = match opfs::Folder::open().await {
            Ok(folder) => {
                let bytes = folder.read().await;
                (Place::Opfs(folder), bytes)
            }
            Err(no_opfs) => match indexed_db::read().await {
                Ok(bytes) => (Place::IndexedDb, Ok(bytes)),
                Err(no_database) => {
                    let why = format!("this browser lets the page store nothing ({no_opfs}; {no_database})");
                    return (Store { place: Place::Nowhere(why), ours, untouchable: None }, Ok(None));
                }
            },
        };
        let found =
            bytes.and_then(|bytes| bytes.map(|bytes| put_together(bytes).map_err(|e| e.to_string())).transpose());
        let untouchable = found.as_ref().err().cloned();
        (Store { place, ours, untouchable }, found)
    }

    pub fn kept(&self) -> Kept {
        match (&self.place, &self.untouchable) {
            (Place::Nowhere(why), _) => Kept::Nowhere { why: why.clone() },
            _ if !self.ours => Kept::OtherTab,
            (_, Some(why)) => Kept::Nowhere { why: why.clone() },
            (Place::Opfs(_), _) => Kept::Opfs,
            (Place::IndexedDb, _) => Kept::IndexedDb,
        }
    }

    /// Begins to write; `None` where nothing may be written.
    pub async fn begin(&self) -> Result<Option<Writing>, String> {
        if !self.ours || self.untouchable.is_some() {
            return Ok(None);
        }
        match &self.place {
            Place::Opfs(folder) => Ok(Some(Writing::Opfs(folder.begin().await?))),
            Place::IndexedDb => Ok(Some(Writing::IndexedDb(indexed_db::Writing::default()))),
            Place::Nowhere(_) => Ok(None),
        }
    }

    /// Removes what is stored; from then on the place can be written again.
    pub async fn erase(self) -> Result<Store, String> {
        match &self.place {
            Place::Opfs(folder) => folder.erase().await?,
            Place::IndexedDb => indexed_db::erase().await?,
            Place::Nowhere(_) => {}
        }
        Ok(Store { untouchable: None, ..self })
    }
}

fn put_together((head, columns): Bytes) -> Result<Data, StoredError> {
    let head = Head::from_bytes(&head)?;
    Data::restored(head, columns.into_iter().map(|column| column.to_vec()).collect())
}

/// Tables on their way to the store. Until `finish` the earlier ones stay.
pub enum Writing {
    Opfs(opfs::Writing),
    IndexedDb(indexed_db::Writing),
}

impl Writing {
    /// Adds to the current column.
    pub fn write(&mut self, part: &[u8]) -> Result<(), String> {
        match self {
            Writing::Opfs(file) => file.write(part),
            Writing::IndexedDb(columns) => {
                columns.write(part);
                Ok(())
            }
        }
    }

    pub fn end_column(&mut self) {
        match self {
            Writing::Opfs(file) => file.end_column(),
            Writing::IndexedDb(columns) => columns.end_column(),
        }
    }

    pub async fn finish(self, head: &[u8]) -> Result<(), String> {
        match self {
            Writing::Opfs(file) => file.finish(head).await,
            Writing::IndexedDb(columns) => columns.finish(head).await,
        }
    }

    pub async fn give_up(self) {
        if let Writing::Opfs(file) = self {
            file.give_up().await;
        }
    }
}
