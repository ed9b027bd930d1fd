//! The page's side of the worker: starts it when first needed, sends it questions, and notices when it stops.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use gloo::events::EventListener;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, MessageEvent, Worker};

use super::protocol::{self, ReviewOutcome, ReviewRequest};

/// One file or text to review.
#[derive(Clone, Debug)]
pub enum Body {
    /// A file that somebody chose or dropped; the worker reads it.
    File(File),
    /// A text that was pasted or stored.
    Text(String),
}

/// Why there is no answer. If the worker has stopped, the next question starts a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorkerError {
    /// The worker's files could not be loaded, or the browser starts no workers.
    #[error("the worker did not start")]
    NotStarted,
    /// The worker stopped while it worked.
    #[error("the worker stopped")]
    Stopped,
    /// Page and worker come from different versions: reload the page.
    #[error("page and worker are of different versions")]
    OtherVersion,
}

/// A handle on the worker: clones are the same worker.
#[derive(Clone, Default)]
pub struct WorkerClient(Rc<Line>);

/// A question that was sent, and whose answer can be awaited.
pub struct Pending {
    answer: Promise,
    line: Rc<Line>,
}

#[derive(Default)]
struct Line {
    running: RefCell<Option<Running>>,
    waiting: RefCell<BTreeMap<u32, Function>>,
    last_job: Cell<u32>,
    answered: Cell<bool>,
    other_version: Cell<bool>,
}

struct Running {
    worker: Worker,
    _heard: [EventListener; 3],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl WorkerClient {
    /// Sends some files or texts to be reviewed. Does not wait for the answer, so that the worker has its next question
    /// while the page deals with an answer.
    ///
    /// Fails if the worker cannot be started or the question cannot be posted.
    pub fn ask(&self, bodies: &[Body], overlays: &[String], packs: &[String]) -> Result<Pending, WorkerError> {
        let job = self.0.last_job.get().wrapping_add(1);
        self.0.last_job.set(job);
        let message =
            Array::of1(&ReviewRequest::new(job, bodies.len(), overlays.to_vec(), packs.to_vec()).to_text().into());
        for body in bodies {
            message.push(&match body {
                Body::File(file) => file.into(),
                Body::Text(text) => text.into(),
            });
        }
        let answer = Promise::new(&mut |resolve, _| {
            self.0.waiting.borrow_mut().insert(job, resolve);
        });
        self.post(&message).inspect_err(|_| {
            self.0.waiting.borrow_mut().remove(&job);
        })?;
        Ok(Pending { answer, line: self.0.clone() })
    }

    fn post(&self, message: &Array) -> Result<(), WorkerError> {
        let mut running = self.0.running.borrow_mut();
        if running.is_none() {
            self.0.answered.set(false);
            self.0.other_version.set(false);
            *running = Some(start(&self.0).ok_or(WorkerError::NotStarted)?);
        }
        let posted = running.as_ref().map(|running| running.worker.post_message(message));
        posted.transpose().map(|_| ()).map_err(|_| WorkerError::Stopped)
    }
}

impl Pending {
    /// Waits for the answer: at least one result for each body, in the order of the bodies; several if one holds
    /// several bundles.
    pub async fn reviewed(self) -> Result<Vec<ReviewOutcome>, WorkerError> {
        let answer = JsFuture::from(self.answer).await.ok().and_then(|value| value.dyn_into::<Array>().ok());
        let answer = answer.ok_or_else(|| self.line.failure())?;
        let texts = answer.iter().skip(1).filter_map(|value| value.as_string());
        let reviewed = answer.get(0).as_string().and_then(|text| protocol::read(&text, texts));
        reviewed.ok_or(WorkerError::OtherVersion)
    }
}

impl Line {
    fn stop(&self) {
        self.running.borrow_mut().take();
        let waiting = std::mem::take(&mut *self.waiting.borrow_mut());
        for resolve in waiting.into_values() {
            let _nobody_waits = resolve.call1(&JsValue::NULL, &JsValue::NULL);
        }
    }

    fn hear(&self, message: &MessageEvent) {
        let answer = message.data().dyn_into::<Array>().ok();
        let job = answer.as_ref().and_then(|answer| protocol::job(&answer.get(0).as_string()?));
        match answer.zip(job.and_then(|job| self.waiting.borrow_mut().remove(&job))) {
            Some((answer, resolve)) => {
                self.answered.set(true);
                let _nobody_waits = resolve.call1(&JsValue::NULL, &answer);
            }
            None => {
                self.other_version.set(true);
                self.stop();
            }
        }
    }

    fn failure(&self) -> WorkerError {
        match (self.other_version.get(), self.answered.get()) {
            (true, _) => WorkerError::OtherVersion,
            (false, true) => WorkerError::Stopped,
            (false, false) => WorkerError::NotStarted,
        }
    }
}

/// Starts the worker that `app/index.html` names; `None` if it names none or the browser starts none.
pub(super) fn start_worker() -> Option<Worker> {
    let meta = gloo::utils::document().query_selector("meta[name=cunping-worker]").ok()??;
    Worker::new(&meta.get_attribute("content")?).ok()
}

fn start(line: &Rc<Line>) -> Option<Running> {
    let worker = start_worker()?;
    let listen = |event: &'static str| {
        let line = Rc::downgrade(line);
        EventListener::new(&worker, event, move |event| {
            let Some(line) = line.upgrade() else { return };
            match event.dyn_ref::<MessageEvent>().filter(|_| event.type_() == "message") {
                Some(message) => line.hear(message),
                None => line.stop(),
            }
        })
    };
    Some(Running { _heard: [listen("message"), listen("error"), listen("messageerror")], worker })
}
