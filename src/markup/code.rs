//! Values as the text of an attribute, for whoever only hands them on.

use std::fmt::Write;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value as hexadecimal digits; empty where it cannot be written, which no type of this program is.
pub fn code<T: Serialize>(value: &T) -> String {
    let mut code = String::new();
    for byte in postcard::to_allocvec(value).unwrap_or_default() {
        // Writing to a String does not fail.
        let _ = write!(code, "{byte:02x}");
    }
    code
}

/// The value of a code; `None` where it is of another type, or none at all.
pub fn value<T: DeserializeOwned>(code: &str) -> Option<T> {
    let digits: Option<Vec<u32>> = code.chars().map(|digit| digit.to_digit(16)).collect();
    let bytes: Vec<u8> =
        digits?.chunks(2).map(|two| two.iter().fold(0, |byte, digit| byte * 16 + digit) as u8).collect();
    postcard::from_bytes(&bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_its_value_again() {
        for text in ["", "a", "Zürich \"<>"] {
            let all = (text.to_owned(), Some(-7i32), [1u8, 255]);
            assert_eq!(value(&code(&all)), Some(all));
        }
        assert!(code(&"<\">").bytes().all(|byte| byte.is_ascii_hexdigit()));
        for none in ["", "x", "ff", "0", "é"] {
            assert_eq!(value::<String>(none).filter(|text| !text.is_empty()), None, "{none}");
        }
    }
}
