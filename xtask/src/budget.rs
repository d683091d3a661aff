//! How much a visitor downloads before anything is imported.

use std::fs;
use std::io::Write;

use flate2::{Compression, write::GzEncoder};

use crate::finish;
use crate::place;
use crate::step::{Outcome, Stop};

/// Bytes of the page's wasm, js and css, gzipped.
const PAGE_LIMIT: usize = 250_000;

/// Prints every part's size and refuses a page over its limit. The worker loads beside the page and is only printed.
pub fn check() -> Outcome {
    let dist = place::dist();
    let mut names = finish::list(&dist, "")?;
    names.retain(|name| [".wasm", ".js", ".css"].iter().any(|end| name.ends_with(end)));
    let (mut page, mut worker) = (0, 0);
    println!("\n{:>12} {:>12}  part", "bytes", "gzipped");
    for name in names {
        let path = dist.join(&name);
        let bytes = fs::read(&path).map_err(|error| Stop::file(&path, &error))?;
        let size = gzipped(&bytes);
        println!("{:>12} {size:>12}  {name}", bytes.len());
        *(if name.starts_with("worker") { &mut worker } else { &mut page }) += size;
    }
    println!("{:>12} {page:>12}  the page, of {PAGE_LIMIT} allowed", "");
    println!("{:>12} {worker:>12}  the worker, beside it\n", "");
    if page <= PAGE_LIMIT {
        return Ok(());
    }
    Err(Stop::new(
        format!("The page is {} bytes over its size budget.", page - PAGE_LIMIT),
        "Look for a new dependency of the page, or for code that belongs into the worker (cargo bloat, twiggy).",
    ))
}

fn gzipped(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_or(bytes.len(), |packed| packed.len())
}
