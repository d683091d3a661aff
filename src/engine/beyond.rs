//! What screens show beyond the curve, kept under the latest definition, whole or in parts.

use super::Engine;
use super::filtered::Whom;
use crate::analysis::closer::{self, Closer};
use crate::analysis::detail::{self, Detail};
use crate::analysis::earlier::{self, Earlier};
use crate::analysis::{Beside, Whole};
use crate::definition::Definition;
use crate::inspect;
use crate::protocol::Ask;

#[derive(Debug, Default)]
pub struct Beyond {
    detail: Option<(Definition, Detail)>,
    /// Parts of the same that are there already.
    parts: Option<(Definition, detail::InParts)>,
    closer: Option<(Definition, Closer)>,
    closer_parts: Option<(Definition, closer::InParts)>,
    /// How things stood before the last import.
    earlier: Option<(Definition, Option<Earlier>)>,
}

/// What is kept of a definition; what is of another one is let go of.
fn of<'a, T: Default>(kept: &'a mut Option<(Definition, T)>, definition: &Definition) -> &'a mut T {
    if kept.as_ref().is_none_or(|(known, _)| known != definition) {
        *kept = Some((definition.clone(), T::default()));
    }
    &mut kept.get_or_insert_with(|| (definition.clone(), T::default())).1
}

fn is_of<T>(kept: &Option<(Definition, T)>, definition: &Definition) -> bool {
    kept.as_ref().is_some_and(|(known, _)| known == definition)
}

impl Engine {
    /// The numbers beyond the curve; `None` until there are people and events.
    pub fn detail(&mut self, definition: &Definition) -> Option<&Detail> {
        while !self.detail_part(definition)? {}
        self.beyond.detail.as_ref().map(|(_, detail)| detail)
    }

    /// Works out the next part of the same, and whether all are there. `None` as `detail`.
    pub fn detail_part(&mut self, definition: &Definition) -> Option<bool> {
        if self.view().shows_nothing() {
            return None;
        }
        if !is_of(&self.beyond.detail, definition) {
            let mut parts = std::mem::take(of(&mut self.beyond.parts, definition));
            let (study, basis, _) = self.study(definition);
            match parts.next(study, basis) {
                Some(detail) => self.beyond.detail = Some((definition.clone(), detail)),
                None => {
                    *of(&mut self.beyond.parts, definition) = parts;
                    return Some(false);
                }
            }
        }
        Some(true)
    }

    /// Works out the next part of a closer look at the curve, and whether all are there. `None` as `detail`.
    pub fn closer_part(&mut self, definition: &Definition) -> Option<bool> {
        if self.view().shows_nothing() {
            return None;
        }
        if !is_of(&self.beyond.closer, definition) {
            let mut parts = std::mem::take(of(&mut self.beyond.closer_parts, definition));
            let (study, basis, _) = self.study(definition);
            match parts.next(study, basis, inspect::named_learners) {
                Some(closer) => self.beyond.closer = Some((definition.clone(), closer)),
                None => {
                    *of(&mut self.beyond.closer_parts, definition) = parts;
                    return Some(false);
                }
            }
        }
        Some(true)
    }

    /// What a screen that shows more than the curve is made of; `None` as `analyze`.
    pub fn whole(&mut self, ask: &Ask, beside: Beside) -> Option<Whole<'_>> {
        let analysis = self.analyze(ask)?.clone();
        if self.whom(ask) == Whom::Some {
            return self.whole_of_some(ask, analysis, beside);
        }
        self.detail(&ask.definition)?;
        if beside == Beside::Closer {
            while !self.closer_part(&ask.definition)? {}
        }
        if beside == Beside::Earlier && !is_of(&self.beyond.earlier, &ask.definition) {
            let earlier = earlier::earlier(self.view().basis, &analysis.in_force);
            self.beyond.earlier = Some((ask.definition.clone(), earlier));
        }
        let Beyond { detail, closer, earlier, .. } = &self.beyond;
        Some(Whole {
            analysis,
            detail: detail.as_ref().map(|(_, detail)| detail)?,
            earlier: earlier.as_ref().filter(|_| beside == Beside::Earlier).and_then(|(_, earlier)| earlier.as_ref()),
            closer: closer.as_ref().filter(|_| beside == Beside::Closer).map(|(_, closer)| closer),
            shown: None,
        })
    }
}
