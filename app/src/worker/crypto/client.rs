//! The page's side of the worker's cryptography: a worker for the questions of one task, ended after them.

use gloo::events::EventListener;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};
use zeroize::Zeroizing;

use super::{CryptoReply, CryptoRequest};
use crate::worker::client::{WorkerError, start_worker};

/// A worker for secrets; it is terminated when this value is dropped. It is asked one question after another.
pub struct Safe(Worker);

impl Drop for Safe {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

impl Safe {
    /// Starts a worker.
    ///
    /// # Errors
    ///
    /// [`WorkerError::NotStarted`] if the browser starts none.
    pub fn start() -> Result<Self, WorkerError> {
        start_worker().map(Self).ok_or(WorkerError::NotStarted)
    }

    /// Asks a question and waits for the answer. `body` is the file or text that it is about.
    ///
    /// # Errors
    ///
    /// If the worker stops, or is of another version.
    pub async fn ask(&mut self, ask: &CryptoRequest, body: &[u8]) -> Result<CryptoReply, WorkerError> {
        let mut heard = Vec::new();
        let answer = Promise::new(&mut |resolve, _| {
            heard = ["message", "error", "messageerror"]
                .map(|event| {
                    let resolve = resolve.clone();
                    EventListener::new(&self.0, event, move |event| {
                        let data = event.dyn_ref::<MessageEvent>().map_or(JsValue::NULL, MessageEvent::data);
                        let _nobody_waits = resolve.call1(&JsValue::NULL, &data);
                    })
                })
                .into();
        });
        let question = Array::of2(&ask.to_text().as_str().into(), &Uint8Array::from(body));
        self.0.post_message(&question).map_err(|_| WorkerError::Stopped)?;
        let answer = JsFuture::from(answer).await.ok().and_then(|it| it.dyn_into::<Array>().ok());
        // It may be a seed.
        let text = answer.ok_or(WorkerError::Stopped)?.get(0).as_string().map(Zeroizing::new);
        text.and_then(|text| CryptoReply::from_text(&text)).ok_or(WorkerError::OtherVersion)
    }
}

/// Starts a worker, asks one question and waits for the answer. `body` is the file or text that it is about.
///
/// # Errors
///
/// As [`Safe::start`] and [`Safe::ask`].
pub async fn ask(ask: &CryptoRequest, body: &[u8]) -> Result<CryptoReply, WorkerError> {
    Safe::start()?.ask(ask, body).await
}
