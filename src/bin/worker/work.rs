//! One request after the other, in the order they came. Only a cancel overtakes.

use std::cell::RefCell;
use std::collections::VecDeque;

use rampline::definition::{Definition, Grouping};
use rampline::engine::{Engine, Import};
use rampline::language;
use rampline::protocol::{Ask, Change, FromWorker, Origin, Run, Store as Kept, ToWorker};
use rampline::receipt::{Refusal, Reply};
use rampline::scene::document::Act;
use rampline::scene::receipt::Heard;
use rampline::scene::screen::{self, Screen};
use rampline::scene::{self, Look, asking, filter, receipt, written};
use rampline::t;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::progress::Progress;
use crate::read::Pieces;
use crate::scope::{day_of, now, pause, random};
use crate::store::Store;
use crate::{ahead, check, closer, export, filtered, prepared, read, save, timeline, warm, wire};

/// Bytes worked on at a time: they stay near the processor, and code that the browser compiles better meanwhile is used
/// from the next step on.
const STEP: usize = 512 << 10;
/// Steps go on for so long before a cancel is listened for, milliseconds.
const GIVE_WAY_AFTER: f64 = 40.0;

#[derive(Default)]
struct Queue {
    waiting: VecDeque<(ToWorker, Vec<File>)>,
    busy: bool,
    /// When the latest request was carried out, milliseconds on the worker's clock.
    idle_since: f64,
    cancelled: Option<Run>,
}

thread_local! {
    static QUEUE: RefCell<Queue> = RefCell::default();
    static ENGINE: RefCell<Engine> = RefCell::default();
}

/// Lends the engine. Nobody keeps it over an `await`.
pub fn engine<T>(borrow: impl FnOnce(&mut Engine) -> T) -> T {
    ENGINE.with_borrow_mut(borrow)
}

/// Whether requests are waiting or worked on.
pub fn is_busy() -> bool {
    QUEUE.with_borrow(|queue| queue.busy)
}

/// How long nothing was asked, milliseconds; `None` while requests are waiting or worked on.
pub fn idle_for() -> Option<i32> {
    QUEUE.with_borrow(|queue| (!queue.busy).then(|| (now() - queue.idle_since) as i32))
}

pub fn take(message: ToWorker, files: Vec<File>) {
    let start = QUEUE.with_borrow_mut(|queue| {
        if let ToWorker::Cancel { run } = message {
            queue.cancelled = Some(run);
            // An import that has not begun is given up where it stands.
            let waits = |(message, _): &(ToWorker, _)| matches!(message, ToWorker::Import { run: r, .. } if *r == run);
            if let Some(at) = queue.waiting.iter().position(waits) {
                queue.waiting.remove(at);
                wire::send(&FromWorker::Cancelled { run });
            }
            return false;
        }
        queue.waiting.push_back((message, files));
        !std::mem::replace(&mut queue.busy, true)
    });
    if start {
        spawn_local(work_off());
    }
}

async fn work_off() {
    loop {
        let next = QUEUE.with_borrow_mut(|queue| {
            let next = queue.waiting.pop_front();
            queue.busy = next.is_some();
            if !queue.busy {
                queue.idle_since = now();
            }
            next
        });
        let Some((message, files)) = next else { return };
        carry_out(message, files).await;
    }
}

async fn carry_out(message: ToWorker, files: Vec<File>) {
    match message {
        ToWorker::Speak { catalog } => {
            // The page has read it before.
            let _ = language::speak_as(&catalog);
            engine(|engine| engine.say_labels_again());
            forget();
        }
        ToWorker::Restore { run, profiles, hide_names, ask, look } => {
            restore(run, &profiles, hide_names, &ask, &look).await;
        }
        ToWorker::Import { run, names, replies, origin, ask, look } => {
            import(run, &names, replies, &files, origin, &ask, &look).await;
        }
        ToWorker::Analyze { run, ask, look } => analyze(run, &ask, &look).await,
        ToWorker::Inspect { run, ask, number } => {
            let found = number.number().and_then(|opened| engine(|engine| engine.inspect(&ask, &opened)));
            let inspection = found.map(|found| written::inspection(&found, &number));
            wire::send(&FromWorker::Inspected { run, inspection });
        }
        ToWorker::Show { run, screen: Screen::Timeline, ask, width, look } => timeline::show(run, &ask, width, &look),
        ToWorker::Show { run, screen: Screen::Curves, ask, width, .. } => closer::show(run, ask, width),
        ToWorker::Show { run, screen: Screen::Components, width, .. } => {
            wire::send(&FromWorker::Shown { run, document: Some(Box::new(scene::components(width))) });
        }
        ToWorker::Show { run, screen, ask, width, .. } => show(run, screen, &ask, width),
        ToWorker::Rows { run, ask, width, look } => timeline::rows(run, &ask, width, &look),
        ToWorker::Define { ask } => {
            let definitions = engine(|engine| Box::new(scene::definitions(engine.analyze(&ask))));
            wire::send(&FromWorker::Defined { definitions });
        }
        ToWorker::WhatIf { run, ask, draft, width } => what_if(run, &ask, draft, width),
        ToWorker::Glance { width } => glance(width),
        ToWorker::Export { run, what, ask, look } => export::export(run, what, &ask, &look),
        ToWorker::Change { run, change, ask, look } => self::change(run, change, &ask, &look).await,
        ToWorker::Erase { run, profiles } => erase(run, profiles).await,
        ToWorker::UseCodes { on } => engine(|engine| engine.use_codes(on, random())),
        ToWorker::ForgetProfile { name } => {
            engine(|engine| engine.forget_profile(&name));
            tell_profiles(true);
        }
        // Taken out of turn in `take`.
        ToWorker::Cancel { .. } => {}
    }
}

async fn restore(run: Run, profiles: &str, hide_names: bool, ask: &Ask, look: &Look) {
    let (store, found) = Store::open().await;
    let mut trouble = match found {
        Ok(Some(data)) => {
            engine(|engine| *engine = Engine::with(data));
            None
        }
        Ok(None) => None,
        Err(why) => Some(why),
    };
    engine(|engine| engine.hide_names(hide_names));
    let kept = store.kept();
    save::set(store);
    if let Some(why) = engine(|engine| engine.remember(profiles)) {
        let why =
            t!("The answers about kinds of export were {why}. They stay as they are until you erase everything.", why);
        trouble = Some(trouble.map_or(why.clone(), |trouble| format!("{trouble}. {why}")));
    }
    tell_profiles(false);
    let holdings = engine(|engine| engine.holdings().told());
    let is_empty = holdings.origin.is_none();
    wire::send(&FromWorker::Restored { run, holdings, store: kept, trouble });
    analyze(run, ask, look).await;
    if is_empty {
        spawn_local(warm::up());
    }
}

/// The numbers first; the picture follows while the page shows them, unless other numbers are asked for meanwhile.
async fn analyze(run: Run, ask: &Ask, look: &Look) {
    check::begin(run, ask);
    let scene = prepared::scene(ask, look);
    wire::send(&FromWorker::Analyzed { run, scene });
    filtered::tell(ask);
    pause(0).await;
    if QUEUE.with_borrow(|queue| queue.waiting.iter().any(|(next, _)| matches!(next, ToWorker::Analyze { .. }))) {
        return;
    }
    let picture = prepared::picture(ask, look);
    wire::send(&FromWorker::Drawn { run, picture });
    ahead::later(run, ask, look);
}

/// What was told of the data before.
fn forget() {
    check::forget();
    ahead::forget();
    filtered::forget();
}

pub fn show(run: Run, screen: Screen, ask: &Ask, width: u32) {
    let document = engine(|engine| {
        let document = match engine.whole(ask, screen.beside()) {
            Some(whole) => screen::document(screen, &whole, width),
            None => engine.told(ask).filter(|told| told.people.is_err()).map(|_| filter::refused(screen))?,
        };
        Some(Box::new(written::document(screen, &document.keeping(&ask.filter))))
    });
    wire::send(&FromWorker::Shown { run, document });
}

fn what_if(run: Run, ask: &Ask, draft: Definition, width: u32) {
    let what_if = engine(|engine| {
        let in_force = engine.analyze(ask).cloned()?;
        let draft = Ask { definition: draft, grouping: Grouping::None, ..ask.clone() };
        Some(written::what_if(&scene::what_if(&in_force, &ask.version, engine.analyze(&draft)?, width)?))
    });
    wire::send(&FromWorker::Supposed { run, what_if });
}

fn glance(width: u32) {
    if let Some(glance) = scene::glance(width) {
        wire::send(&FromWorker::Glanced { glance: written::glance(&glance) });
    }
}

async fn import(
    run: Run,
    names: &[String],
    replies: Vec<Reply>,
    files: &[File],
    origin: Origin,
    ask: &Ask,
    look: &Look,
) {
    // What is being saved is about to change.
    save::interrupt();
    // A file that is read in another way takes the place of what was read of it.
    let replaced = engine(|engine| {
        let of = names.iter().zip(&replies).find_map(|(name, reply)| engine.replaces(name, reply));
        let taken_out = of.is_some_and(|import| engine.undo(import));
        engine.begin(origin);
        taken_out
    });
    let mut progress = Progress::new(run, files);
    // A key first, whichever files come with it.
    let mut keys = Vec::new();
    let mut exports = Vec::new();
    for (at, (name, file)) in names.iter().zip(files).enumerate() {
        match read::key(file).await {
            Some(bytes) => keys.push(match engine(|engine| engine.take_key(&bytes)) {
                Ok(_) => Heard::Key { file: name.clone() },
                Err(why) => Heard::Refused { file: name.clone(), why: why.to_string() },
            }),
            None => exports.push((name, file, replies.get(at).cloned().unwrap_or_default())),
        }
    }
    let profiles = engine(|engine| engine.profiles().clone());
    for (name, file, reply) in exports {
        let import = read_file(name, file, reply, &mut progress).await;
        if is_cancelled(run) {
            engine(|engine| {
                engine.cancel();
                put_back(engine, replaced);
            });
            wire::send(&FromWorker::Cancelled { run });
            save::later();
            return;
        }
        engine(|engine| engine.finish_file(name, import));
    }
    let (outcomes, changed) = engine(|engine| {
        let (outcomes, changed) = engine.commit();
        if !changed {
            put_back(engine, replaced);
        }
        (outcomes, changed)
    });
    let outcomes = engine(|engine| engine.told_of_files(outcomes.into_iter().map(asking::told).collect()));
    let outcomes = keys.into_iter().chain(outcomes.into_iter().map(receipt::heard)).collect();
    forget();
    let holdings = engine(|engine| engine.holdings().told());
    wire::send(&FromWorker::Imported { run, outcomes, holdings, changed });
    if engine(|engine| *engine.profiles() != profiles) {
        tell_profiles(true);
    }
    analyze(run, ask, look).await;
    save::later();
}

async fn change(run: Run, change: Change, ask: &Ask, look: &Look) {
    save::interrupt();
    let is_done = engine(|engine| match change {
        Change::Undo { import } => engine.undo(import),
        Change::PutBack => engine.put_back(),
        Change::People(Act::Same(pair)) => engine.decide_pair(pair, true),
        Change::People(Act::Apart(pair)) => engine.decide_pair(pair, false),
        Change::People(Act::Withdraw(pair)) => engine.withdraw_pair(pair),
        Change::Names { hidden } => engine.hide_names(hidden),
        Change::Language => true,
    });
    if is_done {
        forget();
        let holdings = engine(|engine| engine.holdings().told());
        wire::send(&FromWorker::Changed { run, change, holdings });
        analyze(run, ask, look).await;
    } else {
        let why = t!("The data have changed since, so this is no longer possible.").to_owned();
        wire::send(&FromWorker::Failed { run, why });
    }
    // Also what was being saved when this came.
    save::later();
}

/// A file that was not read in another way after all stays as it was read.
fn put_back(engine: &mut Engine, replaced: bool) {
    if replaced {
        engine.put_back();
    }
}

/// The names of the profiles, with the text to keep where they changed.
fn tell_profiles(changed: bool) {
    let (names, text) = engine(|engine| {
        let profiles = engine.profiles();
        (profiles.all.iter().map(|profile| profile.name.clone()).collect(), profiles.text().filter(|_| changed))
    });
    wire::send(&FromWorker::Remembered { names, text });
}

fn is_cancelled(run: Run) -> bool {
    QUEUE.with_borrow(|queue| queue.cancelled == Some(run))
}

async fn read_file(name: &str, file: &File, reply: Reply, progress: &mut Progress) -> Result<Import, Refusal> {
    let written = day_of(file.last_modified());
    let mut import = engine(|engine| engine.open(name, file.size() as u64, written, reply))?;
    match read_pieces(&mut import, name, file, progress).await {
        Ok(()) => Ok(import),
        Err(why) => {
            let mut again = engine(|engine| engine.again(&import, &why)).ok_or(why)?;
            drop(import);
            read_pieces(&mut again, name, file, progress).await?;
            Ok(again)
        }
    }
}

async fn read_pieces(import: &mut Import, name: &str, file: &File, progress: &mut Progress) -> Result<(), Refusal> {
    let unreadable = |why| Refusal::Unreadable { why };
    let mut pieces = Pieces::of(file);
    while let Some(piece) = pieces.next().await.map_err(unreadable)? {
        if is_cancelled(progress.run) {
            break;
        }
        for from in (0..piece.length()).step_by(STEP) {
            let part = piece.subarray(from, (from + STEP as u32).min(piece.length()));
            part.copy_to(import.space(part.length() as usize));
            import.filled(part.length() as usize);
            engine(|engine| import.read(engine.tables(), false))?;
        }
        progress.tell(name, import);
    }
    // A file that is read as a whole is worked through now.
    let mut paused = now();
    while engine(|engine| import.step(engine.tables()))? {
        if now() - paused > GIVE_WAY_AFTER {
            progress.tell(name, import);
            pause(0).await;
            paused = now();
            if is_cancelled(progress.run) {
                return Ok(());
            }
        }
    }
    progress.end_file(import);
    Ok(())
}

async fn erase(run: Run, profiles: bool) {
    save::interrupt();
    if save::kept() == Some(Kept::OtherTab) {
        let why = t!("Another tab holds the stored data. Close it, then erase here, or erase there.").to_owned();
        return wire::send(&FromWorker::Failed { run, why });
    }
    match save::erase().await {
        Ok(()) => {
            engine(|engine| *engine = std::mem::take(engine).erased(profiles));
            forget();
            tell_profiles(false);
            wire::send(&FromWorker::Erased { run });
        }
        Err(why) => wire::send(&FromWorker::Failed { run, why }),
    }
}
