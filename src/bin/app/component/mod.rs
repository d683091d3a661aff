//! Parts of screens: markup and the messages they send.

pub mod bar;
pub mod controls;
pub mod data_table;
pub mod downloads;
pub mod drop_zone;
pub mod erase;
pub mod fault;
pub mod field;
pub mod foot;
pub mod group_choice;
pub mod icon;
pub mod key_figure;
pub mod live;
pub mod milestones;
pub mod nav;
pub mod notices;
pub mod pairs;
pub mod part;
pub mod plot;
pub mod problems;
pub mod progress;
pub mod reader;
pub mod readout;
pub mod receipt;
pub mod strip;
