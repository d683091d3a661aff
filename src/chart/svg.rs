//! A figure as an SVG file that stands alone: style resolved, title, description and foot line inside.

use std::fmt::Write;

use super::{Figure, Node, text};
use crate::markup::escape;

mod paint;

/// What stands above and below the picture in a file.
pub struct Words<'a> {
    pub finding: &'a str,
    pub caveat: &'a str,
    /// Data date, definition, small-group limit.
    pub foot: &'a str,
}

/// Around everything, CSS pixels.
const MARGIN: f64 = 24.0;
/// Between words and picture.
const GAP: f64 = 16.0;

/// A kind of text around the picture: its size, line height and attributes.
struct Style {
    size: f64,
    line: f64,
    /// Characters in the longest line: longer ones tire.
    measure: f64,
    attributes: &'static str,
}

const FINDING: Style = Style { size: 20.0, line: 26.0, measure: 64.0, attributes: paint::FINDING };
const CAVEAT: Style = Style { size: 14.0, line: 20.0, measure: 96.0, attributes: paint::CAVEAT };
const FOOT: Style = Style { size: 12.0, line: 17.0, measure: 120.0, attributes: paint::FOOT };

/// The file's text: light palette on white, system fonts, no script, no link.
pub fn document(figure: &Figure, words: &Words<'_>) -> String {
    let room = f64::from(figure.width);
    let finding = block(words.finding, &FINDING, room, 0.0);
    let caveat = block(words.caveat, &CAVEAT, room, finding.bottom + GAP / 4.0);
    let picture = caveat.bottom + GAP;
    let foot = block(words.foot, &FOOT, room, picture + f64::from(figure.height));
    let (width, height) = (tenths(room + 2.0 * MARGIN), tenths(foot.bottom + 2.0 * MARGIN));
    let (margin, down) = (tenths(MARGIN), tenths(picture));

    let mut file = String::with_capacity(figure.nodes.len() * 160 + 2_000);
    // Writing to a String does not fail.
    let _ = write!(
        file,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"title desc\" {}>\n<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n<g transform=\"translate({margin} {margin})\">\n",
        paint::ROOT,
        escape(words.finding),
        escape(&figure.alt),
        paint::PAPER,
    );
    file.push_str(&finding.text);
    file.push_str(&caveat.text);
    let _ = writeln!(file, "<g transform=\"translate(0 {down})\">");
    for node in &figure.nodes {
        push_node(&mut file, node);
    }
    file.push_str("</g>\n");
    file.push_str(&foot.text);
    file.push_str("</g>\n</svg>\n");
    file
}

/// Lines of text as elements, and where they end.
struct Block {
    text: String,
    bottom: f64,
}

fn block(words: &str, style: &Style, room: f64, top: f64) -> Block {
    let mut block = Block { text: String::new(), bottom: top };
    for line in text::wrap(words, style.size, room.min(text::width("n", style.size) * style.measure)) {
        let baseline = tenths(block.bottom + style.size);
        let _ = writeln!(block.text, "<text y=\"{baseline}\" {}>{}</text>", style.attributes, escape(&line));
        block.bottom += style.line;
    }
    block
}

/// A length to a tenth of a pixel. By whole numbers: printing a float exactly takes 5 kB of program.
pub fn tenths(length: f64) -> String {
    let tenths = (length * 10.0).round() as i64;
    let (sign, whole, rest) = (if tenths < 0 { "-" } else { "" }, tenths.abs() / 10, tenths.abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

fn push_node(file: &mut String, node: &Node) {
    let _ = match node {
        Node::Path { class, d } => writeln!(file, "<path d=\"{d}\"{}/>", paint::attributes(class)),
        Node::Circle { class, x, y, r } => {
            let (x, y, r) = (tenths(*x), tenths(*y), tenths(*r));
            writeln!(file, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{}/>", paint::attributes(class))
        }
        Node::Text { class, x, y, text } => {
            let (x, y) = (tenths(*x), tenths(*y));
            let (text, attributes) = (escape(text), paint::attributes(class));
            if paint::has_halo(class) {
                // A second text below the first: not every program paints a stroke behind its fill.
                let _ = writeln!(file, "<text x=\"{x}\" y=\"{y}\"{attributes}{}>{text}</text>", paint::HALO);
            }
            writeln!(file, "<text x=\"{x}\" y=\"{y}\"{attributes}>{text}</text>")
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Frame;

    fn figure(nodes: Vec<Node>) -> Figure {
        let frame = Frame { left: 10.0, right: 90.0, top: 0.0, bottom: 50.0, last_day: 30 };
        Figure { width: 400, height: 100, nodes, alt: "A & B".to_owned(), frame }
    }

    const WORDS: Words<'_> = Words { finding: "Half by <day> 58.", caveat: "87 started.", foot: "Data up to then." };

    #[test]
    fn a_file_names_itself_and_needs_no_style_sheet() {
        let text = |class: &str| Node::Text { class: class.to_owned(), x: 8.0, y: 9.5, text: "<North>".to_owned() };
        let path = Node::Path { class: "ln k2".to_owned(), d: "M0 0H9".to_owned() };
        let file = document(&figure(vec![text("b lab halo e"), path]), &WORDS);
        for part in [
            "<title id=\"title\">Half by &lt;day&gt; 58.</title>",
            "<desc id=\"desc\">A &amp; B</desc>",
            "stroke-dasharray=\"9 4\"",
            "text-anchor=\"end\"",
            ">&lt;North&gt;</text>",
            ">Data up to then.</text>",
        ] {
            assert!(file.contains(part), "{part} in {file}");
        }
        for absent in ["class=", "<style", "<script", "href", "var("] {
            assert!(!file.contains(absent), "{absent} in {file}");
        }
        assert_eq!(file.matches("&lt;North&gt;").count(), 2, "a halo lies below its text");
    }

    #[test]
    fn words_wrap_and_make_the_file_higher() {
        let height = |finding: &str| {
            let file = document(&figure(vec![]), &Words { finding, ..WORDS });
            let at = file.find("height=\"").map_or(0, |at| at + 8);
            file[at..].split('"').next().and_then(|text| text.parse::<f64>().ok())
        };
        let long = "Half of the learners in Pilot teams can do the job by day 50, in the others by day 63.";
        assert_eq!(height("Short."), Some(24.0 + 26.0 + 4.0 + 20.0 + 16.0 + 100.0 + 17.0 + 24.0));
        assert!(height(long) > height("Short."));
    }
}
