//! Rows of lists, with an interval as two keys.

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use crate::analysis::series::MonthPoint;
use crate::analysis::{Band, CurveRow, IncidenceRow, Milestone, Pair};

pub fn ends(band: Option<Band>) -> (Option<f64>, Option<f64>) {
    (band.map(|band| band.lower), band.map(|band| band.upper))
}

/// Writes each row as the object that `shape` makes of it.
fn rows_as<'a, S: Serializer, R, T: Serialize>(
    rows: &'a [R],
    serializer: S,
    shape: impl Fn(&'a R) -> T,
) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(Some(rows.len()))?;
    for row in rows {
        list.serialize_element(&shape(row))?;
    }
    list.end()
}

pub fn curve_rows<S: Serializer>(rows: &[CurveRow], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[allow(non_snake_case, reason = "the key of report.md")]
    struct Row {
        t: i32,
        n: u32,
        d: u32,
        c: u32,
        S: f64,
        lower: Option<f64>,
        upper: Option<f64>,
    }
    rows_as(rows, serializer, |row| {
        let (lower, upper) = ends(row.band);
        Row { t: row.t, n: row.n, d: row.d, c: row.c, S: row.s, lower, upper }
    })
}

pub fn incidence_rows<S: Serializer>(rows: &[IncidenceRow], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    #[allow(non_snake_case, reason = "the key of report.md")]
    struct Row {
        t: i32,
        I: f64,
        lower: Option<f64>,
        upper: Option<f64>,
    }
    rows_as(rows, serializer, |row| {
        let (lower, upper) = ends(row.band);
        Row { t: row.t, I: row.i, lower, upper }
    })
}

pub fn milestone_rows<S: Serializer>(rows: &[Milestone; 3], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Row {
        t: i32,
        share: Option<f64>,
        lower: Option<f64>,
        upper: Option<f64>,
    }
    rows_as(rows, serializer, |row| {
        let (lower, upper) = ends(row.band);
        Row { t: row.t, share: row.share, lower, upper }
    })
}

pub fn month_points<S: Serializer>(points: &[MonthPoint], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Row {
        month: String,
        n: u32,
        value: f64,
    }
    rows_as(points, serializer, |point| Row { month: point.month.to_string(), n: point.n, value: point.value })
}

/// The pairs of a comparison, each with the names of its two groups.
pub struct NamedPairs {
    names: Vec<String>,
    pairs: Vec<Pair>,
}

impl NamedPairs {
    /// `names` are those of the groups compared, in their order.
    pub fn new(names: impl IntoIterator<Item: AsRef<str>>, pairs: Vec<Pair>) -> NamedPairs {
        NamedPairs { names: names.into_iter().map(|name| name.as_ref().to_owned()).collect(), pairs }
    }
}

impl Serialize for NamedPairs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Row<'a> {
            a: &'a str,
            b: &'a str,
            chi2: Option<f64>,
            p: Option<f64>,
            p_holm: Option<f64>,
            rmst_difference: Option<f64>,
            lower: Option<f64>,
            upper: Option<f64>,
        }
        rows_as(&self.pairs, serializer, |pair| {
            let Pair { chi2, p, p_holm, rmst_difference, band, .. } = *pair;
            let (lower, upper) = ends(band);
            let (a, b) = (&self.names[pair.a as usize], &self.names[pair.b as usize]);
            Row { a, b, chi2, p, p_holm, rmst_difference, lower, upper }
        })
    }
}
