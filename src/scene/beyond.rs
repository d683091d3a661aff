//! The numbers beyond the curve, each as a sentence with its caveat: coaching, the accountable figures, belief,
//! milestones, the mix of roles.

use super::document::{Block, Section};
use crate::analysis::Uplift;
use crate::analysis::detail::{Detail, Milestones};
use crate::finding::{self, Finding};
use crate::inspect::{Audience, Number};
use crate::t;

pub fn beyond(detail: &Detail) -> Vec<Section> {
    let said = |finding: Finding, opens: Number| Block::Finding { finding, opens: Some(opens) };
    let (landmark, cox) = (finding::landmark(&detail.check_ins), finding::cox(detail.check_ins.cox.as_ref()));
    let coaching = match detail.check_ins.recorded {
        true => vec![said(landmark, Number::Landmark), said(cox, Number::Cox)],
        false => vec![Block::Finding { finding: landmark, opens: None }],
    };
    let uplift = |uplift: &Uplift| said(finding::uplift(uplift), Number::Uplift { item: uplift.item.clone() });
    let figures = [
        Block::Finding {
            finding: finding::first_application(&detail.first_application),
            opens: detail.first_application.recorded.then_some(Number::FirstApplication { team: None }),
        },
        Block::Finding {
            finding: finding::coaching(&detail.coaching),
            opens: detail.coaching.recorded.then_some(Number::Coaching { team: None }),
        },
    ];
    let belief = finding::belief(&detail.belief, detail.recorded);
    let belief = match detail.recorded.shows_belief("learner") {
        true => said(belief, Number::Belief { audience: Audience::Learner }),
        false => Block::Finding { finding: belief, opens: None },
    };
    let milestone = |one: &Milestones| Block::Finding {
        finding: finding::milestone(one),
        opens: one.recorded.then_some(Number::Milestone { kind: one.kind, team: None }),
    };
    let mix = detail.role_mix.as_ref().and_then(finding::role_mix);
    let mut sections = vec![
        Section::new("check-ins", t!("Does coaching go together with it?"), coaching),
        Section::new(
            "accountable",
            t!("The accountable figures in words"),
            figures.into_iter().chain(detail.uplift.groups.iter().map(uplift)),
        ),
        Section::new("belief", t!("When do people see that it works?"), [belief]),
        Section::new("first-steps", t!("First steps on the way"), detail.milestones.iter().map(milestone)),
    ];
    sections.extend(
        mix.map(|finding| Section::new("mix", t!("Who started when"), [Block::Finding { finding, opens: None }])),
    );
    sections
}
