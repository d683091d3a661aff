//! Long work in steps: whoever drives it may do something else between two of them, or give it up. The tables are lent
//! for one step at a time.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::receipt::Refusal;
use crate::table::Tables;

/// Pieces of work between two places at which it gives way: a cell, a short field, a few bytes.
const STEP: usize = 50_000;

/// What work in steps has at hand.
#[derive(Debug)]
pub struct Desk {
    tables: RefCell<Tables>,
    /// Pieces of work since it gave way.
    since: Cell<usize>,
    /// Rows that were worked through.
    rows: Cell<u64>,
    /// The part of all work that is done now, as it begins and as it ends, and how much is done; of 1.
    part: Cell<(f64, f64)>,
    share: Cell<f64>,
}

impl Desk {
    pub fn new() -> Desk {
        Desk {
            tables: RefCell::default(),
            since: Cell::new(0),
            rows: Cell::new(0),
            part: Cell::new((0.0, 1.0)),
            share: Cell::new(0.0),
        }
    }

    /// Does something with the tables. Nothing in it may give way.
    pub fn with<T>(&self, work: impl FnOnce(&mut Tables) -> T) -> T {
        work(&mut self.tables.borrow_mut())
    }

    /// Says that so many pieces of work are done; gives way when they are enough.
    pub async fn did(&self, pieces: usize) {
        let since = self.since.get() + pieces;
        self.since.set(since);
        if since >= STEP {
            self.since.set(0);
            GiveWay(false).await;
        }
    }

    /// Says how far the part of work that goes on has come.
    pub fn at(&self, done: usize, of: usize) {
        let (from, to) = self.part.get();
        let share = if of == 0 { 1.0 } else { done.min(of) as f64 / of as f64 };
        self.share.set(self.share.get().max(from + (to - from) * share));
    }

    /// From now on the work is the part from one share to another of what goes on. The part before, to go back to.
    pub fn narrow(&self, from: f64, to: f64) -> (f64, f64) {
        let (begin, end) = self.part.get();
        self.part.replace((begin + (end - begin) * from, begin + (end - begin) * to))
    }

    pub fn back_to(&self, part: (f64, f64)) {
        self.part.set(part);
    }

    pub fn row(&self) {
        self.rows.set(self.rows.get() + 1);
    }
}

/// Pending once.
struct GiveWay(bool);

impl Future for GiveWay {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

fn step<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => Some(done),
        Poll::Pending => None,
    }
}

/// Does all of it at once: for what is short. It may wait for nothing but its own steps.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = std::pin::pin!(work);
    loop {
        if let Some(done) = step(work.as_mut()) {
            return done;
        }
    }
}

/// Work that was begun.
pub struct Work<T> {
    desk: Rc<Desk>,
    steps: Pin<Box<dyn Future<Output = Result<T, Refusal>>>>,
}

impl<T> Work<T> {
    pub fn new<W: Future<Output = Result<T, Refusal>> + 'static>(begin: impl FnOnce(Rc<Desk>) -> W) -> Work<T> {
        let desk = Rc::new(Desk::new());
        Work { steps: Box::pin(begin(desk.clone())), desk }
    }

    /// The next step; `None` where more come.
    pub fn go_on(&mut self, tables: &mut Tables) -> Option<Result<T, Refusal>> {
        std::mem::swap(&mut *self.desk.tables.borrow_mut(), tables);
        let done = step(self.steps.as_mut());
        std::mem::swap(&mut *self.desk.tables.borrow_mut(), tables);
        done
    }

    pub fn rows(&self) -> u64 {
        self.desk.rows.get()
    }

    /// How much of it is done, of 1.
    pub fn share(&self) -> f64 {
        self.desk.share.get()
    }
}

impl<T> fmt::Debug for Work<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work").field("rows", &self.rows()).field("share", &self.share()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_gives_way_and_is_done_all_the_same() {
        let mut tables = Tables::default();
        let before = tables.ids.len() as u64;
        let mut work = Work::new(|desk| async move {
            for part in 0..10 {
                let whole = desk.narrow(f64::from(part) / 10.0, f64::from(part + 1) / 10.0);
                desk.row();
                desk.with(|tables| tables.ids.intern(format!("p{part}").as_bytes()));
                for piece in 0..STEP {
                    desk.did(1).await;
                    desk.at(piece, STEP);
                }
                desk.back_to(whole);
            }
            Ok(())
        });
        let mut shares = vec![work.share()];
        let mut steps = 0;
        while work.go_on(&mut tables).is_none() {
            steps += 1;
            // Whoever drives it has the tables between two steps, with what is done so far.
            assert_eq!(tables.ids.len() as u64, before + work.rows());
            shares.push(work.share());
        }
        assert_eq!((steps, work.rows(), tables.ids.len() as u64), (10, 10, before + 10));
        assert!(shares.is_sorted() && shares.iter().all(|share| (0.0..=1.0).contains(share)), "{shares:?}");
    }
}
