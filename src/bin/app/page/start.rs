//! What is this, what do I do.

use leptos::prelude::*;
use rampline::language;
use rampline::markup::{Html, Writer};
use rampline::state::msg::Msg;
use rampline::state::route::Route;
use rampline::{n, t};

use crate::component::drop_zone::drop_zone;
use crate::component::glance::glance;
use crate::component::icon;
use crate::component::live::when;
use crate::component::mounted::mounted;
use crate::shell::Shell;

/// One of the two files: its columns, and an example to copy.
struct Format {
    id: &'static str,
    title: &'static str,
    /// Columns without which it cannot be read.
    needed: &'static str,
    rest: &'static str,
    example: &'static str,
}

const PEOPLE: Format = Format {
    id: "people-example",
    title: n!("People: one row a person"),
    needed: "person_id, start_date",
    rest: ", name, role, cohort, team, location, manager_id, end_date",
    example: "person_id,name,role,cohort,team,location,manager_id,start_date,end_date
p-017,Ines Duarte,agent,2026-03,Harbour,Porto,m-04,2026-03-02,
p-018,Jonas Weber,agent,2026-03,Harbour,Porto,m-04,2026-03-02,2026-05-29",
};
const EVENTS: Format = Format {
    id: "events-example",
    title: n!("Events: one row for each thing that happened"),
    needed: "person_id, date, event",
    rest: ", item, value, minutes, context, by, note",
    example: "person_id,date,event,item,value,minutes,context,by,note
p-017,2026-03-24,observed,confirms the next step,1,,live,m-04,
p-017,2026-03-26,coached,,,20,,m-04,
p-017,2026-04-02,applied,first own ticket,1,,,,",
};

pub fn start() -> impl IntoView {
    let shell = Shell::here();
    let has_data = shell.is(|s| s.holdings.origin.is_some());
    let sample = shell.text(|s| match s.why_no_sample() {
        "" => t!("150 people in 8 teams, made up, gone with one click").to_owned(),
        why => why.to_owned(),
    });
    let is_locked = shell.is(|s| s.is_busy() || !s.why_no_sample().is_empty());
    let what = shell
        .text(|_| t!("One list of people with their start dates, one list of what was observed since.").to_owned());
    let below = shell.see(|_| Html::of(below));
    let overview = shell.text(|s| s.address(Route::Overview));
    view! {
        <div class="hero">
            <div>
                <h1>{t!("How long until people can do the job?")}</h1>
                <p class="lead">
                    {t!("Drop in the exports you already have. Rampline shows how many people are able to do the job by which day, and how sure that is.")}
                </p>
                <div class="btns gap-l">
                    <button
                        class="btn primary"
                        type="button"
                        disabled=move || is_locked.get()
                        on:click=shell.saying(Msg::SampleChosen)
                    >
                        {t!("Try the sample company")}
                    </button>
                    <span class="small quiet">{move || sample.get()}</span>
                </div>
                {move || when(has_data.get(), || view! {
                    <p class="caveat"><a href=move || overview.get()>{t!("Back to the overview")}</a></p>
                })}
            </div>
            {glance()}
        </div>
        <section class="block" aria-label=t!("Your own files")>
            {drop_zone(what)}
            <p class="promise">
                {icon::lock()}
                <span>
                    {t!("Nothing is uploaded. Files are read and kept in this browser only, and one click on the ")}
                    <a href="#/data">{t!("Data")}</a> {t!(" screen erases them.")}
                </span>
            </p>
        </section>
        {mounted(below)}
    }
}

/// What the page is about and what it takes. Nothing in it changes, so it is written at once.
fn below(page: &mut Writer) {
    block(page, "shows", t!("What it shows"), |page| {
        let three = [
            (
                t!("When people are able"),
                t!(
                    "Time to competency: the day on which every behaviour you name has been seen three times in a row in live work."
                ),
            ),
            (
                t!("Everybody who started"),
                t!(
                    "People who left or are still learning count for as long as they were there. Averages of those who finished leave them out."
                ),
            ),
            (
                t!("How sure it is"),
                t!(
                    "An interval goes with every number, the people behind it stay in sight, and no team or person is ranked."
                ),
            ),
        ];
        page.with("div", &[("class", "cols-3 gap")], |page| {
            for (title, text) in three {
                page.with("div", &[("class", "stack")], |page| {
                    page.element("h3", &[], title);
                    page.element("p", &[], text);
                });
            }
        });
    });
    block(page, "bring", t!("What to bring"), |page| {
        let caveat = [("class", "caveat")];
        page.element("p", &caveat, t!("Exports of learning platforms, HR systems, meetings and surveys are recognized by their columns, also as workbooks and archives. What nobody knows is asked about. Or bring two tables with these columns, in any order: bold ones are needed, the rest adds to the picture."));
        page.with("div", &[("class", "formats gap")], |page| [PEOPLE, EVENTS].iter().for_each(|one| format(page, one)));
        page.element("p", &caveat, t!("Events are enrolled, started, completed, assigned, observed, applied, feedback, coached, surveyed, measured and touchpoint. Dates are written 2026-03-31; a time after the date is left aside. An observation is positive from the value 1."));
    });
}

fn block(page: &mut Writer, id: &'static str, title: &str, inside: impl FnOnce(&mut Writer)) {
    page.with("section", &[("class", "block"), ("aria-labelledby", id)], |page| {
        page.element("h2", &[("id", id)], title);
        inside(page);
    });
}

fn format(page: &mut Writer, format: &Format) {
    page.with("div", &[], |page| {
        page.element("h3", &[("id", format.id)], language::text(format.title));
        page.with("p", &[("class", "small")], |page| {
            page.element("strong", &[], format.needed);
            page.text(format.rest);
        });
        let region = [("class", "example"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", format.id)];
        page.with("pre", &region, |page| {
            for line in format.example.lines() {
                page.text(line);
                page.void("br", &[]);
            }
        });
    });
}
