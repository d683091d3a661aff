//! Numbers, days, shares and dates as text. The only place that rounds.

use crate::time::Day;

/// "63 %", with a space that does not break; whole percent. "under 1 %" and "over 99 %" where rounding would say 0 or 100 for what is neither.
pub fn share(_value: f64) -> String {
    todo!()
}

/// "58 days", "1 day", with a space that does not break.
pub fn days(_value: i32) -> String {
    todo!()
}

/// One decimal: "12.4".
pub fn decimal(_value: f64) -> String {
    todo!()
}

/// "1,234,567".
pub fn count(_value: u64) -> String {
    todo!()
}

/// "5 October 2026".
pub fn date(_day: Day) -> String {
    todo!()
}

/// "p = 0.009", "p < 0.001".
pub fn p_value(_p: f64) -> String {
    todo!()
}

/// "48 kB", "62.6 MB".
pub fn bytes(_value: u64) -> String {
    todo!()
}

/// "under a second", "12 seconds", "3 minutes".
pub fn seconds(_value: u32) -> String {
    todo!()
}
