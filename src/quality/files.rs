//! Files that cannot tell what they seem to: how they were read says so.

use super::{Concern, Held};
use crate::receipt::{Assumption, Caution, Kind, Receipt};

pub fn concerns(held: &Held<'_>) -> Vec<Concern> {
    let mut concerns: Vec<Concern> = Vec::new();
    for receipt in held.receipts {
        concerns.extend(of(receipt).into_iter().filter(|concern| !concerns.contains(concern)).collect::<Vec<_>>());
    }
    concerns
}

fn of(receipt: &Receipt) -> Vec<Concern> {
    let (file, source) = (receipt.file.clone(), receipt.reading.source.clone());
    let rows = receipt.reading.lines;
    let mut concerns = Vec::new();
    for caution in &receipt.reading.cautions {
        match caution {
            Caution::OnlyCompleted if receipt.kind == Kind::Events => {
                concerns.push(Concern::OnlyCompleted { file: file.clone(), rows });
            }
            Caution::NoLeavers => {
                concerns.push(Concern::ActiveOnly { file: file.clone(), source: source.clone(), rows });
            }
            _ => {}
        }
    }
    for assumption in &receipt.reading.assumptions {
        // A meeting is on the day its file names; anything else happened at some time before.
        if let Assumption::FileDate { day } = assumption
            && receipt.kind == Kind::Events
            && !receipt.reading.assumptions.contains(&Assumption::MeetingIsCoaching)
        {
            // Of several lists only the first leaves open how long before: the others say what is new since the one before.
            let in_first = receipt.reading.assumptions.iter().find_map(|assumption| match assumption {
                Assumption::Seen { at_first, .. } => Some(*at_first),
                _ => None,
            });
            let events = in_first.unwrap_or(receipt.rows - receipt.set_aside_total());
            if events == 0 {
                continue;
            }
            concerns.push(Concern::NoDates { file: file.clone(), source: source.clone(), events, day: *day });
        }
    }
    concerns
}
