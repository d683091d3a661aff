//! Files that can be saved from a screen.

use serde::{Deserialize, Serialize};

use super::screen::Screen;
use crate::inspect::Key;

/// The form of a picture in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureForm {
    Svg,
    /// The page makes it of the SVG that the worker sends.
    Png,
    /// The same for the clipboard.
    Copy,
    /// The numbers of the picture, unrounded.
    Csv,
}

/// A file for download.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Export {
    /// report.json: every group, for checking the arithmetic.
    Report,
    /// The picture on the Curves screen.
    Picture(PictureForm),
    /// A picture of a screen that is a document.
    Plate { screen: Screen, id: String, form: PictureForm },
    /// The curves of the chosen grouping, shown groups only.
    CurveCsv,
    /// The plan as a calendar, of whom the timeline is seen as by its view.
    Calendar { view: String },
    /// The rows of the timeline as it is looked at.
    Timeline { view: String },
    /// The table a number was worked out from.
    Number(Key),
    /// The rows of the event files behind a number.
    EventRows(Key),
    /// The canonical people table.
    PeopleCsv,
    /// The canonical events table.
    EventsCsv,
    /// Rows of an import that were set aside; `table` counts its tables that have such rows.
    SetAside { import: u32, table: u32 },
    /// The key to the codes of this sitting.
    Key,
}
