//! Numbers of one curve of time to competency: of everybody or of one group.

use super::account::Account;
use super::context::Context;
use super::event_rows::{EventRows, Rests};
use super::learners::{observations, shown_tables, story, table};
use super::listing::{incidence, risk_tables};
use super::naming::nameable;
use super::words::{rule, sentences, whom};
use super::{Inspection, Of, Opened};
use crate::survival::{cumulative_incidence, largest_time};
use crate::{format, language, n, t};

pub const KAPLAN_MEIER: &str = n!("Kaplan and Meier 1958, JASA 53:457–481; band: Greenwood 1926 on the complementary \
    log-log scale, Kalbfleisch and Prentice 2002, 1.4");
const AALEN_JOHANSEN: &str = "Aalen and Johansen 1978, Scandinavian Journal of Statistics 5:141–150";
/// Said of every curve.
pub const CENSORING: &str =
    n!("Whoever left or is still under way tells nothing about how soon they would have got there, \
    and those who start now are like those who started before.");
const CURVE: &str = n!("S(t) = ∏ (1 − dᵢ/nᵢ) over the days tᵢ ≤ t, with nᵢ at risk and dᵢ competent on day tᵢ");

pub fn share(context: &Context<'_>, of: &Of, day: i32) -> Option<Opened> {
    if day < 0 {
        return None;
    }
    open(context, of, true, |whom| Inspection {
        title: t!("Share competent by day {day}, {whom}", day, whom),
        definition: t!("The share of those who started that is competent by day {day} after the start.", day),
        formula: t!(
            "1 − S({day}); {curve}. Band S^exp(±1.96·√G/ln S), G = Σ dᵢ/(nᵢ(nᵢ − dᵢ))",
            day,
            curve = language::text(CURVE)
        ),
        assumption: language::text(CENSORING).to_owned(),
        unit: t!("share of 1").to_owned(),
        source: language::text(KAPLAN_MEIER).to_owned(),
        ..Inspection::default()
    })
}

pub fn share_of_all(context: &Context<'_>, of: &Of, day: i32) -> Option<Opened> {
    if day < 0 {
        return None;
    }
    let mut opened = open(context, of, false, |whom| Inspection {
        title: t!("Share competent by day {day} of all who started, {whom}", day, whom),
        definition: t!(
            "The share of those who started that is competent by day {day} after the start, where whoever left before \
             never will be.",
            day
        ),
        formula: t!(
            "I({day}); I(t) = Σ S*(tⱼ₋₁)·d₁ⱼ/nⱼ over the days tⱼ ≤ t, with nⱼ at risk, d₁ⱼ competent and S* the share still \
             under way. Band I^exp(±1.96·√Var/(I·ln I))",
            day
        ),
        assumption: t!(
            "Whoever is still under way tells nothing about how soon they will get there or leave, and those who \
                        start now are like those who started before."
        )
        .to_owned(),
        unit: t!("share of 1").to_owned(),
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
        title: t!("At risk on day {day}, {whom}", day, whom),
        definition: t!(
            "Those who were not competent before day {day} after the start and whose last day is not before it: of them the \
             curve can still learn something. With those who were competent before and those whose last day came before \
             they are all who started.",
            day
        ),
        formula: t!(
            "n({day}); n(t) = number of people with time ≥ t, where time ends with competency or the last day",
            day
        ),
        assumption: t!("None: it is a count.").to_owned(),
        unit: t!("people").to_owned(),
        source: language::text(KAPLAN_MEIER).to_owned(),
        ..Inspection::default()
    })
}

pub fn quantile(context: &Context<'_>, of: &Of, percent: u32) -> Option<Opened> {
    let (title, definition) = match percent {
        25 => (
            n!("Day by which a quarter are competent, {whom}"),
            t!("A quarter of those who started are competent by this day after the start, not of those who finished."),
        ),
        50 => (
            n!("Day by which half are competent, {whom}"),
            t!("Half of those who started are competent by this day after the start, not of those who finished."),
        ),
        75 => (
            n!("Day by which three quarters are competent, {whom}"),
            t!(
                "Three quarters of those who started are competent by this day after the start, not of those who finished."
            ),
        ),
        _ => return None,
    };
    open(context, of, true, |whom| Inspection {
        title: language::fill(title, &[("whom", &whom)]),
        definition: definition.to_owned(),
        formula: t!(
            "smallest t with S(t) ≤ 1 − {share}; {curve}. Interval: where the ends of the band of S get there",
            share = format::ratio(f64::from(percent) / 100.0),
            curve = language::text(CURVE)
        ),
        assumption: language::text(CENSORING).to_owned(),
        unit: t!("days from the start").to_owned(),
        source: format!("Brookmeyer and Crowley 1982, Biometrics 38:29–41; {}", language::text(KAPLAN_MEIER)),
        ..Inspection::default()
    })
}

pub fn restricted_mean(context: &Context<'_>, of: &Of) -> Option<Opened> {
    let tau = tau_used(context, of)?;
    open(context, of, true, |whom| Inspection {
        title: t!("Mean days to competency within the first {days}, {whom}", days = format::days(tau), whom),
        definition: t!(
            "Days without being competent within the first {days}, on average. The horizon set is {set}; it ends where the \
             shortest of the curves shown ends.",
            days = format::days(tau),
            set = format::days(context.study.in_force.definition.tau)
        ),
        formula: mean_formula(tau),
        assumption: language::text(CENSORING).to_owned(),
        unit: t!("days").to_owned(),
        source: MEAN_SOURCE.to_owned(),
        ..Inspection::default()
    })
}

pub const MEAN_SOURCE: &str = "Klein and Moeschberger 2003, Survival Analysis, 4.5; Royston and Parmar 2013, BMC \
    Medical Research Methodology 13:152";

pub fn mean_formula(tau: i32) -> String {
    t!(
        "∫₀^τ S(t) dt, τ = {tau}; {curve}. Variance Σ (∫ from tᵢ to τ of S)²·dᵢ/(nᵢ(nᵢ − dᵢ))",
        tau,
        curve = language::text(CURVE)
    )
}

pub fn follow_up(context: &Context<'_>, of: &Of) -> Option<Opened> {
    open(context, of, true, |whom| Inspection {
        title: t!("Median follow-up, {whom}", whom),
        definition: t!(
            "How long people were followed: half of them for longer than this, had nobody become competent."
        )
        .to_owned(),
        formula: t!(
            "smallest t with R(t) ≤ 0.5; R(t) = ∏ (1 − cᵢ/(nᵢ − dᵢ)) over the days tᵢ ≤ t, with cᵢ censored on day \
                     tᵢ"
        )
        .to_owned(),
        assumption: t!("Whoever became competent would have been followed as long as the others.").to_owned(),
        unit: t!("days from the start").to_owned(),
        source: "Schemper and Smith 1996, Controlled Clinical Trials 17:343–346".to_owned(),
        ..Inspection::default()
    })
}

pub fn needs_refresh(context: &Context<'_>, of: &Of) -> Option<Opened> {
    counted(context, of, |whom| {
        (
            t!("Needs a refresh, {whom}", whom),
            t!(
                "Competent people of whom some behaviour does not hold at the end of their last day. A later lapse does not \
                undo the day they became competent."
            ),
            t!("number of competent people with a behaviour that does not hold on their last day"),
        )
    })
}

pub fn censored(context: &Context<'_>, of: &Of) -> Option<Opened> {
    counted(context, of, |whom| {
        (
            t!("Not competent so far, {whom}", whom),
            t!(
                "People whose last day came before they were competent: they left, or are still under way. They count as at \
                risk up to that day."
            ),
            t!("number of people without a day of competency up to their last day"),
        )
    })
}

pub fn left(context: &Context<'_>, of: &Of) -> Option<Opened> {
    counted(context, of, |whom| {
        (
            t!("Left before competent, {whom}", whom),
            t!("People who left by the data date and were not competent by then."),
            t!(
                "number of people who left without a day of competency; in “of all who started” leaving is a competing \
                event"
            ),
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
            assumption: t!("None: it is a count.").to_owned(),
            unit: t!("people").to_owned(),
            source: t!("Counted; leaving as a competing event: {source}", source = AALEN_JOHANSEN),
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
            definition: sentences([&inspection.definition, &rule(&context.study.in_force)]),
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
