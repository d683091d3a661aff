//! Bytes → text, and what the encoding was.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_16BE, UTF_16LE};

use crate::receipt::{Encoding, Refusal};

/// The text of a file.
#[derive(Debug)]
pub struct Text<'a> {
    pub text: Cow<'a, str>,
    pub encoding: Encoding,
    /// No mark in the file and nobody said so: the letters suggest it.
    pub is_guess: bool,
}

/// Decodes a whole file, as `answer` says where somebody said so.
pub fn decode<'a>(bytes: &'a [u8], answer: Option<&Encoding>) -> Result<Text<'a>, Refusal> {
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
        (None, None) => match without_mark(bytes) {
            Encoding::Utf8 => (Encoding::Utf8, 0, false),
            guess => (guess, 0, true),
        },
    };
    let bytes = &bytes[mark..];
    let text = match &encoding {
        Encoding::Utf8 | Encoding::Utf8WithMark => String::from_utf8_lossy(bytes),
        Encoding::Utf16Le => UTF_16LE.decode_without_bom_handling(bytes).0,
        Encoding::Utf16Be => UTF_16BE.decode_without_bom_handling(bytes).0,
        Encoding::Legacy(name) => {
            encoding_rs::Encoding::for_label(name.as_bytes())
                .ok_or_else(|| Refusal::Encoding { found: name.clone() })?
                .decode_without_bom_handling(bytes)
                .0
        }
    };
    if text.lines().next().is_some_and(|line| line.contains('\0')) {
        return Err(Refusal::NotText { found: "bytes that are no text".to_owned() });
    }
    Ok(Text { text, encoding, is_guess })
}

fn without_mark(bytes: &[u8]) -> Encoding {
    if let Some(encoding) = utf16(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Encoding::Utf8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
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
            let found = decode(&bytes, None).unwrap();
            assert_eq!((found.text.as_ref(), &found.encoding, found.is_guess), (text, &encoding, is_guess));
        }
        let said = decode(b"Zo\xeb", Some(&Encoding::Legacy("iso-8859-15".to_owned()))).unwrap();
        assert_eq!((said.text.as_ref(), said.is_guess), ("Zoë", false));
        assert!(decode(b"x", Some(&Encoding::Legacy("klingon".to_owned()))).is_err());
        assert!(decode(b"a\0b", None).is_err());
    }
}
