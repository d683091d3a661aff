//! Holm's step-down correction of p-values for their number (1979).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Corrected p-values in the same order; an unknown p stays unknown and does not count.
///
/// The smallest of m is multiplied by m, the next by m − 1 and so on; none may be below the one before it, and 1 is the
/// most. Once one of them is 1, so is every larger one: with many groups only a few of the smallest are ever ordered.
pub fn holm(p: &[Option<f64>]) -> Vec<Option<f64>> {
    // Doubles from 0 up are in the order of their bits.
    let known = p.iter().enumerate().filter_map(|(at, p)| p.map(|p| Reverse((p.max(0.0).to_bits(), at))));
    let mut smallest_first: BinaryHeap<_> = known.collect::<Vec<_>>().into();
    let mut corrected: Vec<Option<f64>> = p.iter().map(|p| p.map(|_| 1.0)).collect();
    let mut least: f64 = 0.0;
    while least < 1.0 {
        let left = smallest_first.len() as f64;
        let Some(Reverse((bits, at))) = smallest_first.pop() else { break };
        least = least.max((f64::from_bits(bits) * left).min(1.0));
        corrected[at] = Some(least);
    }
    corrected
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_steps_down_and_never_falls() {
        let corrected = holm(&[Some(0.01), None, Some(0.04), Some(0.03), Some(0.9)]);
        assert_eq!(corrected, [Some(0.04), None, Some(0.09), Some(0.09), Some(0.9)]);
        assert_eq!(holm(&[Some(0.6), Some(0.7), Some(0.0)]), [Some(1.0), Some(1.0), Some(0.0)]);
        assert_eq!(holm(&[]), []);
    }
}
