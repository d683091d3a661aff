//! The two programs of the site, compiled while the tools that pack them are: on a new machine each alone leaves
//! processors idle. Trunk then finds them done.

use std::fs;

use crate::place;
use crate::step::{Outcome, Stop, say};

/// What trunk will ask cargo for. A failure is not ours to tell: trunk meets it again, and stops there.
pub fn compile() -> Outcome {
    let page = place::root().join("public/index.html");
    let text = fs::read_to_string(&page).map_err(|error| Stop::file(&page, &error))?;
    say("Compiling the site beside the tools that pack it (once; some minutes).");
    for arguments in programs(&text) {
        let mut cargo = place::cargo()?;
        cargo
            .args(["build", "--quiet", "--locked", "--offline", "--target", super::rust_target::TARGET])
            .args(arguments);
        // As for trunk: it would replace the flags of .cargo/config.toml.
        cargo.env_remove("RUSTFLAGS");
        if !cargo.status().is_ok_and(|status| status.success()) {
            break;
        }
    }
    Ok(())
}

/// Arguments for cargo, for each program that the page names to trunk.
fn programs(page: &str) -> Vec<Vec<String>> {
    let links = page.split("<link ").filter(|link| link.contains("rel=\"rust\""));
    let flag = |link: &str, attribute: &str, flag: &str| {
        let (_, rest) = link.split_once(&format!("{attribute}=\""))?;
        Some(format!("{flag}={}", rest.split_once('"')?.0))
    };
    links
        .map(|link| {
            let flags =
                [("data-bin", "--bin"), ("data-cargo-features", "--features"), ("data-cargo-profile", "--profile")];
            flags.iter().filter_map(|(attribute, name)| flag(link, attribute, name)).collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_page_names() {
        let page = "<link data-trunk rel=\"css\" href=\"a.css\">\n\
                    <link data-trunk rel=\"rust\" data-bin=\"app\" data-cargo-features=\"app\" data-cargo-profile=\"page\">";
        assert_eq!(programs(page), [["--bin=app", "--features=app", "--profile=page"]]);
    }

    #[test]
    fn the_page_names_two() {
        let page = fs::read_to_string(place::root().join("public/index.html")).unwrap();
        assert!(programs(&page).iter().all(|flags| flags.len() == 3));
        assert_eq!(programs(&page).len(), 2);
    }
}
