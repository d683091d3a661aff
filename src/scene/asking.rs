//! What is asked about a file, in words, with the answer that holds so far picked in each field.

use crate::receipt::{
    Asking, Choice, DateOrder, Encoding, Field, Group, Guess, Hint, Lack, Meaning, Outcome, Question, Questions,
    Refusal, Role, Settled,
};
use crate::t;

/// What became of a file, as the page is told: questions as something to fill in.
pub fn told(outcome: Outcome) -> Outcome {
    match outcome {
        Outcome::Refused { file, why: Refusal::Asks(questions) } => {
            let why = Refusal::Asked(Box::new(asking(&file, &questions)));
            Outcome::Refused { file, why }
        }
        other => other,
    }
}

/// The questions about one file.
pub fn asking(file: &str, questions: &Questions) -> Asking {
    let groups: Vec<Group> = questions.all.iter().map(group).collect();
    let words = match (&questions.all[..], groups.len()) {
        ([], _) => {
            t!("Nothing in this file leaves a choice: every date, word and column in it is understood in one way.")
        }
        _ if questions.again => "",
        ([Question::Columns { .. }], _) => {
            t!(
                "No known export has these columns. Say which one stands for the person and which for the date or the start; what is not used is left aside."
            )
        }
        (_, 1) => "",
        _ => t!("This is how the file is read. Change what is wrong and read it again."),
    };
    let words = if questions.again { missing(&questions.lacks) } else { words.to_owned() };
    let at = questions.about.and_then(|topic| questions.all.iter().position(|question| question.topic() == topic));
    let keep = if groups.is_empty() { String::new() } else { questions.name.clone() };
    Asking { title: t!("How to read {file}", file), words, groups, at: at.map(|at| at as u32), keep }
}

/// What an answer leaves open.
fn missing(lacks: &[Lack]) -> String {
    let missing = |lack: &Lack| match lack {
        Lack::Person => t!("which column stands for the person"),
        Lack::Date => t!("which column holds a date: the first day of each person, or the day of what happened"),
        Lack::What => {
            t!("what happened on that date: the kind of event, or the course, module or behaviour it is about")
        }
    };
    let missing: Vec<&str> = lacks.iter().map(missing).collect();
    match missing.is_empty() {
        true => t!("The file was not read: this is still open.").to_owned(),
        false => {
            t!("That is not enough to read the file. Still missing: {missing}.", missing = missing.join(t!("; and ")))
        }
    }
}

fn group(question: &Question) -> Group {
    let texts = |of: &[&str]| of.iter().map(|text| (*text).to_owned()).collect::<Vec<String>>();
    let head = |of: [&str; 3]| of.map(str::to_owned);
    match question {
        Question::Sheet { sheets, read } => Group {
            title: t!("Which sheet is read?").to_owned(),
            options: sheets.iter().map(|(name, rows)| t!("{name} ({rows} rows)", name, rows)).collect(),
            fields: vec![Field { label: t!("Sheet").to_owned(), picked: Some(*read as u32), ..Field::default() }],
            ..Group::default()
        },
        Question::Encoding { candidates, read } => Group {
            title: t!("Which of these is written right?").to_owned(),
            words: t!("The file does not say which letters its bytes stand for.").to_owned(),
            options: candidates.iter().map(|(encoding, texts)| preview(encoding, texts)).collect(),
            fields: vec![Field { label: t!("Letters").to_owned(), picked: Some(*read as u32), ..Field::default() }],
            ..Group::default()
        },
        Question::DateOrder { column, example, read } => Group {
            title: t!("Dates like {example} in the column “{column}” can be read both ways. Which comes first?", example, column),
            options: DateOrder::ALL.map(order).map(str::to_owned).to_vec(),
            nothing: if read.is_none() { t!("Not said").to_owned() } else { String::new() },
            fields: vec![Field {
                label: t!("Order of dates").to_owned(),
                picked: read.and_then(|read| DateOrder::ALL.iter().position(|order| *order == read)).map(|at| at as u32),
                ..Field::default()
            }],
            ..Group::default()
        },
        Question::Columns { guesses, .. } => Group {
            title: t!("What do the columns mean?").to_owned(),
            nothing: t!("Not used").to_owned(),
            head: head([t!("Column"), t!("First values"), t!("Means")]),
            options: Role::ALL.map(role).map(str::to_owned).to_vec(),
            fields: guesses.iter().map(column).collect(),
            ..Group::default()
        },
        Question::Meanings { choices, offered } => Group {
            title: t!("What do these columns count as?").to_owned(),
            words: t!("Belief is the answer to one question, whether the training is worth it, on a scale from 1 to 5; from 4 it counts as belief.").to_owned(),
            head: head([t!("Column"), t!("First values"), t!("Counts as")]),
            options: texts(&offered.iter().map(|meaning| counts_as(*meaning)).collect::<Vec<&str>>()),
            fields: choices.iter().map(|choice| named(choice, offered)).collect(),
            ..Group::default()
        },
        Question::Words { words } => Group {
            title: t!("What do these status words mean?").to_owned(),
            nothing: t!("Not said").to_owned(),
            words: t!("Rows with a word nobody knows are set aside until it is said.").to_owned(),
            head: head([t!("Word"), t!("Rows"), t!("Means")]),
            options: Settled::ALL.map(settled).map(str::to_owned).to_vec(),
            fields: words.iter().map(|(word, rows, known)| status(word, *rows, *known)).collect(),
        },
    }
}

fn preview(encoding: &Encoding, texts: &[String]) -> String {
    let name = match encoding {
        Encoding::Utf8 | Encoding::Utf8WithMark => "UTF-8",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Legacy(name) => name,
    };
    format!("{} ({name})", texts.join(", "))
}

fn column(guess: &Guess) -> Field {
    let hint = match guess.because {
        Hint::Nothing => "",
        Hint::Name => t!("guessed by its name"),
        Hint::Values => t!("guessed by its values"),
    };
    let picked = guess.role.and_then(|known| Role::ALL.iter().position(|role| *role == known));
    Field {
        label: guess.column.clone(),
        seen: guess.examples.join(", "),
        hint: hint.to_owned(),
        picked: picked.map(|at| at as u32),
    }
}

fn named(choice: &Choice, offered: &[Meaning]) -> Field {
    Field {
        label: choice.column.clone(),
        seen: choice.examples.join(", "),
        hint: String::new(),
        picked: offered.iter().position(|meaning| *meaning == choice.meaning).map(|at| at as u32),
    }
}

fn status(word: &str, rows: u64, known: Option<Settled>) -> Field {
    let hint = if known.is_none() { t!("nobody knows it") } else { "" };
    Field {
        label: word.to_owned(),
        seen: rows.to_string(),
        hint: hint.to_owned(),
        picked: known.and_then(|known| Settled::ALL.iter().position(|settled| *settled == known)).map(|at| at as u32),
    }
}

fn order(order: DateOrder) -> &'static str {
    match order {
        DateOrder::DayFirst => t!("The day comes first"),
        DateOrder::MonthFirst => t!("The month comes first"),
    }
}

fn settled(settled: Settled) -> &'static str {
    match settled {
        Settled::Done => t!("Done"),
        Settled::NotDone => t!("Not done"),
        Settled::Ignored => t!("Leave such rows out"),
    }
}

fn counts_as(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Belief => t!("Belief that it is worth it"),
        Meaning::Question => t!("Another question"),
        Meaning::Behaviour => t!("An observed behaviour"),
        Meaning::Module => t!("A completed module or assignment"),
        Meaning::Indicator => t!("An indicator that is measured"),
        Meaning::Nothing => t!("Nothing"),
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Email => t!("E-mail of the person"),
        Role::Id => t!("Id of the person"),
        Role::Name => t!("Name"),
        Role::FirstName => t!("First name"),
        Role::LastName => t!("Last name"),
        Role::Job => t!("Role in the company"),
        Role::Cohort => t!("Cohort"),
        Role::Location => t!("Location"),
        Role::Team => t!("Team"),
        Role::ManagerEmail => t!("E-mail of the manager"),
        Role::ManagerId => t!("Id of the manager"),
        Role::ManagerName => t!("Name of the manager"),
        Role::Since => t!("Since when the row is so, such as a change of manager"),
        Role::Start => t!("Start date: hire or move into the role"),
        Role::End => t!("End date: left the role"),
        Role::Date => t!("Date of the event"),
        Role::Event => t!("Kind of event"),
        Role::Item => t!("Course, module, behaviour or question"),
        Role::Status => t!("Status"),
        Role::Assigned => t!("Date assigned"),
        Role::Enrolled => t!("Date enrolled"),
        Role::Started => t!("Date begun"),
        Role::Completed => t!("Date completed"),
        Role::Value => t!("Value, score or answer"),
        Role::Minutes => t!("Minutes"),
        Role::Context => t!("Live or simulated"),
        Role::By => t!("Observer or coach"),
        Role::Note => t!("Note"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_words_of_its_own() {
        let mut words: Vec<&str> = Role::ALL.into_iter().map(role).collect();
        words.extend(Meaning::OF_VALUES.iter().map(|meaning| counts_as(*meaning)));
        words.extend(Settled::ALL.map(settled));
        words.extend(DateOrder::ALL.map(order));
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
        assert!(Meaning::OF_MARKS.iter().all(|meaning| Meaning::OF_VALUES.contains(meaning)));
    }

    #[test]
    fn what_was_picked_is_what_was_meant() {
        let questions = Questions {
            all: vec![
                Question::Sheet { sheets: vec![("A".to_owned(), 3), ("B".to_owned(), 9)], read: 0 },
                Question::DateOrder { column: "Hired".to_owned(), example: "3/4/2026".to_owned(), read: None },
                Question::Words {
                    words: vec![("Frozen".to_owned(), 2, None), ("Done".to_owned(), 5, Some(Settled::Done))],
                },
            ],
            name: "Courses".to_owned(),
            ..Questions::default()
        };
        let asking = asking("x.xlsx", &questions);
        assert_eq!(asking.groups[0].options, ["A (3 rows)", "B (9 rows)"]);
        let picked: Vec<Option<u32>> =
            asking.groups.iter().flat_map(|group| group.fields.iter().map(|f| f.picked)).collect();
        assert_eq!(picked, [Some(0), None, None, Some(0)]);
        let (answers, other) = questions.answers(&[Some(0), Some(1), Some(2), Some(0)]);
        assert_eq!(
            (answers.sheet.as_deref(), answers.date_order, other),
            (Some("A"), Some(DateOrder::MonthFirst), false)
        );
        assert_eq!(answers.words, [("Frozen".to_owned(), Settled::Ignored), ("Done".to_owned(), Settled::Done)]);
        // Of another sheet the rest is asked anew.
        let (answers, other) = questions.answers(&[Some(1), Some(1), None, None]);
        assert_eq!((answers.sheet.as_deref(), answers.date_order, other), (Some("B"), None, true));
        assert!(questions.answers(&[Some(9)]).0.is_empty(), "no such option");
    }
}
