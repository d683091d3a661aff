//! What `update` orders. Each is carried out by one small file of the page, and its outcome comes back as a message.

use super::route::Route;
use super::{Batch, Theme};
use crate::markup::Html;
use crate::protocol::{Ask, Origin, Rehearsal, Run, ToWorker};
use crate::receipt::Reply;
use crate::saved::settings::Settings;
use crate::scene::Look;

#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Starts the worker; one that runs is ended first.
    StartWorker,
    Post(ToWorker),
    /// Posts `ToWorker::Import` with the files of that batch.
    Import {
        run: Run,
        batch: Batch,
        names: Vec<String>,
        origin: Origin,
        ask: Ask,
        look: Look,
    },
    /// Posts it again for one of the files read last, with what was said about it.
    ImportAgain {
        run: Run,
        name: String,
        reply: Box<Reply>,
        origin: Origin,
        ask: Ask,
        look: Look,
    },
    FetchSample,
    /// Opens the browser's own dialog for files.
    OpenPicker,
    /// Tells when the browser has shown what the state says.
    AwaitPaint(Run),
    SaveSettings(Box<Settings>),
    /// Keeps the text about kinds of export.
    SaveProfiles(String),
    /// Gets the texts of a language, speaks it on the page and says so.
    FetchLanguage(String),
    SaveLanguage(String),
    /// What the page itself says, in the language that is spoken now.
    SayAnew,
    ShowTheme(Theme),
    SaveTheme(Theme),
    /// Removes what this program keeps in local storage.
    Forget(Forget),
    /// Goes to an address, which stays in the history.
    Navigate(String),
    /// The address is said anew, without a step in the history.
    SayAddress(String),
    /// Names the tab after the screen.
    Title(Route),
    /// Puts the focus on the content: after a change of screen, and for the skip link.
    FocusContent,
    /// Puts the focus on what has this id, in view.
    FocusOn(String),
    /// Hands the bytes that came with the answer to that run to the browser as a file.
    Download {
        run: Run,
        name: String,
        media_type: String,
    },
    /// Puts rows of the timeline into their place.
    ShowRows {
        first: u32,
        html: Html,
    },
    /// Lets go of the bytes of an answer nobody waits for.
    DropBytes(Run),
    /// The same, of an SVG that becomes a PNG first.
    DownloadPng {
        run: Run,
        name: String,
    },
    /// The same, for the clipboard.
    CopyPng(Run),
    /// Shows what was told to nobody, as long as nothing else is to be shown.
    Rehearse(Box<Rehearsal>),
    Mark(Moment),
    Measure(Span),
    Reload,
    Print,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forget {
    Everything,
    /// Settings only; the theme stays.
    Settings,
}

/// A moment on the page's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    FilesSet,
    Imported,
    Changed,
}

impl Moment {
    pub fn name(self) -> &'static str {
        match self {
            Moment::FilesSet => "files-set",
            Moment::Imported => "imported",
            Moment::Changed => "changed",
        }
    }
}

/// A stretch from a moment to now, written as a User Timing measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    Import,
    Analyze,
    Recompute,
}

impl Span {
    pub fn name(self) -> &'static str {
        match self {
            Span::Import => "import",
            Span::Analyze => "analyze",
            Span::Recompute => "recompute",
        }
    }

    pub fn from(self) -> Moment {
        match self {
            Span::Import => Moment::FilesSet,
            Span::Analyze => Moment::Imported,
            Span::Recompute => Moment::Changed,
        }
    }
}
