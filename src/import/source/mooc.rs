//! Team plans of vendors of open online courses: one row for a member and an activity. Known from a program that reads
//! them.

use super::Format;
use super::gradebook::no_dates;
use super::long::Roles;
use crate::import::header::Header;
use crate::import::plan::Plan;
use crate::receipt::{Refusal, Role};
use crate::{n, t};

pub const FORMATS: &[Format] = &[
    Format {
        name: n!("Team plan of a course vendor"),
        signature: &["member", "activity", "activitytype", "datestarted", "datecompleted"],
        plan: team,
    },
    Format {
        name: n!("Members of a team plan"),
        signature: &["email", "status", "role", "activitiescompleted", "lastactive"],
        plan: members,
    },
];

fn members(_: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    Err(no_dates(t!("the members of a team plan"), t!("its activities, with the day each was completed")))
}

fn team(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let member = header.column("member").unwrap_or(0);
    let by_email = header.mostly(member, 0, |text| text.contains('@'));
    let roles = Roles::of(
        header,
        &[
            (if by_email { Role::Email } else { Role::Name }, "member"),
            (Role::Item, "activity"),
            (Role::Started, "datestarted"),
            (Role::Completed, "datecompleted"),
            (Role::Value, "givenscore"),
        ],
    );
    Ok(roles.plan(header))
}
