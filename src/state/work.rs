//! What the worker answers. Answers to any run but the one waited for are dropped.

use std::sync::Arc;

use super::ahead::Ahead;
use super::effect::{Effect, Forget, Moment, Span};
use super::notice::{Remedy, Tone};
use super::route::Route;
use super::{Fault, Found, Phase, Progress, State, words};
use crate::markup::Html;
use crate::protocol::{At, Change, Export, FromWorker, Holdings, Origin, PROTOCOL, PictureForm, Run, Store, ToWorker};
use crate::scene::Scene;
use crate::scene::receipt::{Heard, Read};
use crate::scene::screen::Screen;
use crate::scene::written::Written;
use crate::t;

impl State {
    pub(super) fn hear(&mut self, answer: FromWorker, fx: &mut Vec<Effect>) {
        match answer {
            FromWorker::Ready { protocol } => self.worker_ready(protocol, fx),
            FromWorker::Restored { run, holdings, store, trouble } => {
                if self.phase != (Phase::Restoring { run }) {
                    return;
                }
                self.store = Some(store);
                if let Some(why) = trouble {
                    self.notify_with(Tone::Caution, t!("Not everything could be read back."), why, Some(Remedy::Data));
                }
                self.take_in(run, holdings, fx);
                if self.has_both() && self.route == Route::Start {
                    self.go(Route::Overview, fx);
                }
            }
            FromWorker::Remembered { names, text } => {
                self.profiles = names;
                if let Some(text) = text {
                    self.profiles_text.clone_from(&text);
                    // As with the settings: two tabs would overwrite each other's.
                    if self.store != Some(Store::OtherTab) {
                        fx.push(Effect::SaveProfiles(text));
                    }
                }
            }
            FromWorker::Progress { run, file, rows, bytes, bytes_total, seconds_left } => {
                if let Phase::Importing { run: current, progress, .. } = &mut self.phase
                    && *current == run
                {
                    *progress = Some(Progress { file, rows, bytes, bytes_total, seconds_left });
                }
            }
            FromWorker::Imported { run, outcomes, holdings, changed } => {
                self.imported(run, outcomes, holdings, changed, fx);
            }
            FromWorker::Cancelled { run } => {
                if self.is_importing(run) {
                    self.notify(Tone::Done, t!("Cancelled."), t!("Nothing was changed."));
                    self.rest(fx);
                }
            }
            FromWorker::Changed { run, change, holdings } => {
                if self.phase == (Phase::Changing { run }) {
                    match change {
                        Change::Names { hidden } => self.names_hidden(hidden, fx),
                        Change::Language => {}
                        _ => {
                            let (title, text) = words::changed(change, &self.holdings, &holdings);
                            self.notify_with(Tone::Done, &title, text, Some(Remedy::Receipt));
                            // What was said of the files read last is no longer so; a question stays open.
                            self.outcomes
                                .retain(|outcome| matches!(outcome, Heard::Asked { .. } | Heard::Refused { .. }));
                        }
                    }
                    self.take_in(run, holdings, fx);
                    if change == Change::Language {
                        self.retold(fx);
                    }
                }
            }
            FromWorker::Analyzed { run, scene } => self.analyzed(run, scene, fx),
            FromWorker::Prepared { asked, scene } => {
                if self.scene.is_some() {
                    let (ask, look) = *asked;
                    self.ahead.keep(ask, look.view, Arc::new(*scene));
                }
            }
            FromWorker::Rehearsed(told) => {
                if self.phase == Phase::Empty {
                    fx.push(Effect::Rehearse(told));
                }
            }
            FromWorker::Drawn { run, picture } => self.drawn(run, picture, fx),
            FromWorker::Checked { run, checked } => {
                if run >= self.checked_since {
                    (self.checked, self.checked_since) = (Arc::new(checked), run);
                }
            }
            FromWorker::Filtered { html, renamed } => self.filtered(html, renamed, fx),
            FromWorker::Inspected { run, inspection } => {
                if let Some(opened) = self.opened.as_mut().filter(|opened| opened.run == run) {
                    opened.found = inspection.map_or(Found::NotShown, Found::Here);
                }
            }
            FromWorker::Shown { run, document } => self.shown(run, document, fx),
            FromWorker::Rows { run, first, html } => self.rows_came(run, first, html, fx),
            FromWorker::Defined { definitions } => self.definitions = Some(Arc::new(*definitions)),
            FromWorker::Supposed { run, what_if } => {
                if run == self.supposed && self.draft.is_some() {
                    self.what_if = what_if.unwrap_or_default();
                }
            }
            FromWorker::Glanced { glance } => self.glance = glance,
            FromWorker::Exported { run, name, media_type } => {
                let waited = self.exporting.iter().position(|(r, _)| *r == run);
                fx.push(match waited.map(|at| self.exporting.remove(at).1) {
                    Some(Export::Picture(PictureForm::Png) | Export::Plate { form: PictureForm::Png, .. }) => {
                        Effect::DownloadPng { run, name }
                    }
                    Some(Export::Picture(PictureForm::Copy) | Export::Plate { form: PictureForm::Copy, .. }) => {
                        Effect::CopyPng(run)
                    }
                    Some(_) => Effect::Download { run, name, media_type },
                    None => Effect::DropBytes(run),
                });
            }
            FromWorker::Saved { bytes } => self.stored_bytes = Some(bytes),
            FromWorker::NotSaved { why } => {
                let text = t!("They are here until you close this tab. The reason: {why}", why);
                self.notify_with(Tone::Caution, t!("The data could not be stored."), text, Some(Remedy::Data));
            }
            FromWorker::Erased { run } => {
                if let Phase::Erasing { run: current, forget } = self.phase
                    && current == run
                {
                    self.forget(forget, fx);
                    let text = match forget {
                        Forget::Everything => t!("No file, row or setting of yours is left in this browser."),
                        Forget::Settings => t!("Nothing of the sample company is left in this browser."),
                    };
                    self.notify(Tone::Done, t!("Removed."), text);
                }
            }
            FromWorker::Failed { run, why } => self.failed(run, why, fx),
            FromWorker::Panicked { why } => self.lose_worker(why, fx),
        }
    }

    fn worker_ready(&mut self, protocol: u32, fx: &mut Vec<Effect>) {
        if self.phase != Phase::Starting {
            return;
        }
        if protocol != PROTOCOL {
            self.phase = Phase::Error(Fault::OtherVersion);
            return;
        }
        let run = self.next_run();
        let (ask, look) = (self.ask(), self.look());
        self.asked = (ask.clone(), look.clone());
        if !self.language.catalog.is_empty() {
            self.tell_language(fx);
        }
        self.phase = Phase::Restoring { run };
        fx.push(Effect::Post(ToWorker::Restore {
            run,
            profiles: self.profiles_text.clone(),
            hide_names: self.settings.hide_names,
            ask,
            look,
        }));
        if self.codes {
            // The key of before is gone with the worker.
            fx.push(Effect::Post(ToWorker::UseCodes { on: true }));
        }
        self.ask_for_screen(fx);
    }

    fn is_importing(&self, run: Run) -> bool {
        matches!(self.phase, Phase::Importing { run: current, .. } if current == run)
    }

    /// A check of before that run. Its own may have come already.
    fn let_go_of_check(&mut self, run: Run) {
        if self.checked_since < run {
            (self.checked, self.checked_since) = (Arc::default(), run);
        }
    }

    /// Rows are there; waits for their numbers when both people and events are.
    fn take_in(&mut self, run: Run, holdings: Holdings<Read>, fx: &mut Vec<Effect>) {
        self.holdings = holdings;
        // Said again when they are stored.
        self.stored_bytes = None;
        self.ahead = Ahead::default();
        self.let_go_of_check(run);
        self.data_run = run;
        if self.has_both() {
            self.phase = Phase::Analyzing { run };
        } else {
            self.show(None);
            self.rest(fx);
            // One screen shows something all the same.
            self.ask_for_document(fx);
        }
    }

    fn imported(
        &mut self,
        run: Run,
        outcomes: Vec<Heard>,
        holdings: Holdings<Read>,
        changed: bool,
        fx: &mut Vec<Effect>,
    ) {
        if !self.is_importing(run) {
            return;
        }
        fx.extend([Effect::Measure(Span::Import), Effect::Mark(Moment::Imported)]);
        if holdings.origin.is_some_and(|origin| self.replaces_sample(origin)) {
            self.drop_choices_of_other_data();
            self.keep_settings(fx);
            fx.push(Effect::SayAddress(self.address(self.route)));
        }
        // A file that leaves a question open is not lost.
        let refused = outcomes.iter().any(|o| matches!(o, Heard::Refused { .. }));
        words::import_notices(&outcomes, &holdings, changed)
            .into_iter()
            .for_each(|(tone, title, text)| self.notify_with(tone, &title, text, Some(Remedy::Receipt)));
        self.outcomes = match self.answering.take() {
            // The other files of the same offer keep their questions. What was read of this one stands until it is read
            // again.
            Some(name) => {
                let is_read = outcomes.iter().any(|outcome| matches!(outcome, Heard::Read(_)));
                let of_others =
                    |outcome: &Heard| outcome.file() != name || (!is_read && matches!(outcome, Heard::Read(_)));
                outcomes.into_iter().chain(std::mem::take(&mut self.outcomes).into_iter().filter(of_others)).collect()
            }
            None => outcomes,
        };
        let asked = self.outcomes.iter().find_map(|outcome| match outcome {
            Heard::Asked { place, .. } => Some(place.clone()),
            _ => None,
        });
        let is_open = asked.is_some();
        if let Some(place) = asked {
            self.go(Route::Import, fx);
            fx.push(Effect::FocusOn(place));
        }
        let first = self.scene.is_none();
        if !changed && !first {
            // The numbers on the screen are still those of the data.
            self.holdings = holdings;
            return self.rest(fx);
        }
        self.take_in(run, holdings, fx);
        if self.phase == Phase::Empty && refused {
            self.phase = Phase::Error(Fault::NoData);
        }
        let is_sample = self.holdings.origin == Some(Origin::Sample);
        self.tour = if first && is_sample { Some(0) } else { self.tour.filter(|_| is_sample) };
        if first && !is_open {
            self.go(if self.has_both() { Route::Overview } else { Route::Import }, fx);
            fx.push(Effect::FocusContent);
        }
    }

    /// Numbers change at once; the picture before stays until the next one is drawn.
    pub(super) fn show(&mut self, scene: Option<Arc<Scene>>) {
        self.scene = scene;
        if self.scene.is_none() {
            self.documents.clear();
            self.timeline = At::default();
        }
        if self.scene.as_ref().is_none_or(|scene| scene.curves == 0) {
            self.picture = None;
        }
        // What was open is of the numbers before.
        self.opened = None;
    }

    /// Other data or another definition: what rests on the ones before is let go of, or asked for again.
    fn renew(&mut self, run: Run, fx: &mut Vec<Effect>) {
        self.ahead = Ahead::default();
        // It stands below the curve, so the two are of one definition.
        self.let_go_of_document(Screen::Curves);
        self.let_go_of_check(run);
        self.shown_definition = self.asked.0.definition.clone();
        self.shown_filter.clone_from(&self.asked.0.filter);
        self.what_if = Html::default();
        self.try_definition(self.draft.clone(), fx);
    }

    fn analyzed(&mut self, run: Run, scene: Option<Box<Scene>>, fx: &mut Vec<Effect>) {
        let scene = scene.map(|scene| Arc::new(*scene));
        match self.phase {
            Phase::Analyzing { run: current } if current == run => {
                fx.push(Effect::Measure(Span::Analyze));
                self.show(scene);
                self.renew(run, fx);
                self.keep_shown();
                self.ask_for_screen(fx);
                match self.scene.is_some() {
                    true => self.phase = Phase::Drawing { run },
                    false => self.rest(fx),
                }
            }
            Phase::Ready { asked: Some(current) } if current == run => {
                if std::mem::take(&mut self.changed) {
                    fx.push(Effect::Measure(Span::Recompute));
                }
                if !self.is_shown_ahead(run) {
                    self.show(scene);
                }
                if self.shown_definition != self.asked.0.definition {
                    self.renew(run, fx);
                } else if self.shown_filter != self.asked.0.filter {
                    self.shown_filter.clone_from(&self.asked.0.filter);
                    self.let_go_of_document(Screen::Curves);
                }
                self.keep_shown();
                self.ask_for_screen(fx);
            }
            _ => {}
        }
    }

    /// What is shown is here when it is gone back to.
    fn keep_shown(&mut self) {
        if let Some(scene) = self.scene.clone() {
            let (ask, look) = self.asked.clone();
            self.ahead.keep(ask, look.view, scene);
        }
    }

    fn drawn(&mut self, run: Run, picture: Option<Box<Written>>, fx: &mut Vec<Effect>) {
        let waited = match self.phase {
            Phase::Drawing { run: current } => current == run,
            Phase::Ready { asked } => asked == Some(run),
            _ => false,
        };
        if !waited {
            return;
        }
        self.picture = picture.map(|picture| Arc::new(*picture));
        if self.phase == (Phase::Drawing { run }) {
            self.phase = Phase::Painting { run };
            fx.push(Effect::AwaitPaint(run));
        } else {
            self.rest(fx);
        }
    }

    fn failed(&mut self, run: Run, why: String, fx: &mut Vec<Effect>) {
        if self.exporting.iter().any(|(r, _)| *r == run) {
            self.exporting.retain(|(r, _)| *r != run);
            return self.notify(Tone::Error, t!("The file could not be made."), why);
        }
        match self.phase {
            Phase::Restoring { run: current } if current == run => {
                self.notify_with(Tone::Error, t!("What is stored could not be read back."), why, Some(Remedy::Data));
                self.rest_or_fail(fx);
            }
            Phase::Importing { run: current, .. } if current == run => {
                self.notify(Tone::Error, t!("The files could not be read."), t!("{why} Nothing was changed.", why));
                self.rest_or_fail(fx);
            }
            Phase::Changing { run: current } if current == run => {
                self.notify(Tone::Error, t!("Nothing was changed."), why);
                self.rest_or_fail(fx);
            }
            Phase::Analyzing { run: current } if current == run => {
                self.notify(Tone::Error, t!("The numbers could not be worked out."), why);
                self.asked = (self.ask(), self.look());
                self.rest_or_fail(fx);
            }
            Phase::Ready { asked: Some(current) } if current == run => {
                self.notify(
                    Tone::Error,
                    t!("The numbers could not be worked out anew."),
                    t!("{why} The picture shows the rule before.", why),
                );
                self.asked = (self.ask(), self.look());
                self.rest(fx);
            }
            Phase::Erasing { run: current, .. } if current == run => {
                self.notify(Tone::Error, t!("Not everything could be removed."), why);
                self.restart();
                fx.push(Effect::StartWorker);
            }
            _ => {}
        }
    }

    fn rest_or_fail(&mut self, fx: &mut Vec<Effect>) {
        self.rest(fx);
        if self.phase == Phase::Empty {
            self.phase = Phase::Error(Fault::NoData);
        }
    }
}
