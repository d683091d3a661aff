//! Names replaced by codes: nothing that is stored holds a name, an address or an id, and the numbers are the same.

use proptest::prelude::*;
use rampline::definition::Definition;
use rampline::engine::{Data, Engine};
use rampline::receipt::Outcome;
use rampline::saved::tables::Head;
use serde_json::Value;

use crate::saved_tables::stored;
use crate::support::{WHOLE, cases, report, take};

const SALT: u64 = 0x0123_4567_89ab_cdef;

/// Exports of one company, and every text in them that names somebody.
struct Exports {
    files: Vec<(&'static str, String)>,
    secrets: Vec<String>,
}

/// `seed` makes the texts of one case differ from those of another.
fn exports(people: usize, seed: u32) -> Exports {
    let id = |n: usize| format!("Emp{seed:06}x{n}");
    let name = |n: usize| [format!("Given{seed:06}q{n}"), format!("Family{n}z{seed:06}")];
    let mail = |n: usize| format!("mail{seed:06}k{n}@example.com");
    let manager = 0;
    let mut roster =
        "Employee #,First Name,Last Name,Job Title,Department,Hire Date,Work Email,Reports To,Reports To Email\n"
            .to_owned();
    let mut courses = "Email,Course Name,Status,Date Enrolled,Completion Date,Completed By\n".to_owned();
    let mut seen = "Mitarbeiter-Nr.;Datum;Verhalten;Ergebnis;Beobachtet von\n".to_owned();
    let mut moodle = ",Email address,Basics,\n".to_owned();
    let mut zoom = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)\n".to_owned();
    let mut log = "person_id,date,event,item,value,by,note\n".to_owned();
    let mut calendar = "BEGIN:VCALENDAR\n".to_owned();
    for n in 0..people {
        let [first, last] = name(n);
        let boss = name(manager).join(" ");
        let (boss, boss_mail) = if n == manager { (String::new(), String::new()) } else { (boss, mail(manager)) };
        let (id, mail, day) = (id(n), mail(n), n % 9 + 13);
        roster +=
            &format!("{id},{first},{last},Agent,Sales,2026-01-{day},{},{boss},{boss_mail}\n", mail.to_uppercase());
        courses += &format!("{mail},Basics,Completed,2026-01-{day},2026-02-{day},{boss}\n");
        moodle += &format!("{first} {last},{mail},Completed (set by {boss}),2026-02-{day} 10:00:00\n");
        zoom += &format!("{first} {last},{mail},02/{day}/2026 09:00:00 AM,02/{day}/2026 09:30:00 AM,30\n");
        zoom += &format!("{last} {first},,02/{day}/2026 09:00:00 AM,02/{day}/2026 09:30:00 AM,30\n");
        for week in 0..4 {
            seen += &format!("{id};{day}.0{}.2026;Fragen;{};{boss}\n", week + 2, ["ja", "nein"][(n + week) % 2]);
        }
        log += &format!("{mail},2026-02-{day},applied,,1,{boss},{first} did it\n{id},soon,applied,,1,{boss},\n");
        calendar += &format!(
            "BEGIN:VEVENT\nUID:u{n}\nDTSTAMP:20260601T090000Z\nDTSTART:202602{day}T090000Z\nDTEND:202602{day}T093000Z\n\
             SUMMARY:{first} and {boss}\nORGANIZER:mailto:{boss_mail}\nATTENDEE;CN={first}:mailto:{mail}\nEND:VEVENT\n"
        );
    }
    // Rows that are set aside hold names too.
    roster += &format!("{},{},{},Agent,Sales,soon,{},,\n", id(90), name(90)[0], name(90)[1], mail(90));
    calendar += "END:VCALENDAR\n";
    let secrets = (0..people).chain([90]).flat_map(|n| name(n).into_iter().chain([id(n), mail(n)]));
    let files = vec![
        ("roster.csv", roster),
        ("courses.csv", courses),
        ("seen.csv", seen),
        ("progress.csv", moodle),
        ("zoom.csv", zoom),
        ("log.csv", log),
        ("team.ics", calendar),
    ];
    Exports { files, secrets: secrets.collect() }
}

fn read(engine: &mut Engine, files: &[(&str, String)]) -> Vec<Outcome> {
    let one = |(name, text): &(&str, String)| take(engine, &[(name, text.as_bytes())], WHOLE).0;
    files.iter().flat_map(one).collect()
}

fn coded() -> Engine {
    let mut engine = Engine::default();
    engine.use_codes(true, SALT);
    engine
}

/// Every byte that is kept of an engine.
fn kept(engine: &Engine) -> Vec<u8> {
    let (head, columns) = stored(engine);
    let profiles = engine.profiles().text().unwrap_or_default().into_bytes();
    [head.to_bytes(), columns.concat(), profiles].concat()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    let lower: Vec<u8> = bytes.iter().map(u8::to_ascii_lowercase).collect();
    let text = text.to_ascii_lowercase();
    lower.windows(text.len()).any(|window| window == text.as_bytes())
}

/// The report without what only names a manager.
fn numbers(engine: &mut Engine) -> Value {
    let mut report = report(engine, &Definition { k: 1, n: 1, ..Definition::default() });
    report["touchpoints"]["manager"] = Value::Null;
    report
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn nothing_that_is_stored_names_anybody(people in 2usize..9, seed in 100_000u32..999_999) {
        let Exports { files, secrets } = exports(people, seed);
        let mut clear = Engine::default();
        let outcomes = read(&mut clear, &files);
        prop_assert!(outcomes.iter().all(|outcome| matches!(outcome, Outcome::Read(_))), "{outcomes:?}");
        let in_clear = kept(&clear);
        let mut engine = coded();
        let outcomes = read(&mut engine, &files);
        prop_assert!(outcomes.iter().all(|outcome| matches!(outcome, Outcome::Read(_))), "{outcomes:?}");
        let bytes = kept(&engine);
        let told = format!("{outcomes:?}");
        for secret in &secrets {
            prop_assert!(holds(&in_clear, secret), "{secret} is in what is kept without codes");
            prop_assert!(!holds(&bytes, secret), "{secret}");
            prop_assert!(!told.contains(secret.as_str()), "{secret} in a receipt");
            // Of whom nothing is kept the key may be silent.
            let is_kept = secrets.iter().position(|other| other == secret).is_some_and(|at| at < people * 4);
            prop_assert!(!is_kept || holds(&engine.key_csv().unwrap(), secret), "{secret} in the key");
        }
        prop_assert_eq!(numbers(&mut engine), numbers(&mut clear));
        prop_assert_eq!(engine.holdings().people, clear.holdings().people);
        // Exactly what came in comes in again as nothing new.
        for file in &files {
            let again = read(&mut engine, std::slice::from_ref(file));
            prop_assert_eq!(kept(&engine), bytes.clone(), "{} again: {:?}", file.0, again);
        }
    }
}

#[test]
fn a_key_makes_the_same_codes_in_another_sitting_and_without_it_none_is_given_twice() {
    let Exports { files, .. } = exports(4, 123_456);
    let (before, later) = files.split_at(3);
    let mut engine = coded();
    read(&mut engine, before);
    let key = engine.key_csv().unwrap();
    let (head, columns) = stored(&engine);
    let next_sitting =
        || Engine::with(Data::restored(Head::from_bytes(&head.to_bytes()).unwrap(), columns.clone()).unwrap());
    read(&mut engine, later);

    let mut with_key = next_sitting();
    assert!(with_key.take_key(&key).unwrap() > 10);
    with_key.use_codes(true, 99);
    read(&mut with_key, later);
    assert_eq!(kept(&with_key), kept(&engine));

    let mut without = next_sitting();
    without.use_codes(true, 99);
    read(&mut without, later);
    let of = |csv: Vec<u8>| String::from_utf8(csv).unwrap();
    let codes =
        |csv: &str| csv.lines().skip(2).map(|line| line.split(',').next().unwrap().to_owned()).collect::<Vec<_>>();
    let (given, anew) = (codes(&of(key.clone())), codes(&of(without.key_csv().unwrap())));
    assert!(!anew.is_empty() && anew.iter().all(|code| !given.contains(code)), "{given:?} {anew:?}");
    // A key that says something else of the same codes is refused, and the one that is here stays.
    let mine = without.key_csv();
    assert!(without.take_key(&key).is_err());
    assert_eq!(without.key_csv(), mine);
}

/// Files come in as they are again as soon as nobody wants codes.
#[test]
fn codes_are_for_the_files_that_come_next() {
    let mut engine = coded();
    take(&mut engine, &[("a.csv", b"person_id,start_date,name\nada,2026-01-06,Ada Lovelace\n")], WHOLE);
    engine.use_codes(false, 0);
    take(&mut engine, &[("b.csv", b"person_id,start_date,name\nben,2026-01-06,Ben Bolt\n")], WHOLE);
    let people = String::from_utf8(engine.people_csv()).unwrap();
    assert!(people.contains("P-0001,N-0002,") && people.contains("ben,Ben Bolt,"), "{people}");
    assert!(engine.key_csv().is_some());
    assert_eq!(Engine::default().key_csv(), None);
}
