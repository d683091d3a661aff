//! Cornerstone transcripts. Columns are chosen by an administrator and named plainly or with what they belong to in front
//! (`Transcript - Transcript Status`); known from programs that read them.

use super::Format;
use super::long::Roles;
use crate::import::header::Header;
use crate::import::plan::Plan;
use crate::n;
use crate::receipt::{Refusal, Role};

pub const FORMATS: &[Format] = &[Format {
    name: n!("Cornerstone, transcript"),
    signature: &["trainingtitle|trainingtrainingtitle", "transcriptstatus|transcripttranscriptstatus"],
    plan: transcript,
}];

fn transcript(header: &Header<'_>) -> Result<Option<Plan>, Refusal> {
    let roles = Roles::of(
        header,
        &[
            (Role::Email, "useremail|email"),
            (Role::Id, "userid|useruserid|username|userusername"),
            (Role::Name, "userfullname|useruserfullname"),
            (Role::Item, "trainingtitle|trainingtrainingtitle"),
            (Role::Enrolled, "transcriptregistrationdate|transcripttranscriptregistrationdate"),
            (Role::Assigned, "transcriptassigneddate|transcripttranscriptassigneddate"),
            (Role::Started, "trainingstartdate|trainingtrainingstartdate"),
            (Role::Completed, "transcriptcompleteddate|transcripttranscriptcompleteddate"),
            (Role::Status, "transcriptstatus|transcripttranscriptstatus"),
        ],
    );
    Ok(roles.plan(header))
}
