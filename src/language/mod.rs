//! The language that the product speaks. English is in the program; any other is one file in the form of gettext's
//! catalogs (`public/languages/de.po`), read while the program runs and found by the English text.
//!
//! A text is `t!("Erase everything")`, one with values `t!("{used} of {all}", used, all = format::rows(n))`, and one that
//! means different things in different places `t!("open" in "touchpoint")`. A constant is marked with `n!` where it
//! stands and said with [`text`]. tests/it/languages.rs holds every catalog to the texts of the program.
//!
//! The language is that of the thread, as everything a screen says passes through here: who works something out never
//! needs to know it.

mod catalog;
#[cfg(test)]
pub(crate) mod german;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::fmt::{Display, Write};

pub use catalog::{Catalog, Flaw};

/// Between the context of a text and the text, as in gettext's own files.
const CONTEXT_END: char = '\u{4}';

thread_local! {
    static SPOKEN: Cell<Option<&'static Catalog>> = const { Cell::new(None) };
}

/// From now on, in this thread; `None` is English.
pub fn speak(catalog: Option<&'static Catalog>) {
    SPOKEN.set(catalog);
}

/// The same, from a catalog's file; an empty one is English.
///
/// # Errors
/// Where the file is no catalog; the language stays.
pub fn speak_as(file: &str) -> Result<(), Flaw> {
    let catalog = if file.is_empty() { None } else { Some(Catalog::read(file.to_owned())?) };
    speak(catalog);
    Ok(())
}

/// Code of the language that is spoken: "en", "de".
pub fn code() -> &'static str {
    SPOKEN.get().map_or("en", |catalog| catalog.code())
}

/// A text in the language that is spoken; English where the catalog has none.
pub fn text(english: &'static str) -> &'static str {
    let plain = || english.split_once(CONTEXT_END).map_or(english, |(_, text)| text);
    SPOKEN.get().and_then(|catalog| catalog.find(english)).unwrap_or_else(plain)
}

/// The same of a text that is kept with data, such as what a system is called: as it was kept where the catalog has none.
pub fn kept(english: &str) -> &str {
    SPOKEN.get().and_then(|catalog| catalog.find(english)).unwrap_or(english)
}

/// A text whose `{name}` gives way to the value of that name. `{name:case}` is the value in a grammatical case of the
/// catalog.
pub fn fill(english: &'static str, values: &[(&str, &dyn Display)]) -> String {
    let template = text(english);
    let mut written = String::with_capacity(template.len() + 16 * values.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        written.push_str(before);
        let Some((slot, after)) = after.split_once('}') else { break };
        let (name, case) = slot.split_once(':').unwrap_or((slot, ""));
        if let Some((_, value)) = values.iter().find(|(named, _)| *named == name) {
            let begin = written.len();
            // Writing to a text cannot fail.
            let _ = write!(written, "{value}");
            if let Some(catalog) = SPOKEN.get().filter(|_| !case.is_empty()) {
                catalog.decline(&mut written, begin, case);
            }
        }
        rest = after;
    }
    written.push_str(rest);
    written
}

/// Signs between the whole and the decimals of a number, and between its thousands.
pub fn number_signs() -> (char, char) {
    SPOKEN.get().map_or(('.', ','), |catalog| catalog.number_signs())
}

/// A text of the product, in the language that is spoken: `&'static str`, or a `String` where values are given.
#[macro_export]
macro_rules! t {
    ($text:literal) => {
        $crate::language::text($text)
    };
    ($text:literal in $context:literal) => {
        $crate::language::text(concat!($context, "\u{4}", $text))
    };
    ($text:literal, $($rest:tt)+) => {
        $crate::filled!($text, [] $($rest)+)
    };
    ($text:literal in $context:literal, $($rest:tt)+) => {
        $crate::filled!(concat!($context, "\u{4}", $text), [] $($rest)+)
    };
}

/// Takes the values of `t!` one by one: `name` or `name = value`.
#[doc(hidden)]
#[macro_export]
macro_rules! filled {
    ($text:expr, [$($done:tt)*] $name:ident = $value:expr $(, $($rest:tt)*)?) => {
        $crate::filled!($text, [$($done)* (stringify!($name), &$value),] $($($rest)*)?)
    };
    ($text:expr, [$($done:tt)*] $name:ident $(, $($rest:tt)*)?) => {
        $crate::filled!($text, [$($done)* (stringify!($name), &$name),] $($($rest)*)?)
    };
    ($text:expr, [$($done:tt)*]) => {
        $crate::language::fill($text, &[$($done)*])
    };
}

/// Marks a text that is said later, by [`language::text`](crate::language::text).
#[macro_export]
macro_rules! n {
    ($text:literal) => {
        $text
    };
}
