//! What was asked and answered about the files read last, and what is kept of it for the next of their kind.

use super::Engine;
use crate::import::{Given, Import};
use crate::receipt::{Answers, Kin, Profile, Questions, Refusal, Reply};
use crate::saved::profiles::Profiles;
use crate::saved::sealed::Unusable;
use crate::time::Day;

#[derive(Debug, Default)]
pub struct Asked {
    profiles: Profiles,
    files: Vec<About>,
}

/// One file about which something was asked.
#[derive(Debug, Default)]
struct About {
    file: String,
    questions: Questions,
    /// What was answered so far.
    answers: Answers,
    keep: String,
    /// It was read already and is to be read in another way.
    again: bool,
}

/// Files whose questions are remembered.
const MOST: usize = 100;

impl Asked {
    /// What is known of a file before it is read.
    fn given(&mut self, file: &str, written: Option<Day>, reply: Reply) -> Given {
        let at = self.files.iter().position(|about| about.file == file);
        let mut given = Given { written, profiles: self.profiles.all.clone(), ..Given::default() };
        match (reply, at) {
            (Reply::Nothing, at) => {
                // Another file of that name, or the same one read anew.
                at.map(|at| self.files.swap_remove(at));
            }
            (reply @ (Reply::Ask | Reply::AskAbout(_)), at) => {
                given.ask = true;
                if let Reply::AskAbout(topic) = reply {
                    given.about = Some(topic);
                }
                let about = match at {
                    Some(at) => &mut self.files[at],
                    None => self.about(file),
                };
                about.again = true;
                given.answers = about.answers.clone();
            }
            (Reply::Picked { picks, keep }, Some(at)) => {
                let about = &mut self.files[at];
                let (answers, other_table) = about.questions.answers(&picks);
                // One question may follow another: what was answered before still holds, of the same table.
                about.answers = if other_table { answers } else { answers.after(std::mem::take(&mut about.answers)) };
                about.keep = keep.trim().to_owned();
                given.answers = about.answers.clone();
                given.ask = other_table;
                given.replied = true;
            }
            // Nothing was asked.
            (Reply::Picked { .. }, None) => {}
        }
        given
    }

    /// A file that was not read: what it asks is remembered.
    pub fn refused(&mut self, file: &str, why: &Refusal) {
        let Refusal::Asks(questions) = why else { return };
        match self.files.iter_mut().find(|about| about.file == file) {
            Some(about) => about.questions = questions.clone(),
            None => self.about(file).questions = questions.clone(),
        }
    }

    fn about(&mut self, file: &str) -> &mut About {
        if self.files.len() == MOST {
            self.files.remove(0);
        }
        self.files.push(About { file: file.to_owned(), ..About::default() });
        let last = self.files.len() - 1;
        &mut self.files[last]
    }

    /// A file that was read: what was answered is kept for exports of its kind.
    pub fn read(&mut self, file: &str, kin: Option<Kin>) {
        let about = self.files.iter().find(|about| about.file == file);
        if let (Some(about), Some(kin)) = (about, kin)
            && !about.answers.is_empty()
            && !about.keep.is_empty()
        {
            self.profiles.keep(Profile { name: about.keep.clone(), kin, answers: about.answers.clone() });
        }
    }
}

impl Engine {
    /// The import that goes when a file is read in another way: the latest of that file.
    pub fn replaces(&self, file: &str, reply: &Reply) -> Option<u32> {
        let again = |about: &About| about.file == file && about.again;
        let picked = matches!(reply, Reply::Picked { .. }) && self.asked.files.iter().any(again);
        let mut imports = self.data.imports.iter().rev().filter(|_| picked);
        imports.find(|import| import.file == file && import.can_be_undone).map(|import| import.number)
    }

    /// Takes over what is kept for kinds of export; why it could not be read.
    pub fn remember(&mut self, text: &str) -> Option<Unusable> {
        let (profiles, why) = Profiles::of(text);
        self.asked.profiles = profiles;
        why
    }

    /// What is kept for kinds of export.
    pub fn profiles(&self) -> &Profiles {
        &self.asked.profiles
    }

    /// Without any data; with or without what is kept for kinds of export.
    pub fn erased(self, profiles: bool) -> Engine {
        let mut engine = Engine::default();
        if !profiles {
            engine.asked.profiles = self.asked.profiles;
        }
        engine
    }

    /// Forgets what is kept under a name.
    pub fn forget_profile(&mut self, name: &str) {
        self.asked.profiles.forget(name);
    }

    /// Begins to read a file of so many bytes, which was last written on that day, with what was replied about it.
    pub fn open(&mut self, file: &str, bytes: u64, written: Option<Day>, reply: Reply) -> Result<Import, Refusal> {
        Import::given(file, bytes, self.asked.given(file, written, reply))
    }
}
