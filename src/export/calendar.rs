//! A calendar file in the form of RFC 5545: days, no times, nothing that repeats. Written by hand, as the crates for it put
//! the clock and random ids into what they write, and the same plan must give the same file.

use crate::time::Day;

/// The most octets of a line, its end apart.
const WIDTH: usize = 75;

/// Something that is to be done on some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Always the same for the same thing: a calendar that has it already takes it as news of it.
    pub uid: String,
    pub first: Day,
    /// The last day of it.
    pub last: Day,
    pub summary: String,
    pub description: String,
    pub category: String,
    /// A day before the first one.
    pub reminds: bool,
}

/// The file. `known` is the day up to which anything is known; of two files with the same event the one of the later day holds.
pub fn calendar(events: &[Event], known: Day) -> Vec<u8> {
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//Rampline//Plan//EN");
    file.line("CALSCALE", "GREGORIAN");
    events.iter().for_each(|one| event(&mut file, one, known));
    file.line("END", "VCALENDAR");
    file.text.into_bytes()
}

fn event(file: &mut File, event: &Event, known: Day) {
    file.line("BEGIN", "VEVENT");
    file.line("UID", &escaped(&event.uid));
    file.line("DTSTAMP", &format!("{}T000000Z", date(known)));
    file.line("SEQUENCE", &known.0.max(0).to_string());
    file.line("DTSTART;VALUE=DATE", &date(event.first));
    file.line("DTEND;VALUE=DATE", &date(event.last.plus(1)));
    file.line("SUMMARY", &escaped(&event.summary));
    file.line("DESCRIPTION", &escaped(&event.description));
    file.line("CATEGORIES", &escaped(&event.category));
    // Nobody is busy for weeks.
    file.line("TRANSP", "TRANSPARENT");
    if event.reminds {
        file.line("BEGIN", "VALARM");
        file.line("ACTION", "DISPLAY");
        file.line("TRIGGER", "-P1D");
        file.line("DESCRIPTION", &escaped(&event.summary));
        file.line("END", "VALARM");
    }
    file.line("END", "VEVENT");
}

#[derive(Default)]
struct File {
    text: String,
}

impl File {
    /// Folded where it is too long: the next line goes on behind a space.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if octets + character.len_utf8() > WIDTH {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(character);
            octets += character.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// `20260331`.
fn date(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// Text as a value: what would end it, or part it, is marked, and other control characters are left out.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => value.extend(['\\', character]),
            '\n' => value.push_str("\\n"),
            control if control.is_control() => {}
            other => value.push(other),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    fn unescaped(value: &str) -> String {
        let mut text = String::new();
        let mut characters = value.chars();
        while let Some(character) = characters.next() {
            match character {
                '\\' => text.extend(characters.next().map(|marked| if marked == 'n' { '\n' } else { marked })),
                other => text.push(other),
            }
        }
        text
    }

    fn event(summary: &str, reminds: bool) -> Event {
        Event {
            uid: "briefing-1-rollout@rampline".to_owned(),
            first: Day::parse("2026-02-27").unwrap(),
            last: Day::parse("2026-02-28").unwrap(),
            summary: summary.to_owned(),
            description: "Read; think, act".to_owned(),
            category: "Pre-launch".to_owned(),
            reminds,
        }
    }

    #[test]
    fn an_event_is_whole_days_with_what_the_form_asks_for() {
        let file = calendar(&[event("Briefing", true)], Day::parse("2026-01-31").unwrap());
        let expected = "BEGIN:VCALENDAR|VERSION:2.0|PRODID:-//Rampline//Plan//EN|CALSCALE:GREGORIAN|BEGIN:VEVENT|\
            UID:briefing-1-rollout@rampline|DTSTAMP:20260131T000000Z|SEQUENCE:20484|DTSTART;VALUE=DATE:20260227|\
            DTEND;VALUE=DATE:20260301|SUMMARY:Briefing|DESCRIPTION:Read\\; think\\, act|CATEGORIES:Pre-launch|\
            TRANSP:TRANSPARENT|BEGIN:VALARM|ACTION:DISPLAY|TRIGGER:-P1D|DESCRIPTION:Briefing|END:VALARM|END:VEVENT|\
            END:VCALENDAR|";
        assert_eq!(String::from_utf8(file).unwrap().replace("\r\n", "|"), expected);
        let early = calendar(&[event("Briefing", false)], Day(-9));
        let early = String::from_utf8(early).unwrap();
        assert!(early.contains("SEQUENCE:0\r\n") && !early.contains("VALARM"));
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_no_line_is_too_long(summary in "(\\PC|[\\n;,:\\\\ \"äß日🙂]){0,120}") {
            let file = String::from_utf8(calendar(&[event(&summary, true)], Day(20_000))).expect("whole characters");
            prop_assert!(file.ends_with("\r\n"));
            for line in file.split_terminator("\r\n") {
                prop_assert!(line.len() <= WIDTH && !line.contains(['\r', '\n']), "{line:?}");
            }
            let unfolded = unfolded(&file);
            let value = unfolded.lines().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            prop_assert_eq!(unescaped(value), summary);
        }
    }
}
