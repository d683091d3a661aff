//! A mounted picture and what it says at one of its stops: the page asks with every move of the pointer, so this is
//! worked out there, from the few values that came with the picture.

use serde::{Deserialize, Serialize};

use super::reads::{Reads, Said, SaidRow};
use super::written;
use crate::chart::Frame;
use crate::chart::svg::tenths;
use crate::inspect::Key;
use crate::markup::{Html, Writer};
use crate::{language, n};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Live {
    /// Of the picture, unique on its screen.
    pub id: String,
    pub frame: Frame,
    pub reads: Reads,
}

/// What is read at a stop.
#[derive(Clone, Debug, PartialEq)]
pub struct Now {
    pub stop: i32,
    /// Over the picture, as SVG.
    pub cursor: Html,
    /// Below it: a line, or a row for each curve. Its size does not change with what is read.
    pub readout: Html,
    /// In one breath, for a screen reader.
    pub sentence: String,
}

/// Radius of a dot on a curve, and of the ring around a value, CSS pixels.
const DOT: f64 = 4.5;
const RING: f64 = 8.0;
const HOW: &str = n!(". Point at the picture, or focus it and use the arrow keys.");
const HEAD: [&str; 4] = [n!("Group"), n!("Share"), n!("95 % interval"), n!("At risk")];

impl Live {
    /// The stop that is read before anybody asks.
    pub fn first(&self) -> i32 {
        self.reads.first(&self.frame)
    }

    /// The stop nearest to a point of the data area, CSS pixels from its corner.
    pub fn nearest(&self, x: f64, y: f64) -> i32 {
        self.reads.nearest(&self.frame, x + self.frame.left, y + self.frame.top)
    }

    /// Where a key leads to; `None` where it leads nowhere.
    pub fn pressed(&self, stop: i32, key: &str) -> Option<i32> {
        Some(match key {
            "ArrowRight" | "ArrowUp" => self.reads.step(&self.frame, stop, true),
            "ArrowLeft" | "ArrowDown" => self.reads.step(&self.frame, stop, false),
            "Home" => 0,
            "End" => self.reads.last(&self.frame),
            _ => return None,
        })
    }

    /// What is read at a stop; one beyond the last is the last.
    pub fn at(&self, stop: i32) -> Now {
        let stop = stop.clamp(0, self.reads.last(&self.frame));
        let said = self.reads.said(stop);
        let cursor = Html::of(|page| self.cursor(page, stop));
        let sentence = said.sentence();
        Now { stop, cursor, readout: Html::of(|page| readout(page, &said)), sentence }
    }

    fn cursor(&self, page: &mut Writer, stop: i32) {
        let (line, dots) = self.reads.marks(&self.frame, stop);
        if let Some(x) = line {
            let d = format!("M{} {}V{}", tenths(x), tenths(self.frame.top), tenths(self.frame.bottom));
            page.with("path", &[("class", "cursor-l"), ("d", &d)], |_| {});
        }
        let radius = if line.is_some() { DOT } else { RING };
        dots.iter().for_each(|(class, x, y)| written::circle(page, class, [*x, *y], radius));
    }
}

fn readout(page: &mut Writer, said: &Said) {
    if said.rows.is_empty() {
        return page.with("p", &[], |page| {
            page.element("strong", &[], &said.title);
            page.text(": ");
            page.text(&said.words);
            page.element("span", &[("class", "no-print quiet")], language::text(HOW));
        });
    }
    page.with("table", &[("class", "tight")], |page| {
        page.with("caption", &[], |page| {
            page.element("strong", &[], &said.title);
            page.element("span", &[("class", "no-print")], language::text(HOW));
        });
        page.with("thead", &[], |page| page.with("tr", &[], head));
        page.with("tbody", &[], |page| said.rows.iter().for_each(|one| page.with("tr", &[], |page| row(page, one))));
    });
}

fn head(page: &mut Writer) {
    for (at, cell) in HEAD.iter().enumerate() {
        page.element("th", &[("scope", "col"), ("class", if at == 0 { "" } else { "n" })], language::text(cell));
    }
}

fn row(page: &mut Writer, (swatch, [name, share, band, at_risk], opens): &SaidRow) {
    let line = [("class", "swatch"), ("viewBox", "0 0 26 10"), ("aria-hidden", "true")];
    page.with("th", &[("scope", "row")], |page| {
        page.with("svg", &line, |page| page.with("path", &[("class", swatch), ("d", "M0 5H26")], |_| {}));
        page.text(name);
    });
    page.with("td", &[("class", "n")], |page| match opens.as_ref().map(Key::as_str) {
        Some(key) => written::opener(page, share, key),
        None => page.text(share),
    });
    page.element("td", &[("class", "n quiet")], band);
    page.element("td", &[("class", "n")], at_risk);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::reads::Stop;

    fn live() -> Live {
        let stop = |x, name: &str| Stop { x, y: 10.0, name: name.to_owned(), says: "1 of <2>".to_owned() };
        let frame = Frame { left: 10.0, right: 110.0, top: 0.0, bottom: 50.0, last_day: 30 };
        let reads = Reads::Stops { stops: vec![stop(20.0, "May"), stop(90.0, "June")], first: 1 };
        Live { id: "a".to_owned(), frame, reads }
    }

    #[test]
    fn a_stop_is_drawn_written_and_said() {
        let now = live().at(0);
        assert_eq!(now.cursor.as_str(), "<circle class=\"cursor-o\" cx=\"20\" cy=\"10\" r=\"8\"></circle>");
        assert!(now.readout.as_str().starts_with("<p><strong>May</strong>: 1 of &lt;2&gt;<span"), "{:?}", now.readout);
        assert_eq!(now.sentence, "May. 1 of <2>");
        assert_eq!((live().at(9).stop, live().at(-1).stop, live().first()), (1, 0, 1));
    }

    #[test]
    fn pointer_and_keys_lead_to_a_stop() {
        assert_eq!((live().nearest(12.0, 0.0), live().nearest(79.0, 40.0)), (0, 1));
        for (key, from, to) in [("ArrowUp", 0, Some(1)), ("ArrowLeft", 0, Some(0)), ("End", 0, Some(1)), ("a", 0, None)]
        {
            assert_eq!(live().pressed(from, key), to, "{key}");
        }
    }
}
