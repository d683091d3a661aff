//! The loop around `state::update`: a message in, the state changed, its orders carried out.

use leptos::prelude::*;
use rampline::state::language::Spoken;
use rampline::state::msg::Msg;
use rampline::state::{State, update};
use web_sys::MouseEvent;

use crate::component::live::on;
use crate::effect;

/// What every screen holds: the state to read, and the way to say what happened.
#[derive(Clone, Copy)]
pub struct Shell {
    state: RwSignal<State>,
    /// Orders are carried out.
    acts: bool,
}

impl Shell {
    pub fn new() -> Shell {
        Shell { state: RwSignal::new(State::default()), acts: true }
    }

    /// One of which nobody outside hears anything.
    pub fn rehearsing() -> Shell {
        Shell { acts: false, ..Shell::new() }
    }

    /// The shell of the page, from any component.
    pub fn here() -> Shell {
        expect_context()
    }

    /// Listens to the outside and begins.
    pub fn open(self, language: Spoken) {
        effect::address::listen(self);
        effect::files::listen(self);
        effect::automation::listen(self);
        effect::press::listen(self);
        effect::reading::listen(self);
        effect::scroll::listen(self);
        effect::worker::end_with_page();
        let kept = effect::storage::read();
        let (route, filter) = effect::address::here();
        self.send(Msg::Opened {
            settings: Box::new(kept.settings),
            theme: kept.theme,
            language,
            route,
            filter: filter.unwrap_or_default(),
            profiles: kept.profiles,
            trouble: kept.trouble,
        });
    }

    /// Says what happened.
    pub fn send(self, msg: Msg) {
        let (orders, settled) = self
            .state
            .try_update(|state| (update(state, msg), state.is_settled()))
            .expect("the state lives as long as the page");
        if !self.acts {
            return;
        }
        for order in orders {
            effect::run(self, order);
        }
        if settled {
            effect::automation::settle();
        }
    }

    /// A part of the state; changes only when that part does.
    pub fn see<T: PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&State) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        // Behind a box, so that there is one kind of memo for a type of part, not one for each closure.
        let part: Box<dyn Fn(&State) -> T + Send + Sync> = Box::new(part);
        self.memo(part)
    }

    fn memo<T: PartialEq + Send + Sync + 'static>(self, part: Box<dyn Fn(&State) -> T + Send + Sync>) -> Memo<T> {
        Memo::new(move |_| self.state.with(&part))
    }

    /// Looks at the state as it is now.
    pub fn look<T>(self, at: impl FnOnce(&State) -> T) -> T {
        self.state.with_untracked(at)
    }

    /// Whether something holds.
    pub fn is(self, so: impl Fn(&State) -> bool + Send + Sync + 'static) -> Memo<bool> {
        self.see(so)
    }

    /// A text on the screen.
    pub fn text(self, words: impl Fn(&State) -> String + Send + Sync + 'static) -> Memo<String> {
        self.see(words)
    }

    /// Sends the same message on every click.
    pub fn saying(self, msg: Msg) -> Box<dyn FnMut(MouseEvent)> {
        on(move |_| self.send(msg.clone()))
    }
}
