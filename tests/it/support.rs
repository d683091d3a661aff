//! Files into an engine, the way the worker does it.

use rampline::engine::Engine;
use rampline::import::Import;
use rampline::protocol::Origin;
use rampline::receipt::{Outcome, Refusal};

/// Takes files in together, each in pieces of `piece` bytes.
pub fn take(engine: &mut Engine, files: &[(&str, &[u8])], piece: usize) -> (Vec<Outcome>, bool) {
    engine.begin(Origin::Own);
    for (name, bytes) in files {
        let import = read(engine, name, bytes, piece);
        engine.finish_file(name, import);
    }
    engine.commit()
}

pub fn read(engine: &mut Engine, name: &str, bytes: &[u8], piece: usize) -> Result<Import, Refusal> {
    let mut import = Import::new(name, bytes.len() as u64)?;
    for part in bytes.chunks(piece) {
        import.space(part.len()).copy_from_slice(part);
        import.filled(part.len());
        import.read(engine.tables(), false)?;
    }
    import.read(engine.tables(), true)?;
    Ok(import)
}
