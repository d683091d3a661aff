//! Curves and comparisons: `ttc`, `landmark`, `cox`, `ttb`, `milestones`.

use serde::Serialize;

use super::json::{Object, Written};
use super::rows::{curve_rows, ends, incidence_rows, milestone_rows};
use crate::analysis::landmark::LandmarkCurve;
use crate::analysis::ttc::{Group, plain_curve};
use crate::analysis::{
    Comparison, CoxFit, Curve, CurveRow, IncidenceRow, Milestone, Pair, Quantile, RestrictedMean, TtcCurve,
};

/// The keys of a comparison.
pub fn comparison<C, G: From<C> + Serialize>(
    object: &mut Object<'_>,
    names: &[&str],
    comparison: Comparison<C>,
    pairs: impl Iterator<Item = Pair>,
) -> Written {
    let groups: Vec<G> = comparison.groups.into_iter().map(G::from).collect();
    object.field("tau", &comparison.tau)?;
    object.field("groups", &groups)?;
    object.field("logrank", &comparison.logrank)?;
    object.pairs("pairwise", names, pairs)
}

#[derive(Serialize)]
pub struct CurveShape {
    pub group: String,
    n: u32,
    events: u32,
    censored: u32,
    #[serde(serialize_with = "curve_rows")]
    curve: Vec<CurveRow>,
    quantiles: [Quantile; 3],
}

impl From<Curve> for CurveShape {
    fn from(curve: Curve) -> CurveShape {
        let Curve { group, n, events, censored, rows, quantiles } = curve;
        CurveShape { group, n, events, censored, curve: rows, quantiles }
    }
}

impl From<&Group> for CurveShape {
    fn from(group: &Group) -> CurveShape {
        plain_curve(&group.name, &group.table).into()
    }
}

#[derive(Serialize)]
pub struct TtcShape {
    #[serde(flatten)]
    curve: CurveShape,
    needs_refresh: u32,
    rmst: RestrictedMean,
    #[serde(serialize_with = "milestone_rows")]
    milestones: [Milestone; 3],
    follow_up: Option<i32>,
    of_all_started: OfAllStartedShape,
}

#[derive(Serialize)]
struct OfAllStartedShape {
    left: u32,
    #[serde(serialize_with = "incidence_rows")]
    curve: Vec<IncidenceRow>,
    #[serde(serialize_with = "milestone_rows")]
    milestones: [Milestone; 3],
}

impl From<TtcCurve> for TtcShape {
    fn from(ttc: TtcCurve) -> TtcShape {
        let started = ttc.of_all_started;
        TtcShape {
            curve: ttc.curve.into(),
            needs_refresh: ttc.needs_refresh,
            rmst: ttc.rmst,
            milestones: ttc.milestones,
            follow_up: ttc.follow_up,
            of_all_started: OfAllStartedShape {
                left: started.left,
                curve: started.rows,
                milestones: started.milestones,
            },
        }
    }
}

#[derive(Serialize)]
pub struct LandmarkGroup {
    #[serde(flatten)]
    curve: CurveShape,
    rmst: RestrictedMean,
}

impl From<LandmarkCurve> for LandmarkGroup {
    fn from(group: LandmarkCurve) -> LandmarkGroup {
        LandmarkGroup { curve: group.curve.into(), rmst: group.rmst }
    }
}

#[derive(Serialize)]
pub struct CoxShape {
    n: u32,
    events: u32,
    exposed: u32,
    exposed_events: u32,
    beta: Option<f64>,
    se: Option<f64>,
    hr: Option<f64>,
    lower: Option<f64>,
    upper: Option<f64>,
    z: Option<f64>,
    p: Option<f64>,
}

impl From<CoxFit> for CoxShape {
    fn from(fit: CoxFit) -> CoxShape {
        let CoxFit { n, events, exposed, exposed_events, estimate } = fit;
        let (lower, upper) = ends(estimate.map(|effect| effect.band));
        CoxShape {
            n,
            events,
            exposed,
            exposed_events,
            beta: estimate.map(|effect| effect.beta),
            se: estimate.map(|effect| effect.se),
            hr: estimate.map(|effect| effect.hazard_ratio),
            lower,
            upper,
            z: estimate.map(|effect| effect.z),
            p: estimate.map(|effect| effect.p),
        }
    }
}

/// A curve without its rows.
#[derive(Serialize)]
pub struct MilestoneGroup {
    group: String,
    n: u32,
    events: u32,
    censored: u32,
    quantiles: [Quantile; 3],
}

impl From<&Group> for MilestoneGroup {
    fn from(group: &Group) -> MilestoneGroup {
        let Curve { group, n, events, censored, quantiles, .. } = plain_curve(&group.name, &group.table);
        MilestoneGroup { group, n, events, censored, quantiles }
    }
}
