//! The screens and their addresses. Routes live in the hash, so that any static host or sub-folder will do.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    #[default]
    Start,
    Curves,
    Definitions,
    Import,
    Data,
}

impl Route {
    /// The screen of an address; an unknown one leads to the start.
    pub fn from_hash(hash: &str) -> Route {
        match hash {
            "#/curves" => Route::Curves,
            "#/definitions" => Route::Definitions,
            "#/import" => Route::Import,
            "#/data" => Route::Data,
            _ => Route::Start,
        }
    }

    pub fn hash(self) -> &'static str {
        match self {
            Route::Start => "#/",
            Route::Curves => "#/curves",
            Route::Definitions => "#/definitions",
            Route::Import => "#/import",
            Route::Data => "#/data",
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Route::Start => "Start",
            Route::Curves => "Curves",
            Route::Definitions => "Definitions",
            Route::Import => "Import",
            Route::Data => "Data",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_found_under_its_own_address() {
        for route in [Route::Start, Route::Curves, Route::Definitions, Route::Import, Route::Data] {
            assert_eq!(Route::from_hash(route.hash()), route);
        }
    }

    #[test]
    fn an_unknown_address_is_the_start() {
        for hash in ["", "#", "#/", "#/curve", "#main", "#/data/x"] {
            assert_eq!(Route::from_hash(hash), Route::Start, "{hash}");
        }
    }
}
