//! Bytes → text, and what the encoding was.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_16BE, UTF_16LE};

use super::desk::Desk;
use crate::receipt::{Encoding, Question, Refusal};
use crate::t;

/// The text of a file.
#[derive(Debug)]
pub struct Text<'a> {
    pub text: Cow<'a, str>,
    pub encoding: Encoding,
    /// No mark in the file and nobody said so: the letters suggest it.
    pub is_guess: bool,
}

/// Decodes a whole file, as `answer` says where somebody said so.
pub async fn decode<'a>(bytes: &'a [u8], answer: Option<&Encoding>, desk: &Desk) -> Result<Text<'a>, Refusal> {
    let marked = match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some((Encoding::Utf8WithMark, 3)),
        [0xff, 0xfe, ..] => Some((Encoding::Utf16Le, 2)),
        [0xfe, 0xff, ..] => Some((Encoding::Utf16Be, 2)),
        _ => None,
    };
    let (encoding, mark, is_guess) = match (answer, marked) {
        (Some(said), Some((encoding, mark))) if *said == encoding => (encoding, mark, false),
        (Some(said), _) => (said.clone(), 0, false),
        (None, Some((encoding, mark))) => (encoding, mark, false),
        (None, None) => match without_mark(bytes, desk).await {
            Encoding::Utf8 => (Encoding::Utf8, 0, false),
            guess => (guess, 0, true),
        },
    };
    let bytes = &bytes[mark..];
    let text = match &encoding {
        Encoding::Utf8 | Encoding::Utf8WithMark => String::from_utf8_lossy(bytes),
        Encoding::Utf16Le => decoded(UTF_16LE, bytes, desk).await,
        Encoding::Utf16Be => decoded(UTF_16BE, bytes, desk).await,
        Encoding::Legacy(name) => {
            let encoding = encoding_rs::Encoding::for_label(name.as_bytes())
                .ok_or_else(|| Refusal::Encoding { found: name.clone() })?;
            decoded(encoding, bytes, desk).await
        }
    };
    if text.lines().next().is_some_and(|line| line.contains('\0')) {
        return Err(Refusal::NotText { found: t!("bytes that are no text").to_owned() });
    }
    Ok(Text { text, encoding, is_guess })
}

/// Bytes that are made text at a time.
const PIECE: usize = 1 << 20;

async fn decoded<'a>(encoding: &'static encoding_rs::Encoding, bytes: &'a [u8], desk: &Desk) -> Cow<'a, str> {
    if bytes.len() <= PIECE {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len());
    let mut pieces = bytes.chunks(PIECE).peekable();
    while let Some(mut piece) = pieces.next() {
        let is_last = pieces.peek().is_none();
        loop {
            let (result, read, _) = decoder.decode_to_string(piece, &mut text, is_last);
            piece = &piece[read..];
            if result == encoding_rs::CoderResult::InputEmpty {
                break;
            }
            text.reserve(piece.len() * 2 + 64);
        }
        desk.did(PIECE / 20).await;
    }
    Cow::Owned(text)
}

/// Encodings from before Unicode that exports come in, most common first.
const LEGACY: &[&str] = &[
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1257",
    "iso-8859-2",
    "iso-8859-15",
    "macintosh",
    "koi8-r",
    "shift_jis",
    "gbk",
];
/// Texts that show what an encoding makes of the bytes, and letters of each.
const PREVIEWS: usize = 3;
const PREVIEW: usize = 40;

/// What the bytes would be under each encoding that makes something else of them, the one they were read in first; `None`
/// where there is no doubt.
pub fn candidates(bytes: &[u8], read: &Text<'_>) -> Option<Question> {
    let Encoding::Legacy(name) = &read.encoding else { return None };
    let texts = beyond_ascii(bytes);
    let names = std::iter::once(name.as_str()).chain(LEGACY.iter().copied());
    let mut candidates: Vec<(Encoding, Vec<String>)> = Vec::new();
    for name in names {
        let Some(encoding) = encoding_rs::Encoding::for_label(name.as_bytes()) else { continue };
        let decoded: Vec<String> = texts.iter().map(|text| preview(text, encoding)).collect();
        let is_text =
            decoded.iter().all(|text| !text.chars().any(|c| c.is_control() || c == char::REPLACEMENT_CHARACTER));
        // The one that was read comes first whatever it makes of them.
        if (is_text || candidates.is_empty()) && candidates.iter().all(|(_, other)| *other != decoded) {
            candidates.push((Encoding::Legacy(name.to_owned()), decoded));
        }
    }
    (candidates.len() > 1).then_some(Question::Encoding { candidates, read: 0 })
}

/// A stretch of a text; the letter that its end cuts in two is left out.
fn preview(text: &[u8], encoding: &'static encoding_rs::Encoding) -> String {
    let (decoded, _) = encoding.decode_without_bom_handling(text);
    let cut = if text.len() == PREVIEW { decoded.strip_suffix(char::REPLACEMENT_CHARACTER) } else { None };
    cut.unwrap_or(&decoded).to_owned()
}

/// So many bytes beyond ASCII make a guess of an encoding that is rare in exports sure.
const SURE: usize = 50;

/// The question, where the letters do not tell by themselves: few of them suggest a rare encoding, or under the guess a
/// sign stands between letters of one word.
pub fn doubt(bytes: &[u8], candidates: &Option<Question>) -> Option<Question> {
    let Some(Question::Encoding { candidates: all, .. }) = candidates else { return None };
    let (_, texts) = all.first()?;
    // Of encodings that make the same letters only the first is there.
    let usual = Encoding::Legacy("windows-1252".to_owned());
    let is_rare = all[1..].iter().any(|(encoding, _)| *encoding == usual);
    if is_rare && bytes.iter().filter(|byte| !byte.is_ascii()).take(SURE).count() < SURE {
        return candidates.clone();
    }
    let is_odd = |word: &[char]| {
        let [before, sign, behind] = word else { return false };
        before.is_alphabetic() && behind.is_alphabetic() && !sign.is_ascii() && !sign.is_alphanumeric() && *sign != '’'
    };
    let odd = texts.iter().any(|text| text.chars().collect::<Vec<char>>().windows(3).any(is_odd));
    candidates.clone().filter(|_| odd)
}

/// The first few stretches of cells with bytes beyond ASCII in them.
fn beyond_ascii(bytes: &[u8]) -> Vec<&[u8]> {
    let ends = |byte: &u8| matches!(byte, b',' | b';' | b'\t' | b'|' | b'"' | b'\n' | b'\r');
    let mut texts: Vec<&[u8]> = Vec::new();
    for cell in bytes.split(ends) {
        let Some(at) = cell.iter().position(|byte| !byte.is_ascii()) else { continue };
        let from = cell[..at].iter().rposition(|byte| *byte == b' ').map_or(0, |space| space + 1);
        let from = if at - from > PREVIEW { at } else { from };
        let text = &cell[from..cell.len().min(from + PREVIEW)];
        if !texts.contains(&text) {
            texts.push(text);
        }
        if texts.len() == PREVIEWS {
            break;
        }
    }
    texts
}

async fn without_mark(bytes: &[u8], desk: &Desk) -> Encoding {
    if let Some(encoding) = utf16(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Encoding::Utf8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut pieces = bytes.chunks(PIECE).peekable();
    while let Some(piece) = pieces.next() {
        detector.feed(piece, pieces.peek().is_none());
        desk.did(PIECE / 20).await;
    }
    let guess = detector.guess(None, Utf8Detection::Deny);
    Encoding::Legacy(guess.name().to_ascii_lowercase())
}

/// Western text in UTF-16 has a zero in every second byte and none in the others.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    let pairs = bytes[..bytes.len().min(1024)].as_chunks::<2>().0;
    let zeros = |at: usize| pairs.iter().filter(|pair| pair[at] == 0).count();
    let most = pairs.len() - pairs.len() / 4;
    match (zeros(0), zeros(1)) {
        // Too short to tell.
        _ if pairs.len() < 8 => None,
        (0, high) if high >= most => Some(Encoding::Utf16Le),
        (high, 0) if high >= most => Some(Encoding::Utf16Be),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::desk::at_once;

    #[test]
    fn every_encoding_that_makes_other_letters_is_offered_with_what_it_makes() {
        let bytes = b"name,city\nZo\xeb Ray,M\xfcnchen\n";
        let text = at_once(decode(bytes, None, &Desk::new())).unwrap();
        let Some(Question::Encoding { candidates: all, read: 0 }) = candidates(bytes, &text) else { panic!() };
        let of =
            |name: &str| all.iter().find(|(known, _)| *known == Encoding::Legacy(name.to_owned())).map(|(_, t)| &t[..]);
        assert_eq!(of("windows-1252"), Some(&["Zoë Ray".to_owned(), "München".to_owned()][..]));
        assert_eq!(of("windows-1251"), Some(&["Zoл Ray".to_owned(), "Mьnchen".to_owned()][..]));
        assert_eq!(of("iso-8859-15"), None, "the same letters");
        assert!(doubt(bytes, &candidates(bytes, &text)).is_none());
        // Umlauts of an old Mac look like letters of another language.
        let mac = b"name,city\nZo\x91 Ray,M\x9fnchen\nJ\x9arg Ray,G\x9attingen\nBj\x9arn,K\x9aln\n";
        let text = at_once(decode(mac, None, &Desk::new())).unwrap();
        let asked = doubt(mac, &candidates(mac, &text));
        let Some(Question::Encoding { candidates: all, .. }) = asked else { panic!("{text:?}") };
        assert!(all.iter().any(|(_, texts)| texts.contains(&"München".to_owned())), "{all:?}");
        assert!(candidates(b"plain", &at_once(decode(b"plain", None, &Desk::new())).unwrap()).is_none());
    }

    #[test]
    fn the_encoding_is_seen_or_guessed_and_a_guess_is_told() {
        let utf16 = |text: &str, big: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let western = Encoding::Legacy("windows-1252".to_owned());
        for (bytes, encoding, is_guess, text) in [
            ("Zoë".as_bytes().to_vec(), Encoding::Utf8, false, "Zoë"),
            ("\u{feff}Zoë".as_bytes().to_vec(), Encoding::Utf8WithMark, false, "Zoë"),
            (utf16("\u{feff}Zoë", false), Encoding::Utf16Le, false, "Zoë"),
            (utf16("\u{feff}Zoë", true), Encoding::Utf16Be, false, "Zoë"),
            (utf16("name,start\nZoë,1", false), Encoding::Utf16Le, true, "name,start\nZoë,1"),
            (b"name\nZo\xeb M\xfcller, 5 \x80\n".to_vec(), western.clone(), true, "name\nZoë Müller, 5 €\n"),
            (b"".to_vec(), Encoding::Utf8, false, ""),
        ] {
            let found = at_once(decode(&bytes, None, &Desk::new())).unwrap();
            assert_eq!((found.text.as_ref(), &found.encoding, found.is_guess), (text, &encoding, is_guess));
        }
        let said = at_once(decode(b"Zo\xeb", Some(&Encoding::Legacy("iso-8859-15".to_owned())), &Desk::new())).unwrap();
        assert_eq!((said.text.as_ref(), said.is_guess), ("Zoë", false));
        assert!(at_once(decode(b"x", Some(&Encoding::Legacy("klingon".to_owned())), &Desk::new())).is_err());
        assert!(at_once(decode(b"a\0b", None, &Desk::new())).is_err());
    }
}
