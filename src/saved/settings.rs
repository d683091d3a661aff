//! What the page remembers besides the data: definition, grouping and view, as one versioned text.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use xxhash_rust::xxh3::xxh3_64;

use crate::analysis::Grouping;
use crate::chart::curve::Leavers;
use crate::definition::Definition;

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

/// Groups by place in the palette, so that a group keeps its color and dash while others come and go.
pub type Slots = [Option<String>; 6];

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    pub definition: Definition,
    pub grouping: Grouping,
    pub view: View,
}

/// How the curve is shown; changes no number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    pub bands: bool,
    pub censor_ticks: bool,
    pub leavers: Leavers,
    pub chosen: Chosen,
}

impl Default for View {
    fn default() -> Self {
        View { bands: true, censor_ticks: true, leavers: Leavers::default(), chosen: Chosen::default() }
    }
}

/// Groups picked for the picture where there are more than six; `None` = the first six by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chosen {
    pub team: Option<Slots>,
    pub cohort: Option<Slots>,
    pub role: Option<Slots>,
}

impl Chosen {
    pub fn of(&self, grouping: Grouping) -> Option<&Slots> {
        match grouping {
            Grouping::None => None,
            Grouping::Team => self.team.as_ref(),
            Grouping::Cohort => self.cohort.as_ref(),
            Grouping::Role => self.role.as_ref(),
        }
    }

    pub fn set(&mut self, grouping: Grouping, slots: Slots) {
        match grouping {
            Grouping::None => {}
            Grouping::Team => self.team = Some(slots),
            Grouping::Cohort => self.cohort = Some(slots),
            Grouping::Role => self.role = Some(slots),
        }
    }
}

/// Why stored settings could not be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unusable {
    #[error("written by a newer Rampline (form {found}); this one reads up to {known}")]
    Newer { found: u32, known: u32 },
    #[error("damaged: {why}")]
    Damaged { why: String },
}

#[derive(Serialize, Deserialize)]
struct Envelope {
    version: u32,
    /// XXH3 of the payload, hexadecimal.
    checksum: String,
    payload: String,
}

/// The text to store.
pub fn write(settings: &Settings) -> Result<String, serde_json::Error> {
    let payload = serde_json::to_string(settings)?;
    serde_json::to_string(&Envelope { version: VERSION, checksum: checksum(&payload), payload })
}

/// Reads a stored text back. The version is looked at first: a newer one may sum its payload in another way.
pub fn read(text: &str) -> Result<Settings, Unusable> {
    let damaged = |e: serde_json::Error| Unusable::Damaged { why: e.to_string() };
    let envelope: Envelope = serde_json::from_str(text).map_err(damaged)?;
    if envelope.version > VERSION {
        return Err(Unusable::Newer { found: envelope.version, known: VERSION });
    }
    let found = checksum(&envelope.payload);
    if found != envelope.checksum {
        return Err(Unusable::Damaged { why: format!("checksum {found}; expected {}", envelope.checksum) });
    }
    let settings: Settings = serde_json::from_str(&envelope.payload).map_err(damaged)?;
    settings.definition.check().map_err(|e| Unusable::Damaged { why: e.to_string() })?;
    Ok(settings)
}

fn checksum(payload: &str) -> String {
    format!("{:016x}", xxh3_64(payload.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::Contexts;
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
        let texts = [
            "".to_owned(),
            "{}".to_owned(),
            good[..good.len() / 2].to_owned(),
            good.replace("Harbour", "Harbor"),
            good.replacen("checksum\":\"", "checksum\":\"0", 1),
        ];
        for text in texts {
            assert!(matches!(read(&text), Err(Unusable::Damaged { .. })), "{text}");
        }
    }

    #[test]
    fn a_rule_that_makes_no_sense_is_not_taken() {
        let mut settings = Settings::default();
        settings.definition.k = 9;
        assert!(matches!(read(&write(&settings).unwrap()), Err(Unusable::Damaged { .. })));
    }

    #[test]
    fn a_newer_version_is_named_whatever_its_checksum() {
        let newer = r#"{"version":2,"checksum":"?","payload":"?"}"#;
        assert_eq!(read(newer), Err(Unusable::Newer { found: 2, known: 1 }));
    }
}
