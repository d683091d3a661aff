//! How the curve is shown: a choice of the user that changes no number.

use serde::{Deserialize, Serialize};

use crate::chart::curve::Leavers;
use crate::definition::Grouping;

/// Groups by place in the palette, so that a group keeps its color and dash while others come and go.
pub type Slots = [Option<String>; 6];

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    pub bands: bool,
    pub censor_ticks: bool,
    pub leavers: Leavers,
    pub chosen: Chosen,
}

impl Default for View {
    fn default() -> Self {
        View { bands: true, censor_ticks: true, leavers: Leavers::default(), chosen: Chosen::default() }
    }
}

/// Groups picked for the picture where there are more than six; `None` = the first six by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chosen {
    pub team: Option<Slots>,
    pub cohort: Option<Slots>,
    pub role: Option<Slots>,
}

impl Chosen {
    pub fn of(&self, grouping: Grouping) -> Option<&Slots> {
        match grouping {
            Grouping::None => None,
            Grouping::Team => self.team.as_ref(),
            Grouping::Cohort => self.cohort.as_ref(),
            Grouping::Role => self.role.as_ref(),
        }
    }

    pub fn set(&mut self, grouping: Grouping, slots: Slots) {
        match grouping {
            Grouping::None => {}
            Grouping::Team => self.team = Some(slots),
            Grouping::Cohort => self.cohort = Some(slots),
            Grouping::Role => self.role = Some(slots),
        }
    }
}
