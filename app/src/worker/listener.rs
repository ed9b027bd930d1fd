//! The worker's side: reads the bodies of a question and posts the answer. The only thing it keeps between questions is
//! the documents that it has loaded.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use super::{
    CachedReviewer, Refusal, crypto,
    protocol::{self, ReviewOutcome, ReviewRequest},
};
use crate::state::documents;

#[expect(clippy::cast_precision_loss, reason = "a few million is the same in both")]
const MOST: f64 = protocol::MOST_READ_BYTES as f64;

/// Answers the page's questions until the worker ends.
pub fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let port = scope.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let port = port.clone();
        spawn_local(async move {
            // A message that cannot be read is answered with `null`: the page takes that for another version and says
            // what to do.
            let reply = answer(event.data()).await.map_or(JsValue::NULL, JsValue::from);
            let _page_gone = port.post_message(&reply);
        });
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
}

async fn answer(question: JsValue) -> Option<Array> {
    let question = question.dyn_into::<Array>().ok()?;
    if let Some(ask) = question.get(0).as_string().and_then(|text| crypto::CryptoRequest::from_text(&text)) {
        return Some(secret(ask, &question));
    }
    let ask = ReviewRequest::from_text(&question.get(0).as_string()?)?;
    // Reading begins for all files before the first is awaited: the browser takes its time for each.
    let bodies: Vec<FileText> = question.iter().skip(1).take(ask.bodies).map(begin).collect();
    documents::load(ask.packs.iter().map(String::as_str));
    let reviewer = CachedReviewer::new(documents::held()).with(&ask.overlays);
    let mut reviewed = Vec::with_capacity(bodies.len());
    for (body, begun) in bodies.into_iter().enumerate() {
        match bytes(begun).await {
            Ok(bytes) => reviewed.extend(reviewer.review(body, &bytes)),
            Err(refusal) => {
                reviewed.push(ReviewOutcome { body, inside: None, outcome: Err(refusal), text: String::new() });
            }
        }
    }
    let (text, bodies) = protocol::answer(ask.job, reviewed);
    Some(std::iter::once(text).chain(bodies).map(JsValue::from).collect())
}

/// Answers a question about secrets. The page ends this worker when it has its answers.
fn secret(ask: crypto::CryptoRequest, question: &Array) -> Array {
    let body = question.get(1).dyn_into::<Uint8Array>().map(|it| it.to_vec()).unwrap_or_default();
    let random = || {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).ok().map(|()| bytes)
    };
    Array::of1(&crypto::answer(ask, &body, random).to_text().as_str().into())
}

/// The largest size of a file that is read before its turn comes, in bytes: that of a bundle. Larger ones, which hold
/// several or are archives, would together fill the memory.
#[expect(clippy::cast_precision_loss, reason = "a few million is the same in both")]
const AHEAD: f64 = cunping_core::bundle::MAX_BYTES as f64;

/// A file that is being read or waits for its turn, a text, or the reason for refusing either.
enum FileText {
    Begun(JsFuture),
    Waits(File),
    Here(String),
    Refused(Refusal),
}

/// Begins to read a body, unless it is large; refuses a file that is larger than any that is read, without reading it.
fn begin(body: JsValue) -> FileText {
    match body.dyn_into::<File>() {
        Ok(file) if file.size() > MOST => FileText::Refused(Refusal::too_large()),
        Ok(file) if file.size() > AHEAD => FileText::Waits(file),
        Ok(file) => FileText::Begun(file.array_buffer().into()),
        Err(text) => text.as_string().map_or_else(|| FileText::Refused(Refusal::not_read()), FileText::Here),
    }
}

/// Returns the bytes of a body. Fails if the file cannot be read, such as one that was moved since it was chosen.
async fn bytes(body: FileText) -> Result<Vec<u8>, Refusal> {
    let reading = match body {
        FileText::Begun(reading) => reading,
        FileText::Waits(file) => file.array_buffer().into(),
        FileText::Here(text) => return Ok(text.into_bytes()),
        FileText::Refused(refusal) => return Err(refusal),
    };
    let buffer = reading.await.map_err(|_| Refusal::not_read())?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
