//! A changed definition gives the numbers a fresh start would give: what is kept between two questions is never stale.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rampline::definition::{Contexts, Definition, Grouping, KpiItem};
use rampline::protocol::Ask;

use crate::company::{JANUARY, companies};
use crate::support::{cases, engine_of};

fn definitions() -> impl Strategy<Value = Definition> {
    let rule = (
        1u32..4,
        0u32..3,
        prop_oneof![Just(0), 1..30],
        select(vec![Contexts::Live, Contexts::Any]),
        select(vec![1.0, 2.0]),
    );
    let behaviours = prop_oneof![Just(vec![]), subsequence(vec!["ask", "close", "never seen"], 0..3)];
    let cutoff = prop_oneof![2 => Just(None), 1 => (0..300).prop_map(|day| Some(JANUARY.plus(day)))];
    let kpi_items = select(vec![vec![], vec![KpiItem { item: "ask".to_owned(), lower_is_better: true }]]);
    (rule, behaviours, cutoff, kpi_items, select(vec![1, 30, 90]), select(vec![0, 14]), 0i64..7).prop_map(
        |((k, more, min_span, contexts, positive_from), behaviours, cutoff, kpi_items, tau, window_days, min_group)| {
            Definition {
                k,
                n: k + more,
                min_span,
                contexts,
                positive_from,
                behaviours: behaviours.into_iter().map(str::to_owned).collect(),
                cutoff,
                launch: cutoff,
                kpi_items,
                tau,
                window_days,
                min_group,
                ..Definition::default()
            }
        },
    )
}

proptest! {
    #![proptest_config(cases(25))]

    #[test]
    fn following_a_change_is_starting_anew(company in companies(), definitions in prop::collection::vec(definitions(), 1..6)) {
        let start = || engine_of(&[&company.people_csv(), &company.events_csv()]);
        let mut engine = start();
        for definition in &definitions {
            let mut fresh = start();
            for grouping in [Grouping::Team, Grouping::None, Grouping::Role] {
                let ask = Ask { definition: definition.clone(), version: String::new(), grouping, ..Ask::default() };
                prop_assert_eq!(engine.analyze(&ask).cloned(), start().analyze(&ask).cloned(), "{:?}", definitions);
            }
            let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
            prop_assert_eq!(text(engine.report(definition).unwrap()), text(fresh.report(definition).unwrap()), "{:?}", definitions);
        }
    }
}
