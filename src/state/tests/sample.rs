//! Small made-up values for the tests of the state.

use crate::chart::Frame;
use crate::markup::Html;
use crate::scene::live::Live;
use crate::scene::reads::Reads;
use crate::scene::written::Written;
use crate::scene::{Offered, Scene};

pub fn html() -> Html {
    Html::of(|page| page.text("made up"))
}

pub fn scene() -> Scene {
    Scene {
        rule: String::new(),
        foot: String::new(),
        heading: Html::default(),
        curves: 1,
        sections: Html::default(),
        offered: Offered { observed_items: vec!["a".to_owned(), "b".to_owned()], ..Offered::default() },
    }
}

/// A picture drawn for a width; its last day tells which.
pub fn picture(width: u32) -> Written {
    let frame = Frame { left: 0.0, right: 1.0, top: 0.0, bottom: 1.0, last_day: width as i32 };
    let live = Live { id: "curve".to_owned(), frame, reads: Reads::Curves(Vec::new()) };
    Written { live: vec![live], ..Written::default() }
}
