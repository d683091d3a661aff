//! Workday Learning: assignments and enrolments of one's own, as Microsoft documents them for Viva Learning (spelling of
//! the columns as there).

use super::Format;
use super::gradebook::no_dates;
use super::long::Roles;
use crate::import::header::Header;
use crate::import::plan::Plan;
use crate::receipt::{Refusal, Role};
use crate::{n, t};

pub const FORMATS: &[Format] = &[
    Format {
        name: n!("Workday Learning, assignments"),
        signature: &["learnerid", "learningobjectid", "assigmentdate|assignmentdate", "completionstatus"],
        plan: learning,
    },
    Format {
        name: n!("Workday Learning, enrolments"),
        signature: &["enrollmentid", "learnerid", "learningobjectid", "completionstatus"],
        plan: learning,
    },
    Format {
        name: n!("Workday Learning, users"),
        signature: &["userid", "username", "terminated", "emailaddress", "employeeid"],
        plan: users,
    },
];

fn users(_: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    Err(no_dates(t!("the Workday Learning list of users"), t!("a list of workers with their hire dates")))
}

fn learning(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[
            (Role::Id, "learnerid"),
            (Role::Item, "learningobjectid"),
            (Role::Assigned, "assigmentdate|assignmentdate"),
            (Role::Started, "startdate"),
            (Role::Completed, "completiondate"),
            (Role::Status, "completionstatus"),
        ],
    );
    Ok(roles.plan(header))
}
