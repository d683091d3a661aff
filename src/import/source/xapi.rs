//! Statements of the Experience API as CSV. The header is whatever somebody chose to export, the path of each property in
//! one name: `actor.mbox`, `statement.verb.id`, `object.definition.name.en-US`. Read in the code of Learning Locker.

use super::Format;
use crate::import::header::Header;
use crate::import::plan::{Event, Item, Plan, Value};
use crate::n;
use crate::receipt::{Identity, Refusal};
use crate::record::EventKind;

const VERB: &str = "*verbid|verb|*verbdisplayenus|*verbdisplayen|*verbdisplay";
const OBJECT: &str = "*objectdefinitionnameenus|*objectdefinitionnameen|*objectdefinitionname|*objectid|object";

pub const FORMATS: &[Format] =
    &[Format { name: n!("xAPI statements"), signature: &["*timestamp|*stored", VERB, OBJECT], plan: statements }];

fn statements(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let (date, verb) = (column("*timestamp|*stored"), column(VERB));
    let item = Item::Column(column(OBJECT));
    let told = |kind, verbs| Event { item: item.clone(), only: Some((verb, verbs)), ..Event::on(kind, date) };
    let value = header.column("*resultscorescaled|*resultscoreraw").map(Value::Number);
    let person = [
        ("*actormbox|email|mbox", Identity::Email),
        ("*actoraccountname", Identity::Id),
        ("*actorname|actor|name", Identity::Name),
    ];
    let person: Vec<(Identity, usize)> =
        person.iter().filter_map(|(keys, by)| Some((*by, header.column(keys)?))).collect();
    if person.is_empty() {
        return Ok(None);
    }
    Ok(Some(Plan {
        person,
        begun: true,
        events: vec![
            told(EventKind::Enrolled, &["registered"]),
            told(EventKind::Started, &["initialized", "launched", "attempted"]),
            Event { value, ..told(EventKind::Completed, &["completed", "passed"]) },
        ],
        ..Plan::default()
    }))
}
