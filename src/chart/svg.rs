//! A figure as an SVG file that stands alone: style resolved, title, description and foot line inside.

use super::Figure;

/// What stands above and below the picture in a file.
pub struct Words<'a> {
    pub finding: &'a str,
    pub caveat: &'a str,
    /// Data date, definition, small-group limit.
    pub foot: &'a str,
}

/// The file's text: light palette on white, system fonts, no script, no link.
pub fn document(_figure: &Figure, _words: &Words<'_>) -> String {
    todo!()
}
