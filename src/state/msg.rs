//! What happened. Names are in the past tense.

use super::language::Spoken;
use super::route::Route;
use super::{Batch, Theme};
use crate::chart::curve::Leavers;
use crate::definition::{Contexts, Definition, Grouping};
use crate::inspect::Key;
use crate::protocol::{Change, Export, FromWorker, Run};
use crate::receipt::Reply;
use crate::saved::settings::Settings;
use crate::time::Day;

#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The page opened, with what local storage held; `trouble` says what could not be read.
    Opened {
        settings: Box<Settings>,
        theme: Theme,
        language: Spoken,
        route: Route,
        /// The filter in the address; empty where there is none.
        filter: String,
        /// What is kept about kinds of export, for the worker.
        profiles: String,
        trouble: Option<String>,
    },
    /// Another address; with a filter where the screen has one.
    RouteChanged(Route, Option<String>),
    /// Other people are to be shown: the query of a filter.
    FilterChosen(String),
    SkipChosen,
    ThemeChosen(Theme),
    /// By its code.
    LanguageChosen(String),
    /// The page speaks it.
    LanguageCame(Spoken),
    LanguageMissed {
        why: String,
    },

    PickerChosen,
    /// Files were chosen or dropped; the page keeps them under that number.
    FilesOffered {
        batch: Batch,
        names: Vec<String>,
    },
    /// Files of a dropped folder that could not be opened, and why.
    FilesMissed {
        names: String,
    },
    /// Something was said about a file, which is read again: what it left open was answered, or how it is read is to be
    /// asked about.
    Replied {
        file: String,
        reply: Box<Reply>,
    },
    /// Whether codes come in the place of what names people.
    CodesChosen(bool),
    /// The answers kept under this name are not to be used any more.
    ProfileForgotten(String),
    SampleChosen,
    SampleFetched {
        batch: Batch,
        names: Vec<String>,
    },
    SampleMissed {
        why: String,
    },
    CancelChosen,
    /// An import is taken out, or what was taken out put back.
    ChangeChosen(Change),

    WorkerSpoke(FromWorker),
    /// The worker could not be started, or ended without a word of its own.
    WorkerLost {
        why: String,
    },
    /// The column of the content is so many CSS pixels wide.
    Measured(u32),
    /// The start page has that much room for the sample's curve, CSS pixels.
    GlanceMeasured(u32),
    /// The browser has shown the numbers of that run.
    Painted(Run),

    /// Choices that change the numbers, taken together.
    Chosen(Vec<Choice>),
    ViewChosen(ViewChoice),

    /// A number was pressed.
    NumberOpened(Key),
    NumberClosed,
    /// The timeline is to be looked at in another way, as its controls say.
    TimelineViewed(String),
    /// Other rows of the timeline are in sight.
    RowsScrolled {
        from: u32,
        to: u32,
    },
    /// The Definitions screen is there.
    DefinitionsShown,
    /// The definition tried was changed; `None` gives it up.
    Drafted(Option<Box<Definition>>),
    /// The definition tried is the one in force from now on.
    DraftUsed,
    /// It is, and kept under a name.
    DraftSaved {
        name: String,
    },
    /// A kept definition is the one in force from now on.
    VersionChosen(String),
    VersionRemoved(String),

    ExportChosen(Export),
    PictureFailed {
        why: String,
    },
    PictureCopied,
    CopyFailed {
        why: String,
    },
    DownloadFailed {
        why: String,
    },
    PrintChosen,

    EraseConfirmed,
    SampleRemoved,
    RetryChosen,
    ReloadChosen,
    StorageRefused {
        why: String,
    },
    /// A newer version of the site has been fetched and waits for a reload.
    NewerVersionFetched,
    NoticeDismissed(u32),
    /// A stop of the tour, or its end.
    TourChosen(Option<usize>),
}

/// A choice that asks for other numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    Grouping(Grouping),
    Behaviour {
        item: String,
        on: bool,
    },
    K(u32),
    N(u32),
    Contexts(Contexts),
    /// `None` = the latest event.
    Cutoff(Option<Day>),
}

/// A choice that shows the same numbers in another way.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewChoice {
    Bands(bool),
    CensorTicks(bool),
    Leavers(Leavers),
    Group { name: String, on: bool },
}
