//! The stored head of form 3, which did not say who is who, nor how rows know what they say.

use serde::Deserialize;

use super::tables::{Column, Head};
use crate::receipt::{Origin, Receipt};
use crate::table::{How, Layer};

#[derive(Deserialize)]
pub struct HeadOfForm3 {
    origin: Option<Origin>,
    receipts: Vec<Receipt>,
    rosters: Vec<LayerOfForm3>,
    files: Vec<LayerOfForm3>,
    columns: Vec<Column>,
}

#[derive(Deserialize)]
struct LayerOfForm3 {
    first: u32,
    import: u32,
    whole: bool,
}

impl From<LayerOfForm3> for Layer {
    fn from(LayerOfForm3 { first, import, whole }: LayerOfForm3) -> Layer {
        Layer { first, import, whole, how: How::Told }
    }
}

impl From<HeadOfForm3> for Head {
    fn from(head: HeadOfForm3) -> Head {
        let HeadOfForm3 { origin, receipts, rosters, files, columns } = head;
        let [rosters, files] = [rosters, files].map(|layers| layers.into_iter().map(Layer::from).collect());
        Head { origin, receipts, rosters, files, said: Vec::new(), decisions: Vec::new(), columns }
    }
}
