//! The messages between the page and the worker. Every request carries a run number; the page drops answers to any
//! run but its latest. Encoded with postcard; files and exported bytes travel beside the message, not in it.

use serde::{Deserialize, Serialize};

use crate::definition::{Definition, Grouping};
use crate::inspect::Key;
use crate::markup::Html;
pub use crate::receipt::Origin;
use crate::receipt::{Imported, Receipt, Reply};
use crate::scene::document::Act;
pub use crate::scene::file::{Export, PictureForm};
use crate::scene::receipt::{self, Heard, Read};
use crate::scene::screen::Screen;
use crate::scene::written::Written;
use crate::scene::{Checked, Definitions, Look, Scene};

/// Raised whenever a message changes its form. A worker of another number is never talked to.
pub const PROTOCOL: u32 = 20;

/// Number of a request, rising.
pub type Run = u32;

/// What to compute.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    pub definition: Definition,
    /// Name of the definition: it stands on everything made with it.
    pub version: String,
    pub grouping: Grouping,
    /// Who is looked at, as the query of an address; empty for everybody.
    pub filter: String,
}

/// How a screen is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct At {
    /// As the worker wrote it into the controls of the screen; empty at first.
    pub view: String,
    /// Places of the rows in sight, and of some around them.
    pub rows: (u32, u32),
}

/// What can be changed about the data that are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Takes the import of that number out.
    Undo { import: u32 },
    /// Puts back what was taken out last.
    PutBack,
    /// Says who is one person and who are two.
    People(Act),
    /// Labels come in the place of names, or the names again.
    Names { hidden: bool },
    /// The same in another language, which was told before.
    Language,
}

/// The answers to a first import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rehearsal {
    pub outcomes: Vec<Heard>,
    pub holdings: Holdings<Read>,
    pub scene: Box<Scene>,
    pub overview: Box<Written>,
    pub picture: Box<Written>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    /// From now on everything is said in that language; a catalog without texts is English.
    Speak {
        catalog: String,
    },
    /// Loads what is stored and analyzes it. The first message. `profiles` is what the page keeps of answers about kinds
    /// of export.
    Restore {
        run: Run,
        profiles: String,
        hide_names: bool,
        ask: Ask,
        look: Look,
    },
    /// Reads files (beside the message, in this order) and analyzes the result. The sample is replaced by own files
    /// and never mixed with them. `replies` are about the files in their order; one that is missing says nothing.
    Import {
        run: Run,
        names: Vec<String>,
        replies: Vec<Reply>,
        origin: Origin,
        ask: Ask,
        look: Look,
    },
    /// Stops the import of that run; the earlier data stay.
    Cancel {
        run: Run,
    },
    /// Numbers are worked out again only where another definition or grouping is asked for.
    Analyze {
        run: Run,
        ask: Ask,
        look: Look,
    },
    /// Opens a number to what it rests on.
    Inspect {
        run: Run,
        ask: Ask,
        number: Key,
    },
    /// A screen that is a document, for a width of the content.
    Show {
        run: Run,
        screen: Screen,
        ask: Ask,
        width: u32,
        look: At,
    },
    /// Other rows of the timeline as it is looked at.
    Rows {
        run: Run,
        ask: Ask,
        width: u32,
        look: At,
    },
    /// What the definition in force is, and the published results worked out here.
    Define {
        ask: Ask,
    },
    /// The same people under another definition, beside the one in force.
    WhatIf {
        run: Run,
        ask: Ask,
        draft: Definition,
        width: u32,
    },
    /// The sample company, drawn for a width.
    Glance {
        width: u32,
    },
    Export {
        run: Run,
        what: Export,
        ask: Ask,
        look: Look,
    },
    /// Changes what is held, without any file.
    Change {
        run: Run,
        change: Change,
        ask: Ask,
        look: Look,
    },
    /// Removes everything, here and in the store; `profiles` too where they are not to be kept.
    Erase {
        run: Run,
        profiles: bool,
    },
    /// Files come in with codes in the place of what names people from now on, or as they are.
    UseCodes {
        on: bool,
    },
    /// Forgets the answers kept under a name.
    ForgetProfile {
        name: String,
    },
}

/// Where tables are kept between visits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Store {
    Opfs,
    IndexedDb,
    /// Not kept; the reason in words.
    Nowhere {
        why: String,
    },
    /// Another tab holds the store: this one can look and compute, but keeps nothing.
    OtherTab,
}

/// What the worker holds, with its receipts or what the page shows of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Holdings<R = Receipt> {
    /// `None` while empty.
    pub origin: Option<Origin>,
    pub people: u64,
    pub events: u64,
    /// One for each table taken in, oldest first.
    pub receipts: Vec<R>,
    /// One for each file taken in, oldest first.
    pub imports: Vec<Imported>,
    /// The file that was undone last and can still be put back.
    pub undone: Option<String>,
}

impl<R> Default for Holdings<R> {
    fn default() -> Holdings<R> {
        let (receipts, imports) = (Vec::new(), Vec::new());
        Holdings { origin: None, people: 0, events: 0, receipts, imports, undone: None }
    }
}

impl Holdings {
    pub fn told(self) -> Holdings<Read> {
        let Holdings { origin, people, events, receipts, imports, undone } = self;
        Holdings {
            origin,
            people,
            events,
            receipts: receipts.iter().map(|one| receipt::read(one, false)).collect(),
            imports,
            undone,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// Sent once, before anything else.
    Ready {
        protocol: u32,
    },
    /// The answer to `Restore`. `trouble` says what could not be read back; nothing was thrown away.
    Restored {
        run: Run,
        holdings: Holdings<Read>,
        store: Store,
        trouble: Option<String>,
    },
    /// Names of the profiles, and the text to be kept where it changed.
    Remembered {
        names: Vec<String>,
        text: Option<String>,
    },
    /// At most 20 a second.
    Progress {
        run: Run,
        file: String,
        rows: u64,
        bytes: u64,
        bytes_total: u64,
        seconds_left: Option<u32>,
    },
    /// Every file has been read; the columns can be queried. `changed` is false when nothing new was in them.
    Imported {
        run: Run,
        outcomes: Vec<Heard>,
        holdings: Holdings<Read>,
        changed: bool,
    },
    Cancelled {
        run: Run,
    },
    /// The answer to `Change`; the numbers follow.
    Changed {
        run: Run,
        change: Change,
        holdings: Holdings<Read>,
    },
    /// Every number is there; `None` until there are people and events.
    Analyzed {
        run: Run,
        scene: Option<Box<Scene>>,
    },
    /// A screen that may be asked for next, of the same data and definition.
    Prepared {
        asked: Box<(Ask, Look)>,
        scene: Box<Scene>,
    },
    /// What an invented company would look like; only while there is nothing else to show.
    Rehearsed(Box<Rehearsal>),
    /// Follows `Analyzed`; `None` where there is no curve, or no width to draw it for.
    Drawn {
        run: Run,
        picture: Option<Box<Written>>,
    },
    /// What of the data would mislead; follows `Analyzed`.
    Checked {
        run: Run,
        checked: Checked,
    },
    /// Who is shown, and the controls to change it; follows `Analyzed`.
    /// `renamed` is the filter as it is to be said now that names are hidden, or shown again.
    Filtered {
        html: Html,
        renamed: Option<String>,
    },
    /// `None` where the number is not shown.
    Inspected {
        run: Run,
        inspection: Option<Html>,
    },
    /// `None` until there are people and events.
    Shown {
        run: Run,
        document: Option<Box<Written>>,
    },
    /// Rows of the timeline from a place on.
    Rows {
        run: Run,
        first: u32,
        html: Html,
    },
    Defined {
        definitions: Box<Definitions>,
    },
    /// `None` where there is nothing to compare.
    Supposed {
        run: Run,
        what_if: Option<Html>,
    },
    Glanced {
        glance: Html,
    },
    /// The bytes travel beside the message.
    Exported {
        run: Run,
        name: String,
        media_type: String,
    },
    /// Tables are stored (bytes on disk), or could not be.
    Saved {
        bytes: u64,
    },
    NotSaved {
        why: String,
    },
    Erased {
        run: Run,
    },
    /// A request could not be carried out; the earlier data stay.
    Failed {
        run: Run,
        why: String,
    },
    /// The worker is lost, with the text of its panic; the page starts a new one.
    Panicked {
        why: String,
    },
}
