//! The screens that exist: a column, or a menu where there is no room for one.

use leptos::prelude::*;
use rampline::state::route::Route;

use crate::shell::Shell;

pub const ID: &str = "nav";

const GROUPS: [(&str, &str, &[Route]); 2] =
    [("nav-look", "Look", &[Route::Curves]), ("nav-ground", "Ground", &[Route::Import, Route::Data])];

#[component]
pub fn Nav(
    /// Whether the menu of a narrow screen is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let shell = Shell::here();
    let current = shell.see(|s| s.route);
    let link = move |route: Route| {
        view! {
            <li>
                <a
                    href=route.hash()
                    aria-current=move || (current.get() == route).then_some("page")
                    on:click=move |_| open.set(false)
                >
                    {route.name()}
                </a>
            </li>
        }
    };
    let group = move |(id, name, routes): (&'static str, &'static str, &'static [Route])| {
        view! {
            <div>
                <p class="grp" id=id>{name}</p>
                <ul aria-labelledby=id>{routes.iter().map(|route| link(*route)).collect_view()}</ul>
            </div>
        }
    };
    view! {
        <nav class="nav" id=ID aria-label="Screens" data-open=move || open.get().then_some("")>
            {GROUPS.into_iter().map(group).collect_view()}
        </nav>
    }
}
