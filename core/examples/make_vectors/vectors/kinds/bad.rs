//! Payloads of the other kinds that do not fit their format. Canonical, and rightly signed.

mod answers;
mod decisions;
mod keys;

use serde_json::Value;

use super::{super::opened::with, Vector, payload as good, refused, signed_as};

/// A name, the code of the refusal, its place, what the file is, and what is changed in a good payload.
type Case<'a> = (&'a str, &'a str, &'a str, &'a str, Vec<(&'a str, Value)>);

pub(super) fn all() -> Vec<Vector> {
    let kinds = [
        keys::enrolments(),
        keys::directories(),
        decisions::opinions(),
        decisions::recognitions(),
        answers::receipts(),
        answers::rollups(),
        answers::published(),
    ];
    kinds.into_iter().flatten().collect()
}

/// A change that takes a member out.
fn out() -> Value {
    "out".into()
}

fn refusals(kind: &str, payload: &Value, cases: Vec<Case<'_>>) -> Vec<Vector> {
    let one = |(name, code, at, about, changes): Case<'_>| {
        let mut changed = payload.clone();
        for (pointer, value) in changes {
            if value == out() {
                let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
                let parent = changed.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
                parent.remove(name).expect("a member");
            } else {
                changed = with(changed, &[(pointer, value)]);
            }
        }
        let file = signed_as(kind, 3, &changed).file();
        refused(&format!("{kind}-{name}"), code, "payload", at, about, file)
    };
    cases.into_iter().map(one).collect()
}
