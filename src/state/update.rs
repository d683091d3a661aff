//! The one place where the state changes.

use super::effect::{Effect, Forget, Moment, Span};
use super::msg::{Choice, Msg};
use super::notice::{Remedy, Tone};
use super::route::Route;
use super::{Fault, Offer, Phase, State, Theme};
use crate::protocol::{Ask, Change, Export, Origin, Run, Store, ToWorker};
use crate::receipt::Reply;
use crate::scene::Look;
use crate::t;

pub fn update(state: &mut State, msg: Msg) -> Vec<Effect> {
    let mut fx = Vec::new();
    match msg {
        Msg::Opened { settings, theme, language, route, filter, profiles, trouble } => {
            (state.settings, state.theme, state.route) = (*settings, theme, route);
            state.language = language;
            // A bookmark says who is shown; without one it is as it was left.
            match filter.is_empty() {
                true if route.is_filtered() && !state.settings.filter.is_empty() => {
                    fx.push(Effect::SayAddress(state.address(route)))
                }
                true => {}
                false => state.settings.filter = filter,
            }
            state.profiles_text = profiles;
            if let Some(why) = trouble {
                state.notify(Tone::Caution, t!("Your settings could not be read back."), why);
            }
            fx.extend([Effect::ShowTheme(theme), Effect::Title(route), Effect::StartWorker]);
        }
        Msg::RouteChanged(route, filter) => {
            let is_other = state.route != route;
            if is_other {
                state.route = route;
                state.opened = None;
                fx.extend([Effect::Title(route), Effect::FocusContent]);
            }
            if let Some(filter) = filter {
                state.filter_by(filter, &mut fx);
            }
            if is_other {
                state.ask_for_document(&mut fx);
            }
        }
        Msg::FilterChosen(filter) => {
            state.filter_by(filter, &mut fx);
            fx.push(Effect::Navigate(state.address(state.route)));
        }
        Msg::SkipChosen => fx.push(Effect::FocusContent),
        Msg::ThemeChosen(theme) => {
            state.theme = theme;
            fx.extend([Effect::ShowTheme(theme), Effect::SaveTheme(theme)]);
        }
        Msg::LanguageChosen(code) => fx.push(Effect::FetchLanguage(code)),
        Msg::LanguageCame(spoken) => state.language_came(spoken, &mut fx),
        Msg::LanguageMissed { why } => state.notify(Tone::Error, t!("The language could not be loaded."), why),

        Msg::PickerChosen => fx.push(Effect::OpenPicker),
        Msg::FilesOffered { batch, names } => state.offer(Offer { batch, names, origin: Origin::Own }, &mut fx),
        Msg::Replied { file, reply } => state.read_again(file, reply, &mut fx),
        Msg::CodesChosen(on) => {
            state.codes = on;
            fx.push(Effect::Post(ToWorker::UseCodes { on }));
        }
        Msg::ProfileForgotten(name) => fx.push(Effect::Post(ToWorker::ForgetProfile { name })),
        Msg::SampleChosen => {
            if !state.is_busy() && state.why_no_sample().is_empty() {
                state.phase = Phase::FetchingSample;
                fx.push(Effect::FetchSample);
            }
        }
        Msg::SampleFetched { batch, names } => {
            if state.phase == Phase::FetchingSample {
                state.phase = Phase::Empty;
                state.offer(Offer { batch, names, origin: Origin::Sample }, &mut fx);
            }
        }
        Msg::FilesMissed { names } => {
            state.notify(
                Tone::Error,
                t!("Not every file of the folder could be opened."),
                t!("Not read: {names}.", names),
            );
        }
        Msg::SampleMissed { why } => {
            if state.phase == Phase::FetchingSample {
                state.notify(Tone::Error, t!("The sample company could not be loaded."), why);
                state.rest(&mut fx);
            }
        }
        Msg::CancelChosen => state.cancel(&mut fx),
        Msg::ChangeChosen(change) => state.change(change, &mut fx),

        Msg::WorkerSpoke(answer) => state.hear(answer, &mut fx),
        Msg::WorkerLost { why } => state.lose_worker(why, &mut fx),
        Msg::Measured(width) => {
            state.width = width;
            // A width changes with every frame while a window is drawn larger: the picture under way comes first.
            if state.phase == (Phase::Ready { asked: None }) {
                state.catch_up(&mut fx);
            }
            state.ask_for_document(&mut fx);
        }
        Msg::GlanceMeasured(width) => {
            state.glance_width = width;
            state.ask_for_screen(&mut fx);
        }
        Msg::Painted(run) => {
            if state.phase == (Phase::Painting { run }) {
                state.rest(&mut fx);
            }
        }

        Msg::Chosen(choices) => state.chosen(choices, &mut fx),
        Msg::ViewChosen(choice) => {
            state.choose_view(choice);
            state.keep_settings(&mut fx);
            state.catch_up(&mut fx);
        }

        Msg::NumberOpened(number) => state.open(number, &mut fx),
        Msg::NumberClosed => state.opened = None,
        Msg::TimelineViewed(view) => {
            state.timeline.view = view;
            state.ask_for_document(&mut fx);
        }
        Msg::RowsScrolled { from, to } => state.ask_for_rows((from, to), &mut fx),
        Msg::DefinitionsShown => state.ask_for_screen(&mut fx),
        Msg::Drafted(draft) => state.try_definition(draft.map(|draft| *draft), &mut fx),
        Msg::DraftUsed => state.use_draft(None, &mut fx),
        Msg::DraftSaved { name } => state.use_draft(Some(name), &mut fx),
        Msg::VersionChosen(name) => state.use_version(name, &mut fx),
        Msg::VersionRemoved(name) => state.remove_version(&name, &mut fx),

        Msg::ExportChosen(what) => state.export(what, &mut fx),
        Msg::PictureFailed { why } => state.notify(Tone::Error, t!("The picture could not be saved."), why),
        Msg::PictureCopied => state.notify(Tone::Done, t!("Copied."), t!("The picture is on the clipboard.")),
        Msg::CopyFailed { why } => state.notify(
            Tone::Error,
            t!("The picture could not be copied."),
            t!("Save it as a file instead. The reason: {why}", why),
        ),
        Msg::DownloadFailed { why } => state.notify(Tone::Error, t!("The file could not be saved."), why),
        Msg::PrintChosen => state.print(&mut fx),

        Msg::EraseConfirmed => state.erase(Forget::Everything, &mut fx),
        Msg::SampleRemoved => state.erase(Forget::Settings, &mut fx),
        Msg::RetryChosen => {
            state.restart();
            fx.push(Effect::StartWorker);
        }
        Msg::ReloadChosen => fx.push(Effect::Reload),
        Msg::StorageRefused { why } => {
            state.notify(
                Tone::Caution,
                t!("Your settings are not kept."),
                t!("{why} They hold until you close this tab.", why),
            );
        }
        Msg::NewerVersionFetched => {
            let text = t!("Close other tabs of Rampline first; your data stay.");
            state.notify_with(Tone::Done, t!("A newer version is here after a reload."), text, Some(Remedy::Reload));
        }
        Msg::TourChosen(stop) => state.tour_to(stop, &mut fx),
        Msg::NoticeDismissed(id) => state.notices.retain(|n| n.id != id),
    }
    fx
}

impl State {
    /// Something is under way that new files have to wait for.
    pub fn is_busy(&self) -> bool {
        !matches!(self.phase, Phase::Empty | Phase::Ready { .. } | Phase::Error(_))
    }

    fn offer(&mut self, offer: Offer, fx: &mut Vec<Effect>) {
        if offer.names.is_empty() {
            return;
        }
        fx.push(Effect::Mark(Moment::FilesSet));
        if self.is_busy() || matches!(self.phase, Phase::Error(Fault::OtherVersion | Fault::Stopped { .. })) {
            self.waiting.push_back(offer);
        } else {
            self.import(offer, fx);
        }
    }

    fn import(&mut self, offer: Offer, fx: &mut Vec<Effect>) {
        self.answering = None;
        let (run, ask, look) = self.begin_import(offer.origin);
        fx.push(Effect::Import { run, batch: offer.batch, names: offer.names, origin: offer.origin, ask, look });
    }

    /// Reads one of the files read last again, with what was said about it.
    fn read_again(&mut self, name: String, reply: Box<Reply>, fx: &mut Vec<Effect>) {
        if self.is_busy() {
            return;
        }
        fx.push(Effect::Mark(Moment::FilesSet));
        self.answering = Some(name.clone());
        // The sample stays the sample.
        let origin = self.holdings.origin.unwrap_or(Origin::Own);
        let (run, ask, look) = self.begin_import(origin);
        fx.push(Effect::ImportAgain { run, name, reply, origin, ask, look });
    }

    fn begin_import(&mut self, origin: Origin) -> (Run, Ask, Look) {
        let run = self.next_run();
        let mut ask = self.ask();
        if self.replaces_sample(origin) {
            let mut fresh = self.clone();
            fresh.drop_choices_of_other_data();
            ask = fresh.ask();
        }
        self.notices.clear();
        let look = self.look();
        self.asked = (ask.clone(), look.clone());
        self.phase = Phase::Importing { run, origin, progress: None, cancelling: false };
        (run, ask, look)
    }

    pub(super) fn change(&mut self, change: Change, fx: &mut Vec<Effect>) {
        if self.is_busy() {
            return;
        }
        let run = self.next_run();
        let (ask, look) = (self.ask(), self.look());
        self.notices.clear();
        self.asked = (ask.clone(), look.clone());
        self.phase = Phase::Changing { run };
        fx.push(Effect::Post(ToWorker::Change { run, change, ask, look }));
    }

    /// The sample is never mixed with other files, so what was chosen for it goes with it.
    pub(super) fn replaces_sample(&self, incoming: Origin) -> bool {
        self.holdings.origin.is_some_and(|held| held != incoming)
    }

    fn cancel(&mut self, fx: &mut Vec<Effect>) {
        match &mut self.phase {
            Phase::Importing { run, cancelling, .. } if !*cancelling => {
                *cancelling = true;
                fx.push(Effect::Post(ToWorker::Cancel { run: *run }));
            }
            Phase::FetchingSample => self.rest(fx),
            _ => {}
        }
    }

    /// Comes to rest after anything, and goes on with what waits.
    pub(super) fn rest(&mut self, fx: &mut Vec<Effect>) {
        self.phase = match &self.scene {
            Some(_) => Phase::Ready { asked: None },
            None => Phase::Empty,
        };
        if let Some(offer) = self.waiting.pop_front() {
            self.import(offer, fx);
        } else {
            self.catch_up(fx);
            self.tell_again(fx);
        }
    }

    /// What is shown follows what was chosen, and the width there is. Anything but rest catches up when it ends.
    pub(super) fn catch_up(&mut self, fx: &mut Vec<Effect>) {
        let wanted = (self.ask(), self.look());
        if matches!(self.phase, Phase::Ready { .. }) && self.scene.is_some() && self.asked != wanted {
            let run = self.next_run();
            self.phase = Phase::Ready { asked: Some(run) };
            let (ask, look) = wanted.clone();
            self.asked = wanted;
            if self.show_ahead(run) && std::mem::take(&mut self.changed) {
                fx.push(Effect::Measure(Span::Recompute));
            }
            fx.push(Effect::Post(ToWorker::Analyze { run, ask, look }));
        }
    }

    fn chosen(&mut self, choices: Vec<Choice>, fx: &mut Vec<Effect>) {
        let before = self.ask();
        choices.into_iter().for_each(|choice| self.choose(choice));
        self.follow(&before, fx);
    }

    fn filter_by(&mut self, filter: String, fx: &mut Vec<Effect>) {
        let before = self.ask();
        self.settings.filter = filter;
        self.follow(&before, fx);
    }

    /// Numbers follow what is asked now, where it is not what was asked before.
    pub(super) fn follow(&mut self, before: &Ask, fx: &mut Vec<Effect>) {
        if *before == self.ask() {
            return;
        }
        fx.push(Effect::Mark(Moment::Changed));
        self.changed = true;
        self.catch_up(fx);
        // The browser's storage takes its time; the worker has begun meanwhile.
        self.keep_settings(fx);
    }

    /// Two tabs would overwrite each other's settings: the one without the store keeps none.
    pub(super) fn keep_settings(&self, fx: &mut Vec<Effect>) {
        if self.store != Some(Store::OtherTab) {
            fx.push(Effect::SaveSettings(Box::new(self.settings.clone())));
        }
    }

    fn export(&mut self, what: Export, fx: &mut Vec<Effect>) {
        if self.is_exporting(&what) {
            return;
        }
        let run = self.next_run();
        self.exporting.push((run, what.clone()));
        fx.push(Effect::Post(ToWorker::Export { run, what, ask: self.ask(), look: self.look() }));
    }

    fn erase(&mut self, forget: Forget, fx: &mut Vec<Effect>) {
        let run = self.next_run();
        self.phase = Phase::Erasing { run, forget };
        fx.push(Effect::Post(ToWorker::Erase { run, profiles: forget == Forget::Everything }));
    }

    pub(super) fn forget(&mut self, forget: Forget, fx: &mut Vec<Effect>) {
        let theme = match forget {
            Forget::Everything => Theme::default(),
            Forget::Settings => self.theme,
        };
        let profiles_text = match forget {
            Forget::Everything => String::new(),
            Forget::Settings => std::mem::take(&mut self.profiles_text),
        };
        *self = State {
            profiles: std::mem::take(&mut self.profiles),
            profiles_text,
            route: self.route,
            theme,
            language: self.language.clone(),
            store: self.store.take(),
            glance: std::mem::take(&mut self.glance),
            width: self.width,
            waiting: std::mem::take(&mut self.waiting),
            last_run: self.last_run,
            last_notice: self.last_notice,
            ..State::default()
        };
        fx.extend([Effect::Forget(forget), Effect::ShowTheme(theme)]);
        self.go(Route::Start, fx);
        fx.push(Effect::FocusContent);
        self.rest(fx);
    }

    pub(super) fn go(&mut self, route: Route, fx: &mut Vec<Effect>) {
        if self.route != route {
            self.route = route;
            fx.extend([Effect::Navigate(self.address(route)), Effect::Title(route)]);
        }
    }

    pub(super) fn restart(&mut self) {
        self.phase = Phase::Starting;
        self.exporting.clear();
        self.rows = (0, None);
    }

    pub(super) fn lose_worker(&mut self, why: String, fx: &mut Vec<Effect>) {
        // Nobody would answer.
        self.opened = None;
        // Starting anew would end the same way.
        if matches!(self.phase, Phase::Starting | Phase::Restoring { .. }) {
            self.phase = Phase::Error(Fault::Stopped { why });
            return;
        }
        self.notify(
            Tone::Error,
            t!("The part that computes stopped and was started again."),
            t!("What is stored was read back. The reason: {why}", why),
        );
        self.restart();
        fx.push(Effect::StartWorker);
    }
}
