//! Course reports of systems that are documented rather than seen: SAP SuccessFactors, Totara, Docebo, 360Learning,
//! Absorb. Columns are chosen by an administrator there, so a few names have to do.

use super::Format;
use super::generic;
use super::long::Roles;
use super::title;
use crate::import::header::Header;
use crate::import::plan::{Item, Plan};
use crate::n;
use crate::receipt::{Caution, DateOrder, Refusal, Role};

pub const FORMATS: &[Format] = &[
    Format {
        name: n!("SAP SuccessFactors, learning history"),
        signature: &["studentid", "componentid", "completiondate"],
        plan: success_factors,
    },
    Format {
        name: n!("Totara, course completion"),
        signature: &["username", "courseshortname", "completiondate"],
        plan: totara,
    },
    Format {
        name: n!("Docebo, users and courses"),
        signature: &["useruniqueid", "courseuniqueid", "coursename", "courseenrollmentstatus"],
        plan: docebo,
    },
    Format {
        name: n!("360Learning, path"),
        signature: &["name", "progress", "status", "timespent", "validationdate"],
        plan: learning_path,
    },
    Format {
        name: n!("Totara, report of course completion"),
        signature: &[
            "completionstatus",
            "completiondate",
            "dateenrolled|datestarted",
            "completionorganisationname|completionpositionname|gradeandrequiredgrade|passgrade",
        ],
        plan: totara_report,
    },
    Format {
        name: n!("TalentLMS, custom report"),
        signature: &["user|username|login|email", "course|coursename", "completionstatus", "completion%", "totaltime"],
        plan: talent,
    },
    Format { name: n!("Absorb, course report"), signature: &["%progress", "status"], plan: absorb },
];

fn success_factors(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[
            (Role::Id, "studentid"),
            (Role::Item, "componentid"),
            (Role::Completed, "completiondate"),
            (Role::Status, "completionstatusdesc"),
            (Role::Value, "grade"),
        ],
    );
    Ok(roles.plan(header))
}

fn totara(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[
            (Role::Id, "username"),
            (Role::Item, "courseshortname"),
            (Role::Completed, "completiondate"),
            (Role::Value, "grade"),
        ],
    );
    Ok(roles.plan(header))
}

fn docebo(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[
            (Role::Email, "email"),
            (Role::Id, "useruniqueid"),
            (Role::Item, "coursename"),
            (Role::Enrolled, "enrollmentdate"),
            (Role::Completed, "coursecompletiondate|completiondate"),
            (Role::Status, "courseenrollmentstatus"),
        ],
    );
    Ok(roles.plan(header))
}

/// One path, whose name stands nowhere; the day comes first, as documented.
fn learning_path(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[(Role::Email, "email"), (Role::Name, "name"), (Role::Completed, "validationdate"), (Role::Value, "score")],
    );
    let Some(mut plan) = roles.plan(header) else { return Ok(None) };
    let (path, assumption) = title(header.file);
    plan.events.iter_mut().for_each(|event| event.item = Item::Text(path.clone()));
    plan.assumptions.push(assumption);
    plan.order = Some(DateOrder::DayFirst);
    Ok(Some(plan))
}

fn totara_report(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[
            (Role::Email, "useremail|usersemail|email"),
            (Role::Id, "useridnumber|username|usersusername"),
            (Role::Name, "usersfullname|userfullname|fullname"),
            (Role::Item, "coursename|coursefullname|courseshortname"),
            (Role::Enrolled, "dateenrolled"),
            (Role::Started, "datestarted"),
            (Role::Completed, "completiondate"),
            (Role::Status, "completionstatus"),
            (Role::Value, "grade"),
        ],
    );
    Ok(roles.plan(header))
}

/// Fields as its documentation names them; a filter on time picks users there and then prints all of their courses.
fn talent(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[
            (Role::Email, "email"),
            (Role::Id, "login|username|userid"),
            (Role::Name, "user"),
            (Role::Item, "course|coursename"),
            (Role::Enrolled, "enrollmentdate|enrolmentdate|enrolledon"),
            (Role::Completed, "completiondate|completedon"),
            (Role::Status, "completionstatus"),
        ],
    );
    Ok(roles.plan(header).map(|plan| Plan { cautions: vec![Caution::FilteredPeople], ..plan }))
}

/// Its reports show active users only.
fn absorb(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    Ok(generic::plan(header).map(|plan| Plan { cautions: vec![Caution::NoLeavers], ..plan }))
}
