//! Text as HTML and SVG. What people wrote stands in it as text and nothing else: there is one function that escapes,
//! and names of elements and attributes are words of this program.

mod code;

use std::sync::Arc;

pub use code::{code, value};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Finished HTML: every element in it is closed, every text escaped. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(Option<Arc<str>>);

impl Html {
    pub fn of(write: impl FnOnce(&mut Writer)) -> Html {
        let mut writer = Writer::default();
        write(&mut writer);
        Html::from(writer.text)
    }

    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }

    /// Nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    fn from(text: String) -> Html {
        Html((!text.is_empty()).then(|| text.into()))
    }
}

/// As its text. Whoever reads it back has it from this program.
impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Html {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Html, D::Error> {
        String::deserialize(deserializer).map(Html::from)
    }
}

/// Names and their values.
pub type Attributes<'a> = &'a [(&'static str, &'a str)];

/// Writes elements one after another and into each other.
#[derive(Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    pub fn text(&mut self, text: &str) {
        self.text.push_str(&escape(text));
    }

    pub fn html(&mut self, html: &Html) {
        self.text.push_str(html.as_str());
    }

    /// An element with what is written inside.
    pub fn with(&mut self, name: &'static str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Writer)) {
        self.void(name, attributes);
        inside(self);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// An element with a text.
    pub fn element(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) {
        self.with(name, attributes, |inside| inside.text(text));
    }

    /// An element that holds nothing and has no end, such as `br`.
    pub fn void(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.text.push_str(&escape(value));
            self.text.push('"');
        }
        self.text.push('>');
    }
}

/// Text for an element or a quoted attribute, of HTML or XML: marks escaped, and what XML 1.0 cannot hold replaced.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_cannot_leave_its_element() {
        for (text, escaped) in [
            ("Q&A <b> \"x\"", "Q&amp;A &lt;b&gt; &quot;x&quot;"),
            ("it's", "it&#39;s"),
            ("a\nb\u{1}\u{b}", "a b\u{fffd}\u{fffd}"),
            ("Zürich 東京", "Zürich 東京"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }

    #[test]
    fn elements_stand_in_each_other() {
        let html = Html::of(|page| {
            page.with("p", &[("class", "a\"b")], |page| {
                page.text("1 < 2");
                page.void("br", &[]);
                page.element("b", &[], "&");
            });
        });
        assert_eq!(html.as_str(), "<p class=\"a&quot;b\">1 &lt; 2<br><b>&amp;</b></p>");
        assert!(Html::of(|_| {}).is_empty() && !html.is_empty());
    }

    proptest! {
        #[test]
        fn whatever_is_written_only_this_programs_marks_are_marks(text in "\\PC*|[<>&\"'= a-z\\x00-\\x20]*") {
            let html = Html::of(|page| page.with("p", &[("title", &text)], |page| page.text(&text)));
            prop_assert_eq!(html.as_str().matches('<').count(), 2);
            prop_assert_eq!(html.as_str().matches('>').count(), 2);
            prop_assert_eq!(html.as_str().matches('"').count(), 2);
            let sent: Html = postcard::from_bytes(&postcard::to_allocvec(&html).unwrap()).unwrap();
            prop_assert_eq!(sent, html);
        }
    }
}
