//! Lists of people from HR systems: BambooHR and what is written like it.

use super::Format;
use super::long::Roles;
use crate::import::header::Header;
use crate::import::plan::Plan;
use crate::n;
use crate::receipt::{Refusal, Role};

pub const FORMATS: &[Format] = &[Format {
    name: n!("List of people, as BambooHR writes it"),
    signature: &["employee#", "hiredate", "workemail|jobtitle"],
    plan: people,
}];

fn people(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[
            (Role::Email, "workemail"),
            (Role::Id, "employee#"),
            (Role::Name, "name|displayname"),
            (Role::FirstName, "firstname"),
            (Role::LastName, "lastname"),
            (Role::Job, "jobtitle"),
            (Role::Team, "department|division"),
            (Role::Location, "location"),
            (Role::Start, "hiredate"),
            (Role::End, "terminationdate"),
            (Role::ManagerEmail, "reportstoemail"),
            (Role::ManagerName, "reportsto"),
            (Role::Since, "effectivedate|managersince|reportstosince"),
        ],
    );
    Ok(roles.plan(header))
}
