//! How much room a text takes, without a font at hand: system faces differ by up to a fifth, so the reserve is wide.

/// Room for one character, em.
const EM: f64 = 0.62;
/// Room for one character of a script that sets in squares, em.
const EM_SQUARE: f64 = 1.05;
/// First code point from which scripts may set in squares (Hangul, then CJK, then emoji).
const SQUARES_FROM: char = '\u{1100}';
/// Spaces, dashes and quotes that lie beyond `SQUARES_FROM` and are not wide.
const NARROW_AGAIN: std::ops::Range<char> = '\u{1e00}'..'\u{2190}';

/// Width to reserve for a text, in the unit of `size`.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| em(c) * size).sum()
}

fn em(c: char) -> f64 {
    if c >= SQUARES_FROM && !NARROW_AGAIN.contains(&c) { EM_SQUARE } else { EM }
}

/// The text, or as much of its beginning as fits with "…" at the end.
pub fn shorten(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut left = room - em('…') * size;
    let kept: String = text
        .chars()
        .take_while(|&c| {
            left -= em(c) * size;
            left >= 0.0
        })
        .collect();
    format!("{}…", kept.trim_end())
}

/// Lines no wider than `room`; a word that is wider has a line of its own.
pub fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // Not split_whitespace: that would break at a space that must not break.
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(word, size) + EM * size <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_shortened_only_when_it_must_be() {
        for (room, expected) in
            [(100.0, "Larkfield"), (56.0, "Larkfield"), (55.0, "Larkfie…"), (13.0, "L…"), (0.0, "…")]
        {
            assert_eq!(shorten("Larkfield", 10.0, room), expected, "{room}");
        }
        assert_eq!(shorten("North team", 10.0, 45.0), "North…");
        assert_eq!(shorten("", 10.0, 0.0), "");
    }

    #[test]
    fn scripts_in_squares_take_more_room() {
        assert_eq!(width("ab", 10.0), 12.4);
        assert_eq!(width("東京", 10.0), 21.0);
        assert_eq!(width("…–", 10.0), 12.4);
    }

    #[test]
    fn lines_break_between_words_and_never_at_a_fixed_space() {
        assert_eq!(wrap("one two three", 10.0, 45.0), ["one two", "three"]);
        assert_eq!(wrap("in 58\u{a0}days", 10.0, 45.0), ["in", "58\u{a0}days"]);
        assert_eq!(wrap("incomprehensibilities", 10.0, 30.0), ["incomprehensibilities"]);
        assert!(wrap(" ", 10.0, 30.0).is_empty());
    }
}
