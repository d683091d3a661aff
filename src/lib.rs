//! Rampline's pure core: exports of a training rollout in, honest numbers out. No browser, no clock, no randomness and
//! no files in here; two small programs are its shells in the browser, `bin/app` (the page) and `bin/worker` (owns the
//! data). `examples/report.rs` is a third one, on the command line.
//!
//! # From a dropped file to a drawn curve
//!
//! 1. The page keeps the browser's `File`; [`state`] gives the request a run number and orders the effect.
//! 2. The worker reads the file piece by piece; [`import`] finds rows and fields in the bytes and appends to the columns
//!    of [`table`]. Exports of other systems are recognized by their header and pass through the same checks. What was
//!    assumed and set aside becomes a [`receipt`].
//! 3. [`identity`] finds who is one person under several ids, and asks about names; [`table::Runs`] sorts each person's
//!    events once and takes equal rows once.
//! 4. [`cohort`] forms scope and spells under a [`definition`] and a [`filter`]; [`survival`] and [`kpi`] make numbers of them;
//!    [`privacy`] decides what stays hidden; [`analysis`] puts the result together. [`engine`] owns all of this.
//!    [`quality`] says what in the data would mislead, before a chart is read.
//!    [`timeline`] says what happened when, person by person; [`inspect`] opens one number: definition, formula, what was used and what was left out; [`self_test`] works
//!    published results out by the same functions.
//! 5. [`finding`] makes sentences, [`chart`] makes pictures, [`format`] makes text of every number; [`scene`] puts them
//!    together as a screen and writes it as finished HTML ([`markup`]), still in the worker.
//! 6. The [`protocol`] carries the scene, a few kilobytes, to the page, which mounts it and listens.
//! 7. [`saved`] is the stored form of tables and settings; [`export`] writes files for people.
//!
//! # Who may use whom
//!
//! Arrows point down only; `tests/it/boundaries/rules.rs` holds the table, with reasons, and fails on any other use.
//!
//! ```text
//! bin/app     state, protocol, saved, format, markup and types of scene, chart, definition, receipt, time
//! bin/worker  engine, scene, saved, protocol
//! state       saved, protocol, scene and types
//! engine      identity, import, quality, timeline, inspect, export, analysis, saved, table
//! scene       chart, finding, format, self_test, export (CSV of a picture, a calendar), types of inspect, timeline, analysis and quality
//! self_test   kpi, survival
//! timeline    inspect (who may be named), analysis, touchpoint, cohort, survival, table
//! inspect     export, analysis, belief, kpi, cohort, survival, table
//! export      analysis, kpi, privacy, cohort, table, receipt
//! analysis    kpi, belief, touchpoint, run_chart, privacy, cohort, survival, table
//! kpi, belief, touchpoint  cohort, survival, table
//! run_chart   binomial
//! cohort      table, survival (how a spell can end)
//! quality     cohort, privacy, table, receipt
//! identity    table, receipt (what was decided)
//! import      table, receipt, record, time
//! chart, finding, format   analysis types, survival types, time
//! survival    plain slices; knows no people
//! language    nothing; whoever says something may use it
//! ```
//!
//! # What always holds
//!
//! - Days are civil days, counted from 1970-01-01 ([`time::Day`]); spans are whole days; shares are fractions of 1.
//! - What is not defined is `None`, never zero, and the screen says why.
//! - People and teams become text in one place ([`table::Labels`]), which has labels for them while names are hidden.
//! - Every text of the product passes through [`language`]: English is in the program, any other language is one file.
//! - Texts are codes of a [`table::Dictionary`]; rows only come at the end, so that an import can be taken back.
//! - No figure of fewer people than the small-group limit leaves [`analysis`], except in report.json, which says so.
//!
//! # Deliberately absent
//!
//! Averages of completers, "ever coached" splits, lists sorted by a result, a server, an account, a network request.

pub mod analysis;
pub mod belief;
pub mod chart;
pub mod cohort;
pub mod definition;
pub mod distribution;
pub mod engine;
pub mod export;
pub mod filter;
pub mod finding;
pub mod format;
pub mod funnel;
pub mod identity;
pub mod import;
pub mod inspect;
pub mod kpi;
pub mod language;
pub mod markup;
pub mod momentum;
pub mod privacy;
pub mod protocol;
pub mod quality;
pub mod receipt;
pub mod record;
pub mod run_chart;
pub mod saved;
pub mod scene;
pub mod self_test;
pub mod state;
pub mod survival;
pub mod table;
pub mod time;
pub mod timeline;
pub mod touchpoint;
