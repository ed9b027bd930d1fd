//! What the fuzzer does with bytes: each parser, and what must hold of whatever it takes. Starts no fuzzer.

use cunping_core::{
    bundle::{
        Assessment, Content, Directory, Enrolment, Known, Opinion, Receipt, Recognition, Rollup, SignedOverlay,
        SignedPack, examine, open,
    },
    facts,
    json::{Limits, Value, parse},
    overlay::Overlay,
    pack::Pack,
    privacy::scan,
};

/// A file of any kind, with or without the header lines of a vector before it.
pub fn bundle(bytes: &[u8]) {
    let start = bytes.windows(2).position(|two| two == b"\n\n").map_or(0, |at| at + 2);
    for bytes in [bytes, &bytes[start..]] {
        if let Ok(opened) = open(bytes) {
            let first_seen = opened.payload.stated_at().day();
            let known = Known { packs: &[], overlays: &[], keys: None, others: &[], first_seen };
            let _ = examine(&opened, &known).states.by_severity();
            let known = Known { keys: Some(&[]), ..known };
            let _ = examine(&opened, &known).states.worst();
        }
    }
}

/// A payload of each kind, unsigned: what is read is written again as it was.
pub fn payload(bytes: &[u8]) {
    let Ok(value) = parse(bytes, &Limits::FACTS) else { return };
    again::<Assessment>(&value);
    again::<Directory>(&value);
    again::<Enrolment>(&value);
    again::<Opinion>(&value);
    again::<Receipt>(&value);
    again::<Recognition>(&value);
    again::<Rollup>(&value);
    again::<SignedOverlay>(&value);
    again::<SignedPack>(&value);
}

fn again<C: Content + PartialEq + std::fmt::Debug>(value: &Value) {
    if let Ok(read) = C::from_json(value.clone()) {
        let written = read.to_json();
        let _ = read.texts();
        // Facts are written in their order; all else is written as it stood.
        let twice = C::from_json(written.clone()).expect("what is written can be read");
        assert_eq!(twice.to_json().canonical(), written.canonical());
    }
}

/// A facts file, an overlay, a pack, and plain JSON.
pub fn file(bytes: &[u8]) {
    if let Ok(value) = parse(bytes, &Limits::FACTS) {
        let canonical = value.canonical();
        assert_eq!(parse(canonical.as_bytes(), &Limits::FACTS).as_ref(), Ok(&value));
    }
    if let Ok(read) = facts::file::read(bytes) {
        let written = facts::file::write(&read);
        let again = facts::file::read(written.as_bytes()).expect("what is written can be read");
        assert_eq!(facts::file::write(&again), written);
        assert_eq!(facts::difference(&read, &again), []);
    }
    if let Ok(read) = Overlay::read(bytes) {
        assert_eq!(Overlay::read(read.write().as_bytes()).as_ref(), Ok(&read));
    }
    let _ = Pack::from_json(bytes);
}

/// A free text: the privacy guard finds whole characters, in order, none overlapping.
pub fn text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut end = 0;
    for found in scan(&text) {
        assert!(end <= found.span.start && text.get(found.span.clone()).is_some_and(|it| !it.is_empty()));
        end = found.span.end;
    }
}
