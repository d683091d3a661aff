//! LearnUpon: enrolment history, as its documentation names the columns; the day comes first there.

use super::Format;
use super::long::Roles;
use crate::import::header::Header;
use crate::import::plan::Plan;
use crate::n;
use crate::receipt::{DateOrder, Refusal, Role};

pub const FORMATS: &[Format] = &[Format {
    name: n!("LearnUpon, enrolment history"),
    signature: &["loginid", "coursename", "enrollmentcreateddate", "enrollmentcompleteddate"],
    plan: history,
}];

fn history(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[
            (Role::Email, "email"),
            (Role::Id, "loginid"),
            (Role::Item, "coursename"),
            (Role::Enrolled, "enrollmentcreateddate"),
            (Role::Started, "enrollmentstarteddate"),
            (Role::Completed, "enrollmentcompleteddate"),
            (Role::Value, "enrollmentscore"),
        ],
    );
    Ok(roles.plan(header).map(|plan| Plan { order: Some(DateOrder::DayFirst), ..plan }))
}
