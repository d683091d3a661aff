//! IndexedDB, where there is no private file system (WebKitGTK, some private windows). One transaction writes all.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use super::Bytes;

const DATABASE: &str = "rampline";
const OBJECTS: &str = "tables";
/// Key of the head; columns have their number.
const HEAD: &str = "head";

async fn open() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        // A database that cannot be made fails when it is used, and then says why.
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(OBJECTS, ObjectStoreParams::new());
        }
    });
    request.await
}

pub async fn read() -> Result<Option<Bytes>, String> {
    read_all().await.map_err(|e| e.to_string())
}

async fn read_all() -> Result<Option<Bytes>, idb::Error> {
    let database = open().await?;
    let transaction = database.transaction(&[OBJECTS], TransactionMode::ReadOnly)?;
    let objects = transaction.object_store(OBJECTS)?;
    let head = objects.get(JsValue::from(HEAD))?.await?;
    let mut columns = Vec::new();
    while let Some(column) = objects.get(JsValue::from(columns.len() as u32))?.await? {
        columns.push(column.unchecked_into());
    }
    database.close();
    Ok(head.map(|head| (head.unchecked_into::<Uint8Array>().to_vec(), columns)))
}

pub async fn erase() -> Result<(), String> {
    replace(&[]).await.map_err(|e| e.to_string())
}

async fn replace(records: &[(JsValue, Uint8Array)]) -> Result<(), idb::Error> {
    let database = open().await?;
    let transaction = database.transaction(&[OBJECTS], TransactionMode::ReadWrite)?;
    let objects = transaction.object_store(OBJECTS)?;
    objects.clear()?.await?;
    for (key, bytes) in records {
        objects.put(bytes, Some(key))?.await?;
    }
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

/// Columns collected until they are written together.
#[derive(Default)]
pub struct Writing {
    columns: Vec<Uint8Array>,
    current: Vec<u8>,
}

impl Writing {
    pub fn write(&mut self, part: &[u8]) {
        self.current.extend_from_slice(part);
    }

    pub fn end_column(&mut self) {
        self.columns.push(Uint8Array::from(self.current.as_slice()));
        self.current.clear();
    }

    pub async fn finish(self, head: &[u8]) -> Result<(), String> {
        let columns = self.columns.into_iter().enumerate().map(|(at, column)| (JsValue::from(at as u32), column));
        let head = (JsValue::from(HEAD), Uint8Array::from(head));
        let records: Vec<(JsValue, Uint8Array)> = std::iter::once(head).chain(columns).collect();
        replace(&records).await.map_err(|e| e.to_string())
    }
}
