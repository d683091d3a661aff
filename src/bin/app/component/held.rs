//! A part of the state that is replaced, never changed: compared by where it is, not by what is in it.

use std::ops::Deref;
use std::sync::Arc;

pub struct Held<T>(Arc<T>);

impl<T> Held<T> {
    pub fn of(part: &Option<Arc<T>>) -> Option<Held<T>> {
        part.clone().map(Held)
    }
}

impl<T> Clone for Held<T> {
    fn clone(&self) -> Self {
        Held(self.0.clone())
    }
}

impl<T> PartialEq for Held<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Held<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
