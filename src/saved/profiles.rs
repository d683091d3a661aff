//! What is kept for kinds of export between visits, as one versioned text. The page stores it and does not look inside.

use super::sealed::{self, Unusable};
use crate::receipt::Profile;

/// Raised when the payload changes its form.
pub const VERSION: u32 = 1;

/// Key of the text in local storage.
pub const KEY: &str = "rampline.profiles";

/// So many kinds of export are kept; the one that was not changed for longest goes.
const MOST: usize = 200;

/// Names are unique, and so are kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profiles {
    /// The latest first.
    pub all: Vec<Profile>,
    /// The stored text could not be read: it is not written over until everything is erased.
    untouchable: bool,
}

impl Profiles {
    /// From the stored text, and why it could not be read.
    pub fn of(text: &str) -> (Profiles, Option<Unusable>) {
        if text.is_empty() {
            return (Profiles::default(), None);
        }
        match sealed::open(text, VERSION).and_then(|(_, payload)| sealed::read(&payload)) {
            Ok(all) => (Profiles { all, untouchable: false }, None),
            Err(why) => (Profiles { all: Vec::new(), untouchable: true }, Some(why)),
        }
    }

    /// The text to store; `None` where nothing may be stored.
    pub fn text(&self) -> Option<String> {
        if self.untouchable { None } else { sealed::write(VERSION, &self.all).ok() }
    }

    /// Keeps a profile, in place of the one for its kind and of one by its name.
    pub fn keep(&mut self, profile: Profile) {
        self.all.retain(|known| known.name != profile.name && known.kin != profile.kin);
        self.all.insert(0, profile);
        self.all.truncate(MOST);
    }

    pub fn forget(&mut self, name: &str) {
        self.all.retain(|profile| profile.name != name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::receipt::{Answers, DateOrder, Encoding, Kin, Meaning, Role, Settled};

    fn profile(name: &str, column: &str) -> Profile {
        Profile {
            name: name.to_owned(),
            kin: Kin { source: Some("Qualtrics".to_owned()), columns: vec![column.to_owned()] },
            answers: Answers {
                encoding: Some(Encoding::Legacy("macintosh".to_owned())),
                date_order: Some(DateOrder::MonthFirst),
                sheet: Some("May".to_owned()),
                roles: vec![("Wer".to_owned(), Role::Id)],
                meanings: vec![("Q1".to_owned(), Meaning::Belief)],
                words: vec![("Frozen".to_owned(), Settled::Ignored)],
            },
        }
    }

    #[test]
    fn stored_then_read_is_the_same() {
        let mut profiles = Profiles::default();
        profiles.keep(profile("a", "x"));
        profiles.keep(profile("b", "y"));
        assert_eq!(Profiles::of(&profiles.text().unwrap()), (profiles, None));
        assert_eq!(Profiles::of(""), (Profiles::default(), None));
    }

    #[test]
    fn form_1_is_read() {
        let (profiles, why) = Profiles::of(FORM_1);
        assert_eq!((profiles.all, why), (vec![profile("a", "x")], None));
    }

    /// As it was stored first.
    const FORM_1: &str = "1 a5e5777a06e51bb7 01016101095175616c74726963730101780104096d6163696e746f7368010101034d61790103576572010102513100010646726f7a656e02";

    #[test]
    fn what_cannot_be_read_is_never_written_over() {
        let mut good = Profiles::default();
        good.keep(profile("a", "x"));
        let text = good.text().unwrap();
        for (text, newer) in [(&text[..text.len() - 2], false), ("9 ? ?", true), ("x", false)] {
            let (mut profiles, why) = Profiles::of(text);
            assert_eq!(matches!(why, Some(Unusable::Newer { .. })), newer, "{text}");
            assert!(why.is_some());
            profiles.keep(profile("b", "y"));
            assert_eq!((profiles.all.len(), profiles.text()), (1, None), "{text}");
        }
    }

    #[test]
    fn a_kind_and_a_name_have_one_profile_each() {
        let mut profiles = Profiles::default();
        let names = |profiles: &Profiles| profiles.all.iter().map(|p| p.name.clone()).collect::<Vec<_>>().join(" ");
        profiles.keep(profile("a", "x"));
        profiles.keep(profile("b", "x"));
        assert_eq!(names(&profiles), "b");
        profiles.keep(profile("b", "y"));
        profiles.keep(profile("c", "z"));
        assert_eq!(names(&profiles), "c b");
        profiles.forget("b");
        assert_eq!(names(&profiles), "c");
    }
}
