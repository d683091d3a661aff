//! One row of `events.csv`.

use rampline::time::Day;

use crate::dice::Dice;

pub const HEADER: [&str; 9] = ["person_id", "date", "event", "item", "value", "minutes", "context", "by", "note"];

#[derive(Clone)]
pub struct Event {
    /// Orders the file.
    pub day: Day,
    /// As written: a day, or a day with its time.
    pub date: String,
    pub person: String,
    pub word: &'static str,
    pub item: String,
    pub value: String,
    pub minutes: Option<i32>,
    pub context: &'static str,
    pub by: String,
    pub note: &'static str,
}

impl Event {
    pub fn new(person: &str, day: Day, word: &'static str) -> Event {
        Event {
            day,
            date: day.to_string(),
            person: person.to_owned(),
            word,
            item: String::new(),
            value: String::new(),
            minutes: None,
            context: "",
            by: String::new(),
            note: "",
        }
    }

    /// A learning platform writes the time of day too.
    pub fn with_time(mut self, dice: &mut Dice) -> Event {
        self.date = format!("{}T{:02}:{:02}", self.day, dice.between(8, 17), dice.between(0, 59));
        self
    }

    pub fn item(mut self, item: &str) -> Event {
        self.item = item.to_owned();
        self
    }

    pub fn value(mut self, value: impl ToString) -> Event {
        self.value = value.to_string();
        self
    }

    pub fn minutes(mut self, minutes: i32) -> Event {
        self.minutes = Some(minutes);
        self
    }

    pub fn context(mut self, context: &'static str) -> Event {
        self.context = context;
        self
    }

    pub fn by(mut self, by: &str) -> Event {
        self.by = by.to_owned();
        self
    }

    pub fn note(mut self, note: &'static str) -> Event {
        self.note = note;
        self
    }

    pub fn row(&self) -> [String; 9] {
        let minutes = self.minutes.map(|m| m.to_string()).unwrap_or_default();
        [
            self.person.clone(),
            self.date.clone(),
            self.word.to_owned(),
            self.item.clone(),
            self.value.clone(),
            minutes,
            self.context.to_owned(),
            self.by.clone(),
            self.note.to_owned(),
        ]
    }
}
