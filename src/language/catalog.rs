//! A catalog in the form of gettext: what a translator's program writes, without plural forms.

use super::CONTEXT_END;

/// The texts of one language. Kept for the life of the page, so that a text can be handed on without a copy.
#[derive(Debug, Default)]
pub struct Catalog {
    /// English and translation, by the length of the English.
    texts: Vec<Vec<(&'static str, &'static str)>>,
    code: &'static str,
    name: &'static str,
    decimal: char,
    group: char,
    /// Case, ending, ending in that case.
    cases: Vec<(&'static str, &'static str, &'static str)>,
}

/// Where a catalog cannot be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Counted from 1.
    pub line: usize,
    pub expected: &'static str,
}

impl Catalog {
    /// Keeps what it reads.
    pub fn read(file: String) -> Result<&'static Catalog, Flaw> {
        let mut catalog = Catalog { decimal: '.', group: ',', ..Catalog::default() };
        let (mut context, mut english, mut said) = (None, None, None);
        // Which of them a line that only continues a text belongs to.
        let mut open = Open::None;
        for (at, line) in file.lines().map(str::trim).enumerate() {
            let flaw = |expected| Flaw { line: at + 1, expected };
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (word, quoted) = line.split_once('"').ok_or_else(|| flaw("a text in quotation marks"))?;
            let quoted = unquoted(quoted).ok_or_else(|| flaw("a text that ends with a quotation mark"))?;
            match word.trim_end() {
                "msgctxt" | "msgid" if matches!(open, Open::Said) => {
                    catalog.take(context.take(), english.take(), said.take());
                }
                _ => {}
            }
            let (text, next) = match word.trim_end() {
                "msgctxt" => (&mut context, Open::Context),
                "msgid" => (&mut english, Open::English),
                "msgstr" => (&mut said, Open::Said),
                "" => match open {
                    Open::Context => (&mut context, Open::Context),
                    Open::English => (&mut english, Open::English),
                    Open::Said => (&mut said, Open::Said),
                    Open::None => return Err(flaw("msgid before a text")),
                },
                _ => return Err(flaw("msgctxt, msgid or msgstr")),
            };
            text.get_or_insert_with(String::new).push_str(&quoted);
            open = next;
        }
        catalog.take(context, english, said);
        Ok(Box::leak(Box::new(catalog)))
    }

    /// A text without a translation stays English.
    fn take(&mut self, context: Option<String>, english: Option<String>, said: Option<String>) {
        let (Some(english), Some(said)) = (english, said) else { return };
        if said.is_empty() {
            return;
        }
        let said: &'static str = said.leak();
        if english.is_empty() {
            return self.head(said);
        }
        let english = match context {
            Some(context) => format!("{context}{CONTEXT_END}{english}"),
            None => english,
        };
        if self.texts.len() <= english.len() {
            self.texts.resize_with(english.len() + 1, Vec::new);
        }
        self.texts[english.len()].push((english.leak(), said));
    }

    fn head(&mut self, head: &'static str) {
        for (name, value) in head.lines().filter_map(|line| line.split_once(": ")) {
            match name {
                "Language" => self.code = value,
                "X-Language-Name" => self.name = value,
                "X-Decimal" => self.decimal = value.chars().next().unwrap_or('.'),
                "X-Group" => self.group = value.chars().next().unwrap_or(','),
                _ => {
                    let Some(case) = name.strip_prefix("X-Case-") else { continue };
                    let endings = value.split(' ').filter_map(|pair| pair.split_once('='));
                    self.cases.extend(endings.map(|(ending, other)| (case, ending, other)));
                }
            }
        }
    }

    /// "de".
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// "Deutsch": the language in its own words.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// English and the translation, the shortest English first.
    pub fn texts(&self) -> impl Iterator<Item = &(&'static str, &'static str)> {
        self.texts.iter().flatten()
    }

    pub(super) fn find(&self, english: &str) -> Option<&'static str> {
        let (_, said) = self.texts.get(english.len())?.iter().find(|(text, _)| *text == english)?;
        Some(said)
    }

    pub(super) fn number_signs(&self) -> (char, char) {
        (self.decimal, self.group)
    }

    /// What was written from `begin` on, in a case.
    pub(super) fn decline(&self, written: &mut String, begin: usize, case: &str) {
        let of_case = self.cases.iter().filter(|(of, ..)| *of == case);
        if let Some((_, ending, other)) = of_case.into_iter().find(|(_, ending, _)| written[begin..].ends_with(ending))
        {
            written.truncate(written.len() - ending.len());
            written.push_str(other);
        }
    }
}

enum Open {
    None,
    Context,
    English,
    Said,
}

/// What stands before the last quotation mark.
fn unquoted(quoted: &str) -> Option<String> {
    let inner = quoted.strip_suffix('"')?;
    let mut text = String::with_capacity(inner.len());
    let mut signs = inner.chars();
    while let Some(sign) = signs.next() {
        text.push(match sign {
            '\\' => match signs.next()? {
                'n' => '\n',
                other => other,
            },
            sign => sign,
        });
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_run_over_lines_and_hold_any_sign() {
        let file = "# A translator's note\nmsgid \"\"\nmsgstr \"Language: xx\\n\"\n\n#: src/a.rs\nmsgid \"One \"\n\"line\"\nmsgstr \"\"\n\
                    \"Eine \\\"Zeile\\\"\\n\"\n\"\\\\\"\nmsgid \"Not yet\"\nmsgstr \"\"\n";
        let catalog = Catalog::read(file.to_owned()).expect("a catalog");
        assert_eq!(catalog.code(), "xx");
        assert_eq!(catalog.texts().copied().collect::<Vec<_>>(), [("One line", "Eine \"Zeile\"\n\\")]);
    }

    #[test]
    fn what_is_no_catalog_is_refused_with_its_line() {
        for (file, line, expected) in [
            ("hello", 1, "a text in quotation marks"),
            ("\n\"hello\"", 2, "msgid before a text"),
            ("msgid \"a", 1, "a text that ends with a quotation mark"),
            ("msgid \"a\"\nmsgstr[0] \"b\"", 2, "msgctxt, msgid or msgstr"),
        ] {
            assert_eq!(Catalog::read(file.to_owned()).err(), Some(Flaw { line, expected }), "{file}");
        }
    }
}
