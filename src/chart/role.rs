//! What a drawn shape stands for. plotters carries a color with every shape; ours carries a role instead, and the
//! role names the classes in the style sheet, where the colors live.

use plotters::style::RGBColor;
use plotters_backend::BackendColor;

/// A slot is a place in the palette, 0 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Grid,
    Axis,
    Guide,
    Leader,
    Curve(u8),
    Band(u8),
    Censored(u8),
    MedianDot(u8),
    /// Text of axes and row names.
    Tick,
    /// A number in the at-risk table.
    Cell,
    /// Name of a block of the at-risk table, or in a key.
    Heading,
    /// "50 days" at the foot of a drop.
    MedianDay,
    /// Name of a curve in the picture, and the size below it.
    Name,
    Size,
    /// The target: a line, dashed.
    Target,
    /// Limits of chance: the inner and the outer ones.
    Limit,
    OuterLimit,
    /// A group, in one neutral color, and its name.
    Point,
    PointName,
    /// A series in time, and its points.
    Series,
    SeriesPoint,
    /// A ribbon under a line where it rests on little.
    Short,
    /// Line of a median, and an interval with its ends.
    Median,
    Interval,
}

/// Marks a color as ours: plotters' own colors do not have it.
const MARK: u8 = 0xa5;
/// Slots with a color and a dash in the style sheet.
pub const SLOTS: u8 = 6;
/// The red part of a color is a place in this list, the green part the slot.
const KINDS: [fn(u8) -> Role; 24] = [
    |_| Role::Grid,
    |_| Role::Axis,
    |_| Role::Guide,
    |_| Role::Leader,
    Role::Curve,
    Role::Band,
    Role::Censored,
    Role::MedianDot,
    |_| Role::Tick,
    |_| Role::Cell,
    |_| Role::Heading,
    |_| Role::MedianDay,
    |_| Role::Name,
    |_| Role::Size,
    |_| Role::Target,
    |_| Role::Limit,
    |_| Role::OuterLimit,
    |_| Role::Point,
    |_| Role::PointName,
    |_| Role::Series,
    |_| Role::SeriesPoint,
    |_| Role::Median,
    |_| Role::Interval,
    |_| Role::Short,
];

impl Role {
    /// Classes in the style sheet.
    pub fn class(self) -> String {
        match self {
            Role::Grid => "grid-l".to_owned(),
            Role::Axis => "axis-l".to_owned(),
            Role::Guide => "guide".to_owned(),
            Role::Leader => "lead-l".to_owned(),
            Role::Curve(slot) => format!("ln k{}", slot + 1),
            Role::Band(slot) => format!("bd f{}", slot + 1),
            Role::Censored(slot) => format!("cen c{}", slot + 1),
            Role::MedianDot(slot) => format!("f{} dot-ring", slot + 1),
            Role::Tick => "tk".to_owned(),
            Role::Cell => String::new(),
            Role::Heading => "b".to_owned(),
            Role::MedianDay => "b halo".to_owned(),
            Role::Name => "b lab halo".to_owned(),
            Role::Size => "tk halo".to_owned(),
            Role::Target => "target-l".to_owned(),
            Role::Limit => "lim".to_owned(),
            Role::OuterLimit => "lim2".to_owned(),
            Role::Point => "pt dot-ring".to_owned(),
            Role::PointName => "halo".to_owned(),
            Role::Series => "run-l".to_owned(),
            Role::SeriesPoint => "f1 dot-ring".to_owned(),
            Role::Median => "med-l".to_owned(),
            Role::Interval => "ink2-s".to_owned(),
            Role::Short => "short".to_owned(),
        }
    }

    /// CSS pixels.
    pub fn font_size(self) -> f64 {
        if self == Role::Name { 13.0 } else { 12.0 }
    }

    /// The color that carries this role through plotters.
    pub fn color(self) -> RGBColor {
        let slot = self.slot();
        let kind = KINDS.iter().position(|kind| kind(slot) == self);
        RGBColor(kind.map_or(u8::MAX, |kind| kind as u8), slot, MARK)
    }

    /// Reads the role back; `None` for a color that carries none.
    pub fn of(color: BackendColor) -> Option<Role> {
        let (kind, slot, mark) = color.rgb;
        let kind = KINDS.get(usize::from(kind))?;
        (mark == MARK && slot < SLOTS).then(|| kind(slot))
    }

    fn slot(self) -> u8 {
        match self {
            Role::Curve(slot) | Role::Band(slot) | Role::Censored(slot) | Role::MedianDot(slot) => slot,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use plotters::style::{Color, RED};

    use super::*;

    #[test]
    fn a_role_survives_the_way_through_a_color() {
        let plain = [
            Role::Grid,
            Role::Axis,
            Role::Guide,
            Role::Leader,
            Role::Tick,
            Role::Cell,
            Role::Heading,
            Role::MedianDay,
            Role::Name,
            Role::Size,
            Role::Target,
            Role::Limit,
            Role::OuterLimit,
            Role::Point,
            Role::PointName,
            Role::Series,
            Role::SeriesPoint,
            Role::Median,
            Role::Interval,
            Role::Short,
        ];
        let by_slot = [Role::Curve, Role::Band, Role::Censored, Role::MedianDot];
        let all = plain.into_iter().chain(by_slot.into_iter().flat_map(|role| (0..SLOTS).map(role)));
        for role in all {
            assert_eq!(Role::of(role.color().to_backend_color()), Some(role));
        }
    }

    #[test]
    fn a_color_of_plotters_and_a_slot_without_color_carry_no_role() {
        assert_eq!(Role::of(RED.to_backend_color()), None);
        assert_eq!(Role::of(Role::Curve(SLOTS).color().to_backend_color()), None);
    }
}
