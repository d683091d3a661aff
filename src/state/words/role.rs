//! What a column can say, in words, for the choice of what it means.

use crate::receipt::Role;

/// Every meaning a column can have, those of people first.
pub const ROLES: [Role; 27] = [
    Role::Email,
    Role::Id,
    Role::Name,
    Role::FirstName,
    Role::LastName,
    Role::Job,
    Role::Cohort,
    Role::Location,
    Role::Team,
    Role::ManagerEmail,
    Role::ManagerId,
    Role::ManagerName,
    Role::Start,
    Role::End,
    Role::Date,
    Role::Event,
    Role::Item,
    Role::Status,
    Role::Assigned,
    Role::Enrolled,
    Role::Started,
    Role::Completed,
    Role::Value,
    Role::Minutes,
    Role::Context,
    Role::By,
    Role::Note,
];

pub fn role(role: Role) -> &'static str {
    match role {
        Role::Email => "E-mail of the person",
        Role::Id => "Id of the person",
        Role::Name => "Name",
        Role::FirstName => "First name",
        Role::LastName => "Last name",
        Role::Job => "Role in the company",
        Role::Cohort => "Cohort",
        Role::Location => "Location",
        Role::Team => "Team",
        Role::ManagerEmail => "E-mail of the manager",
        Role::ManagerId => "Id of the manager",
        Role::ManagerName => "Name of the manager",
        Role::Start => "Start date: hire or move into the role",
        Role::End => "End date: left the role",
        Role::Date => "Date of the event",
        Role::Event => "Kind of event",
        Role::Item => "Course, module, behaviour or question",
        Role::Status => "Status",
        Role::Assigned => "Date assigned",
        Role::Enrolled => "Date enrolled",
        Role::Started => "Date begun",
        Role::Completed => "Date completed",
        Role::Value => "Value, score or answer",
        Role::Minutes => "Minutes",
        Role::Context => "Live or simulated",
        Role::By => "Observer or coach",
        Role::Note => "Note",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_is_offered_once_in_its_own_words() {
        let mut words: Vec<&str> = ROLES.into_iter().map(role).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), ROLES.len());
    }
}
