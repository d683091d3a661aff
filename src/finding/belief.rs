//! Time to belief, each audience beside the others and none against another.

use super::{FEW_EVENTS, Finding};
use crate::analysis::small_groups::Shown;
use crate::analysis::{Curve, Recorded};
use crate::{format, t};

/// When half of each audience saw the value, and what the files do not say of it.
pub fn belief(found: &Shown<Curve>, recorded: Recorded) -> Finding {
    let some: Vec<&Curve> = found.groups.iter().filter(|curve| curve.n > 0).collect();
    if some.is_empty() {
        let caveat = [hidden(&found.hidden), not_recorded(recorded).to_owned()];
        return Finding::new(t!("No figure yet for the time to belief."), caveat);
    }
    let when = some.iter().map(|curve| {
        let audience = plural(&curve.group);
        match curve.median().t {
            Some(day) => t!("half of the {audience} by day {day}", audience, day),
            None => t!("fewer than half of the {audience} so far", audience),
        }
    });
    let headline = t!("Who saw the value: {when}.", when = when.collect::<Vec<_>>().join(", "));
    let intervals = some.iter().map(|curve| interval(curve));
    let few = some.iter().any(|curve| curve.events < FEW_EVENTS);
    let few = if few { t!("Where few saw it so far, read the interval, not the day.") } else { "" };
    let caveat = intervals.chain([
        few.to_owned(),
        t!("Days count from the launch, or from the start of whoever came later.").to_owned(),
        t!("Each audience shows it in another way, so they stand side by side and are not compared.").to_owned(),
        hidden(&found.hidden),
        not_recorded(recorded).to_owned(),
    ]);
    Finding::new(headline, caveat)
}

/// What is missing for an audience to be seen at all; empty where nothing is.
fn not_recorded(recorded: Recorded) -> &'static str {
    match (recorded.shows_belief("learner"), recorded.shows_belief("leader")) {
        (true, true) => "",
        (true, false) => {
            t!("Not recorded in these files: answers to the question about belief, which show it of leaders.")
        }
        (false, _) => {
            t!("Not recorded in these files: applications in real work and answers to the question about belief, \
                which show it.")
        }
    }
}

fn interval(curve: &Curve) -> String {
    let audience = plural(&curve.group);
    let (events, n) = (format::count(curve.events.into()), format::count(curve.n.into()));
    match (curve.median().t, format::day_interval(curve.median().lower, curve.median().upper)) {
        (None, _) => t!("{events} of {n} {audience}.", events, n, audience),
        (Some(_), Some(interval)) => {
            t!("{events} of {n} {audience}, 95\u{a0}% interval day {interval}.", events, n, audience, interval)
        }
        (Some(_), None) => t!("{events} of {n} {audience}, the interval is not defined.", events, n, audience),
    }
}

fn plural(audience: &str) -> &str {
    match audience {
        "learner" => t!("learners"),
        "manager" => t!("managers"),
        "leader" => t!("leaders"),
        other => other,
    }
}

fn hidden(audiences: &[String]) -> String {
    match audiences {
        [] => String::new(),
        names => {
            let names: Vec<&str> = names.iter().map(|name| plural(name)).collect();
            t!("Not shown, to protect small groups: {names}.", names = names.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::sample::{plain, ttc_of};

    #[test]
    fn audiences_stand_side_by_side() {
        let curve = |audience, n, events, day| ttc_of(audience, n, events, day).curve;
        let shown =
            |groups, hidden: &[&str]| Shown { groups, hidden: hidden.iter().map(|h| (*h).to_owned()).collect() };
        for (found, headline, caveat) in [
            (
                shown(vec![curve("learner", 107, 70, Some(40)), curve("manager", 11, 4, None)], &["leader"]),
                "Who saw the value: half of the learners by day 40, fewer than half of the managers so far.",
                "70 of 107 learners, 95 % interval day 35 to 45. 4 of 11 managers. Where few saw it so far, read the \
                 interval, not the day. Days count from the launch, or from the start of whoever came later. Each \
                 audience shows it in another way, so they stand side by side and are not compared. Not shown, to protect \
                 small groups: leaders.",
            ),
            (shown(vec![curve("leader", 0, 0, None)], &[]), "No figure yet for the time to belief.", ""),
            (
                shown(vec![], &["leader", "manager"]),
                "No figure yet for the time to belief.",
                "Not shown, to protect small groups: leaders, managers.",
            ),
        ] {
            let finding = plain(belief(&found, Recorded::all()));
            assert_eq!((finding.headline.as_str(), finding.caveat.as_str()), (headline, caveat));
        }
    }
}
