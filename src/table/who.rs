//! Which codes stand for the same person.

use super::dictionary::Code;

/// For each code the one that stands for the person; empty while everybody has one code only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    of: Vec<Code>,
}

impl Who {
    /// `of[code]` stands for the person of `code`, and for itself.
    pub fn new(of: Vec<Code>) -> Who {
        let is_alone = of.iter().enumerate().all(|(code, &person)| code == person as usize);
        Who { of: if is_alone { Vec::new() } else { of } }
    }

    /// The code that stands for the person.
    #[inline]
    pub fn of(&self, code: Code) -> Code {
        self.of.get(code as usize).copied().unwrap_or(code)
    }

    /// Codes that another one stands for, each with that one.
    pub fn merged(&self) -> impl Iterator<Item = (Code, Code)> {
        self.of.iter().enumerate().map(|(code, &person)| (code as Code, person)).filter(|(code, person)| code != person)
    }
}
