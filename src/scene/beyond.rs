//! The numbers beyond the curve, each as a sentence with its caveat: coaching, the accountable figures, belief,
//! milestones, the mix of roles.

use super::document::{Block, Section};
use crate::analysis::Uplift;
use crate::analysis::detail::{Detail, Milestones};
use crate::finding::{self, Finding};
use crate::inspect::{Audience, Number};

pub fn beyond(detail: &Detail) -> Vec<Section> {
    let said = |finding: Finding, opens: Number| Block::Finding { finding, opens: Some(opens) };
    let coaching = [
        said(finding::landmark(&detail.check_ins), Number::Landmark),
        said(finding::cox(detail.check_ins.cox.as_ref()), Number::Cox),
    ];
    let uplift = |uplift: &Uplift| said(finding::uplift(uplift), Number::Uplift { item: uplift.item.clone() });
    let figures = [
        said(finding::first_application(&detail.first_application), Number::FirstApplication { team: None }),
        said(finding::coaching(&detail.coaching), Number::Coaching { team: None }),
    ];
    let belief = said(finding::belief(&detail.belief), Number::Belief { audience: Audience::Learner });
    let milestone = |one: &Milestones| said(finding::milestone(one), Number::Milestone { kind: one.kind, team: None });
    let mix = detail.role_mix.as_ref().and_then(finding::role_mix);
    let mut sections = vec![
        Section::new("check-ins", "Does coaching go together with it?", coaching),
        Section::new(
            "accountable",
            "The accountable figures in words",
            figures.into_iter().chain(detail.uplift.groups.iter().map(uplift)),
        ),
        Section::new("belief", "When do people see that it works?", [belief]),
        Section::new("first-steps", "First steps on the way", detail.milestones.iter().map(milestone)),
    ];
    sections
        .extend(mix.map(|finding| Section::new("mix", "Who started when", [Block::Finding { finding, opens: None }])));
    sections
}
