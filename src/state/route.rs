//! The screens and their addresses. Routes live in the hash, so that any static host or sub-folder will do.

use crate::scene::screen::Screen;
use crate::t;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    #[default]
    Start,
    Overview,
    Curves,
    Kpis,
    Belief,
    Timeline,
    Definitions,
    Import,
    Data,
    /// For those who work on the product; linked from README.md only.
    Components,
}

impl Route {
    /// The screen of an address; an unknown one leads to the start.
    pub fn from_hash(hash: &str) -> Route {
        match hash {
            "#/overview" => Route::Overview,
            "#/curves" => Route::Curves,
            "#/kpis" => Route::Kpis,
            "#/belief" => Route::Belief,
            "#/timeline" => Route::Timeline,
            "#/definitions" => Route::Definitions,
            "#/import" => Route::Import,
            "#/data" => Route::Data,
            "#/components" => Route::Components,
            _ => Route::Start,
        }
    }

    pub fn hash(self) -> &'static str {
        match self {
            Route::Start => "#/",
            Route::Overview => "#/overview",
            Route::Curves => "#/curves",
            Route::Kpis => "#/kpis",
            Route::Belief => "#/belief",
            Route::Timeline => "#/timeline",
            Route::Definitions => "#/definitions",
            Route::Import => "#/import",
            Route::Data => "#/data",
            Route::Components => "#/components",
        }
    }

    /// Whether it shows numbers of people, who can be chosen.
    pub fn is_filtered(self) -> bool {
        self.screen().is_some_and(|screen| screen != Screen::Components)
    }

    /// The address of a screen under a filter (the query of it).
    pub fn address(self, filter: &str) -> String {
        match filter {
            filter if self.is_filtered() && !filter.is_empty() => format!("{}?{filter}", self.hash()),
            _ => self.hash().to_owned(),
        }
    }

    /// The screen of an address and what it says of a filter; `None` where the screen has none.
    pub fn of_address(address: &str) -> (Route, Option<String>) {
        let (hash, query) = address.split_once('?').unwrap_or((address, ""));
        let route = Route::from_hash(hash);
        (route, route.is_filtered().then(|| query.to_owned()))
    }

    /// The document it shows, if it is a screen of that kind.
    pub fn screen(self) -> Option<Screen> {
        match self {
            Route::Overview => Some(Screen::Overview),
            Route::Curves => Some(Screen::Curves),
            Route::Kpis => Some(Screen::Kpis),
            Route::Belief => Some(Screen::Belief),
            Route::Timeline => Some(Screen::Timeline),
            Route::Components => Some(Screen::Components),
            _ => None,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Route::Start => t!("Start"),
            Route::Overview => t!("Overview"),
            Route::Curves => t!("Curves"),
            Route::Kpis => t!("KPIs"),
            Route::Belief => t!("Belief"),
            Route::Timeline => t!("Timeline"),
            Route::Definitions => t!("Definitions"),
            Route::Import => t!("Import"),
            Route::Data => t!("Data"),
            Route::Components => t!("Components"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_found_under_its_own_address() {
        for route in [
            Route::Start,
            Route::Overview,
            Route::Curves,
            Route::Kpis,
            Route::Belief,
            Route::Definitions,
            Route::Import,
            Route::Data,
            Route::Components,
        ] {
            assert_eq!(Route::from_hash(route.hash()), route);
        }
    }

    #[test]
    fn a_filter_is_part_of_the_address_of_a_screen_that_has_one() {
        for (address, route, filter) in [
            ("#/curves", Route::Curves, Some("")),
            ("#/curves?team=A&from=2025-03", Route::Curves, Some("team=A&from=2025-03")),
            ("#/timeline?role=x", Route::Timeline, Some("role=x")),
            ("#/data", Route::Data, None),
            ("#/data?team=A", Route::Data, None),
            ("#/components?team=A", Route::Components, None),
            ("#/nowhere?team=A", Route::Start, None),
        ] {
            assert_eq!(Route::of_address(address), (route, filter.map(str::to_owned)), "{address}");
            if let Some(filter) = filter {
                assert_eq!(route.address(filter), address);
            }
        }
        assert_eq!(Route::Data.address("team=A"), "#/data");
    }

    #[test]
    fn an_unknown_address_is_the_start() {
        for hash in ["", "#", "#/", "#/curve", "#main", "#/data/x"] {
            assert_eq!(Route::from_hash(hash), Route::Start, "{hash}");
        }
    }
}
