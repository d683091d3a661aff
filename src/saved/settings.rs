//! What the page remembers besides the data: definition, grouping and view, as one versioned text.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use xxhash_rust::xxh3::xxh3_64;

use crate::definition::{Definition, Grouping};
use crate::scene::view::View;

/// Raised when the payload changes its form.
pub const VERSION: u32 = 1;

/// Key of the settings in local storage.
pub const KEY: &str = "rampline.settings";
/// Where settings go that this version cannot read; never overwritten with its own.
pub const KEY_KEPT: &str = "rampline.settings.kept";
/// Key of the theme, which boot.js reads before the first paint.
pub const KEY_THEME: &str = "rampline.theme";
/// Every key of this program begins so.
pub const KEY_PREFIX: &str = "rampline.";

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    pub definition: Definition,
    pub grouping: Grouping,
    pub view: View,
}

/// Why stored settings could not be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unusable {
    #[error("written by a newer Rampline (form {found}); this one reads up to {known}")]
    Newer { found: u32, known: u32 },
    #[error("damaged: {why}")]
    Damaged { why: String },
}

/// The text to store: version, checksum (XXH3) and payload (postcard), the latter two in hexadecimal.
pub fn write(settings: &Settings) -> Result<String, postcard::Error> {
    let payload = postcard::to_allocvec(settings)?;
    Ok(format!("{VERSION} {} {}", checksum(&payload), hex(&payload)))
}

/// Reads a stored text back. The version is looked at first: a newer one may sum its payload in another way.
pub fn read(text: &str) -> Result<Settings, Unusable> {
    let damaged = |why: &str| Unusable::Damaged { why: why.to_owned() };
    let mut parts = text.split(' ');
    let version = parts.next().and_then(|v| v.parse().ok()).ok_or_else(|| damaged("no version at the beginning"))?;
    if version > VERSION {
        return Err(Unusable::Newer { found: version, known: VERSION });
    }
    let (Some(expected), Some(payload), None) = (parts.next(), parts.next().and_then(bytes), parts.next()) else {
        return Err(damaged("something else than a version, a checksum and a payload"));
    };
    if checksum(&payload) != expected {
        return Err(damaged("the checksum is of another payload"));
    }
    postcard::from_bytes(&payload).map_err(|e| damaged(&e.to_string()))
}

fn checksum(payload: &[u8]) -> String {
    format!("{:016x}", xxh3_64(payload))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let (pairs, rest) = hex.as_bytes().as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::curve::Leavers;
    use crate::definition::Contexts;
    use crate::scene::view::Slots;
    use crate::time::Day;

    fn unusual() -> Settings {
        let mut settings = Settings {
            definition: Definition {
                cutoff: Day::parse("2026-10-02"),
                behaviours: vec!["says \"why\"".to_owned(), "Ärger lösen".to_owned()],
                k: 3,
                n: 4,
                contexts: Contexts::Any,
                ..Definition::default()
            },
            grouping: Grouping::Role,
            view: View { bands: false, censor_ticks: false, leavers: Leavers::OfAllStarted, ..View::default() },
        };
        let mut slots = Slots::default();
        slots[4] = Some("Harbour".to_owned());
        settings.view.chosen.set(Grouping::Role, slots);
        settings
    }

    #[test]
    fn saved_then_loaded_is_the_same() {
        for settings in [Settings::default(), unusual()] {
            assert_eq!(read(&write(&settings).unwrap()), Ok(settings));
        }
    }

    #[test]
    fn damage_is_seen() {
        let good = write(&unusual()).unwrap();
        let flipped = format!("{}{}", &good[..good.len() - 1], if good.ends_with('0') { '1' } else { '0' });
        let texts = ["", "{}", "x", "1", "1 00 00", "1 00 0", &good[..good.len() / 2], &flipped, &format!("{good} 00")];
        for text in texts {
            assert!(matches!(read(text), Err(Unusable::Damaged { .. })), "{text}");
        }
    }

    #[test]
    fn a_newer_version_is_named_whatever_its_checksum() {
        assert_eq!(read("2 ? ?"), Err(Unusable::Newer { found: 2, known: 1 }));
    }
}
