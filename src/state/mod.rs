//! What the page knows, and how it changes: `update(state, msg) → effects`. No clock, no storage, no browser inside.

mod ahead;
pub mod choose;
mod define;
pub mod effect;
mod filtered;
pub mod language;
pub mod msg;
pub mod notice;
pub mod rehearsal;
pub mod route;
mod show;
pub mod tour;
pub mod update;
pub mod words;
mod work;

#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::sync::Arc;

use crate::definition::Definition;
use crate::markup::Html;
use crate::protocol::{Ask, At, Export, Holdings, Origin, Run, Store};
use crate::receipt::Imported;
use crate::saved::settings::Settings;
use crate::scene::live::Live;
use crate::scene::receipt::{Heard, Read};
use crate::scene::written::Written;
use crate::scene::{Checked, Definitions, Look, Scene};
use crate::t;
use ahead::Ahead;
use language::Spoken;
use notice::Notice;
use route::Route;
pub use update::update;

/// Number under which the page keeps the files of one offer.
pub type Batch = u32;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    pub fn word(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn from_word(word: &str) -> Theme {
        Theme::ALL.into_iter().find(|t| t.word() == word).unwrap_or_default()
    }
}

/// Where the page is in its life. One thing at a time.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// The worker has not spoken yet.
    Starting,
    /// What an earlier visit left is being read back.
    Restoring {
        run: Run,
    },
    /// People or events are missing.
    Empty,
    FetchingSample,
    Importing {
        run: Run,
        origin: Origin,
        progress: Option<Progress>,
        cancelling: bool,
    },
    /// Something about the data held is being changed.
    Changing {
        run: Run,
    },
    /// The rows are there; their numbers are not.
    Analyzing {
        run: Run,
    },
    /// The numbers are in the state; their picture is being drawn.
    Drawing {
        run: Run,
    },
    /// Numbers and picture are in the state; the browser has not shown them.
    Painting {
        run: Run,
    },
    /// Numbers are on the screen; `asked` is a recompute under way.
    Ready {
        asked: Option<Run>,
    },
    Erasing {
        run: Run,
        forget: effect::Forget,
    },
    /// No usable data, and not for want of files.
    Error(Fault),
}

/// How far an import is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    pub file: String,
    pub rows: u64,
    pub bytes: u64,
    pub bytes_total: u64,
    pub seconds_left: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Page and worker are of different versions; a reload brings them together.
    OtherVersion,
    /// The worker cannot be started, or stopped while reading back.
    Stopped { why: String },
    /// What was tried failed and there is nothing else to show; the notices and the receipt say why.
    NoData,
}

/// Files on their way to the worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub batch: Batch,
    pub names: Vec<String>,
    pub origin: Origin,
}

/// A number opened to what stands behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub run: Run,
    pub found: Found,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// The worker looks it up.
    Waiting,
    /// It is not shown: too few people are behind it.
    NotShown,
    Here(Html),
}

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Files come in with codes in the place of what names people.
    pub codes: bool,
    pub route: Route,
    pub phase: Phase,
    pub settings: Settings,
    pub theme: Theme,
    pub language: Spoken,
    /// What is shown was written in another language.
    is_to_be_retold: bool,
    /// `None` until the worker has said.
    pub store: Option<Store>,
    /// Bytes on disk after the last save of this visit.
    pub stored_bytes: Option<u64>,
    pub holdings: Holdings<Read>,
    /// Outcomes of the latest import, refused files included.
    pub outcomes: Vec<Heard>,
    /// Those of before names were hidden; a file that leaves a question open is not lost.
    outcomes_aside: Vec<Heard>,
    /// What the screens say; `None` while there are no numbers.
    pub scene: Option<Arc<Scene>>,
    /// `None` where there is no curve to show, or no width to draw it for.
    pub picture: Option<Arc<Written>>,
    /// Who is shown, and the controls to change it; empty until the worker has said.
    pub filter: Html,
    /// What of the data would mislead; empty until it was looked at.
    pub checked: Arc<Checked>,
    checked_since: Run,
    /// Definition and filter of the scene that is shown.
    shown_definition: Definition,
    shown_filter: String,
    /// Screens that are documents, one for each that was looked at.
    documents: Vec<show::Kept>,
    /// How the timeline is looked at.
    timeline: At,
    /// Run of the rows of it that were asked for, and those to be asked for next.
    rows: (Run, Option<(u32, u32)>),
    /// Run of the rows that are printed once they are here.
    printing: Option<Run>,
    /// Run that brought the data that are here.
    data_run: Run,
    /// The number that is open.
    pub opened: Option<Opened>,
    /// What the numbers mean; `None` until somebody asks.
    pub definitions: Option<Arc<Definitions>>,
    /// A definition that is tried and not in force.
    pub draft: Option<Definition>,
    pub what_if: Html,
    /// The sample company on the start page.
    pub glance: Html,
    /// Width of the content, CSS pixels; 0 until the browser has said.
    pub width: u32,
    /// That of the sample's curve on the start page.
    glance_width: u32,
    /// Exports under way.
    pub exporting: Vec<(Run, Export)>,
    pub notices: Vec<Notice>,
    last_run: Run,
    last_notice: u32,
    /// What the latest scene was asked with.
    asked: (Ask, Look),
    ahead: Ahead,
    /// The file that is read again because something was said about it.
    answering: Option<String>,
    /// Names of what is kept about kinds of export, and its stored text.
    pub profiles: Vec<String>,
    profiles_text: String,
    /// Run of the latest what-if.
    supposed: Run,
    /// A choice was made whose numbers are not there yet.
    changed: bool,
    /// Offers that came while something else was under way.
    waiting: VecDeque<Offer>,
    /// Stop of the tour; 0 while it is offered.
    tour: Option<usize>,
}

impl Default for State {
    fn default() -> Self {
        State {
            codes: false,
            route: Route::default(),
            phase: Phase::Starting,
            settings: Settings::default(),
            theme: Theme::default(),
            language: Spoken::default(),
            is_to_be_retold: false,
            store: None,
            stored_bytes: None,
            holdings: Holdings::default(),
            outcomes: Vec::new(),
            outcomes_aside: Vec::new(),
            scene: None,
            picture: None,
            filter: Html::default(),
            checked: Arc::default(),
            checked_since: 0,
            shown_definition: Definition::default(),
            shown_filter: String::new(),
            documents: Vec::new(),
            timeline: At::default(),
            rows: (0, None),
            printing: None,
            data_run: 0,
            opened: None,
            definitions: None,
            draft: None,
            what_if: Html::default(),
            glance: Html::default(),
            width: 0,
            glance_width: 0,
            exporting: Vec::new(),
            notices: Vec::new(),
            last_run: 0,
            last_notice: 0,
            asked: (Ask::default(), Look::default()),
            ahead: Ahead::default(),
            answering: None,
            profiles: Vec::new(),
            profiles_text: String::new(),
            supposed: 0,
            changed: false,
            waiting: VecDeque::new(),
            tour: None,
        }
    }
}

impl State {
    /// The word automation reads off `main`.
    pub fn data_state(&self) -> &'static str {
        match self.phase {
            Phase::Empty => "empty",
            Phase::Ready { .. } => "ready",
            Phase::Error(_) => "error",
            Phase::Starting
            | Phase::Restoring { .. }
            | Phase::FetchingSample
            | Phase::Importing { .. }
            | Phase::Changing { .. }
            | Phase::Analyzing { .. }
            | Phase::Drawing { .. }
            | Phase::Painting { .. }
            | Phase::Erasing { .. } => "importing",
        }
    }

    /// Nothing is under way: what was chosen is what is shown.
    pub fn is_settled(&self) -> bool {
        matches!(self.phase, Phase::Empty | Phase::Ready { asked: None } | Phase::Error(_))
    }

    /// What the settings ask for.
    pub fn ask(&self) -> Ask {
        Ask {
            definition: self.settings.definition.clone(),
            version: self.settings.version_in_force(),
            grouping: self.settings.grouping,
            filter: self.settings.filter.clone(),
        }
    }

    /// The same of everybody.
    pub fn ask_of_everybody(&self) -> Ask {
        Ask { filter: String::new(), ..self.ask() }
    }

    /// The address of a screen as it is looked at.
    pub fn address(&self, route: Route) -> String {
        route.address(&self.settings.filter)
    }

    /// How the settings want it looked at.
    pub fn look(&self) -> Look {
        Look { view: self.settings.view.clone(), width: self.width }
    }

    pub fn is_sample(&self) -> bool {
        self.holdings.origin == Some(Origin::Sample)
    }

    /// Why the sample cannot be shown now; empty when it can.
    pub fn why_no_sample(&self) -> &'static str {
        match self.holdings.origin {
            Some(Origin::Own) => t!("Your own files are here, and the sample would replace them. Erase them first."),
            _ => "",
        }
    }

    /// Files taken in before the latest ones, newest first, each with its receipts.
    pub fn earlier_imports(&self) -> Vec<(Imported, Vec<Read>)> {
        let is_latest = |imported: &&Imported| {
            let is = |outcome: &Heard| matches!(outcome, Heard::Read(r) if r.import == Some(imported.number));
            self.outcomes.iter().any(is)
        };
        let of = |imported: &Imported| {
            let is_of = |receipt: &&Read| receipt.import == Some(imported.number);
            (imported.clone(), self.holdings.receipts.iter().filter(is_of).cloned().collect())
        };
        self.holdings.imports.iter().rev().filter(|imported| !is_latest(imported)).map(of).collect()
    }

    pub fn is_exporting(&self, what: &Export) -> bool {
        self.exporting.iter().any(|(_, e)| e == what)
    }

    /// The picture of that name on the screen that is looked at.
    pub fn live(&self, id: &str) -> Option<&Live> {
        let picture = self.picture.as_ref().filter(|_| self.route == Route::Curves);
        picture.into_iter().chain(self.shown_document()).flat_map(|shown| &shown.live).find(|live| live.id == id)
    }

    fn has_both(&self) -> bool {
        self.holdings.people > 0 && self.holdings.events > 0
    }

    fn next_run(&mut self) -> Run {
        self.last_run += 1;
        self.last_run
    }
}
