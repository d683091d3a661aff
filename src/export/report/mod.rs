//! report.json: every number of one data set under one definition (spec/report.md). Holds every group, hidden or not;
//! `published` names the groups that section 10 hides.

mod curves;
mod indicators;
mod json;
mod numbers;
mod progress;
mod published;
mod rows;
mod settings;

use std::rc::Rc;

use crate::analysis::pairs::{Pairs, pair_tests};
use crate::analysis::study::{Basis, Study};
use crate::analysis::ttc::{Group, compare, tau_used, ttc_curve};
use crate::analysis::{Counts, Grouping};
use crate::cohort::Groups;
use crate::survival::PairTests;
use curves::{CurveShape, TtcShape};
use json::{Object, Written};
use numbers::Numbers;
use settings::Settings;

/// The report as JSON text in UTF-8.
pub fn report(study: &mut Study, basis: Basis<'_>, read: Counts) -> Result<Vec<u8>, serde_json::Error> {
    let all = study.groups(basis, Grouping::None);
    let [team, cohort, role] = Grouping::SPLITS.map(|by| study.groups(basis, by));
    let numbers = Numbers::new(study, basis, &all, &team);
    let splits = [("team", &team), ("cohort", &cohort), ("role", &role)];
    let splits = splits.map(|(key, groups)| Split::new(key, study, groups));
    let mut json = Vec::new();
    Object::write(&mut json, |report| {
        report.field("cutoff", &study.in_force.cutoff)?;
        report.field("settings", &Settings::from(&study.in_force))?;
        report.field("counts", &study.counts(basis, read))?;
        report.object("ttc", |ttc| time_to_competency(ttc, study, &all, &splits))?;
        numbers.write(report)?;
        report.object("published", |published| {
            published.object("ttc", |ttc| {
                ttc.field("overall_hidden", &numbers.overall_hidden())?;
                splits.iter().try_for_each(|split| split.write_published(ttc, &numbers))
            })?;
            numbers.write_published(published)
        })
    })?;
    Ok(json)
}

fn time_to_competency(ttc: &mut Object<'_>, study: &Study, all: &Groups, splits: &[Split]) -> Written {
    let tau = study.in_force.definition.tau;
    let behaviours = &study.in_force.behaviours;
    let alone: Vec<CurveShape> = study.alone().iter().map(CurveShape::from).collect();
    let everybody = study.ttc_groups(all).remove(0);
    ttc.field("behaviours", behaviours)?;
    ttc.field("overall", &TtcShape::from(ttc_curve(&everybody, tau_used(&[&everybody], tau))))?;
    ttc.field("behaviours_alone", &alone)?;
    splits.iter().try_for_each(|split| split.write(ttc, tau))
}

/// One way of splitting the learners, with the tests of every two groups.
struct Split {
    key: &'static str,
    groups: Vec<Group>,
    tests: Rc<PairTests>,
}

impl Split {
    fn new(key: &'static str, study: &Study, split: &Groups) -> Split {
        let groups = study.ttc_groups(split);
        Split { key, tests: pair_tests(&groups), groups }
    }

    fn write(&self, ttc: &mut Object<'_>, tau: i32) -> Written {
        let names: Vec<&str> = self.groups.iter().map(|group| group.name.as_str()).collect();
        let compared = compare(&self.groups.iter().collect::<Vec<_>>(), tau, ttc_curve);
        let rmst = compared.groups.iter().map(|group| group.rmst).collect();
        let pairs = Pairs::new(self.tests.clone(), (0..names.len()).collect(), rmst);
        ttc.object(self.key, |split| curves::comparison::<_, TtcShape>(split, &names, compared, pairs.iter()))
    }

    fn write_published(&self, ttc: &mut Object<'_>, numbers: &Numbers<'_>) -> Written {
        let tau = numbers.study.in_force.definition.tau;
        ttc.object(self.key, |split| published::comparison(split, &self.groups, &self.tests, tau, numbers.small))
    }
}
