//! An invented company of any size, the same every time.

use std::fmt::Write;

use rampline::time::Day;

/// SplitMix64 (Steele, Lea and Flood 2014): small, fast, good enough to invent people.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() >> 11) as usize % n
    }
}

/// People and events as canonical CSV. Events are in order of date.
pub fn tables(people: usize, events: usize) -> (Vec<u8>, Vec<u8>) {
    let mut dice = Dice(1);
    let first = Day::parse("2025-01-06").map_or(0, |day| day.0);
    let last = first + 449;
    let teams = (people / 125).max(4);
    let mut roster = String::from("person_id,name,role,cohort,location,team,manager_id,start_date,end_date\n");
    let starts: Vec<i32> = (0..people).map(|_| first + dice.below(360) as i32).collect();
    for (i, &start) in starts.iter().enumerate() {
        let team = i % teams;
        let role = ["seller", "engineer", "support", "analyst", "consultant"][dice.below(5)];
        let manager = if i < teams { String::new() } else { format!("P{team:06}") };
        let end =
            if dice.below(12) == 0 { Day(start + 30 + dice.below(200) as i32).to_string() } else { String::new() };
        let cohort = (start - first) / 30;
        let _ =
            writeln!(roster, "P{i:06},Zoë Meier,{role},C{cohort:02},Köln,Team {team},{manager},{},{end}", Day(start));
    }
    let mut rows: Vec<(i32, String)> = (0..events)
        .map(|n| {
            let i = n % people;
            let day = (starts[i] + (dice.below(150) * dice.below(150) / 110) as i32).min(last);
            let note = if dice.below(40) == 0 { "\"late, but \"\"well\"\" done\"" } else { "" };
            let behaviour = ["opens with purpose", "asks open questions", "agrees next step"][dice.below(3)];
            let rest = match dice.below(10) {
                0..=5 => format!(
                    "observed,{behaviour},{},,{},P{:06},",
                    dice.below(3),
                    ["", "live", "simulated"][dice.below(3)],
                    dice.below(people)
                ),
                6 | 7 => format!("coached,,,{},,P{:06},", 10 + 5 * dice.below(8), dice.below(people)),
                8 => format!("completed,module {},,,,,", dice.below(6)),
                _ => format!("applied,{behaviour},1,,,,"),
            };
            (day, format!("P{i:06},{},{rest}{note}\n", Day(day)))
        })
        .collect();
    rows.sort_by_key(|(day, _)| *day);
    let mut log = String::from("person_id,date,event,item,value,minutes,context,by,note\n");
    rows.iter().for_each(|(_, row)| log.push_str(row));
    (roster.into_bytes(), log.into_bytes())
}
