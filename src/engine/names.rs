//! Names hidden while others look at the screen: what of the receipts and of who is who would name somebody.

use super::Engine;
use crate::identity::Proposal;
use crate::receipt::{Asking, Decision, Outcome, Receipt, Refusal};
use crate::t;
use crate::table::Tables;

/// In the place of what a cell says.
fn hidden() -> &'static str {
    t!("hidden" in "cell")
}

impl Engine {
    /// From now on people and teams are called by labels, or by their names. `false` where it was so already.
    pub fn hide_names(&mut self, on: bool) -> bool {
        let changed = self.data.hides_names != on;
        if changed {
            self.data.hides_names = on;
            self.relabel();
        }
        changed
    }

    /// Another language is spoken: what stands in the place of names is said in it.
    pub fn say_labels_again(&mut self) {
        if self.data.hides_names {
            self.relabel();
        }
    }

    fn relabel(&mut self) {
        self.data.label();
        let undone = self.undone.take();
        self.forget();
        self.undone = undone;
    }

    pub fn hides_names(&self) -> bool {
        self.data.hides_names
    }

    /// What may be told of files while names are hidden.
    pub fn told_of_files(&self, outcomes: Vec<Outcome>) -> Vec<Outcome> {
        if !self.data.hides_names {
            return outcomes;
        }
        let told = |outcome| match outcome {
            Outcome::Read(receipt) => Outcome::Read(self.told_of(receipt)),
            Outcome::Refused { file, why: Refusal::Asked(asking) } => {
                Outcome::Refused { file, why: Refusal::Asked(Box::new(without_samples(*asking))) }
            }
            refused => refused,
        };
        outcomes.into_iter().map(told).collect()
    }

    /// The same of one receipt.
    pub(super) fn told_of(&self, mut receipt: Receipt) -> Receipt {
        if self.data.hides_names {
            let tables = &self.data.tables;
            for change in &mut receipt.changes {
                change.person_id = label(tables, &change.person_id);
                for text in [&mut change.before, &mut change.after] {
                    hidden().clone_into(text);
                }
            }
            receipt.leave_out_cells(hidden(), hidden());
        }
        receipt
    }

    /// Who may be one person, and what was decided; nobody while names are hidden.
    pub fn who_is_who(&self) -> (Vec<Proposal>, &[Decision]) {
        match self.data.hides_names {
            true => (Vec::new(), &[]),
            false => (self.data.proposals(), &self.data.decisions),
        }
    }
}

fn label(tables: &Tables, id: &str) -> String {
    let code = tables.ids.find(id.as_bytes());
    code.map_or_else(|| hidden().to_owned(), |code| tables.person_id(code).to_owned())
}

/// A question without the cells that stand beside it.
fn without_samples(mut asking: Asking) -> Asking {
    for field in asking.groups.iter_mut().flat_map(|group| &mut group.fields) {
        field.seen.clear();
    }
    asking
}
