//! Files the user gives. The browser's `File`s stay here under a number; the state knows the number and the names.

use std::cell::{Cell, RefCell};

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use rampline::state::Batch;
use rampline::state::msg::Msg;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{DataTransfer, DragEvent, Event, File, FileList, HtmlInputElement};

use crate::shell::Shell;

/// Id of the one file input of the page.
pub const INPUT: &str = "files";
/// Set on the page while files are held over it.
const OVER: &str = "data-over";

thread_local! {
    static BATCHES: RefCell<Vec<(Batch, Vec<File>)>> = const { RefCell::new(Vec::new()) };
    static LAST: Cell<Batch> = const { Cell::new(0) };
    /// The files read last: one that left a question open is read again.
    static READ: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
}

/// Keeps files and gives their number and names.
pub fn keep(files: Vec<File>) -> (Batch, Vec<String>) {
    let batch = LAST.get() + 1;
    LAST.set(batch);
    let names = files.iter().map(File::name).collect();
    BATCHES.with_borrow_mut(|batches| batches.push((batch, files)));
    (batch, names)
}

/// Hands the files of a number out, once.
pub fn take(batch: Batch) -> Vec<File> {
    BATCHES.with_borrow_mut(|batches| {
        let at = batches.iter().position(|(number, _)| *number == batch);
        let files = at.map_or_else(Vec::new, |at| batches.swap_remove(at).1);
        // Others of the same offer may have questions, too.
        READ.with_borrow_mut(|read| {
            read.retain(|known| files.iter().all(|file| file.name() != known.name()));
            read.extend(files.iter().cloned());
        });
        files
    })
}

/// A file that was read, by its name.
pub fn again(name: &str) -> Option<File> {
    READ.with_borrow(|read| read.iter().find(|file| file.name() == name).cloned())
}

/// Lets go of every file.
pub fn forget() {
    READ.take();
}

pub fn open_picker() {
    if let Some(input) = document().get_element_by_id(INPUT) {
        input.unchecked_into::<HtmlInputElement>().click();
    }
}

/// Takes the files out of the input, so that choosing the same file once more is heard again.
pub fn chosen(shell: Shell, event: &Event) {
    let input: HtmlInputElement = event_target(event);
    let files = input.files().map(list).unwrap_or_default();
    input.set_value("");
    offer(shell, files);
}

/// Files dropped anywhere on the page are offered; the browser would open them instead.
pub fn listen(shell: Shell) {
    let holds_files =
        |event: &DragEvent| event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
    let over = move |on: bool| {
        let root = document().document_element();
        let set = root.map(|root| if on { root.set_attribute(OVER, "") } else { root.remove_attribute(OVER) });
        debug_assert!(set.is_some_and(|done| done.is_ok()), "the page has a root element");
    };
    let _ = window_event_listener(leptos::ev::dragover, move |event| {
        if holds_files(&event) {
            event.prevent_default();
            over(true);
        }
    });
    let _ = window_event_listener(leptos::ev::dragleave, move |event| {
        // Only when the pointer leaves the window does it go to nothing.
        if event.related_target().is_none() {
            over(false);
        }
    });
    let _ = window_event_listener(leptos::ev::drop, move |event| {
        if holds_files(&event) {
            event.prevent_default();
            over(false);
            if let Some(data) = event.data_transfer() {
                dropped(shell, data);
            }
        }
    });
}

#[wasm_bindgen(module = "/src/bin/app/effect/folder.js")]
extern "C" {
    /// Every file of what was dropped, those in folders too, under its path, and what could not be opened.
    async fn unfold(data: &DataTransfer) -> JsValue;
}

fn dropped(shell: Shell, data: DataTransfer) {
    spawn_local(async move {
        let all: Array = unfold(&data).await.unchecked_into();
        let [files, lost] = [0, 1].map(|at| all.get(at).unchecked_into::<Array>());
        offer(shell, files.iter().map(JsCast::unchecked_into).collect());
        if lost.length() > 0 {
            shell.send(Msg::FilesMissed { names: lost.join(", ").into() });
        }
    });
}

fn offer(shell: Shell, files: Vec<File>) {
    let (batch, names) = keep(files);
    shell.send(Msg::FilesOffered { batch, names });
}

fn list(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}
