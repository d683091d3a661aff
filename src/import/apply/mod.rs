//! A recognized sheet and its plan → rows in the tables, and receipts.

mod body;
mod dates;
mod happened;
mod inferred;
mod known;
mod person;
mod roster;
mod stay;
mod unused;
mod words;

use std::borrow::Cow;
use std::collections::HashSet;

use body::Body;
use dates::Dates;
pub use happened::SEEN;

use super::desk::Desk;
use super::given::Known;
use super::header::Header;
use super::meaning;
use super::plan::Plan;
use super::problems::Problems;
use super::sheet::Sheet;
use super::source::{Match, generic};
use super::written::{date, is_blank, key};
use crate::receipt::{Assumption, Caution, Dropped, Form, Identity, Reading, Receipt, Refusal, Settled};
use crate::record::PEOPLE_COLUMNS;
use crate::table::{How, Said, record};
use crate::time::Day;

/// Share of the work in which a table is looked at before its rows are read.
const LOOKING: f64 = 0.2;

/// What is known of the table while its rows are read.
struct Table<'a> {
    header: Header<'a>,
    plan: Plan,
    body: Body,
    dates: Dates,
    person: (Identity, usize),
    /// What somebody said of status words.
    words: &'a [(String, Settled)],
    /// Nothing behind this day has happened.
    until: Option<Day>,
    /// Columns that are not kept.
    dropped: Vec<usize>,
}

impl<'a> Table<'a> {
    fn cell(&self, row: usize, column: usize) -> &'a str {
        self.header.sheet.cell(row, column)
    }

    /// What stands for the person of a row. Capitals do not matter in an e-mail address.
    fn person(&self, row: usize) -> Cow<'a, str> {
        let chosen = std::iter::once(&self.person);
        // A guest without an address still has a name.
        let filled = chosen.chain(&self.plan.person).find(|(_, column)| !is_blank(self.cell(row, *column)));
        filled.map_or(Cow::Borrowed(""), |&(identity, column)| spelled(identity, self.cell(row, column)))
    }

    /// Whether a row says what an event is told only by.
    fn is_told(&self, row: usize, only: Option<(usize, &[&str])>) -> bool {
        only.is_none_or(|(column, keys)| is_one_of(self.cell(row, column), keys))
    }

    /// Gives rows that were set aside their cells.
    fn fill(&self, problems: &mut Problems) {
        let rows = &self.body.rows;
        let row = |line: u64| rows.binary_search_by_key(&line, |row| self.header.sheet.line(*row)).ok();
        problems.fill(self.header.sheet, &self.dropped, |line| row(line).map(|at| rows[at]));
    }

    /// The lines of the header, each as one record.
    fn header_rows(&self) -> Vec<(u64, Vec<u8>)> {
        let sheet = self.header.sheet;
        let rows = self.header.at..(self.header.at + self.plan.header_rows.max(1)).min(sheet.len());
        rows.map(|row| {
            let mut cells = Vec::new();
            record(sheet.cells(row).map(str::as_bytes), &mut cells);
            (sheet.line(row), cells)
        })
        .collect()
    }

    /// Everybody a row is about. Of a list of people an address is spelled as one, whoever calls the meeting left out.
    fn persons(&self, row: usize) -> Vec<Cow<'a, str>> {
        let Some(many) = &self.plan.many else { return vec![self.person(row)] };
        let spelled = |name: &'a str| {
            let identity = if name.contains('@') { Identity::Email } else { Identity::Name };
            spelled(identity, name.trim())
        };
        let but = spelled(self.cell(row, many.but));
        let mut seen = HashSet::new();
        let names = many.columns.iter().flat_map(|column| self.cell(row, *column).split(';'));
        names.map(spelled).filter(|p| !is_blank(p) && *p != but && seen.insert(p.clone())).collect()
    }
}

fn spelled(identity: Identity, text: &str) -> Cow<'_, str> {
    let text = if identity == Identity::Email { text.strip_prefix("mailto:").unwrap_or(text) } else { text };
    match identity {
        Identity::Email if text.chars().any(char::is_uppercase) => Cow::Owned(text.to_lowercase()),
        _ => Cow::Borrowed(text),
    }
}

/// Adds what the sheet says to the tables. After an error they have to be rewound.
pub async fn apply(
    found: Match,
    sheet: &Sheet,
    file: &str,
    form: Form,
    known: Known<'_>,
    desk: &Desk,
) -> Result<Vec<Receipt>, Refusal> {
    let Match { at, source, evidence, mut plan, is_guess, .. } = found;
    let header = Header::new(sheet, at, file);
    let whole = desk.narrow(0.0, LOOKING);
    let body = Body::of(&header, &plan, desk).await;
    // A calendar in which nothing has taken place yet.
    let is_calendar = matches!(form, Form::Calendar { .. });
    if body.rows.is_empty() && !is_calendar {
        return Err(Refusal::HeaderOnly);
    }
    let asked_as = (!is_guess).then_some(source.as_str());
    let meanings = meaning::settle(&mut plan, &header, known.answers);
    let (dates, mut assumptions, order) = Dates::decide(&header, &plan, &body, known, asked_as, desk).await?;
    desk.back_to(whole);
    let whole = desk.narrow(LOOKING, 1.0);
    let tells_nothing = plan.people.is_none() && plan.events.is_empty();
    if known.ask || tells_nothing {
        let columns = (is_guess || tells_nothing).then(|| generic::question_of(&header, known.answers));
        let words = words::question(&header, &plan, &body, known.answers);
        let all = order.into_iter().chain(columns).chain(meanings).chain(words);
        let lacks = if tells_nothing { generic::lacks(&header, known.answers) } else { Vec::new() };
        return Err(known.asks_for(lacks, all.collect(), asked_as, file));
    }
    let until = plan.plans.then(|| date::in_file_name(file).or(known.written)).flatten();
    match until {
        Some(day) => assumptions.push(Assumption::CalendarUntil { day }),
        None if plan.plans => plan.cautions.push(Caution::PlansCounted),
        None => {}
    }
    if let Some(name) = known.profile {
        assumptions.insert(0, Assumption::Profile { name: name.to_owned() });
    }
    let person = person::choose(&header, &plan, &body);
    assumptions.extend(plan.assumptions.iter().cloned());
    assumptions.push(Assumption::Person { column: header.name(person.1), by: person.0 });
    let mut table =
        Table { header, plan, body, dates, person, words: &known.answers.words, until, dropped: Vec::new() };

    let mut reading = Reading::canonical(form, sheet.line(at));
    reading.source = Some(source);
    reading.evidence = evidence.into_iter().map(|column| table.header.name(column)).collect();
    reading.lines = table.body.rows.len() as u64;
    reading.skipped = std::mem::take(&mut table.body.skipped);
    reading.assumptions = assumptions;
    reading.cautions = table.plan.cautions.clone();
    let (ignored, dropped) = unused::columns(&table.header, &table.plan);
    let name = |column: usize| table.header.name(column);
    reading.dropped = dropped.iter().map(|&(column, why)| Dropped { column: name(column), why }).collect();
    let ignored: Vec<String> = ignored.into_iter().map(name).collect();
    table.dropped = dropped.into_iter().map(|(column, _)| column).collect();

    let plain = reading.clone();
    let mut receipts = Vec::new();
    if table.plan.people.is_some() {
        let mut sink = roster::read(&table, desk).await;
        table.fill(sink.problems());
        let mut receipt = desk.with(|tables| sink.finish(reading.clone(), &table.header_rows(), tables));
        receipt.missing_columns = missing(&table);
        let since = table.plan.people.as_ref().and_then(|people| people.since);
        let assumed = since.map(|column| Assumption::Since { column: table.header.name(column) });
        receipt.reading.assumptions.extend(assumed);
        rename(&mut receipt, &table);
        receipts.push(receipt);
    }
    if !table.plan.events.is_empty() {
        let mut sink = happened::read(&table, &mut reading, desk).await;
        table.fill(sink.problems());
        let mut receipt = desk.with(|tables| sink.finish(reading, &table.header_rows(), tables));
        if table.plan.seen {
            desk.with(|tables| tables.file_is(How::Seen));
            receipt.reading.assumptions.push(Assumption::Seen { between: 0, at_first: 0 });
        }
        rename(&mut receipt, &table);
        receipts.push(receipt);
    }
    if let Some((mut sink, assumption)) = inferred::read(&table, desk).await {
        let mut reading = plain;
        reading.assumptions.push(assumption);
        table.fill(sink.problems());
        let mut receipt = desk.with(|tables| {
            let receipt = sink.finish(reading, &table.header_rows(), tables);
            tables.roster_is(How::Inferred);
            receipt
        });
        rename(&mut receipt, &table);
        receipts.push(receipt);
    }
    let known = known::known(&table, desk).await;
    if !known.is_empty() {
        desk.with(|tables| tables.said.push(Said { import: tables.import, known }));
    }
    desk.back_to(whole);
    for receipt in &mut receipts {
        receipt.ignored_columns = ignored.clone();
    }
    Ok(receipts)
}

/// Canonical names of columns become those of the file.
fn rename(receipt: &mut Receipt, table: &Table<'_>) {
    let people = table.plan.people.as_ref();
    let of = |canonical: &str| match canonical {
        "person_id" => Some(table.person.1),
        "start_date" => people.map(|people| people.start),
        "end_date" => people.and_then(|people| people.end),
        "event" | "item" | "value" | "minutes" | "context" => {
            table.plan.events.iter().find_map(|event| event.column(canonical))
        }
        _ => None,
    };
    for problem in &mut receipt.problems {
        if let Some(column) = of(&problem.column) {
            problem.column = table.header.name(column);
        }
    }
}

/// Columns of the people table that the file does not fill.
fn missing(table: &Table<'_>) -> Vec<String> {
    let Some(people) = &table.plan.people else { return Vec::new() };
    let manager = people.manager.iter().any(|(identity, _)| *identity == table.person.0);
    let has = |column: &str| match column {
        "name" => !people.name.is_empty(),
        "role" => people.role.is_some(),
        "cohort" => people.cohort.is_some(),
        "location" => people.location.is_some(),
        "team" => people.team.is_some(),
        "manager_id" => manager,
        "end_date" => people.end.is_some(),
        _ => true,
    };
    PEOPLE_COLUMNS.iter().filter(|column| !has(column)).map(|column| (*column).to_owned()).collect()
}

/// Whether a cell is one of these words, whatever its spelling; of an address of the web its last part.
fn is_one_of(cell: &str, keys: &[&str]) -> bool {
    let word = if cell.contains("://") { cell.rsplit('/').next().unwrap_or(cell) } else { cell };
    keys.contains(&key(word).as_str())
}
