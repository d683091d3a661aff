//! Cohorts by when they started, in order of time: their curves, shaded where follow-up is short, and the mean days that
//! later ones save.

use super::document::{self, Block, Cell, Section};
use super::picture::Picture;
use super::plate::{self, Plate};
use super::reads::{Reads, Trace};
use crate::analysis::Analysis;
use crate::analysis::closer::{Cohort, Starters};
use crate::chart::curve::{self, Leavers, Options, Series};
use crate::definition::{Clock, Definition};
use crate::export::computed_csv::Cell as Datum;
use crate::finding;
use crate::format::{self, NOT_DEFINED};
use crate::inspect::{Number, Of};
use crate::t;

const ID: &str = "starters";

/// `None` where there is no curve to look closer at, and with one cohort, whose curve is the one above.
pub fn section(analysis: &Analysis, found: &Starters, width: u32) -> Option<Section> {
    if analysis.ttc.is_none() || analysis.observed_items.is_empty() || found.cohorts.len() < 2 {
        return None;
    }
    Some(Section::new(ID, t!("Does it get shorter?"), [Block::Plate(Box::new(Shown { analysis, found }.plate(width)))]))
}

struct Shown<'a> {
    analysis: &'a Analysis,
    found: &'a Starters,
}

impl Shown<'_> {
    /// A number of one cohort. Cohorts are from the start dates: where the curve has another day 0, none opens.
    fn opens(&self, cohort: &Cohort, number: Number) -> Option<Number> {
        let definition = &self.analysis.in_force.definition;
        (definition.clock == Clock::Start).then(|| number.of_starters(cohort.months))
    }

    fn share(&self, cohort: &Cohort, day: i32) -> Option<Number> {
        self.opens(cohort, Number::CompetentShare { of: Of::default(), day })
    }

    fn plate(&self, width: u32) -> Plate {
        let found = self.found;
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
        let trace = |(series, cohort): (&Series<'_>, &Cohort)| {
            let opens = self.share(cohort, 0).map(|number| number.key());
            Trace { opens, ..Trace::of(series, None, leavers) }
        };
        Plate {
            id: ID.to_owned(),
            finding: finding::starters(found),
            opens: None,
            picture: Picture {
                figure: curve::figure(&series, &options),
                reads: Reads::Curves(series.iter().zip(&found.cohorts).map(trace).collect()),
                caption,
                table: self.table(&names),
                risk: None,
            },
            data: plate::of_curves(&series, |at| Datum::Text(names[at].clone())),
        }
    }

    fn table(&self, names: &[String]) -> document::Table {
        let found = self.found;
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
        let mut rows = Vec::new();
        let mut before: Option<&Cohort> = None;
        for (cohort, name) in found.cohorts.iter().zip(names) {
            rows.push(self.row(cohort, name, before));
            before = if cohort.is_compared() { Some(cohort) } else { before };
        }
        document::Table::new(t!("The picture in numbers, table"), caption, &head, rows)
    }

    /// `before` is the cohort compared before it.
    fn row(&self, cohort: &Cohort, name: &str, before: Option<&Cohort>) -> Vec<Cell> {
        let Cohort { curve, mean, saved, months, .. } = cohort;
        let full_to = cohort.full_to();
        let median = curve.median();
        let half = Cell {
            value: median.t.map_or_else(|| t!("not reached").to_owned(), |day| day.to_string()),
            under: format::day_interval(median.lower, median.upper).unwrap_or_default(),
            opens: self.opens(cohort, Number::Quantile { of: Of::default(), percent: 50 }),
        };
        let tau = self.found.tau.filter(|_| mean.value.is_some());
        let difference = tau.zip(before).map(|(tau, before)| (before.months, *months, tau));
        let difference = difference.map(|(earlier, later, tau)| Number::DaysSaved { earlier, later, tau });
        let saved = Cell {
            value: saved.map_or_else(|| NOT_DEFINED.to_owned(), |(days, _)| format::decimal(days)),
            under: saved.map_or_else(String::new, |(_, band)| {
                format::span(format::decimal(band.lower), format::decimal(band.upper))
            }),
            opens: difference.filter(|_| saved.is_some() && self.analysis.in_force.definition.clock == Clock::Start),
        };
        let under = |tau| Definition { tau, ..self.analysis.in_force.definition.clone() };
        let mean_opens = tau.map(|tau| Number::RestrictedMean { of: Of::default() }.under(&under(tau)));
        let mean = Cell {
            opens: mean_opens.and_then(|number| self.opens(cohort, number)),
            ..Cell::from(mean.value.map_or_else(|| t!("followed too short").to_owned(), format::decimal))
        };
        let last = curve.rows.last().map_or(0, |row| row.t);
        let competent = Cell { opens: self.share(cohort, last), ..Cell::from(format::count(curve.events.into())) };
        let people = Cell::from(format::count(curve.n.into()));
        vec![name.into(), people, competent, half, full_to.to_string().into(), mean, saved]
    }
}
