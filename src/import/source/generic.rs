//! Tables of no known system, read by the names of their columns; and what to ask where the names do not suffice.

use super::Match;
use super::long::Roles;
use super::{matrix, observations, snapshot};
use crate::import::header::Header;
use crate::import::plan::{Item, Plan};
use crate::import::problems::shortened;
use crate::import::sheet::Sheet;
use crate::import::written::status::Status;
use crate::import::written::{date, is_blank};
use crate::receipt::{Answers, Assumption, Guess, Hint, KNOWN_NAMES, Lack, Question, Role};

/// Values of a column that a question shows.
const EXAMPLES: usize = 3;

/// More columns than that are a grid; its first ones tell what the rows are about.
const MOST_ASKED: usize = 200;

/// Names of columns in four languages, best first. A name stands at one role only.
#[rustfmt::skip]
const NAMES: &[(Role, &str)] = &[
    (Role::Email, "email|emailaddress|workemail|useremail|employeeemail|learneremail|businessemail|primaryemail|mail|emailadresse|adresseemail|adressemail|adresseélectronique|courriel|correoelectrónico|correo"),
    (Role::Id, "personid|employeeid|employee#|employeenumber|employeeno|empid|empno|staffid|staffnumber|workerid|personnelnumber|payrollid|externalemployeeid|userid|studentid|learnerid|participantid|username|login|loginid|useruniqueid|iduser|personalnummer|personalnr|mitarbeiternummer|mitarbeiternr|mitarbeiterid|benutzername|matricule|identifiant|numérodemployé|iddeempleado|númerodeempleado|usuario|id"),
    (Role::Name, "name|fullname|displayname|employeename|employee|learner|learnername|user|userfullname|participant|participantname|student|studentname|member|mitarbeiter|vollständigername|nomcomplet|nombrecompleto|collaborateur|empleado"),
    (Role::FirstName, "firstname|givenname|forename|userfirstname|firstnameuser|vorname|prénom|nombre"),
    (Role::LastName, "lastname|surname|familyname|userlastname|lastnameuser|nachname|nom|nomdefamille|apellido|apellidos"),
    (Role::Job, "role|jobtitle|job|position|jobrole|positiontitle|funktion|stelle|stellenbezeichnung|poste|fonction|intitulédeposte|puesto|cargo"),
    (Role::Cohort, "cohort|intake|wave|batch|class|kohorte|jahrgang|cohorte|promotion"),
    (Role::Location, "location|site|office|worklocation|standort|niederlassung|lieu|ubicación|sede"),
    (Role::Team, "team|teamname|department|departmentname|dept|division|businessunit|organization|organisation|orgunit|costcenter|abteilung|bereich|équipe|service|département|equipo|departamento"),
    (Role::ManagerEmail, "manageremail|reportstoemail|supervisoremail|revieweremail|emaildesvorgesetzten|emaildumanager"),
    (Role::ManagerId, "managerid|manageremployeeid|supervisorid|reportstoid|managernumber|idmanager"),
    (Role::ManagerName, "manager|managername|reportsto|supervisor|supervisorname|linemanager|vorgesetzter|vorgesetzte|responsable|jefe"),
    (Role::Since, "effectivedate|effectivefrom|validfrom|validsince|managersince|reportstosince|inteamsince|changedon|dateofchange|gültigab|gültigseit|wirksamab|vorgesetzterseit|datedeffet|valableàpartirdu|fechaefectiva|vigentedesde|válidodesde"),
    (Role::Start, "hiredate|dateofhire|datehired|originalhiredate|lasthiredate|joindate|joiningdate|dateofjoining|datejoined|employmentstartdate|startdateinrole|positionstartdate|eintrittsdatum|eintritt|datedembauche|datedentrée|fechadeingreso|fechadecontratación|fechadealta"),
    (Role::End, "enddate|terminationdate|leavedate|leavingdate|dateofleaving|lastworkingday|lastday|employmentenddate|austrittsdatum|austritt|datedesortie|datededépart|fechadebaja|fechadesalida"),
    (Role::Date, "date|eventdate|dateofevent|observationdate|dateofobservation|observedon|timestamp|day|datum|fecha"),
    (Role::Event, "event|eventtype|ereignis|événement|evento"),
    (Role::Item, "item|course|coursename|coursetitle|coursefullname|training|trainingtitle|trainingname|module|modulename|activity|activityname|learningitem|learningobject|lesson|program|programname|behaviour|behavior|behaviourobserved|behaviorobserved|observedbehaviour|observedbehavior|skill|competency|verhalten|verhaltensweise|kompetenz|comportement|comportementobservé|compétence|comportamiento|conducta|competencia|kurs|kursname|kurstitel|schulung|formation|nomducours|cours|curso|nombredelcurso"),
    (Role::Status, "status|completionstatus|coursestatus|enrollmentstatus|enrolmentstatus|courseenrollmentstatus|trainingstatus|state|progressstatus|kursstatus|abschlussstatus|statut|estado"),
    (Role::Assigned, "assigneddate|assignmentdate|dateassigned|assignedon|assignedat|zugewiesenam|datedassignation|fechadeasignación"),
    (Role::Enrolled, "dateofenrolment|dateofenrollment|enrolleddate|enrolmentdate|enrollmentdate|dateenrolled|enrolledon|enrolledat|registrationdate|enrollmentcreateddate|einschreibedatum|datedinscription|fechadeinscripción|fechadematriculación"),
    (Role::Started, "starteddate|datestarted|startedon|startedat|coursestartdate|trainingstartdate|enrollmentstarteddate|startedatum|gestartetam"),
    (Role::Completed, "completiondate|completeddate|datecompleted|completedon|completedat|coursecompletiondate|enrollmentcompleteddate|finishdate|datefinished|finishedon|abschlussdatum|abgeschlossenam|datedachèvement|datedecomplétion|datedefin|fechadefinalización|fechadecompletado"),
    (Role::Value, "value|score|grade|finalscore|finalgrade|result|rating|mark|seen|outcome|wert|résultat|resultado|punkte|ergebnis|notefinale|nota|puntuación|calificación"),
    (Role::Minutes, "minutes|durationminutes|durationinminutes|timespent|timespentminutes|duration|dauer|minuten|durée|duración|minutos"),
    (Role::Context, "context|kontext|contexte|contexto"),
    (Role::By, "by|observer|coach|trainer|instructor|observedby|coachedby|assessor|assessedby|evaluator|beobachter|beobachtetvon|beurteiler|bewertetvon|observépar|évaluateur|observadopor|evaluador|observateur|observador"),
    (Role::Note, "note"),
];

/// Names that mean a first day at work or a first day of a course, as the rest of the table says.
const FIRST_DAYS: &str = "startdate|datestart|startdatum|beginn|datededébut|fechadeinicio";

/// Surer than any known system: somebody said so.
const SAID: usize = 1_000;

fn roles(header: &Header<'_>) -> Roles {
    let mut roles = Roles::of(header, NAMES);
    if let Some(column) = header.column(FIRST_DAYS) {
        let of_course = roles.has(Role::Item) || roles.has(Role::Completed);
        roles.add(if of_course { Role::Started } else { Role::Start }, column);
    }
    roles
}

/// The plan by the names of the columns alone.
pub fn plan(header: &Header<'_>) -> Option<Plan> {
    roles(header).plan(header)
}

/// A plan by what somebody said of the columns, where the header has them.
pub fn answered(header: &Header<'_>, answers: &Answers) -> Option<Match> {
    let (roles, found) = said(header, answers);
    if found == 0 || found < answers.roles.len().min(2) {
        return None;
    }
    matched(header, roles, SAID)
}

/// What somebody said of the columns that the header has, and of how many.
fn said(header: &Header<'_>, answers: &Answers) -> (Roles, usize) {
    let mut roles = Roles::default();
    let mut found = 0;
    for (name, role) in &answers.roles {
        if let Some(column) = header.named(name) {
            roles.add(*role, column);
            found += 1;
        }
    }
    (roles, found)
}

/// What the answers about columns leave open; nothing where they suffice.
pub fn lacks(header: &Header<'_>, answers: &Answers) -> Vec<Lack> {
    said(header, answers).0.lacks(header)
}

/// A plan, where the names of the columns say enough for one.
pub fn recognize(header: &Header<'_>) -> Option<Match> {
    let roles = roles(header);
    // One known name may stand in any text.
    if roles.len() < 2 { None } else { matched(header, roles, 0) }
}

fn matched(header: &Header<'_>, roles: Roles, surer: usize) -> Option<Match> {
    let plan = roles
        .plan(header)
        .or_else(|| snapshot::plan(header, &roles))
        .or_else(|| matrix_plan(header, &roles))
        .or_else(|| observations::plan(header, &roles, |column| roles.holds(column) || is_known(header, column)))?;
    let evidence: Vec<usize> = plan.used();
    let score = surer + evidence.len().min(99);
    Some(Match { at: header.at, source: KNOWN_NAMES.to_owned(), evidence, plan, is_guess: true, score })
}

/// A person in each row and modules in the columns. Where anybody's first day is named it is a list of people, whose
/// other dates are not of modules.
fn matrix_plan(header: &Header<'_>, roles: &Roles) -> Option<Plan> {
    let person = roles.person();
    if person.is_empty() {
        return None;
    }
    let events = matrix::events(header, |column| is_known(header, column));
    let columns = events.iter().filter_map(|event| match &event.item {
        Item::Text(name) => Some(name.clone()),
        _ => None,
    });
    let assumptions = vec![Assumption::Matrix { columns: columns.collect() }];
    (!events.is_empty()).then(|| Plan { header_rows: 1, person, events, assumptions, ..Plan::default() })
}

/// A column whose name says what it is.
fn is_known(header: &Header<'_>, column: usize) -> bool {
    role_of(header.key(column)).is_some() || header.column(FIRST_DAYS) == Some(column)
}

/// What a column is by its name alone.
fn role_of(name: &str) -> Option<Role> {
    NAMES.iter().find(|(_, keys)| keys.split('|').any(|key| key == name)).map(|(role, _)| *role)
}

/// What has to be asked about a sheet nobody knows, and what the answers so far leave open; `None` where it does not look
/// like a table.
pub fn question(sheet: &Sheet, file: &str, answers: &Answers) -> Option<(Question, Vec<Lack>)> {
    // The header of a table is the first row that has as many names as rows below have values.
    let wide = (0..sheet.len().min(super::MOST_HEADER_ROW)).find(|&row| {
        let names = sheet.filled(row);
        let below = (row + 1..sheet.len().min(row + 6)).filter(|&other| sheet.width(other) == sheet.width(row));
        names > 1 && names * 2 >= sheet.width(row) && below.count() > 0
    })?;
    let header = Header::new(sheet, wide, file);
    Some((question_of(&header, answers), lacks(&header, answers)))
}

/// What can be asked about the columns below a header: what was said of them, else the best guesses.
pub fn question_of(header: &Header<'_>, answers: &Answers) -> Question {
    // Several columns of such words are about as many things; one of them says how it stands.
    let stands = |column: &usize| !is_known(header, *column) && by_values(header, *column) == Some(Role::Status);
    let one_stands = (0..header.width().min(MOST_ASKED)).filter(stands).count() == 1;
    let said = |name: &str| answers.roles.iter().find(|(known, _)| known == name).map(|(_, role)| *role);
    let guess = |column: usize| {
        let (role, because) = match (role_of(header.key(column)), by_values(header, column)) {
            _ if !answers.roles.is_empty() => (said(&header.name(column)), Hint::Nothing),
            (Some(role), _) => (Some(role), Hint::Name),
            (None, Some(role)) if role != Role::Status || one_stands => (Some(role), Hint::Values),
            (None, _) => (None, Hint::Nothing),
        };
        let examples = header.values(column, 0).filter(|text| !is_blank(text)).take(EXAMPLES).map(shortened).collect();
        Guess { column: header.name(column), examples, role, because }
    };
    let guesses = (0..header.width().min(MOST_ASKED)).map(guess).collect();
    Question::Columns { line: header.sheet.line(header.at), guesses }
}

/// What the values look like.
fn by_values(header: &Header<'_>, column: usize) -> Option<Role> {
    type Is = fn(&str) -> bool;
    let looks: [(Role, Is); 3] = [
        (Role::Email, |text| text.contains('@') && !text.contains(' ')),
        (Role::Date, |text| date::read(text).is_some()),
        (Role::Status, |text| Status::of(text).is_some() && text.len() > 1),
    ];
    looks.into_iter().find(|(_, is)| header.mostly(column, 0, is)).map(|(role, _)| role)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::written::key;

    #[test]
    fn a_name_stands_at_one_role_only() {
        let mut all: Vec<&str> = NAMES.iter().flat_map(|(_, keys)| keys.split('|')).collect();
        all.sort_unstable();
        let twice: Vec<&&str> = all.iter().zip(&all[1..]).filter(|(a, b)| a == b).map(|(a, _)| a).collect();
        assert!(twice.is_empty(), "{twice:?}");
        for name in all {
            assert_eq!(key(name), name);
        }
    }
}
