//! The answer to a write that somebody waits for.

use std::{
    cell::RefCell,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use crate::store::StoreError;

/// The answer to a write: a future that is ready when the write is saved or given up. Clones are the same answer; only
/// one of them may be awaited.
#[derive(Clone, Debug, Default)]
pub(in crate::state) struct WriteOutcome(Rc<RefCell<OutcomeSlot>>);

#[derive(Debug, Default)]
struct OutcomeSlot {
    outcome: Option<Result<(), StoreError>>,
    waits: Option<Waker>,
}

impl WriteOutcome {
    /// Gives the outcome to whoever waits.
    pub(super) fn give(&self, outcome: Result<(), StoreError>) {
        let mut slot = self.0.borrow_mut();
        slot.outcome = Some(outcome);
        let waits = slot.waits.take();
        drop(slot);
        if let Some(waker) = waits {
            waker.wake();
        }
    }
}

impl Future for WriteOutcome {
    type Output = Result<(), StoreError>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut slot = self.0.borrow_mut();
        match &slot.outcome {
            Some(outcome) => Poll::Ready(outcome.clone()),
            None => {
                slot.waits = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}
