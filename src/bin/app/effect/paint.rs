//! Tells when the browser has shown the numbers.

use std::time::Duration;

use leptos::prelude::*;
use rampline::protocol::Run;
use rampline::state::msg::Msg;

use crate::shell::Shell;

/// The frame in which the numbers are drawn, then a task after it. A hidden tab draws no frames and is not waited for.
pub fn wait(shell: Shell, run: Run) {
    let painted = move || set_timeout(move || shell.send(Msg::Painted(run)), Duration::ZERO);
    if document().hidden() {
        painted();
    } else {
        request_animation_frame(painted);
    }
}
