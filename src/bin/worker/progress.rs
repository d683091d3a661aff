//! How far the reading of files has come, told to the page.

use rampline::engine::Import;
use rampline::protocol::{FromWorker, Run};
use web_sys::File;

use crate::scope::now;
use crate::wire;

/// Progress is told at most so often, milliseconds.
const TELL_EVERY: f64 = 60.0;
/// Before that, the time left is a guess.
const GUESS_AFTER: f64 = 400.0;

pub struct Progress {
    pub run: Run,
    begun: f64,
    told: f64,
    /// Of the files before this one.
    bytes: u64,
    bytes_total: u64,
}

impl Progress {
    pub fn new(run: Run, files: &[File]) -> Progress {
        let bytes_total = files.iter().map(|file| file.size() as u64).sum();
        Progress { run, begun: now(), told: 0.0, bytes: 0, bytes_total }
    }

    /// A file whose work is half done counts half of its bytes.
    pub fn tell(&mut self, file: &str, import: &Import) {
        let now = now();
        if now - self.told < TELL_EVERY {
            return;
        }
        self.told = now;
        let elapsed = now - self.begun;
        let bytes = (self.bytes + (import.share() * import.bytes() as f64) as u64).min(self.bytes_total);
        let left = (self.bytes_total - bytes) as f64;
        let seconds_left =
            (elapsed > GUESS_AFTER && bytes > 0).then(|| (elapsed * left / bytes as f64 / 1e3).ceil() as u32);
        wire::send(&FromWorker::Progress {
            run: self.run,
            file: file.to_owned(),
            rows: import.rows(),
            bytes,
            bytes_total: self.bytes_total,
            seconds_left,
        });
    }

    pub fn end_file(&mut self, import: &Import) {
        self.bytes += import.bytes();
    }
}
