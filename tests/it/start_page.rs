//! The start page shows the sample company before it is opened, from numbers kept beside it: they must be the sample's.
//! After a change of the sample or of an analysis: `RENEW=1 cargo test --test it start_page`.

use std::fs;

use rampline::analysis::{Analysis, Band};
use rampline::engine::Engine;
use rampline::protocol::Ask;

use crate::support;

const KEPT: &str = "src/scene/sample.postcard";

/// What the picture needs, in few bytes: shares to a thousandth of the height, nothing of what it does not draw.
fn glance(mut analysis: Analysis) -> Analysis {
    let coarse = |share: f64| (share * 1024.0).round() / 1024.0;
    let ttc = analysis.ttc.as_mut().expect("the sample is no small group");
    for row in &mut ttc.curve.rows {
        row.s = coarse(row.s);
        row.band = row.band.map(|band| Band { lower: coarse(band.lower), upper: coarse(band.upper) });
    }
    ttc.of_all_started.rows.clear();
    analysis
}

fn sample() -> Analysis {
    let file = |name| fs::read(format!("public/samples/{name}")).expect("the sample is in public/samples");
    let mut engine = Engine::default();
    support::take(&mut engine, &[("people.csv", &file("people.csv")), ("events.csv", &file("events.csv"))], 1 << 20);
    engine.analyze(&Ask::default()).expect("the sample has people and events").clone()
}

#[test]
fn the_picture_of_the_start_page_is_the_sample() {
    let sample = sample();
    if std::env::var_os("RENEW").is_some() {
        fs::write(KEPT, postcard::to_allocvec(&glance(sample.clone())).unwrap()).unwrap();
    }
    let kept: Analysis = postcard::from_bytes(&fs::read(KEPT).unwrap()).expect("renew it, see the head of this file");
    // Logarithms differ in their last digit from machine to machine; days and people do not.
    let steps = |analysis: &Analysis| {
        let ttc = analysis.ttc.as_ref().expect("the sample is no small group");
        let days: Vec<_> = ttc.curve.rows.iter().map(|row| (row.t, row.n, row.d, row.c)).collect();
        (days, ttc.curve.quantiles.map(|q| (q.t, q.lower, q.upper)))
    };
    assert_eq!(steps(&kept), steps(&sample), "renew it, see the head of this file");
}
