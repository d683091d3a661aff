//! Messages to the user. They stay until dismissed or until the next import clears them.

use super::State;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Error,
    Caution,
    Done,
}

/// What a notice offers to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Look at the receipt.
    Receipt,
    /// Look at what is stored, make room.
    Data,
    Reload,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub id: u32,
    pub tone: Tone,
    /// What happened, in a few words.
    pub title: String,
    /// What to do, and what did not change.
    pub text: String,
    pub remedy: Option<Remedy>,
}

impl State {
    pub(super) fn notify(&mut self, tone: Tone, title: &str, text: impl Into<String>) {
        self.notify_with(tone, title, text, None);
    }

    pub(super) fn notify_with(&mut self, tone: Tone, title: &str, text: impl Into<String>, remedy: Option<Remedy>) {
        self.last_notice += 1;
        let notice = Notice { id: self.last_notice, tone, title: title.to_owned(), text: text.into(), remedy };
        // The same words twice would only push the first ones down.
        self.notices.retain(|n| (n.tone, &n.title, &n.text) != (notice.tone, &notice.title, &notice.text));
        self.notices.push(notice);
    }
}
