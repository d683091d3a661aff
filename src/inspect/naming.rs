//! Who may be named in a list of the people behind a figure.
//!
//! A list says of each person how they did. Whoever is in a group that is hidden is not listed, under any split, or the
//! list would be the figure of that group. Nor may the list of a figure that is shown lack a few people: subtracting the
//! list from the figure would tell how those few did. So the list of a group lacks nobody, or at least as many people as
//! the limit, or it is empty. Who is taken off for that depends on groups and the order of the roster, never on a result.

use super::context::{Context, sizes};
use crate::cohort::Groups;

/// Which of the `counted` learners may be named. `also` are groups with a figure of their own beside the splits.
///
/// Whoever may not be named with a curve is named nowhere: figures of the same people tell of each other, and what a
/// curve leaves open about a few must not be read off another list.
pub fn nameable(context: &Context<'_>, counted: &[bool], also: Option<&Groups>) -> Vec<bool> {
    let learners = context.learners();
    let everybody = Groups::new(vec![String::new()], vec![0; counted.len()]);
    let mut splits: Vec<&Groups> = context.splits.iter().map(|split| &**split).chain([&everybody]).collect();
    if !context.names() {
        return vec![false; counted.len()];
    }
    let mut named = learners.clone();
    keep_shown(context, &learners, &mut named);
    take_off(&splits, &learners, context.small.0, &mut named);
    // A group may be large enough for a curve and have too few of its people behind this figure.
    named.iter_mut().zip(counted).for_each(|(named, counted)| *named &= *counted);
    keep_shown(context, counted, &mut named);
    splits.extend(also);
    take_off(&splits, counted, context.small.0, &mut named);
    named
}

/// Takes off whoever is in a group without a figure of the `counted` learners that is shown.
fn keep_shown(context: &Context<'_>, counted: &[bool], named: &mut [bool]) {
    for split in &context.splits {
        let shown = context.shown(split, counted);
        named.iter_mut().zip(&split.of).for_each(|(named, &group)| *named &= shown[group as usize]);
    }
}

/// Takes names off until no group's list lacks a few people.
fn take_off(splits: &[&Groups], counted: &[bool], limit: u64, named: &mut [bool]) {
    let of_counted: Vec<Vec<u64>> = splits.iter().map(|split| sizes(split, counted)).collect();
    let mut listed: Vec<Vec<u64>> = splits.iter().map(|split| sizes(split, named)).collect();
    loop {
        let lacks = |split: usize, group: usize| of_counted[split][group] - listed[split][group];
        let lacks_few = |split: usize, group: usize| (1..limit).contains(&lacks(split, group));
        let groups = (0..splits.len()).flat_map(|split| (0..listed[split].len()).map(move |group| (split, group)));
        let mut open = groups.filter(|&(split, group)| listed[split][group] > 0 && lacks_few(split, group));
        // A list only ever gets shorter, so each group comes up once and this ends.
        let Some((split, group)) = open.next() else { return };
        // Those first whose other groups lack somebody already, so that as few lists as possible are touched.
        let cost = |at: usize| -> u32 {
            let of_split = |other: usize| match lacks(other, splits[other].of[at] as usize) {
                0 => 4,
                enough if enough >= limit => 1,
                _ => 0,
            };
            (0..splits.len()).map(of_split).sum()
        };
        let inside = (0..named.len()).filter(|&at| named[at] && splits[split].of[at] as usize == group);
        let mut inside: Vec<(u32, usize)> = inside.map(|at| (cost(at), at)).collect();
        inside.sort_unstable();
        inside.truncate((limit - lacks(split, group)) as usize);
        for (_, at) in inside {
            named[at] = false;
            splits.iter().zip(&mut listed).for_each(|(split, listed)| listed[split.of[at] as usize] -= 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(of: &[u32]) -> Groups {
        let names = (0..of.iter().max().map_or(0, |most| most + 1)).map(|group| group.to_string()).collect();
        Groups::new(names, of.to_vec())
    }

    fn left(splits: &[&Groups], named: &str) -> String {
        let mut found: Vec<bool> = named.chars().map(|c| c == 'x').collect();
        take_off(splits, &vec![true; found.len()], 3, &mut found);
        found.iter().map(|named| if *named { 'x' } else { '.' }).collect()
    }

    #[test]
    fn a_list_lacks_nobody_enough_people_or_everybody() {
        let split = groups(&[0, 0, 0, 0, 1, 1, 1, 1]);
        for (named, expected) in [
            ("xxxxxxxx", "xxxxxxxx"),
            ("x.xxxxxx", "...xxxxx"),
            ("..xx....", "...x...."),
            ("...xxxxx", "...xxxxx"),
            (".xxxxxx.", "...x...x"),
            ("........", "........"),
        ] {
            let found = left(&[&split], named);
            let lacking = |half: &str| half.matches('.').count();
            let expected = [&expected[..4], &expected[4..]].map(lacking);
            assert_eq!([&found[..4], &found[4..]].map(lacking), expected, "{named}: {found}");
        }
    }

    #[test]
    fn who_is_taken_off_lacks_in_other_groups_already() {
        // Two more of the first team have to go: those of the first role, which lacks one already.
        let teams = groups(&[0, 0, 0, 0, 0, 1, 1, 1]);
        let roles = groups(&[0, 1, 1, 0, 0, 1, 1, 0]);
        assert_eq!(left(&[&teams, &roles], ".xxxxxxx"), ".xx..xxx");
    }
}
