//! The page's end of the line for secrets: a worker for the questions of one undertaking, ended after them. Keeps nothing.

use gloo::events::EventListener;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};
use zeroize::Zeroizing;

use super::{Answer, Ask};
use crate::desk::client::{DeskFailure, start_worker};

/// A worker that ends with this value. It is asked one question after another.
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
    /// When the browser starts none.
    pub fn start() -> Result<Self, DeskFailure> {
        start_worker().map(Self).ok_or(DeskFailure::NotStarted)
    }

    /// Asks, and waits for the answer. `body` is what it is about.
    ///
    /// # Errors
    ///
    /// When the worker stops, or is of another version.
    pub async fn ask(&mut self, ask: &Ask, body: &[u8]) -> Result<Answer, DeskFailure> {
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
        self.0.post_message(&question).map_err(|_| DeskFailure::Stopped)?;
        let answer = JsFuture::from(answer).await.ok().and_then(|it| it.dyn_into::<Array>().ok());
        // It may be a seed.
        let text = answer.ok_or(DeskFailure::Stopped)?.get(0).as_string().map(Zeroizing::new);
        text.and_then(|text| Answer::from_text(&text)).ok_or(DeskFailure::OtherVersion)
    }
}

/// Asks one question, and waits for the answer. `body` is what it is about.
///
/// # Errors
///
/// As [`Safe`].
pub async fn ask(ask: &Ask, body: &[u8]) -> Result<Answer, DeskFailure> {
    Safe::start()?.ask(ask, body).await
}
