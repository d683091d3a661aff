//! Parts of screens: markup and the messages they send.

pub mod bar;
pub mod controls;
pub mod downloads;
pub mod draft;
pub mod drop_zone;
pub mod erase;
pub mod fault;
pub mod field;
pub mod foot;
pub mod glance;
pub mod group_choice;
pub mod icon;
pub mod live;
pub mod measured;
pub mod mounted;
pub mod nav;
pub mod notices;
pub mod opened;
pub mod part;
pub mod progress;
pub mod receipt;
pub mod tour;
