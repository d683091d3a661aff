//! What people wrote never becomes markup: a document has the same elements and attributes whatever its texts say.

use proptest::prelude::*;

use super::*;
use crate::chart::{Figure, Frame, Node};
use crate::inspect::Of;
use crate::receipt::{Asking, Field, Group, Topic};
use crate::scene::document::{Act, Cell, Choice, Strip, Table};
use crate::scene::reads::{Reads, Stop};

/// Names of elements and of their attributes, in order; `None` where the text is not well formed.
fn skeleton(html: &str) -> Option<Vec<String>> {
    let (mut names, mut open, mut rest) = (Vec::new(), Vec::new(), html);
    while let Some(at) = rest.find('<') {
        let end = at + rest[at..].find('>')?;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            (open.pop()? == name).then_some(())?;
            continue;
        }
        let mut parts = tag.split('"').step_by(2).map(str::trim).filter(|part| !part.is_empty());
        let mut words = parts.next()?.split(' ');
        let name = words.next()?;
        names.push(format!("<{name}"));
        names.extend(
            words.chain(parts).map(|word| word.strip_suffix('=').map(str::to_owned)).collect::<Option<Vec<_>>>()?,
        );
        if !["br", "input"].contains(&name) {
            open.push(name);
        }
    }
    open.is_empty().then_some(names)
}

/// A document with each kind of block, every text of it the same.
fn written(text: &str) -> Vec<Html> {
    let own = || text.to_owned();
    let opens = || Some(Number::Uplift { item: own() });
    let finding = || Finding { headline: own(), caveat: own() };
    let cell = || Cell { value: own(), under: format!("u{text}"), opens: opens() };
    let table = || Table { label: own(), caption: own(), head: vec![own(); 2], rows: vec![vec![cell(), cell()]] };
    let strip = Strip {
        value: 0.5,
        interval: Some((0.2, 0.7)),
        target: 0.6,
        target_text: own(),
        least_text: own(),
        most_text: own(),
        alt: own(),
    };
    let node = Node::Text { class: "tk".to_owned(), x: 1.0, y: 2.0, text: own() };
    let frame = Frame { left: 0.0, right: 9.0, top: 0.0, bottom: 9.0, last_day: 9 };
    let stop = Stop { x: 1.0, y: 1.0, name: own(), says: own() };
    let picture = Picture {
        figure: Figure { width: 10, height: 10, nodes: vec![node], alt: own(), frame },
        reads: Reads::Stops { stops: vec![stop], first: 0 },
        caption: own(),
        table: table(),
        risk: Some(table()),
    };
    let plate = Plate { id: "p".to_owned(), finding: finding(), opens: opens(), picture, data: Default::default() };
    let blocks = vec![
        Block::Words { text: own(), opens: opens() },
        Block::Finding { finding: finding(), opens: opens() },
        Block::Folded { summary: own(), table: table() },
        Block::Figures(vec![KeyFigure {
            title: own(),
            figure: own(),
            strip: Some(strip),
            words: own(),
            opens: opens(),
        }]),
        Block::Numbers(vec![(own(), Number::Cox)]),
        Block::Choices(vec![Choice { text: own(), under: own(), acts: vec![(own(), Act::Same(3))] }]),
        Block::List(vec![own()]),
        Block::Columns([vec![Block::Plate(Box::new(plate))], vec![Block::link(text, "#/kpis")]]),
    ];
    let document = Document { lead: own(), sections: vec![Section::new(text, text, blocks)] };
    let field = |picked| Field { label: own(), seen: own(), hint: own(), picked };
    let group = |head: &str, fields| Group {
        title: own(),
        words: "words".to_owned(),
        head: [head, text, text].map(str::to_owned),
        options: vec![own(); 2],
        nothing: "nothing".to_owned(),
        fields,
    };
    let asks = |groups| Asking { title: own(), words: "words".to_owned(), groups, at: None, keep: "keep".to_owned() };
    let form = asks(vec![group("", vec![field(Some(1))]), group("head", vec![field(None)])]);
    vec![
        super::document(Screen::Kpis, &document).html,
        asking(text, &asks(vec![group("", vec![field(None)])])),
        asking(text, &form),
        heading(&finding(), Some(text), Some(&Number::Quantile { of: Of::default(), percent: 50 })),
        read(text, true, &[("Assumed", own(), Some(Topic::Letters))], &[(own(), own())], &[Block::words(text)]),
    ]
}

#[test]
fn a_document_is_well_formed_and_its_buttons_say_what_they_do() {
    let html = &written("text")[0];
    assert!(skeleton(html.as_str()).is_some_and(|names| names.len() > 150), "{}", html.as_str());
    for part in ["data-opens=", "data-saves=", "data-decides=", "data-reads=\"p\"", "data-place=\"0 0 9 9\""] {
        assert!(html.as_str().contains(part), "{part}");
    }
    assert!(!html.as_str().contains("style="), "the policy of the page allows none");
}

#[test]
fn an_act_and_a_file_are_read_back_from_their_buttons() {
    let html = written("x")[0].as_str().to_owned();
    let after = |name: &str| html.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert_eq!(crate::markup::value(after("data-decides")), Some(Act::Same(3)));
    let plate = Export::Plate { screen: Screen::Kpis, id: "p".to_owned(), form: PictureForm::Svg };
    assert_eq!(crate::markup::value(after("data-saves")), Some(plate));
}

proptest! {
    #[test]
    fn no_text_opens_an_element_or_an_attribute(text in "\\PC*|[<>&\"'=/ a-z-]*|(\" on(click|x)=\"|<script>|</td>| ){1,4}") {
        let plain = written("text");
        for (html, plain) in written(&text).iter().zip(&plain) {
            prop_assert_eq!(skeleton(html.as_str()), skeleton(plain.as_str()), "{}", html.as_str());
        }
    }
}
