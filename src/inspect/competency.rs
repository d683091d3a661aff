//! Numbers of one curve of time to competency: of everybody or of one group.

use super::account::Account;
use super::context::Context;
use super::event_rows::{EventRows, Rests};
use super::learners::{observations, shown_tables, story, table};
use super::listing::{incidence, risk_tables};
use super::naming::nameable;
use super::words::{rule, whom};
use super::{Inspection, Of, Opened};
use crate::format;
use crate::survival::{cumulative_incidence, largest_time};

pub const KAPLAN_MEIER: &str = "Kaplan and Meier 1958, JASA 53:457–481; band: Greenwood 1926 on the complementary log-log \
    scale, Kalbfleisch and Prentice 2002, 1.4";
const AALEN_JOHANSEN: &str = "Aalen and Johansen 1978, Scandinavian Journal of Statistics 5:141–150";
/// Said of every curve.
pub const CENSORING: &str = "Whoever left or is still under way tells nothing about how soon they would have got there, and \
    those who start now are like those who started before.";
const CURVE: &str = "S(t) = ∏ (1 − dᵢ/nᵢ) over the days tᵢ ≤ t, with nᵢ at risk and dᵢ competent on day tᵢ";

pub fn share(context: &Context<'_>, of: &Of, day: i32) -> Option<Opened> {
    if day < 0 {
        return None;
    }
    open(context, of, true, |whom| Inspection {
        title: format!("Share competent by day {day}, {whom}"),
        definition: format!("The share of those who started that is competent by day {day} after the start."),
        formula: format!("1 − S({day}); {CURVE}. Band S^exp(±1.96·√G/ln S), G = Σ dᵢ/(nᵢ(nᵢ − dᵢ))"),
        assumption: CENSORING.to_owned(),
        unit: "share of 1".to_owned(),
        source: KAPLAN_MEIER.to_owned(),
        ..Inspection::default()
    })
}

pub fn share_of_all(context: &Context<'_>, of: &Of, day: i32) -> Option<Opened> {
    if day < 0 {
        return None;
    }
    let mut opened = open(context, of, false, |whom| Inspection {
        title: format!("Share competent by day {day} of all who started, {whom}"),
        definition: format!(
            "The share of those who started that is competent by day {day} after the start, where whoever left before \
             never will be."
        ),
        formula: format!(
            "I({day}); I(t) = Σ S*(tⱼ₋₁)·d₁ⱼ/nⱼ over the days tⱼ ≤ t, with nⱼ at risk, d₁ⱼ competent and S* the share still \
             under way. Band I^exp(±1.96·√Var/(I·ln I))"
        ),
        assumption:
            "Whoever is still under way tells nothing about how soon they will get there or leave, and those who \
                     start now are like those who started before."
                .to_owned(),
        unit: "share of 1".to_owned(),
        source: AALEN_JOHANSEN.to_owned(),
        ..Inspection::default()
    })?;
    let members = context.members(of, &context.learners())?;
    let table = table(context, &members);
    opened.computed = Some(incidence(of.group.as_deref().unwrap_or("all"), &cumulative_incidence(&table)));
    Some(opened)
}

pub fn at_risk(context: &Context<'_>, of: &Of, day: i32) -> Option<Opened> {
    if day < 0 {
        return None;
    }
    open(context, of, true, |whom| Inspection {
        title: format!("At risk on day {day}, {whom}"),
        definition: format!(
            "Those who were not competent before day {day} after the start and whose last day is not before it: of them the \
             curve can still learn something. With those who were competent before and those whose last day came before \
             they are all who started."
        ),
        formula: format!(
            "n({day}); n(t) = number of people with time ≥ t, where time ends with competency or the last day"
        ),
        assumption: "None: it is a count.".to_owned(),
        unit: "people".to_owned(),
        source: KAPLAN_MEIER.to_owned(),
        ..Inspection::default()
    })
}

pub fn quantile(context: &Context<'_>, of: &Of, percent: u32) -> Option<Opened> {
    let share = match percent {
        25 => "A quarter",
        50 => "Half",
        75 => "Three quarters",
        _ => return None,
    };
    open(context, of, true, |whom| Inspection {
        title: format!("Day by which {} are competent, {whom}", share.to_lowercase()),
        definition: format!(
            "{share} of those who started are competent by this day after the start, not of those who finished."
        ),
        formula: format!(
            "smallest t with S(t) ≤ 1 − {:.2}; {CURVE}. Interval: where the ends of the band of S get there",
            f64::from(percent) / 100.0
        ),
        assumption: CENSORING.to_owned(),
        unit: "days from the start".to_owned(),
        source: format!("Brookmeyer and Crowley 1982, Biometrics 38:29–41; {KAPLAN_MEIER}"),
        ..Inspection::default()
    })
}

pub fn restricted_mean(context: &Context<'_>, of: &Of) -> Option<Opened> {
    let tau = tau_used(context, of)?;
    open(context, of, true, |whom| Inspection {
        title: format!("Mean days to competency within the first {}, {whom}", format::days(tau)),
        definition: format!(
            "Days without being competent within the first {}, on average. The horizon set is {}; it ends where the \
             shortest of the curves shown ends.",
            format::days(tau),
            format::days(context.study.in_force.definition.tau)
        ),
        formula: mean_formula(tau),
        assumption: CENSORING.to_owned(),
        unit: "days".to_owned(),
        source: MEAN_SOURCE.to_owned(),
        ..Inspection::default()
    })
}

pub const MEAN_SOURCE: &str = "Klein and Moeschberger 2003, Survival Analysis, 4.5; Royston and Parmar 2013, BMC Medical \
    Research Methodology 13:152";

pub fn mean_formula(tau: i32) -> String {
    format!("∫₀^τ S(t) dt, τ = {tau}; {CURVE}. Variance Σ (∫ from tᵢ to τ of S)²·dᵢ/(nᵢ(nᵢ − dᵢ))")
}

pub fn follow_up(context: &Context<'_>, of: &Of) -> Option<Opened> {
    open(context, of, true, |whom| Inspection {
        title: format!("Median follow-up, {whom}"),
        definition: "How long people were followed: half of them for longer than this, had nobody become competent."
            .to_owned(),
        formula:
            "smallest t with R(t) ≤ 0.5; R(t) = ∏ (1 − cᵢ/(nᵢ − dᵢ)) over the days tᵢ ≤ t, with cᵢ censored on day tᵢ"
                .to_owned(),
        assumption: "Whoever became competent would have been followed as long as the others.".to_owned(),
        unit: "days from the start".to_owned(),
        source: "Schemper and Smith 1996, Controlled Clinical Trials 17:343–346".to_owned(),
        ..Inspection::default()
    })
}

pub fn needs_refresh(context: &Context<'_>, of: &Of) -> Option<Opened> {
    counted(context, of, |whom| {
        (
            format!("Needs a refresh, {whom}"),
            "Competent people of whom some behaviour does not hold at the end of their last day. A later lapse does not undo \
             the day they became competent.",
            "number of competent people with a behaviour that does not hold on their last day",
        )
    })
}

pub fn censored(context: &Context<'_>, of: &Of) -> Option<Opened> {
    counted(context, of, |whom| {
        (
            format!("Not competent so far, {whom}"),
            "People whose last day came before they were competent: they left, or are still under way. They count as at risk \
             up to that day.",
            "number of people without a day of competency up to their last day",
        )
    })
}

pub fn left(context: &Context<'_>, of: &Of) -> Option<Opened> {
    counted(context, of, |whom| {
        (
            format!("Left before competent, {whom}"),
            "People who left by the data date and were not competent by then.",
            "number of people who left without a day of competency; in “of all who started” leaving is a competing event",
        )
    })
}

/// A count of people: title, definition, formula.
fn counted(
    context: &Context<'_>,
    of: &Of,
    texts: impl Fn(&str) -> (String, &'static str, &'static str),
) -> Option<Opened> {
    open(context, of, false, |whom| {
        let (title, definition, formula) = texts(whom);
        Inspection {
            title,
            definition: definition.to_owned(),
            formula: formula.to_owned(),
            assumption: "None: it is a count.".to_owned(),
            unit: "people".to_owned(),
            source: format!("Counted; leaving as a competing event: {AALEN_JOHANSEN}"),
            ..Inspection::default()
        }
    })
}

/// `curve` says whether the number is read off a curve, whose risk table is then what it was worked out from.
fn open(context: &Context<'_>, of: &Of, curve: bool, texts: impl Fn(&str) -> Inspection) -> Option<Opened> {
    let learners = context.learners();
    let members = context.members(of, &learners)?;
    let inspection = texts(&whom(of));
    let named = nameable(context, &learners, None);
    let listed: Vec<bool> = members.iter().zip(&named).map(|(&member, &named)| member && named).collect();
    let table = table(context, &members);
    Some(Opened {
        inspection: Inspection {
            definition: format!("{} {}", inspection.definition, rule(&context.study.in_force)),
            people: Account::of_learners(context, of, &members, &[], |_| 0),
            events: of.group.is_none().then(|| observations(context)),
            ..inspection
        },
        people: story(context, &listed),
        event_rows: Some(EventRows { listed, rests: Rests::Observed }),
        computed: curve.then(|| risk_tables([(of.group.as_deref().unwrap_or("all"), &table[..])])),
    })
}

/// The horizon of the curves that stand beside each other.
fn tau_used(context: &Context<'_>, of: &Of) -> Option<i32> {
    let learners = context.learners();
    let tau = context.study.in_force.definition.tau;
    let largest = match (&of.group, context.split(of.by)) {
        (None, _) => largest_time(&table(context, &learners))?,
        (Some(_), Some(split)) => {
            shown_tables(context, split, &learners).iter().filter_map(|(_, table)| largest_time(table)).min()?
        }
        (Some(_), None) => return None,
    };
    Some(largest.min(tau))
}
