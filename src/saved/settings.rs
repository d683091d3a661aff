//! What the page remembers besides the data: definition, grouping and view, as one versioned text.

use serde::{Deserialize, Serialize};

use super::sealed;
pub use super::sealed::Unusable;
use crate::definition::{Contexts, Definition, Grouping, KpiItem};
use crate::scene::view::View;
use crate::time::Day;

/// Raised when the payload changes its form.
pub const VERSION: u32 = 3;

/// Key of the settings in local storage.
pub const KEY: &str = "rampline.settings";
/// Where settings go that this version cannot read; never overwritten with its own.
pub const KEY_KEPT: &str = "rampline.settings.kept";
/// Key of the theme, which boot.js reads before the first paint.
pub const KEY_THEME: &str = "rampline.theme";
/// Key of the language's code, which boot.js reads before the app begins.
pub const KEY_LANGUAGE: &str = "rampline.language";
/// Every key of this program begins so.
pub const KEY_PREFIX: &str = "rampline.";

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    pub definition: Definition,
    pub grouping: Grouping,
    pub view: View,
    /// Definitions kept under a name, the oldest first.
    pub versions: Vec<Version>,
    /// Name of the version that the definition in force was made from.
    pub based_on: String,
    /// Who is looked at, as the query of an address; empty for everybody.
    pub filter: String,
    /// Labels stand in the place of names.
    pub hide_names: bool,
}

/// A definition under a name that everything made with it carries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version {
    pub name: String,
    pub definition: Definition,
}

/// The definition of metrics.md; it is always there and cannot be overwritten.
pub const STANDARD: &str = "Standard";

impl Default for Settings {
    fn default() -> Self {
        Settings {
            definition: Definition::default(),
            grouping: Grouping::default(),
            view: View::default(),
            versions: Vec::new(),
            based_on: STANDARD.to_owned(),
            filter: String::new(),
            hide_names: false,
        }
    }
}

impl Settings {
    /// The definition of a name; `None` where there is no such version.
    pub fn version(&self, name: &str) -> Option<Definition> {
        match self.versions.iter().find(|version| version.name == name) {
            Some(version) => Some(version.definition.clone()),
            None => (name == STANDARD).then(Definition::default),
        }
    }

    /// Name of the definition in force. The data date is that of the data, not of the rule.
    pub fn version_in_force(&self) -> String {
        let saved = self.version(&self.based_on).map(|saved| Definition { cutoff: self.definition.cutoff, ..saved });
        match saved.as_ref() == Some(&self.definition) {
            true => self.based_on.clone(),
            false => format!("{}, changed", self.based_on),
        }
    }
}

/// A definition of form 1: before day 0 could be another one.
#[derive(Serialize, Deserialize)]
struct Unclocked {
    cutoff: Option<Day>,
    behaviours: Vec<String>,
    k: u32,
    n: u32,
    min_span: i32,
    contexts: Contexts,
    positive_from: f64,
    tau: i32,
    landmark_day: i32,
    launch: Option<Day>,
    kpi_items: Vec<KpiItem>,
    window_days: i32,
    min_group: i64,
    belief_item: String,
}

impl From<Unclocked> for Definition {
    fn from(old: Unclocked) -> Definition {
        Definition {
            cutoff: old.cutoff,
            behaviours: old.behaviours,
            k: old.k,
            n: old.n,
            min_span: old.min_span,
            contexts: old.contexts,
            positive_from: old.positive_from,
            tau: old.tau,
            landmark_day: old.landmark_day,
            launch: old.launch,
            kpi_items: old.kpi_items,
            window_days: old.window_days,
            min_group: old.min_group,
            belief_item: old.belief_item,
            ..Definition::default()
        }
    }
}

/// Form 1: before definitions had names.
#[derive(Serialize, Deserialize)]
struct Unnamed {
    definition: Unclocked,
    grouping: Grouping,
    view: View,
}

impl From<Unnamed> for Settings {
    fn from(Unnamed { definition, grouping, view }: Unnamed) -> Settings {
        Settings { definition: definition.into(), grouping, view, ..Settings::default() }
    }
}

/// Form 2: before somebody could choose who is looked at.
#[derive(Serialize, Deserialize)]
struct Unfiltered {
    definition: Definition,
    grouping: Grouping,
    view: View,
    versions: Vec<Version>,
    based_on: String,
}

impl From<Unfiltered> for Settings {
    fn from(Unfiltered { definition, grouping, view, versions, based_on }: Unfiltered) -> Settings {
        Settings { definition, grouping, view, versions, based_on, ..Settings::default() }
    }
}

/// The text to store.
pub fn write(settings: &Settings) -> Result<String, postcard::Error> {
    sealed::write(VERSION, settings)
}

/// Reads a stored text back.
pub fn read(text: &str) -> Result<Settings, Unusable> {
    let (version, payload) = sealed::open(text, VERSION)?;
    let settings: Settings = match version {
        1 => sealed::read::<Unnamed>(&payload)?.into(),
        2 => sealed::read::<Unfiltered>(&payload)?.into(),
        _ => sealed::read(&payload)?,
    };
    let definitions = settings.versions.iter().map(|version| &version.definition).chain([&settings.definition]);
    for definition in definitions {
        definition.check().map_err(|e| Unusable::Damaged { why: e.to_string() })?;
    }
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::curve::Leavers;
    use crate::scene::view::Slots;

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
            versions: vec![Version {
                name: "Strict".to_owned(),
                definition: Definition { k: 5, n: 5, ..Definition::default() },
            }],
            based_on: "Strict".to_owned(),
            filter: "team=S%C3%BCd".to_owned(),
            hide_names: true,
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
        let texts = ["", "{}", "x", "2", "2 00 00", "2 00 0", &good[..good.len() / 2], &flipped, &format!("{good} 00")];
        for text in texts {
            assert!(matches!(read(text), Err(Unusable::Damaged { .. })), "{text}");
        }
    }

    #[test]
    fn a_definition_that_makes_no_sense_is_not_taken_up() {
        let of = |definition: Definition| Settings { definition, ..unusual() };
        let kept = |definition: Definition| Settings {
            versions: vec![Version { name: "Odd".to_owned(), definition }],
            ..Settings::default()
        };
        let base = Definition::default;
        for odd in [
            Definition { k: 4, n: 3, ..base() },
            Definition { n: u32::MAX, ..base() },
            Definition { window_days: i32::MAX, ..base() },
            Definition { landmark_day: -1, ..base() },
            Definition { tau: 0, ..base() },
            Definition { positive_from: f64::NAN, ..base() },
        ] {
            for settings in [of(odd.clone()), kept(odd)] {
                let read = read(&write(&settings).unwrap());
                assert!(matches!(read, Err(Unusable::Damaged { .. })), "{read:?}");
            }
        }
    }

    #[test]
    fn a_newer_version_is_named_whatever_its_checksum() {
        assert_eq!(read("4 ? ?"), Err(Unusable::Newer { found: 4, known: 3 }));
    }

    const FORM_1: &str = "1 7bbf6a8bff1c493f 000002040001000000000000f03fb4012a00001c0a0662656c69656601000100000000";

    #[test]
    fn settings_from_before_definitions_had_names_are_read() {
        // Written by the program of that time: 2 of the last 4 in live and simulated work, grouped by team, no bands.
        let read = read(FORM_1).unwrap();
        let expected = Definition { k: 2, n: 4, contexts: Contexts::Any, ..Definition::default() };
        assert_eq!((read.definition, read.grouping), (expected, Grouping::Team));
        assert!(!read.view.bands && read.view.censor_ticks);
        assert_eq!((read.versions.len(), read.based_on.as_str()), (0, STANDARD));
    }

    #[test]
    fn settings_from_before_filters_are_read() {
        let Settings { definition, grouping, view, versions, based_on, .. } = unusual();
        let old = Unfiltered { definition, grouping, view, versions, based_on };
        let expected = Settings { filter: String::new(), hide_names: false, ..unusual() };
        assert_eq!(read(&sealed::write(2, &old).unwrap()), Ok(expected));
    }

    #[test]
    fn the_definition_in_force_has_a_name() {
        let mut settings = Settings::default();
        assert_eq!(settings.version_in_force(), "Standard");
        settings.definition.cutoff = Day::parse("2026-10-02");
        assert_eq!(settings.version_in_force(), "Standard");
        settings.definition.k = 2;
        assert_eq!(settings.version_in_force(), "Standard, changed");
        settings.versions.push(Version { name: "Mild".to_owned(), definition: settings.definition.clone() });
        settings.based_on = "Mild".to_owned();
        assert_eq!(settings.version_in_force(), "Mild");
    }
}
