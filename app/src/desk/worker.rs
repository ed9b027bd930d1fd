//! The worker's end of the line: reads the bodies of a question and posts the answer. Keeps nothing between questions.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use super::{
    Refusal, Reviewer,
    protocol::{self, Ask, Reviewed},
};
use crate::state::documents;

/// Answers the page's questions for as long as the worker lives.
pub fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let reviewer = Rc::new(Reviewer::new(documents::all().iter().collect()));
    let port = scope.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let (port, reviewer) = (port.clone(), reviewer.clone());
        spawn_local(async move {
            // No list, or a list of another version: the page sees that this is no answer and says what to do.
            let reply = answer(&reviewer, event.data()).await.map_or(JsValue::NULL, JsValue::from);
            let _page_gone = port.post_message(&reply);
        });
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
}

async fn answer(reviewer: &Reviewer, question: JsValue) -> Option<Array> {
    let question = question.dyn_into::<Array>().ok()?;
    let ask = Ask::from_text(&question.get(0).as_string()?)?;
    // All files are being read before the first is awaited: the browser takes its time for each.
    let bodies: Vec<Body> = question.iter().skip(1).take(ask.bodies).map(begin).collect();
    let mut reviewed = Vec::with_capacity(bodies.len());
    for (body, begun) in bodies.into_iter().enumerate() {
        match bytes(begun).await {
            Some(bytes) => reviewed.extend(reviewer.review(body, &bytes)),
            None => reviewed.push(Reviewed { body, outcome: Err(Refusal::not_read()), text: String::new() }),
        }
    }
    let (text, bodies) = protocol::answer(ask.job, reviewed);
    Some(std::iter::once(text).chain(bodies).map(JsValue::from).collect())
}

/// A body that is being read.
enum Body {
    File(JsFuture),
    Text(Option<String>),
}

fn begin(body: JsValue) -> Body {
    match body.dyn_into::<File>() {
        Ok(file) => Body::File(file.array_buffer().into()),
        Err(text) => Body::Text(text.as_string()),
    }
}

/// The bytes of a body; `None` of a file that cannot be read, as one that was moved since it was chosen.
async fn bytes(body: Body) -> Option<Vec<u8>> {
    match body {
        Body::File(reading) => Some(Uint8Array::new(&reading.await.ok()?).to_vec()),
        Body::Text(text) => text.map(String::into_bytes),
    }
}
