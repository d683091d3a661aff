//! What was considered, used and left out: the parts add up to the whole.

use serde::{Deserialize, Serialize};

use super::Of;
use super::context::Context;
use crate::record::EventKind;
use crate::table::{Code, NONE};
use crate::{language, t};

/// People or rows: those a number rests on, and the others by the first reason that applies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    pub used: u64,
    /// What is counted, in the plural: "learners".
    pub noun: String,
    /// In the order in which the reasons are asked; a reason that applies to nobody is left away.
    pub left_out: Vec<(String, u64)>,
}

impl Account {
    /// All that was looked at.
    pub fn considered(&self) -> u64 {
        self.used + self.left_out.iter().map(|(_, count)| count).sum::<u64>()
    }

    fn new(used: usize, noun: &str, left_out: impl IntoIterator<Item = (String, usize)>) -> Account {
        let left_out = left_out.into_iter().filter(|(_, count)| *count > 0);
        let left_out = left_out.map(|(reason, count)| (reason, count as u64)).collect();
        Account { used: used as u64, noun: noun.to_owned(), left_out }
    }

    /// People of a figure of everybody: of the whole roster.
    ///
    /// How many are left out may be few, and is said all the same: it is a part of the roster, whose size, scope and
    /// number of learners every screen shows; nothing is said about how these people did. The part of the learners can be
    /// taken apart by team, see `of_group`.
    fn of_everybody(context: &Context<'_>, used: usize, noun: &str, learners: Vec<(String, usize)>) -> Account {
        let scope = &context.study.scope;
        let people = context.basis.row_of.iter().filter(|&&row| row != NONE).count();
        let others = [
            (t!("started after the data date").to_owned(), people - scope.size() - scope.not_begun),
            (t!("not begun, as the definition asks for it").to_owned(), scope.not_begun),
            (t!("managers and leaders, who are not observed").to_owned(), scope.size() - scope.learners.len()),
        ];
        Account::new(used, noun, others.into_iter().chain(learners))
    }

    /// Learners of a figure; `reasons` are marked texts. `reason` says of a learner that is not `used` why, as a place in `reasons`.
    ///
    /// Of a group too small for a curve the reasons are not counted: beside those of everybody and of the other groups
    /// they would tell how many people stand for them in the groups that are not shown. Where they are counted, what is
    /// left after subtraction belongs to at least two groups and as many learners as the limit, as section 10 hides them.
    pub fn of_learners(
        context: &Context<'_>,
        of: &Of,
        used: &[bool],
        reasons: &[&'static str],
        reason: impl Fn(usize) -> usize,
    ) -> Account {
        let mut counts = vec![0; reasons.len()];
        let count = used.iter().filter(|used| **used).count();
        let all = vec![true; used.len()];
        let considered = context.members(of, &all).unwrap_or_else(|| used.to_vec());
        for at in (0..used.len()).filter(|&at| considered[at] && !used[at]) {
            counts[reason(at)] += 1;
        }
        let left_out = said(reasons).zip(counts);
        match of.group {
            None => Account::of_everybody(context, count, t!("learners"), left_out.collect()),
            Some(_) => Account::new(count, t!("learners"), left_out),
        }
    }

    /// Learners of several groups that are compared, among everybody. What is left over are the learners of the groups
    /// that are not shown, or not chosen: at least as many as the limit, or none.
    pub fn of_groups(context: &Context<'_>, used: &[bool]) -> Account {
        let count = used.iter().filter(|used| **used).count();
        Account::of_everybody(
            context,
            count,
            t!("learners"),
            vec![(t!("in groups that are not compared here").to_owned(), used.len() - count)],
        )
    }

    /// People of an audience other than the learners.
    pub fn of_audience(used: usize, noun: &str, left_out: Option<(&str, usize)>) -> Account {
        Account::new(used, noun, left_out.map(|(reason, count)| (reason.to_owned(), count)))
    }

    /// Rows of a kind in the event files, equal ones once. `reason` says of a row of a learner, on a day that counts for
    /// them all, why it is not used, as a place in `reasons`.
    pub fn of_events(
        context: &Context<'_>,
        kind: EventKind,
        noun: &str,
        reasons: &[&'static str],
        reason: impl Fn(usize, usize) -> Option<usize>,
    ) -> Account {
        let (study, runs) = (context.study, context.basis.runs);
        let mut learner_of = vec![None; context.basis.row_of.len()];
        study
            .scope
            .learners
            .iter()
            .enumerate()
            .for_each(|(at, learner)| learner_of[learner.person as usize] = Some(at));
        let cutoff = study.scope.cutoff.map_or(i32::MAX, |cutoff| cutoff.0);
        let [mut used, mut unknown, mut late, mut others] = [0; 4];
        let mut counts = vec![0; reasons.len()];
        for (person, &row) in context.basis.row_of.iter().enumerate() {
            for event in runs.run(person as Code, kind) {
                match learner_of[person] {
                    _ if row == NONE => unknown += 1,
                    _ if runs.day[event] > cutoff => late += 1,
                    None => others += 1,
                    Some(learner) => match reason(learner, event) {
                        Some(reason) => counts[reason] += 1,
                        None => used += 1,
                    },
                }
            }
        }
        let general = [
            (t!("about people the roster lacks"), unknown),
            (t!("after the data date"), late),
            (t!("about people who are not learners, or start later"), others),
        ];
        let general = general.map(|(reason, count)| (reason.to_owned(), count));
        Account::new(used, noun, general.into_iter().chain(said(reasons).zip(counts)))
    }
}

fn said(reasons: &[&'static str]) -> impl Iterator<Item = String> {
    reasons.iter().map(|reason| language::text(reason).to_owned())
}
