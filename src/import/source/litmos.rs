//! SAP Litmos: the reports of one course and of one module. Seen in public samples, which write the month first.

use super::Format;
use super::gradebook::no_dates;
use super::long::Roles;
use super::title;
use crate::import::header::Header;
use crate::import::plan::{Item, Plan};
use crate::receipt::{Assumption, DateOrder, Refusal, Role};
use crate::{n, t};

pub const FORMATS: &[Format] = &[
    Format {
        name: n!("SAP Litmos, course"),
        signature: &["lastattempt", "marking", "percentagecompleted", "assigneddate", "completeddate"],
        plan: course,
    },
    Format {
        name: n!("SAP Litmos, module"),
        signature: &["lastattempt", "marking", "timetaken", "attempt", "complete", "email"],
        plan: module,
    },
    Format {
        name: n!("SAP Litmos, people"),
        signature: &["fullname", "username", "totalcourses", "createddate", "profiletype"],
        plan: people,
    },
    Format {
        name: n!("SAP Litmos, team"),
        signature: &["fullname", "username", "totalcourses", "totalassigned", "totalcompleted", "totalnotstarted"],
        plan: team,
    },
];

/// Accounts with the day on which each was made.
fn people(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[
            (Role::Email, "email"),
            (Role::Id, "externalemployeeid|username"),
            (Role::Name, "fullname"),
            (Role::Job, "title"),
            (Role::Team, "teams"),
            (Role::ManagerName, "manager"),
            (Role::Start, "createddate"),
        ],
    );
    let Some(mut plan) = roles.plan(header) else { return Ok(None) };
    let column = header.name(header.column("createddate").unwrap_or(0));
    plan.assumptions.push(Assumption::AccountStart { column });
    Ok(Some(Plan { order: Some(DateOrder::MonthFirst), ..plan }))
}

fn team(_: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    Err(no_dates(t!("the SAP Litmos team report"), t!("the report of a course, with its completions")))
}

/// The last attempt is the day of a completion.
fn module(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[
            (Role::Email, "email"),
            (Role::Name, "user"),
            (Role::Completed, "lastattempt"),
            (Role::Status, "complete"),
            (Role::Value, "score"),
        ],
    );
    Ok(about_the_file(header, roles.plan(header)))
}

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
    Ok(about_the_file(header, roles.plan(header)))
}

/// What was completed stands only in the name of the file.
fn about_the_file(header: &Header<'_>, plan: Option<Plan>) -> Option<Plan> {
    let mut plan = plan?;
    let (course, assumption) = title(header.file);
    plan.events.iter_mut().for_each(|event| event.item = Item::Text(course.clone()));
    plan.assumptions.push(assumption);
    plan.order = Some(DateOrder::MonthFirst);
    Some(plan)
}
