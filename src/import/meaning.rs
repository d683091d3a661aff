//! Columns named after a thing, such as questions, activities, scores: what they say of it is a choice, with a guess.

use super::header::Header;
use super::plan::{Event, Item, Kind, Plan, Value};
use super::problems::shortened;
use super::written::{key, scale};
use crate::receipt::{Answers, Assumption, Choice, Meaning, Question};
use crate::record::EventKind;

/// Values of a column that a question shows.
const EXAMPLES: usize = 3;

/// The item of the question about belief (metrics.md section 7).
const BELIEF: &str = "belief";

/// What the question about belief is worded like, as keys.
const WORTH: &[&str] = &[
    "worthit",
    "worthmytime",
    "worththetime",
    "worththeeffort",
    "seethevalue",
    "believeinthe",
    "lohntsich",
    "sichlohnt",
    "vautlapeine",
    "valelapena",
    "merecelapena",
];

/// Gives every such column its meaning, and tells what could be asked about them.
pub fn settle(plan: &mut Plan, header: &Header<'_>, answers: &Answers) -> Vec<Question> {
    let belief = belief(plan, header);
    let (mut values, mut marks) = (Vec::new(), Vec::new());
    let mut events = Vec::with_capacity(plan.events.len());
    for event in std::mem::take(&mut plan.events) {
        let Some(column) = event.about else {
            events.push(event);
            continue;
        };
        let name = header.name(column);
        let said = answers.meanings.iter().find(|(known, _)| *known == name).map(|(_, meaning)| *meaning);
        let guess = if belief == Some(column) { Meaning::Belief } else { meaning(&event) };
        let meaning = said.unwrap_or(guess);
        // A question by that name needs no guess.
        let guessed = guess == Meaning::Belief && event.item != Item::Text(BELIEF.to_owned());
        if said.is_some() || guessed {
            let answered = said.is_some();
            plan.assumptions.push(Assumption::Meaning { column: name.clone(), meaning, answered });
        }
        let has_value = event.value.and_then(Value::column).is_some();
        let examples = header.values(column, plan.header_rows.max(1) - 1).take(EXAMPLES).map(shortened).collect();
        if has_value { &mut values } else { &mut marks }.push(Choice { column: name, examples, meaning });
        events.extend(told(event, meaning));
    }
    plan.events = events;
    let question =
        |choices: Vec<Choice>, offered| (!choices.is_empty()).then_some(Question::Meanings { choices, offered });
    question(values, Meaning::OF_VALUES).into_iter().chain(question(marks, Meaning::OF_MARKS)).collect()
}

/// The one column that asks whether it is worth it, on a scale of five points.
fn belief(plan: &Plan, header: &Header<'_>) -> Option<usize> {
    let rows = plan.header_rows.max(1);
    let asked = |column: usize, is: &dyn Fn(&str) -> bool| {
        (header.at..header.at + rows)
            .filter(|row| *row < header.sheet.len())
            .any(|row| is(&key(header.sheet.cell(row, column))))
    };
    let surveyed = plan.events.iter().filter(|event| event.kind == Kind::Of(EventKind::Surveyed));
    let on_five = |column: &usize| {
        header.values(*column, rows - 1).filter_map(scale::point).all(|point| (1.0..=5.0).contains(&point))
    };
    let columns: Vec<usize> = surveyed.filter_map(|event| event.about).filter(on_five).collect();
    let by_name = columns.iter().find(|column| asked(**column, &|key| key == BELIEF));
    let mut by_words =
        columns.iter().filter(|column| asked(**column, &|key| WORTH.iter().any(|part| key.contains(part))));
    match (by_name, by_words.next(), by_words.next()) {
        (Some(column), ..) | (None, Some(column), None) => Some(*column),
        _ => None,
    }
}

/// What the source says of it.
fn meaning(event: &Event) -> Meaning {
    match event.kind {
        _ if event.open => Meaning::Nothing,
        Kind::Of(EventKind::Surveyed) if event.item == Item::Text(BELIEF.to_owned()) => Meaning::Belief,
        Kind::Of(EventKind::Surveyed) => Meaning::Question,
        Kind::Of(EventKind::Observed) => Meaning::Behaviour,
        Kind::Of(EventKind::Measured) => Meaning::Indicator,
        _ => Meaning::Module,
    }
}

/// The event with that meaning; `None` where it tells nothing.
fn told(event: Event, meaning: Meaning) -> Option<Event> {
    let of = |kind| Some(Event { kind: Kind::Of(kind), ..event.clone() });
    match meaning {
        Meaning::Belief => {
            Some(Event { item: Item::Text(BELIEF.to_owned()), kind: Kind::Of(EventKind::Surveyed), ..event })
        }
        Meaning::Question => of(EventKind::Surveyed),
        Meaning::Behaviour => {
            let value = match event.value {
                Some(Value::Number(column)) => Value::Mark(column),
                value => value.unwrap_or(Value::One),
            };
            Some(Event { value: Some(value), kind: Kind::Of(EventKind::Observed), ..event })
        }
        Meaning::Module => of(EventKind::Completed),
        Meaning::Indicator => of(EventKind::Measured),
        Meaning::Nothing => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::sheet::Sheet;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let mut sheet = Sheet::default();
        for (at, row) in rows.iter().enumerate() {
            sheet.begin_row(at as u64 + 1);
            row.iter().for_each(|cell| sheet.push(cell).unwrap());
        }
        sheet
    }

    fn plan(columns: usize) -> Plan {
        let event = |column: usize| Event {
            item: Item::Text(format!("q{column}")),
            value: Some(Value::Scale(column)),
            about: Some(column),
            ..Event::on(EventKind::Surveyed, 0)
        };
        Plan { events: (1..=columns).map(event).collect(), ..Plan::default() }
    }

    fn kinds(plan: &Plan) -> Vec<(Kind, Item)> {
        plan.events.iter().map(|event| (event.kind, event.item.clone())).collect()
    }

    #[test]
    fn the_question_whether_it_is_worth_it_is_about_belief_on_five_points_only() {
        for (names, answer, expected) in [
            (["when", "This is worth it.", "Any other"], "5", Some(1)),
            (["when", "This is worth it.", "Any other"], "7", None),
            (["when", "Belief", "Is it worth it?"], "4 - Agree", Some(1)),
            (["when", "Worth it?", "Still worth it?"], "4", None),
            (["when", "Lohnt sich das?", "q"], "2", Some(1)),
        ] {
            let sheet = sheet(&[&names, &["2025-01-06", answer, answer]]);
            let found = belief(&plan(2), &Header::new(&sheet, 0, "x.csv"));
            assert_eq!(found, expected, "{names:?} {answer}");
        }
    }

    #[test]
    fn an_answer_decides_what_a_column_says() {
        let sheet = sheet(&[&["when", "a", "b", "c"], &["2025-01-06", "1", "2", "3"]]);
        let header = Header::new(&sheet, 0, "x.csv");
        let mut plan = plan(3);
        let meanings = vec![("a".to_owned(), Meaning::Belief), ("b".to_owned(), Meaning::Nothing)];
        let questions = settle(&mut plan, &header, &Answers { meanings, ..Answers::default() });
        let surveyed = Kind::Of(EventKind::Surveyed);
        assert_eq!(
            kinds(&plan),
            [(surveyed, Item::Text("belief".to_owned())), (surveyed, Item::Text("q3".to_owned()))]
        );
        let [Question::Meanings { choices, .. }] = &questions[..] else { panic!("{questions:?}") };
        let told: Vec<(&str, Meaning)> =
            choices.iter().map(|choice| (choice.column.as_str(), choice.meaning)).collect();
        assert_eq!(told, [("a", Meaning::Belief), ("b", Meaning::Nothing), ("c", Meaning::Question)]);
        assert_eq!(choices[0].examples, ["1"]);
        assert_eq!(plan.assumptions.len(), 2);
    }
}
