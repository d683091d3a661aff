//! Taking an import out again, and putting it back.

use super::{Engine, imports};
use crate::receipt::{Origin, Receipt};
use crate::table::Part;

/// What was taken out last.
#[derive(Debug)]
pub(super) struct Undone {
    origin: Option<Origin>,
    /// Place of the first of them among the receipts.
    at: usize,
    receipts: Vec<Receipt>,
    part: Part,
    /// What was taken out before: it can be put back once this one is.
    earlier: Option<Box<Undone>>,
}

impl Undone {
    pub fn file(&self) -> &str {
        self.receipts.first().map_or("", |receipt| &receipt.file)
    }
}

impl Engine {
    /// Takes an import out: what is left is what the other imports brought. `false` where there is no such import, or
    /// where the others would not stay as they are.
    pub fn undo(&mut self, import: u32) -> bool {
        self.cancel();
        let data = &mut self.data;
        let is_of = |receipt: &Receipt| receipt.import == Some(import);
        let Some(at) = data.receipts.iter().position(is_of) else { return false };
        if !imports::can_be_taken_out(&data.tables, import) {
            return false;
        }
        let len = data.receipts[at..].iter().take_while(|receipt| is_of(receipt)).count();
        let receipts = data.receipts.drain(at..at + len).collect();
        let part = data.tables.take_out(import);
        let origin = data.origin;
        if data.receipts.is_empty() {
            data.origin = None;
        }
        data.identify();
        data.sort();
        data.settle();
        let earlier = self.undone.take().map(Box::new);
        self.forget();
        self.undone = Some(Undone { origin, at, receipts, part, earlier });
        true
    }

    /// Puts back what was taken out last; `false` when there is nothing, or something else has changed since.
    pub fn put_back(&mut self) -> bool {
        self.cancel();
        let Some(Undone { origin, at, receipts, part, earlier }) = self.undone.take() else { return false };
        let data = &mut self.data;
        data.tables.put_back(part);
        data.receipts.splice(at..at, receipts);
        data.origin = origin;
        data.identify();
        data.sort();
        data.settle();
        self.forget();
        self.undone = earlier.map(|earlier| *earlier);
        true
    }
}
