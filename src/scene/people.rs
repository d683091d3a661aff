//! Who is who, as far as somebody can decide it: names that agree in two files, and what was decided before.

use super::document::{Act, Block, Choice, Section};
use crate::identity::{Proposal, Side, pair};
use crate::receipt::Decision;
use crate::{format, t};

/// Shown at a time.
const MOST: usize = 50;

/// Empty where nobody has a second id, no name is proposed and nothing was decided. `merged` are the ids and addresses that
/// stand for somebody who has another one.
pub fn people(proposals: &[Proposal], decisions: &[Decision], merged: u64) -> Vec<Section> {
    let mut blocks = Vec::new();
    if merged > 0 {
        let text = match merged {
            1 => t!("One id or address stands for a person who has another one, too.").to_owned(),
            n => t!("{n} ids and addresses stand for people who have another one, too.", n = format::count(n)),
        };
        let why = t!("They stand in one row of a file, differ in capitals, or were put together below.");
        blocks.push(Block::words(format!("{text} {why}")));
    }
    if !proposals.is_empty() {
        let mut words =
            t!("Only the names of these agree. They count as two until you say that they are one person; you \
                            can take it back.")
            .to_owned();
        let more = proposals.len().saturating_sub(MOST);
        if more > 0 {
            let n = format::count(more as u64);
            words = format!("{words} {}", t!("{n} more follow when these are decided.", n));
        }
        blocks.push(Block::words(words));
        blocks.push(Block::Choices(proposals.iter().take(MOST).map(proposed).collect()));
    }
    if !decisions.is_empty() {
        blocks.push(Block::words(t!("What you decided. It holds for files that come later, too.")));
        blocks.push(Block::Choices(decisions.iter().rev().map(decided).collect()));
    }
    if blocks.is_empty() { Vec::new() } else { vec![Section::new("people", t!("Who is who"), blocks)] }
}

fn proposed(proposal: &Proposal) -> Choice {
    let side = |side: &Side| {
        let person = &side.person;
        match side.is_listed {
            true => t!("{person} (on a list of people)", person),
            false => t!("{person} (in events only)", person),
        }
    };
    let pair = pair(&proposal.one.person, &proposal.other.person);
    Choice {
        text: proposal.name.clone(),
        under: format::all_of(&[side(&proposal.one), side(&proposal.other)]),
        acts: vec![(t!("One person").to_owned(), Act::Same(pair)), (t!("Two people").to_owned(), Act::Apart(pair))],
    }
}

fn decided(decision: &Decision) -> Choice {
    let Decision { one, other, is_same } = decision;
    let under = if *is_same { t!("One person") } else { t!("Two people") };
    let acts = vec![(t!("Take it back").to_owned(), Act::Withdraw(pair(one, other)))];
    Choice { text: format::all_of(&[one, other]), under: under.to_owned(), acts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_decided_is_shown_and_no_more_than_fits() {
        assert!(people(&[], &[], 0).is_empty());
        let side = |person: &str, is_listed| Side { person: person.to_owned(), is_listed };
        let one = Proposal { name: "Ada Lovelace".to_owned(), one: side("7", true), other: side("a@x", false) };
        let decision = Decision { one: "8".to_owned(), other: "b@x".to_owned(), is_same: true };
        let sections = people(&vec![one; MOST + 2], &[decision], 3);
        let choices: Vec<&Vec<Choice>> = sections[0]
            .blocks
            .iter()
            .filter_map(|block| if let Block::Choices(choices) = block { Some(choices) } else { None })
            .collect();
        assert_eq!((choices[0].len(), choices[1].len()), (MOST, 1));
        assert_eq!(choices[0][0].under, "7 (on a list of people) and a@x (in events only)");
        assert_eq!(choices[1][0].acts[0].1, Act::Withdraw(pair("b@x", "8")));
        assert!(
            matches!(&sections[0].blocks[1], Block::Words { text, .. } if text.ends_with("2 more follow when these are decided."))
        );
    }
}
