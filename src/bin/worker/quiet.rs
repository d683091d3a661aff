//! Waiting until nothing is asked, so that longer work never stands before a question.

use crate::scope::pause;
use crate::work;

/// Waits until nothing is asked for so long; `None` as soon as the work is not wanted any more.
pub async fn quiet(milliseconds: i32, is_wanted: impl Fn() -> bool) -> Option<()> {
    let mut left = milliseconds;
    loop {
        pause(left).await;
        if !is_wanted() {
            return None;
        }
        left = match work::idle_for() {
            Some(idle) if idle >= milliseconds => return Some(()),
            Some(idle) => milliseconds - idle,
            None => milliseconds.max(1),
        };
    }
}
