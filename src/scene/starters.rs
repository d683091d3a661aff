//! Cohorts by when they started, in order of time: their curves, shaded where follow-up is short, and the mean days that
//! later ones save.

use super::document::{self, Block, Cell, Section};
use super::picture::Picture;
use super::plate::{self, Plate};
use super::reads::{Reads, Trace};
use crate::analysis::Analysis;
use crate::analysis::closer::{Cohort, Starters};
use crate::chart::curve::{self, Leavers, Options, Series};
use crate::export::computed_csv::Cell as Datum;
use crate::finding;
use crate::format::{self, NOT_DEFINED};
use crate::t;

const ID: &str = "starters";

/// `None` where there is no curve to look closer at, and with one cohort, whose curve is the one above.
pub fn section(analysis: &Analysis, found: &Starters, width: u32) -> Option<Section> {
    if analysis.ttc.is_none() || analysis.observed_items.is_empty() || found.cohorts.len() < 2 {
        return None;
    }
    Some(Section::new(ID, t!("Does it get shorter?"), [Block::Plate(Box::new(plate(found, width)))]))
}

fn plate(found: &Starters, width: u32) -> Plate {
    let names: Vec<String> = found.cohorts.iter().map(|cohort| format::months(cohort.months)).collect();
    let named = found.cohorts.iter().zip(&names).zip(0..);
    let series: Vec<Series<'_>> = named
        .map(|((cohort, name), slot)| Series::plain(name, slot, &cohort.curve).followed_to(cohort.full_to()))
        .collect();
    let (leavers, subject) = (Leavers::Censored, curve::COMPETENCY);
    let min_group = u32::try_from(found.limit).unwrap_or(u32::MAX);
    let options = Options { width, bands: series.len() <= 3, censor_ticks: false, leavers, subject, min_group };
    let caption = t!(
        "A curve for each cohort, in order of time. A gray ribbon lies under a line where follow-up is short: beyond the day \
         to which everybody of the cohort could have been followed, or with fewer than {limit} at risk. There the curve rests \
         on those who started first or on few people, and may still move.",
        limit = found.limit
    );
    Plate {
        id: ID.to_owned(),
        finding: finding::starters(found),
        opens: None,
        picture: Picture {
            figure: curve::figure(&series, &options),
            reads: Reads::Curves(series.iter().map(|series| Trace::of(series, None, leavers)).collect()),
            caption,
            table: table(found, &names),
            risk: None,
        },
        data: plate::of_curves(&series, |at| Datum::Text(names[at].clone())),
    }
}

fn table(found: &Starters, names: &[String]) -> document::Table {
    let mean = found.tau.map_or_else(|| t!("Mean days").to_owned(), |tau| t!("Mean days of the first {tau}", tau));
    let head = [
        t!("Started"),
        t!("People"),
        t!("Competent"),
        t!("Half by day"),
        t!("Followed in full to day"),
        &mean,
        t!("Days saved"),
    ];
    let caption = t!(
        "In order of time, with 95 % intervals. Followed in full: everybody of the cohort could have been followed \
                   so far, and enough people are at risk. Days saved: against the cohort before it, in mean days"
    );
    let rows = found.cohorts.iter().zip(names).map(|(cohort, name)| row(cohort, name)).collect();
    document::Table::new(t!("The picture in numbers, table"), caption, &head, rows)
}

fn row(cohort: &Cohort, name: &str) -> Vec<Cell> {
    let Cohort { curve, mean, saved, .. } = cohort;
    let full_to = cohort.full_to();
    let median = curve.median();
    let half = Cell {
        value: median.t.map_or_else(|| t!("not reached").to_owned(), |day| day.to_string()),
        under: format::day_interval(median.lower, median.upper).unwrap_or_default(),
        opens: None,
    };
    let saved = Cell {
        value: saved.map_or_else(|| NOT_DEFINED.to_owned(), |(days, _)| format::decimal(days)),
        under: saved.map_or_else(String::new, |(_, band)| {
            format::span(format::decimal(band.lower), format::decimal(band.upper))
        }),
        opens: None,
    };
    let mean = mean.value.map_or_else(|| t!("followed too short").to_owned(), format::decimal);
    let [people, competent] = [curve.n, curve.events].map(|n| Cell::from(format::count(n.into())));
    vec![name.into(), people, competent, half, full_to.to_string().into(), mean.into(), saved]
}
