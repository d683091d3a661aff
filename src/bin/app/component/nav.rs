//! The screens that exist: a column, or a menu where there is no room for one.

use leptos::prelude::*;
use rampline::language;
use rampline::state::route::Route;
use rampline::{n, t};

use super::live::{each, on};
use crate::shell::Shell;

pub const ID: &str = "nav";

const GROUPS: [(&str, &str, &[Route]); 2] = [
    ("nav-look", n!("Look"), &[Route::Overview, Route::Curves, Route::Kpis, Route::Belief, Route::Timeline]),
    ("nav-ground", n!("Ground"), &[Route::Definitions, Route::Import, Route::Data]),
];

/// `open`: whether the menu of a narrow screen is.
pub fn nav(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <nav class="nav" id=ID aria-label=t!("Screens") data-open=move || open.get().then(String::new)>
            {each(GROUPS, |(id, name, routes)| {
                view! {
                    <div>
                        <p class="grp" id=id>{language::text(name)}</p>
                        <ul aria-labelledby=id>{each(routes, |route| link(*route, open))}</ul>
                    </div>
                }
            })}
        </nav>
    }
}

fn link(route: Route, open: RwSignal<bool>) -> impl IntoView {
    let shell = Shell::here();
    let is_here = shell.is(move |s| s.route == route);
    let address = shell.text(move |s| s.address(route));
    view! {
        <li>
            <a
                href=move || address.get()
                aria-current=move || is_here.get().then(|| "page".to_owned())
                on:click=on(move |_| open.set(false))
            >
                {route.name()}
            </a>
        </li>
    }
}
