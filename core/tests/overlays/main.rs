//! Overlays: files that can be read, and overlays that fit their documents.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop"
)]

mod check;
mod read;

use cunping_core::{overlay::Overlay, pack::Pack};
use serde_json::{Value, json};

/// Reads a released document.
fn pack(id: &str) -> Pack {
    let released = cunping_packs::RELEASED.iter().find(|it| it.id == id).expect("a released document");
    Pack::from_json(released.json).unwrap()
}

/// Makes an overlay with everything that 长岗镇 leaves to the county: points, pass mark, vetoes and the text of 三零.
fn good() -> Value {
    json!({
        "kind": "overlay", "format": 1, "pack": "changgang-pingan-fazhi-xing-2023", "version": 1, "level": "village",
        "title": "示例县评查办法", "issuer": "示例县政法委", "number": "示例〔2023〕1号", "issued": "2023-06-01",
        "weights": {
            "village.1": 20, "village.2": 20, "village.3": 15, "village.4": 15, "village.5": 10, "village.6": 10,
            "village.7": 10,
        },
        "pass_mark": 80,
        "vetoes": ["village.2.5"],
        "settles": { "village.goal.10": "not-met" },
        "texts": { "reference.three-zero": ["零案件", "零信访", "零事故"] },
    })
}

/// Makes an overlay with one of the three figures that 大理州 leaves to the province and the prefecture.
fn means() -> Value {
    json!({
        "kind": "overlay", "format": 1, "pack": "dali-pingan-xiangcun-2024", "version": 1, "level": "county",
        "title": "示例州公布的平均值", "issuer": "示例州", "issued": "2026-01-15",
        "values": { "reference.safety-mean": 9800 },
    })
}

/// Returns a value with members changed, or removed where the new one is null.
fn with(mut value: Value, changes: &[(&str, Value)]) -> Value {
    for (pointer, new) in changes {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let members = value.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        if new.is_null() {
            members.remove(name);
        } else {
            members.insert(name.to_owned(), new.clone());
        }
    }
    value
}

fn read(value: &Value) -> Overlay {
    Overlay::read(value.to_string().as_bytes()).unwrap_or_else(|problem| panic!("{problem:?} in {value}"))
}
