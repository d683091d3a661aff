//! Which people are looked at: their team, role, cohort, location, and the months in which they started. Written as the
//! query of an address, so that a view can be kept as a bookmark.

use crate::time::Month;

/// What a filter can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Team,
    Role,
    Cohort,
    Location,
    /// Months of the start dates.
    Start,
}

impl By {
    pub const ALL: [By; 5] = [By::Team, By::Role, By::Cohort, By::Location, By::Start];
    /// Those with values of which some are chosen.
    pub const VALUES: [By; 4] = [By::Team, By::Role, By::Cohort, By::Location];

    /// Of the first four also the word in an address.
    pub fn name(self) -> &'static str {
        match self {
            By::Team => "team",
            By::Role => "role",
            By::Cohort => "cohort",
            By::Location => "location",
            By::Start => "start date",
        }
    }

    /// Name of the value of people without an entry.
    pub fn without(self) -> &'static str {
        match self {
            By::Team => "No team",
            By::Role => "No role",
            By::Cohort => "No cohort",
            By::Location => "No location",
            By::Start => "",
        }
    }
}

/// Everybody by default. What is chosen of several dimensions holds together; of one dimension any of its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Chosen values, sorted, in the order of `By::VALUES`; all of them where none is chosen.
    pub values: [Vec<String>; 4],
    /// First and last month of the start; open where there is none.
    pub from: Option<Month>,
    pub to: Option<Month>,
}

impl Filter {
    /// Reads a query; what is no part of one comes beside it, as it was written.
    pub fn of_query(query: &str) -> (Filter, Vec<String>) {
        let (mut filter, mut unread) = (Filter::default(), Vec::new());
        for part in query.split('&').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let value = decoded(value);
            let place = By::VALUES.iter().position(|by| by.name() == name);
            let month = parse_month(&value);
            match (name, place, month) {
                (_, Some(place), _) if !value.is_empty() => {
                    let values = &mut filter.values[place];
                    if let Err(at) = values.binary_search(&value) {
                        values.insert(at, value);
                    }
                }
                ("from", _, Some(month)) => filter.from = Some(month),
                ("to", _, Some(month)) => filter.to = Some(month),
                _ => unread.push(decoded(part)),
            }
        }
        (filter, unread)
    }

    /// The same filter always has the same query; empty for everybody.
    pub fn query(&self) -> String {
        let values = By::VALUES.iter().zip(&self.values);
        let values = values.flat_map(|(by, values)| values.iter().map(|value| (by.name(), value.clone())));
        let months = [("from", self.from), ("to", self.to)];
        let months = months.into_iter().filter_map(|(name, month)| Some((name, month?.to_string())));
        let parts: Vec<String> =
            values.chain(months).map(|(name, value)| format!("{name}={}", encoded(&value))).collect();
        parts.join("&")
    }

    pub fn of(&self, by: By) -> &[String] {
        By::VALUES.iter().position(|one| *one == by).map_or(&[], |at| &self.values[at])
    }

    /// Whether it says anything of a dimension.
    pub fn is_about(&self, by: By) -> bool {
        match by {
            By::Start => self.from.is_some() || self.to.is_some(),
            _ => !self.of(by).is_empty(),
        }
    }

    pub fn is_everybody(&self) -> bool {
        !By::ALL.iter().any(|by| self.is_about(*by))
    }

    /// The same with one value more, or without it where it was chosen.
    pub fn toggled(&self, by: By, value: &str) -> Filter {
        let mut filter = self.clone();
        if let Some(at) = By::VALUES.iter().position(|one| *one == by) {
            let values = &mut filter.values[at];
            match values.binary_search_by(|one| one.as_str().cmp(value)) {
                Ok(at) => drop(values.remove(at)),
                Err(at) => values.insert(at, value.to_owned()),
            }
        }
        filter
    }

    /// The same, saying nothing of a dimension.
    pub fn without(&self, by: By) -> Filter {
        let mut filter = self.clone();
        match By::VALUES.iter().position(|one| *one == by) {
            Some(at) => filter.values[at].clear(),
            None => (filter.from, filter.to) = (None, None),
        }
        filter
    }
}

fn parse_month(text: &str) -> Option<Month> {
    let day = crate::time::Day::parse(&format!("{text}-01"))?;
    Some(day.month()).filter(|month| month.to_string() == text)
}

/// Everything but unreserved characters (RFC 3986) as its bytes.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(byte.into()),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// What is no code stands for itself.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(if bytes[at] == b'+' { b' ' } else { bytes[at] });
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_query_is_read_and_what_is_none_is_said() {
        let (filter, unread) = Filter::of_query("team=S%C3%BCd+1&team=A&from=2025-03&to=2025-6&x=y&role=&team=A");
        assert_eq!(filter.values[0], ["A", "Süd 1"]);
        assert_eq!(filter.from.unwrap().to_string(), "2025-03");
        assert_eq!((filter.to, unread), (None, vec!["to=2025-6".to_owned(), "x=y".to_owned(), "role=".to_owned()]));
        assert_eq!(filter.query(), "team=A&team=S%C3%BCd%201&from=2025-03");
        assert!(Filter::of_query("").0.is_everybody() && Filter::of_query("%zz&%e2%82&=").1.len() == 3);
    }

    proptest! {
        #[test]
        fn written_then_read_is_the_same(
            values in prop::collection::vec(prop::collection::btree_set("\\PC{1,12}|[a-z&=%+#?]{1,9}", 0..4), 4),
            months in [prop::option::of(24_000i32..24_400), prop::option::of(24_000i32..24_400)],
        ) {
            let mut values = values.into_iter().map(|set| set.into_iter().collect::<Vec<String>>());
            let values = std::array::from_fn(|_| values.next().unwrap());
            let [from, to] = months.map(|month| month.map(Month));
            let filter = Filter { values, from, to };
            let query = filter.query();
            prop_assert!(query.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%=&".contains(&byte)), "{}", query);
            prop_assert_eq!(Filter::of_query(&query), (filter.clone(), Vec::new()));
            for by in By::ALL {
                prop_assert!(!filter.without(by).is_about(by));
                prop_assert_eq!(filter.toggled(by, "x").toggled(by, "x"), filter.clone());
            }
        }
    }
}
