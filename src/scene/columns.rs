//! What several screens need: columns where there is room, and words for what is not shown.

use super::document::Block;
use crate::t;

/// Narrower content than this has one column, CSS pixels.
const TWO_COLUMNS: u32 = 860;
/// Between the columns, and the parts of the first of both (style/layout.css).
const GAP: u32 = 48;
const FIRST: f64 = 1.55 / 2.55;

/// Width of the first and of the second column; both are the whole where there is only one.
pub fn widths(width: u32) -> [u32; 2] {
    if width < TWO_COLUMNS {
        return [width, width];
    }
    let first = (f64::from(width - GAP) * FIRST).floor() as u32;
    [first, width - GAP - first]
}

/// Two columns, or one where there is no room for two.
pub fn columns(width: u32, columns: [Vec<Block>; 2]) -> Vec<Block> {
    if width < TWO_COLUMNS { columns.into_iter().flatten().collect() } else { vec![Block::Columns(columns)] }
}

/// "2 teams are not shown, to protect small groups."
pub fn hidden_teams(hidden: usize) -> Option<String> {
    match hidden {
        0 => None,
        1 => Some(t!("1 team is not shown, to protect small groups.").to_owned()),
        n => Some(t!("{n} teams are not shown, to protect small groups.", n)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_there_is() {
        assert_eq!(widths(360), [360, 360]);
        let [first, second] = widths(1_032);
        assert_eq!(first + second + GAP, 1_032);
        assert!(first > second);
        let one = || [vec![Block::words("a")], vec![Block::words("b")]];
        assert_eq!((columns(360, one()).len(), columns(1_032, one()).len()), (2, 1));
    }
}
