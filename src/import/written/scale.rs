//! Answers on a scale → numbers: `4`, `4 - Agree`, `(5) Strongly agree`, or the words of agreement alone.

use super::key;

/// From 1, strongest disagreement, to 5.
const WORDS: [&[&str]; 5] = [
    &["stronglydisagree", "stimmeüberhauptnichtzu", "pasdutoutdaccord", "totalmenteendesacuerdo", "muyendesacuerdo"],
    &[
        "disagree",
        "somewhatdisagree",
        "stimmenichtzu",
        "stimmeehernichtzu",
        "pasdaccord",
        "plutôtpasdaccord",
        "endesacuerdo",
    ],
    &[
        "neutral",
        "neitheragreenordisagree",
        "undecided",
        "teilsteils",
        "neutre",
        "nidacuerdonidesacuerdo",
        "nideacuerdonidesacuerdo",
        "neideacuerdoniendesacuerdo",
        "nideacuerdoniendesacuerdo",
    ],
    &["agree", "somewhatagree", "stimmezu", "stimmeeherzu", "daccord", "plutôtdaccord", "deacuerdo"],
    &[
        "stronglyagree",
        "stimmevollzu",
        "stimmevollundganzzu",
        "toutàfaitdaccord",
        "totalmentedeacuerdo",
        "muydeacuerdo",
    ],
];

/// The point on the scale; `None` for an answer in words of its own.
pub fn point(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches(';');
    let bare = text.trim_start_matches('(');
    let end = bare.find(|c: char| !c.is_ascii_digit()).unwrap_or(bare.len());
    if (1..=3).contains(&end) {
        let rest = bare[end..].trim_start();
        let ends = rest.is_empty() || rest.starts_with(['-', '–', '—', ')', ':', '=']) || rest == ".";
        return if ends { bare[..end].parse().ok() } else { super::number::read(text, false) };
    }
    let word = key(text);
    WORDS.iter().position(|words| words.contains(&word.as_str())).map(|at| at as f64 + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_on_a_scale_are_points_and_others_are_not() {
        for (text, expected) in [
            ("4", Some(4.0)),
            ("4 - Agree", Some(4.0)),
            ("(5) Strongly agree", Some(5.0)),
            ("Strongly disagree", Some(1.0)),
            ("Stimme zu", Some(4.0)),
            ("D'accord", Some(4.0)),
            ("7.5", Some(7.5)),
            ("4 of my people did well", None),
            ("It helps.", None),
            ("", None),
        ] {
            assert_eq!(point(text), expected, "{text}");
        }
    }
}
