//! Screens and pictures of the latest question and of the other groupings under the same definition, kept to be sent
//! again: asked for a second time, or ahead, they cost nothing. The page is told of screens ahead and keeps them, too.

use std::cell::RefCell;

use rampline::engine::Engine;
use rampline::protocol::Ask;
use rampline::scene::written::{self, Written};
use rampline::scene::{self, Look, Scene, picture};

use crate::work;

struct Prepared {
    ask: Ask,
    look: Look,
    /// `None` until there are people and events.
    scene: Option<Box<Scene>>,
    /// The page has it.
    told: bool,
    /// `None` while it is not drawn, inside also where there is nothing to draw.
    picture: Option<Option<Box<Written>>>,
}

thread_local! {
    static PREPARED: RefCell<Vec<Prepared>> = const { RefCell::new(Vec::new()) };
}

/// The data have changed.
pub fn forget() {
    PREPARED.take();
}

/// A screen made ahead; `Some` only the first time, as the page keeps it.
pub fn untold(ask: &Ask, look: &Look) -> Option<Box<Scene>> {
    with(ask, look, |prepared| (!std::mem::replace(&mut prepared.told, true)).then(|| prepared.scene.clone()).flatten())
}

pub fn scene(ask: &Ask, look: &Look) -> Option<Box<Scene>> {
    with(ask, look, |prepared| {
        prepared.told = true;
        prepared.scene.clone()
    })
}

pub fn picture(ask: &Ask, look: &Look) -> Option<Box<Written>> {
    with(ask, look, |prepared| {
        let draw = || {
            let drawn = work::engine(|engine| picture::picture(engine.analyze(ask)?, look))?;
            Some(Box::new(written::picture(&drawn)))
        };
        prepared.picture.get_or_insert_with(draw).clone()
    })
}

fn made(engine: &mut Engine, ask: &Ask, look: &Look) -> Option<Box<Scene>> {
    if ask.filter.is_empty() {
        return engine.analyze(ask).map(|analysis| Box::new(scene::scene(analysis, &ask.version, &look.view)));
    }
    let told = engine.told(ask)?;
    Some(Box::new(match engine.analyze(ask) {
        Some(analysis) => scene::scene(analysis, &scene::named(&ask.version, &told), &look.view),
        None => {
            let everybody = Ask { filter: String::new(), ..ask.clone() };
            scene::refused(engine.analyze(&everybody)?, &ask.version, &look.view)
        }
    }))
}

/// What is kept of an ask and a look; it is begun with the scene. What is of another definition or look is let go of.
fn with<T>(ask: &Ask, look: &Look, then: impl FnOnce(&mut Prepared) -> T) -> T {
    PREPARED.with_borrow_mut(|all| {
        let at = all.iter().position(|kept| kept.ask == *ask && kept.look == *look).unwrap_or_else(|| {
            let scene = work::engine(|engine| made(engine, ask, look));
            all.retain(|kept| kept.look == *look && Ask { grouping: ask.grouping, ..kept.ask.clone() } == *ask);
            all.push(Prepared { ask: ask.clone(), look: look.clone(), scene, told: false, picture: None });
            all.len() - 1
        });
        then(&mut all[at])
    })
}
