//! Small made-up values for the tests of the state.

use crate::chart::{Figure, Frame};
use crate::finding::Finding;
use crate::scene::document::Table;
use crate::scene::reads::Reads;
use crate::scene::{Offered, Picture, Scene};

pub fn scene() -> Scene {
    Scene {
        rule: String::new(),
        foot: String::new(),
        finding: Finding::default(),
        opens: None,
        hidden: None,
        curves: 1,
        sections: Vec::new(),
        offered: Offered { observed_items: vec!["a".to_owned(), "b".to_owned()], ..Offered::default() },
    }
}

pub fn picture(width: u32) -> Picture {
    let frame = Frame { left: 0.0, right: 1.0, top: 0.0, bottom: 1.0, last_day: 30 };
    Picture {
        figure: Figure { width, height: 10, nodes: Vec::new(), alt: String::new(), frame },
        reads: Reads::Curves(Vec::new()),
        caption: String::new(),
        table: Table::new("", "", &[], Vec::new()),
    }
}
