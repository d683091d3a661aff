//! The native tests, one module a topic.

mod reference;
mod support;
