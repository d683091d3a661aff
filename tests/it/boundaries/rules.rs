//! The rules, as rows with their reasons.

/// Who may use whom among the top-level modules of `src/` and the two programs.
pub struct Module {
    pub name: &'static str,
    pub may_use: &'static [&'static str],
    pub because: &'static str,
}

pub const fn module(name: &'static str, may_use: &'static [&'static str], because: &'static str) -> Module {
    Module { name, may_use, because }
}

/// From top to bottom: a module may use only rows further down, so there can be no circle.
#[rustfmt::skip]
pub const MODULES: &[Module] = &[
    module("bin/app",
        &["state", "saved", "protocol", "scene", "inspect", "chart", "markup", "format", "language", "definition", "receipt", "time"],
        "the page shows and asks; it never reads files into rows, computes or draws, so it never waits"),
    module("bin/worker",
        &["language", "engine", "saved", "protocol", "scene", "timeline", "inspect", "analysis", "definition", "receipt", "time"],
        "the worker carries messages to the engine and its tables to the disk, and decides nothing"),
    module("state",
        &["saved", "protocol", "scene", "inspect", "chart", "finding", "markup", "format", "language", "receipt", "definition", "time"],
        "what the page does next is decided from what the screens say and settings, without rows"),
    module("engine",
        &["language", "saved", "protocol", "timeline", "inspect", "export", "finding", "quality", "analysis", "cohort", "identity", "import", "table", "receipt", "definition", "filter", "format", "record", "time"],
        "the one owner of the tables; worker, report and tests go through it"),
    module("saved",
        &["scene", "chart", "table", "receipt", "definition", "record", "language", "time"],
        "stored forms name what they store, never who stores it"),
    module("protocol",
        &["scene", "inspect", "markup", "receipt", "definition", "record", "time"],
        "messages are plain data; a table never crosses to the page"),
    module("scene",
        &["self_test", "timeline", "inspect", "export", "finding", "chart", "quality", "touchpoint", "identity", "analysis", "markup", "format", "language", "survival", "receipt", "definition", "filter", "record", "time"],
        "what a screen says is put together where the numbers are, out of sentences and pictures made elsewhere"),
    module("timeline",
        &["inspect", "analysis", "touchpoint", "cohort", "table", "survival", "record", "time"],
        "what happened when is listed of those who may be named, and of a manager's own team"),
    module("inspect",
        &["export", "analysis", "belief", "kpi", "cohort", "table", "survival", "markup", "format", "language", "definition", "record", "time"],
        "a number opens to the people and rows behind it, of those whom section 10 lets be named"),
    module("export",
        &["analysis", "kpi", "privacy", "cohort", "table", "survival", "format", "language", "receipt", "definition", "record", "time"],
        "files are written from what the screens show; the report also holds what section 10 hides there"),
    module("self_test",
        &["language", "kpi", "survival"],
        "published results are worked out by the functions that make every other number, and by no others"),
    module("finding",
        &["analysis", "survival", "format", "language", "definition", "filter", "time"],
        "a sentence says what the analysis found and computes nothing of its own"),
    module("chart",
        &["analysis", "survival", "markup", "format", "language", "definition", "time"],
        "a picture draws what the analysis found and computes nothing of its own"),
    module("analysis",
        &["momentum", "belief", "touchpoint", "funnel", "run_chart", "kpi", "privacy", "cohort", "table", "survival",
            "definition", "filter", "record", "time"],
        "the one place where people become numbers, so that section 10 holds everywhere"),
    module("quality",
        &["language", "privacy", "cohort", "table", "receipt", "definition", "record", "time"],
        "what would mislead shows in the rows and in how they were read, before any number is made of them"),
    module("momentum",
        &["kpi", "cohort", "survival", "time"],
        "a team is held against itself, by figures that are worked out elsewhere"),
    module("belief",
        &["cohort", "table", "survival", "record", "time"],
        "when somebody saw the value is read from their events and those of the people they manage"),
    module("touchpoint",
        &["cohort", "table", "record", "time"],
        "a plan is days around a launch, and who kept it is counted on events"),
    module("funnel",
        &["distribution"],
        "limits follow from a size and a target, whatever is counted"),
    module("run_chart",
        &["distribution"],
        "signals follow from a series of numbers, whatever they measure"),
    module("kpi",
        &["distribution", "cohort", "table", "survival", "definition", "record", "time"],
        "an accountable figure is counted on people in scope"),
    module("distribution",
        &[],
        "a distribution depends on nothing"),
    module("privacy",
        &[],
        "hiding depends on sizes alone, whatever they are sizes of"),
    module("cohort",
        &["table", "survival", "definition", "filter", "record", "time"],
        "rows become spells here; of survival it needs to know how a spell can end"),
    module("identity",
        &["language", "table", "receipt"],
        "who is who follows from what files say and somebody decided, not from what is asked of the rows"),
    module("import",
        &["language", "table", "receipt", "record", "time"],
        "reading does not depend on what will be asked of the rows"),
    module("table",
        &["language", "record", "time"],
        "columns know their words and days, not their meaning"),
    module("markup",
        &[],
        "text is escaped in one place, whatever it says"),
    module("format",
        &["language", "survival", "time"],
        "text is made from numbers, bands and days; the only place that rounds"),
    module("survival",
        &["time"],
        "statistics on plain slices can be checked by hand and against other programs"),
    module("receipt",
        &["language", "record", "time"],
        "what an import says is vocabulary for everybody"),
    module("definition",
        &["language", "time"],
        "what counts is plain data, the same on the page, in the worker and in a file"),
    module("filter",
        &["time"],
        "who is looked at is plain data, the same in an address and in the worker"),
    module("record",
        &["time"],
        "the words of the canonical tables depend on nothing"),
    module("time",
        &[],
        "days depend on nothing"),
    module("language",
        &[],
        "what is said in which language is decided in one place; who says it never asks"),
];

/// Where words are forbidden.
#[derive(Clone, Copy, PartialEq)]
pub enum Where {
    /// `src` without the programs in `src/bin`; tests are free.
    Core,
    /// All of `src`; tests are free.
    Source,
    /// All of the repository's Rust, tests too.
    Everywhere,
}

pub struct Words {
    pub place: Where,
    pub words: &'static [&'static str],
    pub because: &'static str,
}

const fn forbidden(place: Where, words: &'static [&'static str], because: &'static str) -> Words {
    Words { place, words, because }
}

#[rustfmt::skip]
pub const WORDS: &[Words] = &[
    forbidden(Where::Core,
        &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "leptos", "gloo", "gloo_storage", "idb"],
        "the core compiles and is tested without a browser"),
    forbidden(Where::Core,
        &["std::fs", "std::env", "std::net", "std::process"],
        "files and surroundings belong to the programs; the core gets bytes and settings"),
    forbidden(Where::Core,
        &["Instant", "SystemTime", "Utc::now", "Local::now"],
        "the data date comes in as a Day, so that the same files give the same numbers tomorrow"),
    forbidden(Where::Core,
        &["rand", "getrandom", "thread_rng"],
        "the same files give the same numbers"),
    forbidden(Where::Core,
        &["cfg(target_arch", "cfg(feature", "cfg(not(feature", "cfg_attr(feature"],
        "what is tested natively is what runs in the browser; features choose programs in Cargo.toml"),
    forbidden(Where::Source,
        &["super::super"],
        "a path from the root shows the arrow it is"),
    forbidden(Where::Everywhere,
        &["todo!", "unimplemented!", "dbg!"],
        "unfinished work is an issue, not a panic"),
    forbidden(Where::Everywhere,
        &["#[ignore"],
        "a test that does not run says nothing"),
];

/// Longer files hide more than one subject.
pub const LINES: usize = 400;

/// Names that say nothing about what is inside.
pub const EMPTY_NAMES: &[&str] = &["utils", "util", "common", "helpers", "helper", "misc"];
