//! SAP Litmos: the report of one course. Seen in public samples, which write the month first.

use super::Format;
use super::long::Roles;
use super::title;
use crate::import::header::Header;
use crate::import::plan::{Item, Plan};
use crate::receipt::{DateOrder, Refusal, Role};

pub const FORMATS: &[Format] = &[Format {
    name: "SAP Litmos, course",
    signature: &["lastattempt", "marking", "percentagecompleted", "assigneddate", "completeddate"],
    plan: course,
}];

fn course(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[
            (Role::Email, "email"),
            (Role::Id, "externalemployeeid|username"),
            (Role::Name, "user"),
            (Role::Assigned, "assigneddate"),
            (Role::Started, "startdate"),
            (Role::Completed, "completeddate"),
            (Role::Status, "completed"),
        ],
    );
    let Some(mut plan) = roles.plan(header) else { return Ok(None) };
    let (course, assumption) = title(header.file);
    plan.events.iter_mut().for_each(|event| event.item = Item::Text(course.clone()));
    plan.assumptions.push(assumption);
    plan.order = Some(DateOrder::MonthFirst);
    Ok(Some(plan))
}
