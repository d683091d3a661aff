//! Words for where something was observed: in live work or in an exercise, in the languages of the exports.

use super::key;

const LIVE: &[&str] = &[
    "livework",
    "onthejob",
    "real",
    "realwork",
    "realtask",
    "field",
    "echt",
    "praxis",
    "arbeitsalltag",
    "imeinsatz",
    "terrain",
    "surleterrain",
    "réel",
    "situationréelle",
    "campo",
    "encampo",
    "enelpuesto",
    "trabajoreal",
    "situaciónreal",
];

const SIMULATED: &[&str] = &[
    "simulation",
    "roleplay",
    "practice",
    "exercise",
    "training",
    "rollenspiel",
    "übung",
    "simuliert",
    "jeuderôle",
    "exercice",
    "simulé",
    "entraînement",
    "juegoderoles",
    "juegoderol",
    "simulación",
    "simulado",
    "ejercicio",
    "práctica",
];

/// The canonical word for it; the text itself where it is no other word for either.
pub fn canonical(text: &str) -> &str {
    let word = key(text);
    let is = |words: &[&str]| words.contains(&word.as_str());
    match () {
        () if is(LIVE) => "live",
        () if is(SIMULATED) => "simulated",
        () => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_people_become_canonical_and_others_stay() {
        for (text, expected) in [
            ("live", "live"),
            ("simulated", "simulated"),
            ("On the job", "live"),
            ("Terrain", "live"),
            ("Rollenspiel", "simulated"),
            ("jeu de rôle", "simulated"),
            ("phone", "phone"),
            ("", ""),
        ] {
            assert_eq!(canonical(text), expected);
        }
        assert!(LIVE.iter().chain(SIMULATED).all(|word| key(word) == *word));
        assert!(LIVE.iter().all(|word| !SIMULATED.contains(word)));
    }
}
