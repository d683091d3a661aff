//! Viva Insights, person query: one row for a person and a week, with hours of conversations between two with the manager.
//! Names of columns as in the R package that reads these files (`wpa`, `vivainsights`).

use super::Format;
use crate::import::header::Header;
use crate::import::plan::{Event, Item, Minutes, Plan};
use crate::import::written::duration::Unit;
use crate::n;
use crate::receipt::{Identity, Refusal};
use crate::record::EventKind;

const HOURS: &str = "meetingandcallhourswithmanager11|meetinghourswithmanager1on1";

pub const FORMATS: &[Format] = &[Format {
    name: n!("Viva Insights, person query"),
    signature: &["personid", "metricdate", HOURS],
    plan: person_query,
}];

fn person_query(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let column = |keys| header.column(keys).unwrap_or(0);
    let minutes = Some(Minutes::Column { column: column(HOURS), unit: Unit::Hours });
    let item = Item::Text("1:1 with the manager".to_owned());
    Ok(Some(Plan {
        person: vec![(Identity::Id, column("personid"))],
        events: vec![Event { minutes, item, ..Event::on(EventKind::Coached, column("metricdate")) }],
        ..Plan::default()
    }))
}
