//! The core gives the results that were published for known data sets (tests/data/README.md, published.json). The
//! Definitions screen shows the same list.

use rampline::self_test::{Case, run};

#[test]
fn every_published_result_is_found() {
    let cases = run();
    let (shares, curves) = cases.split_last().unwrap();
    assert!(curves.len() >= 4 && shares.rows.len() >= 8, "the file was read");
    for Case { name, source, unit, rows } in &cases {
        assert!(!source.is_empty() && !unit.is_empty() && !rows.is_empty(), "{name}");
        for row in rows {
            assert!(row.agrees, "{name}: {row:?}");
        }
    }
    assert!(cases.iter().all(Case::agrees));
}

#[test]
fn every_kind_of_result_is_among_them() {
    let cases = run();
    let words: Vec<&str> = cases.iter().flat_map(|case| &case.rows).map(|row| row.quantity).collect();
    for quantity in ["share without the event", "median", "restricted mean", "log-rank χ²", "hazard ratio", "Wald p"]
    {
        assert!(words.contains(&quantity), "{quantity}");
    }
    let never = cases.iter().flat_map(|case| &case.rows).filter(|row| row.expected.is_none());
    assert!(never.map(|row| row.computed).eq([None, None]), "two medians have no upper end");
}
