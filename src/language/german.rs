//! The German of the product, for tests.

use super::{Catalog, speak};

pub fn spoken(say: impl FnOnce()) {
    let catalog = Catalog::read(include_str!("../../public/languages/de.po").to_owned());
    speak(Some(catalog.expect("a catalog")));
    say();
    speak(None);
}
