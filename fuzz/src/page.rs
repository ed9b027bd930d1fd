//! The page's own parsers under the fuzzer, without a browser. Draws nothing and stores in memory only.

use std::{
    collections::BTreeMap,
    pin::pin,
    task::{Context, Poll, Waker},
};

use cunping_app::{
    routes::Route,
    state::documents,
    store::{RestoreMode, Seed, Store},
    worker::{
        CachedReviewer, FileReview,
        crypto::{self, CryptoRequest, is_encrypted},
        protocol,
    },
};
use cunping_core::{bundle::verify, id::Digest, received::bundle_texts};

thread_local! {
    static REVIEWER: CachedReviewer = CachedReviewer::new(documents::latest());
}

/// What somebody dropped or pasted: a text that was found in it is found in itself, and whatever opens is worth the same
/// on its own.
pub fn import(bytes: &[u8]) {
    for text in bundle_texts(bytes).iter().filter(|text| !text.contains(&0) && !text.starts_with(&[0xff])) {
        assert_eq!(bundle_texts(text), [text.as_ref()]);
    }
    let reviewed = REVIEWER.with(|it| it.review(7, bytes));
    assert!(!reviewed.is_empty(), "whatever came in is answered");
    for it in &reviewed {
        assert_eq!(it.body, 7);
        match &it.outcome {
            Ok(FileReview::Encrypted) => assert!(is_encrypted(it.text.as_bytes())),
            outcome => assert_eq!(outcome.is_ok(), verify(it.text.as_bytes()).is_ok()),
        }
    }
    let (text, bodies) = protocol::answer(3, reviewed.clone());
    assert_eq!(protocol::job(&text), Some(3));
    // What the page has no use for stays with the worker; what it has been told is told again as it was.
    let told = protocol::read(&text, bodies).expect("an answer can be read");
    assert!(told.iter().map(|it| (it.body, &it.text)).eq(reviewed.iter().map(|it| (it.body, &it.text))));
    let (text, bodies) = protocol::answer(3, told.clone());
    assert_eq!(protocol::read(&text, bodies), Some(told));
}

/// A backup: as a file, or as the rows of one under a digest that holds. What is restored is the next backup's.
pub fn backup(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    restored(text);
    if let Ok(rows) = serde_json::from_str::<BTreeMap<String, BTreeMap<String, String>>>(text) {
        let rows = serde_json::to_string(&rows).expect("texts are JSON");
        let content = format!(r#"{{"made":{{"ms":1774972800000,"day":"2026-04-01"}},"rows":{rows}}}"#);
        let sha256 = Digest::of(content.as_bytes());
        let head = r#""kind":"cunping-backup","format":1,"protection":"none""#;
        restored(&format!(r#"{{{head},"sha256":"{sha256}","content":{content}}}"#));
    }
}

fn restored(text: &str) {
    let store = Store::memory();
    let Ok(read) = now(store.read_backup(text)) else { return };
    let made = read.made;
    now(store.restore(read.clone(), RestoreMode::Merge)).expect("an empty store takes what was read");
    now(store.settings()).expect("memory does not fail");
    let workplaces = now(store.workplaces()).expect("memory does not fail");
    assert!(workplaces.bad.is_empty(), "what cannot be read is not restored");
    assert_eq!(workplaces.good.len(), read.workplaces.len());
    for id in workplaces.good.iter().map(|it| it.id) {
        let register = now(store.register(id)).expect("memory does not fail");
        assert!(register.bad.is_empty());
        for bad in [
            now(store.files(id)).map(|it| it.bad),
            now(store.units(id)).map(|it| it.bad),
            now(store.offices(id)).map(|it| it.bad),
            now(store.keys(id)).map(|it| it.bad),
            now(store.drafts(id)).map(|it| it.bad),
        ] {
            assert_eq!(bad, Ok(Vec::new()));
        }
    }
    let next = now(store.backup(made)).expect("memory does not fail").text;
    let again = now(Store::memory().read_backup(&next)).expect("what is written can be read");
    assert!(again.unreadable.is_empty());
    let real = read.workplaces.iter().filter(|it| !it.workplace.example).map(|it| it.workplace.id);
    assert!(real.eq(again.workplaces.iter().map(|it| it.workplace.id)));
}

/// What memory answers is there at once.
fn now<T>(answer: impl Future<Output = T>) -> T {
    match pin!(answer).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("memory makes nobody wait"),
    }
}

/// A file encrypted to a key or under a passphrase, and the outer form of either.
pub fn encrypted(bytes: &[u8]) {
    let asked = |ask: CryptoRequest| crypto::answer(ask, bytes, || None);
    let unencrypted = asked(CryptoRequest::Decrypt { seed: Seed([7; 32]) });
    // Guessing the passphrase takes its time by design: only a file that asks for little is tried.
    if !is_encrypted(bytes) || bytes.windows(9).any(|it| it == b"-> scrypt") && little(bytes) {
        let verified = asked(CryptoRequest::DecryptUnderPassphrase { passphrase: "口令".to_owned().into() });
        let both =
            matches!(unencrypted, crypto::CryptoReply::Text(_)) && matches!(verified, crypto::CryptoReply::Text(_));
        assert!(!both, "a file is for a key or under a passphrase");
    }
    if !is_encrypted(bytes) {
        assert!(matches!(unencrypted, crypto::CryptoReply::Failed(_)));
    }
}

/// Whether no line of the header asks for more work than 2^9.
fn little(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n').filter(|line| line.starts_with(b"-> scrypt"));
    lines.all(|line| line.iter().rev().take_while(|byte| byte.is_ascii_digit()).count() < 2)
}

/// A message between page and worker: what can be read is written again and read as the same. Whether it was any.
pub fn message(bytes: &[u8]) -> bool {
    let mut any = false;
    let Ok(text) = std::str::from_utf8(bytes) else { return any };
    if let Some(ask) = protocol::ReviewRequest::from_text(text) {
        any = true;
        assert_eq!(protocol::ReviewRequest::from_text(&ask.to_text()), Some(ask));
    }
    let bodies = std::iter::repeat_n(String::new(), bytes.len());
    if let Some(items) = protocol::read(text, bodies) {
        any = true;
        let job = protocol::job(text).expect("an answer has its question's number");
        let (again, bodies) = protocol::answer(job, items.clone());
        assert_eq!(protocol::read(&again, bodies), Some(items));
    }
    if let Some(ask) = CryptoRequest::from_text(text) {
        any = true;
        assert!(CryptoRequest::from_text(&ask.to_text()).is_some_and(|again| *again.to_text() == *ask.to_text()));
    }
    if let Some(answer) = crypto::CryptoReply::from_text(text) {
        any = true;
        assert!(crypto::CryptoReply::from_text(&answer.to_text()).is_some_and(|again| again == answer));
    }
    any
}

/// An address after `#`: a screen's address is that of the same screen.
pub fn address(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Some(route) = Route::from_hash(text) {
        let _ = route.period();
        assert_eq!(Route::from_hash(&route.to_string()), Some(route));
    }
}
