//! Texts said in a language of a few words.

use super::*;
use crate::t;

const GERMAN: &str = r#"
msgid ""
msgstr ""
"Language: de\n"
"X-Language-Name: Deutsch\n"
"X-Decimal: ,\n"
"X-Group: .\n"
"X-Case-dat: Tage=Tagen Monate=Monaten\n"

msgid "Erase everything"
msgstr "Alles löschen"

msgid "{share} within {days}"
msgstr "In {days:dat} {share}"

msgctxt "touchpoint"
msgid "open"
msgstr "noch offen"
"#;

fn in_german(say: impl FnOnce()) {
    speak(Some(Catalog::read(GERMAN.to_owned()).expect("a catalog")));
    say();
    speak(None);
}

#[test]
fn a_text_is_said_in_the_language_that_is_spoken() {
    let all = || (t!("Erase everything"), t!("Undo"), t!("open" in "touchpoint"), t!("open" in "file"));
    assert_eq!(all(), ("Erase everything", "Undo", "open", "open"));
    in_german(|| assert_eq!(all(), ("Alles löschen", "Undo", "noch offen", "open")));
    assert_eq!((code(), number_signs()), ("en", ('.', ',')));
    in_german(|| assert_eq!((code(), number_signs()), ("de", (',', '.'))));
}

#[test]
fn values_stand_where_the_language_puts_them_and_in_its_case() {
    let share = 3;
    for (days, english, german) in [
        ("14 Tage", "3 within 14 Tage", "In 14 Tagen 3"),
        ("1 Tag", "3 within 1 Tag", "In 1 Tag 3"),
        ("{share}", "3 within {share}", "In {share} 3"),
    ] {
        let say = || t!("{share} within {days}", share, days);
        assert_eq!(say(), english);
        in_german(|| assert_eq!(say(), german));
    }
    assert_eq!(t!("{n} of {all}", n = 1 + 1, all = format!("{} rows", 3),), "2 of 3 rows");
}
