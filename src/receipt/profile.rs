//! What was answered once about a kind of export, so that the next one of its kind is read the same.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::question::Answers;

/// What a kind of export looks like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kin {
    /// `None` where no known system writes it.
    pub source: Option<String>,
    /// Names of the columns by their letters and digits, in lower case.
    pub columns: Vec<String>,
}

/// Of the columns of a profile so many have to be there, in hundredths: next month's export has a column more or less.
const ALIKE: usize = 75;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub name: String,
    pub kin: Kin,
    pub answers: Answers,
}

impl Kin {
    /// How many columns it shares with another export, where both are of a kind; `None` where they are not.
    pub fn shared(&self, other: &Kin) -> Option<usize> {
        if self.source != other.source || self.columns.is_empty() {
            return None;
        }
        let shared = self.columns.iter().filter(|column| other.columns.contains(column)).count();
        let enough = |columns: usize| shared * 100 >= columns * ALIKE;
        // A long table is not of the kind of a short one whose columns it happens to have.
        (enough(self.columns.len()) && shared * 2 >= other.columns.len()).then_some(shared)
    }
}

/// The profile for an export of this kind: of several the one that has most in common with it.
pub fn fitting<'a>(profiles: &'a [Profile], kin: &Kin) -> Option<&'a Profile> {
    let common = |profile: &Profile| Some((profile.kin.shared(kin)?, Reverse(profile.kin.columns.len())));
    profiles.iter().filter(|profile| common(profile).is_some()).max_by_key(|profile| common(profile))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kin(source: Option<&str>, columns: &str) -> Kin {
        let columns = columns.split(' ').map(str::to_owned).collect();
        Kin { source: source.map(str::to_owned), columns }
    }

    #[test]
    fn an_export_is_of_a_kind_with_most_of_its_columns() {
        for (known, found, shared) in [
            ("a b c d", "a b c d", Some(4)),
            ("a b c d", "d c b a", Some(4)),
            ("a b c d", "a b c e", Some(3)),
            ("a b c d", "a b c d e", Some(4)),
            ("a b c d", "a b e f", None),
            ("a b", "a b c d e", None),
        ] {
            assert_eq!(kin(None, known).shared(&kin(None, found)), shared, "{known} / {found}");
        }
        assert_eq!(kin(Some("X"), "a b").shared(&kin(None, "a b")), None, "another system");
        assert_eq!(Kin::default().shared(&Kin::default()), None);
    }

    #[test]
    fn the_closest_profile_fits() {
        let profile = |name: &str, columns: &str| Profile {
            name: name.to_owned(),
            kin: kin(None, columns),
            answers: Answers::default(),
        };
        let profiles = [profile("short", "a b c"), profile("long", "a b c d")];
        let fit = |columns: &str| fitting(&profiles, &kin(None, columns)).map(|profile| profile.name.as_str());
        assert_eq!((fit("a b c d"), fit("a b c"), fit("x y")), (Some("long"), Some("short"), None));
    }
}
