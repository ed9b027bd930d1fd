//! Every limit of the formats at its last value and one above: bytes, depth, values, lengths, counts.

use std::{fs, path::Path};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use cunping_core::{
    bundle::{
        Assessment, BundleError, Content, Directory, Enrolment, MAX_BYTES, Opinion, Receipt, Recognition, Rollup,
        SignedOverlay, verify,
    },
    json::{JsonError, Limits, Misfit, MisfitReason, parse},
    overlay, pack,
};
use serde_json::{Value, json};

/// Lists: the vector whose payload has one, its place, its most elements.
const COUNTS: [(&str, &str, usize); 22] = [
    ("good-complete", "/overlays", 50),
    ("good-complete", "/findings", 1_000),
    ("good-complete", "/facts/incidents", 20_000),
    ("good-complete", "/facts/statements", 5_000),
    ("good-incident", "/facts/incidents/0/categories", 20),
    ("good-below", "/facts/below/topics", 500),
    ("good-opinion", "/says", 1_000),
    ("good-opinion", "/overlays", 50),
    ("good-recognition-not-qualified", "/reasons", 1_000),
    ("good-recognition", "/opinions", 1_000),
    ("good-recognition", "/overlays", 50),
    ("good-receipt-returned", "/reasons", 1_000),
    ("good-directory", "/units", 20_000),
    ("good-directory", "/offices", 5_000),
    ("good-directory", "/offices/0/acts_as", 100),
    ("good-directory", "/keys", 20_000),
    ("good-rollup", "/children", 20_000),
    ("good-rollup", "/expected", 20_000),
    ("good-rollup", "/counted", 20_000),
    ("good-rollup", "/unsettled", 20_000),
    ("good-rollup", "/overlays", 50),
    ("good-signed-overlay", "/overlay/vetoes", 100),
];

/// Texts: the vector whose payload has one, its place, its most characters.
const TEXTS: [(&str, &str, usize); 13] = [
    ("good-complete", "/unit/name", 100),
    ("good-complete", "/facts/remarks/village.2", 500),
    ("good-opinion", "/unit/name", 100),
    ("good-opinion", "/says/1/objection", 500),
    ("good-recognition", "/unit/name", 100),
    ("good-recognition-not-qualified", "/reasons/0/text", 500),
    ("good-receipt", "/unit/name", 100),
    ("good-receipt-returned", "/reasons/0/text", 500),
    ("good-enrolment", "/name", 100),
    ("good-directory", "/area/name", 100),
    ("good-directory", "/units/0/name", 100),
    ("good-directory", "/offices/0/name", 100),
    ("good-rollup", "/area/name", 100),
];

fn payload(vector: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/vectors/{vector}.txt"));
    let file = fs::read_to_string(path).unwrap();
    let file: Value = serde_json::from_str(file.split_once("\n\n").unwrap().1.trim()).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(file["payload"].as_str().unwrap()).unwrap()).unwrap()
}

/// Lists the misfits of a payload, read as the kind that it names.
fn misfits(payload: &Value) -> Vec<Misfit> {
    fn of<C: Content>(value: cunping_core::json::Value<'_>) -> Vec<Misfit> {
        C::from_json(value).err().unwrap_or_default()
    }
    let text = payload.to_string();
    let value = parse(text.as_bytes(), &Limits::FACTS).unwrap();
    match payload["kind"].as_str().unwrap() {
        "assessment" => of::<Assessment>(value),
        "opinion" => of::<Opinion>(value),
        "recognition" => of::<Recognition>(value),
        "receipt" => of::<Receipt>(value),
        "enrolment" => of::<Enrolment>(value),
        "directory" => of::<Directory>(value),
        "rollup" => of::<Rollup>(value),
        "overlay" => of::<SignedOverlay>(value),
        other => panic!("{other}"),
    }
}

/// Lists the misfits of a vector's payload with another value at a place.
fn with(vector: &str, place: &str, value: Value) -> Vec<Misfit> {
    let mut payload = payload(vector);
    let (parent, name) = place.rsplit_once('/').unwrap();
    match payload.pointer_mut(parent).unwrap_or_else(|| panic!("{vector} has no {parent}")) {
        Value::Object(members) => drop(members.insert(name.to_owned(), value)),
        other => panic!("{other}"),
    }
    misfits(&payload)
}

#[test]
fn lists_hold_their_most_and_no_more() {
    for (vector, place, most) in COUNTS {
        let many = |count| with(vector, place, json!(vec![Value::Null; count]));
        let refused = |misfits: Vec<Misfit>| misfits.iter().any(|it| it.why == MisfitReason::TooMany(most));
        assert!(!refused(many(most)), "{vector} {place} {most}");
        assert!(refused(many(most + 1)), "{vector} {place} {most} + 1");
    }
}

#[test]
fn texts_hold_their_most_characters_and_no_more() {
    for (vector, place, longest) in TEXTS {
        let long = |text: String| with(vector, place, json!(text));
        let refused = |misfits: Vec<Misfit>| misfits.iter().any(|it| it.why == MisfitReason::TooLong(longest));
        for sign in ["a", "村", "\u{1f3e0}"] {
            assert!(!refused(long(sign.repeat(longest))), "{vector} {place} {longest}");
            assert!(refused(long(sign.repeat(longest + 1))), "{vector} {place} {longest} + 1");
        }
    }
}

/// The limits of a facts file or payload, of an overlay, of a pack.
const FORMATS: [Limits; 3] = [Limits::FACTS, overlay::LIMITS, pack::file::LIMITS];

#[test]
fn a_text_holds_its_most_bytes_levels_signs_and_values_and_no_more() {
    for limits in FORMATS {
        let code = |text: &str| parse(text.as_bytes(), &limits).err().map(|it| it.code());
        let Limits { bytes, depth, text, values } = limits;
        let spaces = |count| " ".repeat(count - 2) + "[]";
        assert_eq!((code(&spaces(bytes)), code(&spaces(bytes + 1))), (None, Some("too-large")), "{limits:?}");
        let deep = |depth: u8| "[".repeat(depth.into()) + &"]".repeat(depth.into());
        assert_eq!((code(&deep(depth)), code(&deep(depth + 1))), (None, Some("too-deep")), "{limits:?}");
        for around in [("\"", "\""), ("{\"", "\":1}")] {
            let long = |length| format!("{}{}{}", around.0, "a".repeat(length), around.1);
            assert_eq!((code(&long(text)), code(&long(text + 1))), (None, Some("text-too-long")), "{limits:?}");
        }
        let many = |count: usize| format!("[{}]", vec!["0"; count - 1].join(","));
        assert_eq!((code(&many(values)), code(&many(values + 1))), (None, Some("too-many-values")), "{limits:?}");
    }
}

#[test]
fn a_file_holds_its_most_bytes_and_no_more() {
    let vector = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/good-complete.txt")).unwrap();
    let start = vector.windows(2).position(|two| two == b"\n\n").unwrap() + 2;
    let mut file = vector[start..].to_vec();
    file.resize(MAX_BYTES, b' ');
    assert!(verify(&file).is_ok());
    file.push(b' ');
    let too_large = JsonError::TooLarge { bytes: MAX_BYTES + 1, limit: MAX_BYTES };
    assert!(matches!(verify(&file), Err(BundleError::Json { problem, .. }) if problem == too_large));
}
