//! Class names → presentation attributes: the light palette of the style sheet (tokens.css) on white paper. Attributes
//! rather than a style element, because slide and word programs read those.

pub const PAPER: &str = "#ffffff";
pub const ROOT: &str = "font-family=\"Inter, 'Noto Sans', 'Segoe UI', system-ui, -apple-system, Roboto, \
                        'Liberation Sans', 'DejaVu Sans', sans-serif\" font-size=\"12\" fill=\"#3f4c58\" \
                        font-variant=\"lining-nums tabular-nums\"";
pub const FINDING: &str = "font-size=\"20\" font-weight=\"600\" fill=\"#17212b\"";
pub const CAVEAT: &str = "font-size=\"14\" fill=\"#3f4c58\"";
pub const FOOT: &str = "font-size=\"12\" fill=\"#566370\"";
/// For a text in paper color behind the text itself.
pub const HALO: &str = " stroke=\"#ffffff\" stroke-width=\"4\" stroke-linejoin=\"round\"";

const SERIES: [&str; 6] = ["#1e499d", "#c77a1a", "#3b9785", "#4e1933", "#474b05", "#937ae0"];
const DASHES: [&str; 6] = ["", "9 4", "2.5 3", "12 3 2.5 3", "5 3", "14 3 2.5 3 2.5 3"];

pub fn has_halo(class: &str) -> bool {
    class.split(' ').any(|word| word == "halo")
}

/// Attributes for all words of a class, each with a space before it.
pub fn attributes(class: &str) -> String {
    class.split(' ').map(word).collect()
}

fn word(word: &str) -> String {
    let fixed = match word {
        "grid-l" => " fill=\"none\" stroke=\"#dfe5ea\"",
        "axis-l" => " fill=\"none\" stroke=\"#6b7785\"",
        "guide" => " fill=\"none\" stroke=\"#566370\" stroke-dasharray=\"2 3\"",
        "lead-l" => " fill=\"none\" stroke=\"#7b8794\"",
        "ln" => " fill=\"none\" stroke-width=\"2.25\"",
        "cen" => " fill=\"none\" stroke-width=\"1.5\"",
        "bd" => " fill-opacity=\"0.15\"",
        "target-l" => " fill=\"none\" stroke=\"#17212b\" stroke-width=\"1.5\" stroke-dasharray=\"6 3\"",
        "lim" => " fill=\"none\" stroke=\"#7b8794\" stroke-width=\"1.25\"",
        "lim2" => " fill=\"none\" stroke=\"#7b8794\" stroke-width=\"1.25\" stroke-dasharray=\"4 3\"",
        "pt" => " fill=\"#3f4c58\"",
        "run-l" => " fill=\"none\" stroke=\"#1e499d\" stroke-width=\"1.5\"",
        "med-l" => " fill=\"none\" stroke=\"#3f4c58\" stroke-width=\"1.25\"",
        "ink2-s" => " fill=\"none\" stroke=\"#3f4c58\" stroke-width=\"1.75\"",
        "short" => " fill=\"none\" stroke=\"#7b8794\" stroke-width=\"14\" stroke-opacity=\"0.3\"",
        "dot-ring" => " stroke=\"#ffffff\" stroke-width=\"2\"",
        "tk" => " fill=\"#566370\"",
        "b" => " font-weight=\"600\" fill=\"#17212b\"",
        "lab" => " font-size=\"13\"",
        "e" => " text-anchor=\"end\"",
        "m" => " text-anchor=\"middle\"",
        _ => return of_slot(word).unwrap_or_default(),
    };
    fixed.to_owned()
}

/// "k2", "c2", "f2": line, tick and filling of the second series.
fn of_slot(word: &str) -> Option<String> {
    let (kind, slot) = word.split_at_checked(1)?;
    let slot = slot.parse::<usize>().ok()?.checked_sub(1)?;
    let color = SERIES.get(slot)?;
    match kind {
        "k" if slot > 0 => Some(format!(" stroke=\"{color}\" stroke-dasharray=\"{}\"", DASHES[slot])),
        "k" | "c" => Some(format!(" stroke=\"{color}\"")),
        "f" => Some(format!(" fill=\"{color}\"")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::role::{Role, SLOTS};

    #[test]
    fn every_shape_of_a_picture_is_painted() {
        let by_slot = [Role::Curve, Role::Band, Role::Censored, Role::MedianDot];
        let plain = [
            Role::Grid,
            Role::Axis,
            Role::Guide,
            Role::Leader,
            Role::Target,
            Role::Limit,
            Role::OuterLimit,
            Role::Point,
            Role::Series,
            Role::SeriesPoint,
            Role::Median,
            Role::Interval,
            Role::Short,
        ];
        for role in plain.into_iter().chain(by_slot.into_iter().flat_map(|role| (0..SLOTS).map(role))) {
            let attributes = attributes(&role.class());
            assert!(attributes.contains('#'), "{role:?}: {attributes}");
        }
    }

    #[test]
    fn a_name_that_is_no_class_paints_nothing() {
        for class in ["", "k0", "k7", "f", "q1", "é1"] {
            assert_eq!(attributes(class), "", "{class}");
        }
        assert!(has_halo("b lab halo e") && !has_halo("b"));
    }
}
