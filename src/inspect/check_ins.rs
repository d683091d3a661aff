//! Does coaching help: the landmark comparison and Cox's model.

use super::account::Account;
use super::competency::CENSORING;
use super::context::Context;
use super::learners::{everybody, story};
use super::listing::{people, risk_tables};
use super::naming::nameable;
use super::words::{rule, sentences};
use super::{Inspection, Opened};
use crate::analysis::EventKind;
use crate::analysis::landmark::{NOT_YET, TWO_CHECK_INS};
use crate::cohort::{Groups, second_check_ins};
use crate::export::computed_csv::{Cell, Table};
use crate::survival::{Ending, risk_table};
use crate::{language, n, t};

/// `NOT_YET` and `TWO_CHECK_INS` as they are said.
const GROUPS: [&str; 2] = [n!("not yet"), n!("two check-ins")];
const CHECK_IN: &str = n!("A check-in is a day with coaching logged, from the start to the last day of a person.");
/// Removing immortal time does not remove this.
const CONFOUNDING: &str = n!("Managers choose whom they coach, so the result is an association.");
/// Why a learner is not compared on the landmark day.
const UNUSED: [&str; 3] =
    [n!("competent by the landmark day"), n!("left by the landmark day"), n!("not followed for longer")];

pub fn landmark(context: &Context<'_>) -> Option<Opened> {
    let study = context.study;
    let day = study.in_force.definition.landmark_day;
    let second = second_check_ins(context.basis.runs, &study.scope.learners);
    let past: Vec<bool> = study.spells.time.iter().map(|&time| time > day).collect();
    let with = second.iter().map(|second| u32::from(second.is_some_and(|second| second <= day))).collect();
    let groups = Groups::new([NOT_YET, TWO_CHECK_INS].map(str::to_owned).into(), with);
    if context.shown(&groups, &past).contains(&false) {
        return None;
    }
    let of = everybody();
    let members = context.members(&of, &past)?;
    let spells = &study.spells;
    let tables = [0, 1].map(|group| {
        let inside = (0..past.len()).filter(|&at| past[at] && groups.of[at] == group);
        risk_table(inside.map(|at| (spells.time[at] - day, spells.ending[at])))
    });
    let inspection = Inspection {
        title: t!("With and without two check-ins by day {day}", day),
        definition: sentences([
            &t!(
                "Learners who are neither competent nor gone by day {day}, in two groups: those with at least two check-ins \
                 on different days by then, and the others, whatever happened later. Days count from day {day}.",
                day
            ),
            language::text(CHECK_IN),
            &rule(&study.in_force),
        ]),
        formula: t!("curves of T − L of those with T > L; log-rank χ²; difference of the restricted means").to_owned(),
        assumption: sentences([language::text(CENSORING), language::text(CONFOUNDING)]),
        unit: t!("days from the landmark day").to_owned(),
        source: "Anderson, Cain and Gelber 1983, Journal of Clinical Oncology 1:710–719".to_owned(),
        people: Account::of_learners(context, &of, &members, &UNUSED, |at| match spells.ending[at] {
            Ending::Event => 0,
            Ending::Left => 1,
            Ending::Censored => 2,
        }),
        events: Some(check_in_rows(context)),
        ..Inspection::default()
    };
    // The two groups have figures of their own, so neither list may lack a few people.
    let listed = nameable(context, &past, Some(&groups));
    let table = people(context, &listed, &[n!("check_ins_by_then"), n!("days_after"), n!("ended")], |at| {
        let ended = match spells.ending[at] {
            Ending::Event => n!("competent"),
            Ending::Left => n!("left before"),
            Ending::Censored => n!("not so far"),
        };
        let group = GROUPS[groups.of[at] as usize];
        vec![Cell::Word(group), Cell::Count((spells.time[at] - day).into()), Cell::Word(ended)]
    });
    let risk = risk_tables([NOT_YET, TWO_CHECK_INS].into_iter().zip(tables.iter().map(Vec::as_slice)));
    Some(Opened { inspection, people: table, computed: Some(risk), ..Opened::default() })
}

pub fn cox(context: &Context<'_>) -> Option<Opened> {
    let learners = context.learners();
    let of = everybody();
    let members = context.members(&of, &learners)?;
    let (_, fit) = context.study.check_ins(context.basis);
    let inspection = Inspection {
        title: t!("Hazard ratio of two check-ins").to_owned(),
        definition: sentences([
            t!(
                "How many times as often a learner becomes competent on a day after the second check-in as one who is not \
                competent and has no second check-in by that day."
            ),
            language::text(CHECK_IN),
            &rule(&context.study.in_force),
        ]),
        formula: t!(
            "h(t | x) = h₀(t)·e^(βx(t)), x = 1 from the day after the second check-in; Efron’s likelihood for \
                     ties; e^(β ± 1.96·se)"
        )
        .to_owned(),
        assumption: sentences([
            t!("The ratio is the same on every day."),
            language::text(CENSORING),
            language::text(CONFOUNDING),
        ]),
        unit: t!("ratio").to_owned(),
        source: "Cox 1972, JRSS B 34:187–220; Efron 1977, JASA 72:557–565".to_owned(),
        people: Account::of_learners(context, &of, &members, &[], |_| 0),
        events: Some(check_in_rows(context)),
        ..Inspection::default()
    };
    let effect = |of: fn(&crate::survival::Effect) -> f64| Cell::Number(fit.estimate.as_ref().map(of));
    let counts = [fit.n, fit.events, fit.exposed, fit.exposed_events].map(|count| Cell::Count(count.into()));
    let estimates = [
        effect(|effect| effect.beta),
        effect(|effect| effect.se),
        effect(|effect| effect.hazard_ratio),
        effect(|effect| effect.band.lower),
        effect(|effect| effect.band.upper),
        effect(|effect| effect.p),
    ];
    let computed = Table {
        head: vec!["n", "events", "exposed", "exposed_events", "beta", "se", "hazard_ratio", "lower", "upper", "p"],
        rows: vec![counts.into_iter().chain(estimates).collect()],
    };
    // Who had check-ins is not listed: where few had, the landmark comparison of the same people is hidden.
    let listed = nameable(context, &learners, None);
    Some(Opened { inspection, people: story(context, &listed), computed: Some(computed), ..Opened::default() })
}

fn check_in_rows(context: &Context<'_>) -> Account {
    let learners = &context.study.scope.learners;
    Account::of_events(
        context,
        EventKind::Coached,
        t!("coaching rows"),
        &[n!("before the start"), n!("after leaving")],
        |at, event| {
            let day = context.basis.runs.day[event];
            [day < learners[at].start, day > learners[at].last].iter().position(|reason| *reason)
        },
    )
}
