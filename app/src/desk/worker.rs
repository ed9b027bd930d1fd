//! The worker's end of the line: reads the bodies of a question and posts the answer. Keeps nothing between questions.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, File, FileReaderSync, MessageEvent};

use super::{
    Refusal, Reviewer,
    protocol::{self, Ask, Reviewed},
};
use crate::state::documents;

/// Answers the page's questions for as long as the worker lives.
pub fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let reviewer = Reviewer::new(documents::all().iter().collect());
    let port = scope.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let reply = event.data().dyn_into::<Array>().ok().and_then(|question| answer(&reviewer, &question));
        // No list, or a list of another version: the page sees that this is no answer and says what to do.
        let _page_gone = port.post_message(&reply.map_or(JsValue::NULL, JsValue::from));
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
}

fn answer(reviewer: &Reviewer, question: &Array) -> Option<Array> {
    let ask = Ask::from_text(&question.get(0).as_string()?)?;
    let bodies = question.iter().skip(1).take(ask.bodies).enumerate();
    let reviewed = bodies.flat_map(|(body, value)| match bytes(value) {
        Some(bytes) => reviewer.review(body, &bytes),
        None => vec![Reviewed { body, outcome: Err(Refusal::not_read()), text: String::new() }],
    });
    let (text, bodies) = protocol::answer(ask.job, reviewed.collect());
    Some(std::iter::once(text).chain(bodies).map(JsValue::from).collect())
}

/// The bytes of a body; `None` of a file that cannot be read, as one that was moved since it was chosen.
fn bytes(body: JsValue) -> Option<Vec<u8>> {
    match body.dyn_into::<File>() {
        Ok(file) => {
            let buffer = FileReaderSync::new().ok()?.read_as_array_buffer(&file).ok()?;
            Some(Uint8Array::new(&buffer).to_vec())
        }
        Err(text) => text.as_string().map(String::into_bytes),
    }
}
