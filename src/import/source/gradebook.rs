//! Grade books that say how well, but not when: refused, with what to export instead, unless a list of one day says who
//! is done. Read in the code of Canvas
//! (`lib/gradebook_exporter.rb`) and of Open edX (`tasks_helper/grades.py`).

use super::long::Roles;
use super::{Format, snapshot};
use crate::import::header::Header;
use crate::import::plan::Plan;
use crate::receipt::{Refusal, Role};
use crate::{n, t};

pub const FORMATS: &[Format] = &[
    Format {
        name: n!("Canvas, grade book"),
        signature: &["student|lastname", "id", "section", "currentscore|finalscore"],
        plan: canvas,
    },
    Format {
        name: n!("Open edX, grade report"),
        signature: &["studentid", "email", "username", "grade", "enrollmenttrack"],
        plan: edx,
    },
    Format {
        name: n!("Open edX, problem grade report"),
        signature: &["studentid", "email", "username", "enrollmentstatus", "grade", "*earned"],
        plan: edx_problems,
    },
    Format {
        name: n!("Open edX, problem responses"),
        signature: &["username", "title", "location", "blockid", "state"],
        plan: edx_problems,
    },
];

fn canvas(_: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    Err(no_dates(t!("the Canvas grade book"), t!("the course's submissions or analytics with their days")))
}

/// Whose certificate was delivered has completed the course; the day of the report is in the name of its file.
fn edx(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(header, &[(Role::Email, "email"), (Role::Id, "username|studentid")]);
    let delivered = header.column("certificatedelivered");
    if let Some(plan) = delivered.and_then(|delivered| snapshot::dated(header, &roles, delivered)) {
        return Ok(Some(plan));
    }
    Err(no_dates(t!("the Open edX grade report"), t!("the issued certificates with their days")))
}

fn edx_problems(_: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    Err(no_dates(t!("an Open edX problem report"), t!("the grade report with its day in the name of the file")))
}

pub fn no_dates(source: &str, instead: &str) -> Refusal {
    Refusal::NoDates { source_name: source.to_owned(), instead: instead.to_owned() }
}
