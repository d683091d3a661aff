//! What happened. Names are in the past tense.

use super::route::Route;
use super::{Batch, Theme};
use crate::chart::curve::Leavers;
use crate::definition::{Contexts, Grouping};
use crate::protocol::{Export, FromWorker, Run};
use crate::saved::settings::Settings;
use crate::time::Day;

#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The page opened, with what local storage held; `trouble` says what could not be read.
    Opened {
        settings: Box<Settings>,
        theme: Theme,
        route: Route,
        trouble: Option<String>,
    },
    RouteChanged(Route),
    SkipChosen,
    ThemeChosen(Theme),

    PickerChosen,
    /// Files were chosen or dropped; the page keeps them under that number.
    FilesOffered {
        batch: Batch,
        names: Vec<String>,
    },
    SampleChosen,
    SampleFetched {
        batch: Batch,
        names: Vec<String>,
    },
    SampleMissed {
        why: String,
    },
    CancelChosen,

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

    ExportChosen(Export),
    PictureFailed {
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
