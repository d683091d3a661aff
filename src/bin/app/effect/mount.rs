//! Finished HTML → the page. What is there and stays the same is left alone, so that the focus, what is unfolded, what
//! is picked and how far a table is scrolled stay as they are.

use leptos::wasm_bindgen::{JsCast, JsValue};
use rampline::markup::Html;
use web_sys::{Element, HtmlInputElement, HtmlOptionElement, Node};

use super::{logged, reading, scroll};
use crate::shell::Shell;

/// Elements that differ in one of these are about something else.
const KEYS: [&str; 4] = ["id", "aria-labelledby", "data-asks", "data-reads"];
/// What the page, the user or the browser says of an element, not its text.
const OWN: [&str; 4] = ["open", "style", "aria-busy", reading::STOP];

/// Shows it in a place, with what is read off its pictures.
pub fn show(shell: Shell, place: &Element, html: &Html) {
    reading::clear(place);
    fill(place, html);
    reading::settle(shell, place);
    scroll::settle(shell, place);
}

/// Makes the contents of a place what the text says.
pub fn fill(place: &Element, html: &Html) {
    if place.first_child().is_none() {
        return place.set_inner_html(html.as_str());
    }
    let changed = place.clone_node().and_then(|fresh| {
        let fresh: Element = fresh.unchecked_into();
        fresh.set_inner_html(html.as_str());
        children(place, &fresh)
    });
    logged("A part of the screen stays as it was", changed);
}

fn children(old: &Node, new: &Node) -> Result<(), JsValue> {
    let (mut here, mut there) = (old.first_child(), new.first_child());
    while here.is_some() || there.is_some() {
        let next = (here.as_ref().and_then(Node::next_sibling), there.as_ref().and_then(Node::next_sibling));
        match (here, there) {
            (Some(a), Some(b)) => patch(old, &a, &b)?,
            (Some(a), None) => drop(old.remove_child(&a)?),
            (_, b) => drop(b.map(|b| old.append_child(&b)).transpose()?),
        }
        (here, there) = next;
    }
    Ok(())
}

fn patch(parent: &Node, a: &Node, b: &Node) -> Result<(), JsValue> {
    if a.is_equal_node(Some(b)) {
        return Ok(());
    }
    if let (Some(old), Some(new)) = (a.dyn_ref::<Element>(), b.dyn_ref::<Element>()) {
        if is_alike(old, new) {
            attributes(old, new)?;
            return children(a, b);
        }
        // The new lines of a picture fade in, where it is drawn for the same width.
        if old.tag_name() == "svg" && old.get_attribute("width") == new.get_attribute("width") {
            new.class_list().add_1("changed")?;
        }
    }
    parent.replace_child(b, a).map(drop)
}

/// A picture is never made into another one.
fn is_alike(old: &Element, new: &Element) -> bool {
    let same = |key: &&str| old.get_attribute(key) == new.get_attribute(key);
    old.tag_name() == new.tag_name() && old.tag_name() != "svg" && KEYS.iter().all(same)
}

fn attributes(old: &Element, new: &Element) -> Result<(), JsValue> {
    let names = |of: &Element| of.get_attribute_names().iter().filter_map(|name| name.as_string()).collect::<Vec<_>>();
    for name in names(old) {
        if !OWN.contains(&name.as_str()) && !new.has_attribute(&name) {
            old.remove_attribute(&name)?;
        }
    }
    for name in names(new) {
        let value = new.get_attribute(&name);
        if let Some(value) = value.filter(|value| old.get_attribute(&name).as_ref() != Some(value)) {
            old.set_attribute(&name, &value)?;
        }
    }
    // Once somebody has chosen, the attribute no longer says what is chosen.
    if let Some(option) = old.dyn_ref::<HtmlOptionElement>().filter(|_| new.has_attribute("selected")) {
        option.set_selected(true);
    }
    if let Some(input) = old.dyn_ref::<HtmlInputElement>().filter(|input| input.type_() == "checkbox") {
        input.set_checked(new.has_attribute("checked"));
    }
    Ok(())
}
