//! Every kind of picture: the sample company's curve, and invented numbers for the others.

use crate::analysis::detail::{FirstApplication, MonthlySeries, TeamShare};
use crate::analysis::series::{MonthPoint, Series};
use crate::analysis::small_groups::Shown;
use crate::analysis::{Band, Curve, FunnelLimits, FunnelPoint, OfAllStarted, TtcCurve, Uplift};
use crate::chart::curve::{self, Leavers, Options};
use crate::finding::{self, Finding};
use crate::scene::document::{Block, Section, Table};
use crate::scene::picture::{Picture, picture};
use crate::scene::plate::Plate;
use crate::scene::reads::{Reads, Trace};
use crate::scene::view::View;
use crate::scene::{Look, kpis, sample};
use crate::survival::{self, Ending};
use crate::t;
use crate::time::Month;

const MONTHS: i32 = 2_024 * 12;
const TARGET: f64 = 0.7;

pub fn sections(width: u32) -> Vec<Section> {
    let many: Vec<String> = ["A", "B", "C", "D", "E", "F"].map(str::to_owned).to_vec();
    let curves = [
        one_curve("of-one", View::default(), width),
        one_curve("of-plain", View { bands: false, censor_ticks: false, ..View::default() }, width),
        Some(some_curves("of-leavers", &many[..1], Leavers::OfAllStarted, width)),
        Some(some_curves("of-many", &many, Leavers::Censored, width)),
    ];
    vec![
        Section::new("of-curves", t!("Curves"), curves.into_iter().flatten().map(plate)),
        kpis::application(&application(), width),
        kpis::uplift(&uplifts(), &["Handling time".to_owned()], width),
    ]
}

fn plate(plate: Plate) -> Block {
    Block::Plate(Box::new(plate))
}

/// `None` where the sample cannot be read: it was made by this very program.
fn one_curve(id: &str, view: View, width: u32) -> Option<Plate> {
    let analysis = sample::analysis()?;
    let picture = picture(&analysis, &Look { view, width })?;
    let finding = finding::time_to_competency(&analysis);
    Some(Plate { id: id.to_owned(), finding, opens: None, picture, data: Default::default() })
}

/// The same people later and later, with a ribbon where follow-up is short.
fn some_curves(id: &str, names: &[String], leavers: Leavers, width: u32) -> Plate {
    let curves: Vec<TtcCurve> = names.iter().zip(0..).map(|(name, at)| invented(name, at)).collect();
    let series = names.iter().zip(&curves).zip(0u8..);
    let series: Vec<_> =
        series.map(|((name, data), slot)| curve::Series::of_competency(name, slot, data).followed_to(84)).collect();
    let options = Options { width, bands: true, censor_ticks: true, leavers, subject: curve::COMPETENCY, min_group: 5 };
    let picture = Picture {
        figure: curve::figure(&series, &options),
        reads: Reads::Curves(series.iter().map(|series| Trace::of(series, None, leavers)).collect()),
        caption: t!("Invented numbers").to_owned(),
        table: Table::of_picture(curve::table(&series, leavers, &["G".to_owned()])),
        risk: None,
    };
    let headline = match leavers {
        Leavers::Censored => t!("Invented groups, each with its color, its dash and its band."),
        Leavers::OfAllStarted => t!("An invented group, leavers counted with those who started."),
    };
    let caveat = t!("Every part of every screen in each of its states. All numbers are invented.").to_owned();
    let finding = Finding { headline: headline.to_owned(), caveat };
    Plate { id: id.to_owned(), finding, opens: None, picture, data: Default::default() }
}

/// Forty people: most get there, some leave, some are still on their way.
fn invented(name: &str, at: i32) -> TtcCurve {
    let ending = |person| match person % 10 {
        3 => Ending::Left,
        6 | 9 => Ending::Censored,
        _ => Ending::Event,
    };
    let table = survival::risk_table((0..40).map(|person| (14 + 9 * at + person * 37 % 41 * 2, ending(person))));
    let rows = survival::curve(&table);
    let incidence = survival::cumulative_incidence(&table);
    TtcCurve {
        needs_refresh: 0,
        rmst: survival::restricted_mean(&rows, Some(90)),
        milestones: survival::milestones(&rows),
        follow_up: survival::follow_up(&table),
        of_all_started: OfAllStarted {
            left: 4,
            milestones: survival::incidence_milestones(&incidence, &table),
            rows: incidence,
        },
        curve: Curve {
            group: name.to_owned(),
            n: 40,
            events: 28,
            censored: 12,
            quantiles: survival::quantiles(&rows),
            rows,
        },
    }
}

/// Eight months low and eight months high: a shift. One team is far below what chance allows.
fn application() -> FirstApplication {
    let months = (0..16).map(|month| MonthPoint {
        month: Month(MONTHS + month),
        n: 20,
        value: if month < 8 { 0.5 } else { 0.75 } + f64::from(month % 3) * 0.05,
    });
    let teams = [("A", 60, 44), ("B", 35, 12), ("C", 22, 17), ("D", 14, 9)];
    let limits = |n: u32| {
        let spread = (TARGET * (1.0 - TARGET) / f64::from(n)).sqrt();
        let at = |z: f64| (TARGET + z * spread).clamp(0.0, 1.0);
        FunnelLimits { lower95: at(-1.96), upper95: at(1.96), lower998: at(-3.09), upper998: at(3.09) }
    };
    let share = |numerator: u32, n: u32| f64::from(numerator) / f64::from(n);
    let point = |&(group, n, numerator): &(&str, u32, u32)| FunnelPoint {
        group: group.to_owned(),
        n,
        share: share(numerator, n),
        limits: limits(n),
    };
    let team = |&(group, n, numerator): &(&str, u32, u32)| TeamShare {
        group: group.to_owned(),
        numerator,
        denominator: n,
        rate: Some(share(numerator, n)),
        band: None,
    };
    FirstApplication {
        recorded: true,
        window_days: 14,
        target: TARGET,
        overall: None,
        team: Shown { groups: teams.iter().map(team).collect(), hidden: vec!["E".to_owned()] },
        no_figure: vec!["F".to_owned()],
        funnel: teams.iter().map(point).collect(),
        limits: (10..=66).step_by(2).map(|n| (n, limits(n))).collect(),
        months: MonthlySeries { series: Series::of(months.collect()), hidden: vec!["2025-05".to_owned()] },
    }
}

/// With an interval, without one, and without an estimate.
fn uplifts() -> Vec<Uplift> {
    let item = |item: &str, uplift, band| Uplift {
        item: item.to_owned(),
        lower_is_better: false,
        target: 0.1,
        n: 42,
        baseline: Some(20.0),
        post: Some(23.0),
        uplift,
        band,
    };
    vec![
        item("Conversion", Some(0.15), Some(Band { lower: 0.06, upper: 0.24 })),
        item("First answers", Some(0.04), None),
        item("Repeat calls", None, None),
    ]
}
