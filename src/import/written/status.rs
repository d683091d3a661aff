//! Words for where somebody stands with a course, in the languages of the exports. Sources: the exports themselves and
//! their documentation as collected in tests/data/exports/README.md.

use super::key;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    Assigned,
    NotStarted,
    InProgress,
    Completed,
    Passed,
    Failed,
    NotCompleted,
    Withdrawn,
    Expired,
    Overdue,
    NoShow,
    Exempt,
}

impl Status {
    /// The course was brought to its end with success.
    pub fn is_done(self) -> bool {
        matches!(self, Status::Completed | Status::Passed)
    }

    pub fn word(self) -> &'static str {
        match self {
            Status::Assigned => "assigned",
            Status::NotStarted => "not started",
            Status::InProgress => "in progress",
            Status::Completed => "completed",
            Status::Passed => "passed",
            Status::Failed => "failed",
            Status::NotCompleted => "not completed",
            Status::Withdrawn => "withdrawn",
            Status::Expired => "expired",
            Status::Overdue => "overdue",
            Status::NoShow => "no show",
            Status::Exempt => "exempt",
        }
    }

    /// `None` for a word nobody knows. Who set a state does not change it: `Completed (set by NAME)`.
    pub fn of(text: &str) -> Option<Status> {
        let lower = text.to_lowercase();
        let plain = ["(set by", "(gesetzt von", "(defini par", "(défini par", "(establecido por"]
            .iter()
            .find_map(|set| lower.split_once(set).map(|(before, _)| before))
            .unwrap_or(&lower);
        let word = key(plain);
        WORDS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(status, _)| *status)
    }
}

#[rustfmt::skip]
const WORDS: [(Status, &[&str]); 12] = [
    (Status::Completed, &["completed", "complete", "done", "finished", "true", "yes", "y", "1", "100%", "equivalency",
        "completedequivalent", "abgeschlossen", "fertig", "erledigt", "vollständig", "ja", "terminé", "terminée", "achevé",
        "achevée", "complété", "oui", "completado", "completada", "finalizado", "finalizada", "completo", "sí", "si"]),
    (Status::Passed, &["passed", "pass", "completedachievedpassgrade", "satisfactory", "bestanden",
        "abgeschlossenbestanden", "réussi", "réussie", "aprobado", "aprobada"]),
    (Status::Failed, &["failed", "fail", "completeddidnotachievepassgrade", "unsatisfactory", "nichtbestanden", "échoué",
        "échouée", "échec", "suspendido", "suspenso", "reprobado", "noaprobado"]),
    (Status::NotCompleted, &["notcompleted", "incomplete", "notcomplete", "false", "no", "n", "0", "nichtabgeschlossen",
        "incompletepastdue", "notavailable", "unvollständig", "nein", "nonterminé", "nonachevé", "noncomplété", "incomplet", "non", "nocompletado",
        "incompleto", "sincompletar"]),
    (Status::InProgress, &["inprogress", "started", "ongoing", "inprocess", "incourse", "laufend", "inbearbeitung",
        "begonnen", "gestartet", "encours", "commencé", "enprogreso", "encurso", "iniciado"]),
    (Status::NotStarted, &["notstarted", "notattempted", "notyetstarted", "new", "nichtbegonnen", "nichtgestartet",
        "noncommencé", "pascommencé", "noiniciado", "noempezado", "sinempezar"]),
    (Status::Assigned, &["assigned", "enrolled", "registered", "subscribed", "approved", "scheduled", "invited",
        "pending", "pendingapproval", "waitlisted", "waitlist", "pendingregistration",
        "zugewiesen", "eingeschrieben", "angemeldet", "registriert", "attribué", "inscrit", "inscrite", "assigné",
        "asignado", "asignada", "inscrito", "inscrita", "matriculado", "registrado"]),
    (Status::Withdrawn, &["withdrawn", "cancelled", "canceled", "dropped", "unenrolled", "removed", "zurückgezogen",
        "storniert", "abgemeldet", "annulé", "annulée", "désinscrit", "retirado", "cancelado", "cancelada"]),
    (Status::Expired, &["expired", "lapsed", "abgelaufen", "expiré", "expirée", "caducado", "vencido", "expirado"]),
    (Status::Overdue, &["overdue", "pastdue", "late", "überfällig", "enretard", "atrasado", "vencida"]),
    (Status::NoShow, &["noshow", "absent", "didnotattend", "nichterschienen", "abwesend", "noasistió", "ausente"]),
    (Status::Exempt, &["exempt", "exemption", "exempted", "waived", "excused", "befreit", "dispensé", "exento", "exenta"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_words_of_four_languages_are_known() {
        for (text, status) in [
            ("Completed", Status::Completed),
            ("completed (achieved pass grade)", Status::Passed),
            ("Completed (did not achieve pass grade)", Status::Failed),
            ("Not completed (set by Ada)", Status::NotCompleted),
            ("Completed (set by Not Completed)", Status::Completed),
            ("IN PROGRESS", Status::InProgress),
            ("in_progress", Status::InProgress),
            ("No-Show", Status::NoShow),
            ("Nicht abgeschlossen", Status::NotCompleted),
            ("Terminé", Status::Completed),
            ("En curso", Status::InProgress),
            ("TRUE", Status::Completed),
        ] {
            assert_eq!(Status::of(text), Some(status), "{text}");
        }
        for text in ["", "Completely", "weird", "Completed?yes"] {
            assert_eq!(Status::of(text), None, "{text}");
        }
    }

    #[test]
    fn no_word_means_two_things() {
        let mut all: Vec<&str> = WORDS.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
