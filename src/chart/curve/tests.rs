//! Laws of the whole picture, over widths, numbers of groups and shapes of data.

use super::*;
use crate::chart::place::{Anchor, Rect};
use crate::chart::{Frame, Node};

const NAMES: [&str; 6] = ["Aarhus", "Ops \"B\" & <Co>", "Customer success, north and east", "東京支社", "", "Ø"];

fn options(width: u32) -> Options {
    Options { width, bands: true, censor_ticks: true, leavers: Leavers::Censored, subject: COMPETENCY, min_group: 5 }
}

fn named(data: &[TtcCurve]) -> Vec<Series<'_>> {
    data.iter().zip(0..).map(|(data, slot)| Series::of_competency(NAMES[usize::from(slot)], slot, data)).collect()
}

/// Six groups each: usual, early, long, nobody competent, everybody at day 0, one day.
fn shapes() -> Vec<Vec<TtcCurve>> {
    let by_group = |make: &dyn Fn(i32) -> TtcCurve| (0..6).map(make).collect::<Vec<_>>();
    vec![
        by_group(&|i| sample::spread_out(20 + i, 10 + 6 * i, 90 + 6 * i)),
        by_group(&|i| sample::spread_out(400, i, 9 + i)),
        by_group(&|i| sample::spread_out(1_200, 1, 3_000 - 500 * i)),
        by_group(&|i| sample::of_people(&[(10 + i, false), (80 - i, false)])),
        by_group(&|_| sample::of_people(&[(0, true), (0, true), (0, true)])),
        by_group(&|i| sample::of_people(&[(0, false), (i % 2, true)])),
    ]
}

/// Every picture of the loop: shape of data, number of groups, width.
fn pictures() -> impl Iterator<Item = (String, Figure)> {
    shapes().into_iter().enumerate().flat_map(|(shape, data)| {
        let sizes = (0..=data.len()).flat_map(|groups| (320..=1600).step_by(160).map(move |width| (groups, width)));
        let draw = move |(groups, width)| {
            let what = format!("shape {shape}, {groups} groups, {width} px");
            (what, figure(&named(&data[..groups]), &options(width)))
        };
        sizes.map(draw).collect::<Vec<_>>()
    })
}

fn boxes(figure: &Figure) -> Vec<(String, Rect)> {
    let text = |node: &Node| match node {
        Node::Text { class, x, y, text } => {
            let has = |word| class.split(' ').any(|each| each == word);
            let anchor = match (has("e"), has("m")) {
                (true, _) => Anchor::End,
                (_, true) => Anchor::Middle,
                _ => Anchor::Start,
            };
            let size = if has("lab") { 13.0 } else { 12.0 };
            Some((text.clone(), Rect::of_text(text, size, anchor, *x, *y)))
        }
        _ => None,
    };
    figure.nodes.iter().filter_map(text).collect()
}

/// Shapes and texts of a class; a path may hold several shapes.
fn count(figure: &Figure, class: &str) -> usize {
    let of_class = figure.nodes.iter().map(|node| match node {
        Node::Path { class, d } => (class, d.matches('M').count()),
        Node::Circle { class, .. } | Node::Text { class, .. } => (class, 1),
    });
    of_class.filter(|(classes, _)| classes.split(' ').any(|word| word == class)).map(|(_, shapes)| shapes).sum()
}

#[test]
fn texts_lie_in_the_figure_and_never_meet() {
    for (what, figure) in pictures() {
        assert_texts_lie_apart(&what, &figure);
    }
}

#[test]
fn texts_of_another_language_find_room_too() {
    crate::language::german::spoken(|| {
        for (what, figure) in pictures() {
            assert_texts_lie_apart(&what, &figure);
        }
    });
}

fn assert_texts_lie_apart(what: &str, figure: &Figure) {
    let all = Rect { left: 0.0, top: 0.0, right: figure.width.into(), bottom: figure.height.into() };
    let boxes = boxes(figure);
    for (i, (text, rect)) in boxes.iter().enumerate() {
        assert!(rect.lies_in(&all.grown(0.1)), "{what}: {text} at {rect:?} of {}", figure.height);
        let met = boxes[..i].iter().find(|(_, other)| other.meets(&rect.grown(-0.1)));
        assert!(met.is_none(), "{what}: {text} meets {met:?} at {rect:?}");
    }
    let frame = figure.frame;
    assert!(frame.top < frame.bottom && frame.last_day > 0, "{what}: {frame:?}");
    assert!(frame.right - frame.left >= 0.4 * f64::from(figure.width), "{what}: no room for the data");
}

#[test]
fn a_curve_reaches_from_day_0_to_the_largest_time() {
    let data = sample::hand_checked();
    let series = [sample::series("A", 0, &data)];
    let figure = figure(&series, &options(560));
    let line = figure.nodes.iter().find_map(|node| match node {
        Node::Path { class, d } if class == "ln k1" => Some(d),
        _ => None,
    });
    // 450 px for 41 days: day 10 is at 96 + 10 · 450 / 41; a quarter of 264 px is 66.
    assert_eq!(figure.frame, Frame { left: 96.0, right: 546.0, top: 26.0, bottom: 290.0, last_day: 41 });
    assert_eq!(line.map(String::as_str), Some("M96 290H205.7V224H425.2V125H535"));
}

#[test]
fn censor_ticks_are_drawn_where_they_may_be() {
    let data = sample::hand_checked();
    let series = [sample::series("A", 0, &data)];
    for (censor_ticks, min_group, ticks) in [(true, 2, 2), (true, 3, 0), (false, 2, 0)] {
        let options = Options { censor_ticks, min_group, ..options(560) };
        assert_eq!(count(&figure(&series, &options), "cen"), ticks, "{censor_ticks}, limit {min_group}");
    }
}

#[test]
fn the_guide_is_there_when_a_median_is_reached() {
    let (reached, nobody) = (sample::hand_checked(), sample::of_people(&[(40, false), (50, false)]));
    for (data, lines, dots) in [(vec![&reached], 2, 1), (vec![&nobody], 0, 0), (vec![&reached, &nobody], 2, 1)] {
        let series: Vec<_> = data.iter().zip(0..).map(|(data, slot)| sample::series("A", slot, data)).collect();
        let figure = figure(&series, &options(560));
        assert_eq!((count(&figure, "guide"), count(&figure, "dot-ring")), (lines, dots));
    }
}

#[test]
fn bands_can_be_left_out() {
    let data = sample::hand_checked();
    let series = [sample::series("A", 0, &data)];
    assert_eq!(count(&figure(&series, &options(560)), "bd"), 1);
    assert_eq!(count(&figure(&series, &Options { bands: false, ..options(560) }), "bd"), 0);
}

#[test]
fn the_at_risk_columns_add_up_to_the_group() {
    for data in shapes() {
        let drawn = figure(&named(&data[..1]), &options(1_032));
        let cells: Vec<u32> = drawn
            .nodes
            .iter()
            .filter_map(|node| match node {
                Node::Text { class, text, .. } if class == "m" => text.replace(',', "").parse().ok(),
                _ => None,
            })
            .collect();
        // Rows of the one group: at risk, competent, censored.
        let (columns, n) = (cells.len() / 3, data[0].curve.n);
        assert!(columns > 0 && cells.len() == 3 * columns);
        for column in 0..columns {
            let sum: u32 = (0..3).map(|row| cells[row * columns + column]).sum();
            assert_eq!(sum, n, "column {column}");
        }
    }
}

#[test]
fn a_group_keeps_its_slot_and_a_slot_beyond_the_palette_starts_it_again() {
    let data = sample::hand_checked();
    for (slot, class) in [(0, "k1"), (5, "k6"), (6, "k1"), (u8::MAX, "k4")] {
        let figure = figure(&[sample::series("A", slot, &data)], &options(560));
        assert_eq!(count(&figure, class), 2, "line and swatch of slot {slot}");
    }
}
