//! Core's parsers under the fuzzer, and what must hold of whatever they take. Reads nothing of the page's.

use cunping_core::{
    bundle::{
        Assessment, Authority, BundleError, Challenge, Content, Directory, Enrolment, Kind, Known, Opinion, Receipt,
        Recipient, Recognition, Rollup, SignedOverlay, SignedPack, Thumbprint, examine, verify, verify_as,
    },
    days::Day,
    facts,
    id::{Digest, IncidentId, OfficeId, PackId, RuleId, UnitCode},
    json::{Limits, Value, parse, read},
    moment::Moment,
    overlay::Overlay,
    pack::Pack,
    period::Period,
    privacy::{scan, without},
    review_table,
};

/// A file of any kind, with or without the header lines of a vector before it: every kind's reader says the same of it.
pub fn bundle(bytes: &[u8]) {
    let start = bytes.windows(2).position(|two| two == b"\n\n").map_or(0, |at| at + 2);
    for bytes in [bytes, &bytes[start..]] {
        let found = verify(bytes);
        let alone = verify_as::<Assessment>(bytes).map(|it| it.digest);
        match &found {
            Ok(verified) if verified.payload.kind() == Kind::Assessment => assert_eq!(alone, Ok(verified.digest)),
            Ok(verified) => assert_eq!(alone, Err(BundleError::OtherKind(verified.payload.kind()))),
            // A wrong kind is said before its payload is looked at.
            Err(_) => assert!(alone.is_err()),
        }
        let Ok(verified) = found else { continue };
        let first_seen = verified.payload.stated_at().day();
        let strangers = Authority::default();
        let known = Known { packs: &[], overlays: &[], authority: &strangers, others: &[], first_seen };
        let _ = examine(&verified, &known).states.by_severity();
        let _ = verified.payload.line();
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

fn again<C: Content + PartialEq + std::fmt::Debug>(value: &Value<'_>) {
    if let Ok(read) = C::from_json(value.clone()) {
        let written = read.to_json();
        let _ = (read.texts(), read.personal());
        // Facts are written in their order; all else is written as it stood.
        let twice = C::from_json(written.clone()).expect("what is written can be read");
        assert_eq!(twice.to_json().canonical(), written.canonical());
    }
}

/// A facts file, an overlay, and plain JSON.
pub fn file(bytes: &[u8]) {
    if let Ok((value, is_canonical)) = read(bytes, &Limits::FACTS) {
        let canonical = value.canonical();
        assert_eq!(is_canonical, canonical.as_bytes() == bytes);
        assert_eq!(read(canonical.as_bytes(), &Limits::FACTS), Ok((value, true)));
        // What the strict reader takes, every reader takes.
        serde_json::from_slice::<serde_json::Value>(bytes).expect("strict JSON is JSON");
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
}

/// A table of reviews: what is read of it is written as the page writes it, and read again as the same.
pub fn reviews(bytes: &[u8]) {
    let outcome = |word: &str| match word.to_lowercase().as_str() {
        "passed" | "合格" => Some(true),
        "failed" | "不合格" => Some(false),
        _ => None,
    };
    let rows = match review_table::read(bytes, outcome) {
        Ok(rows) => rows,
        Err(faults) => return assert!(!faults.is_empty(), "a refused table says why"),
    };
    assert!(rows.is_sorted_by_key(|row| row.line), "rows are in the order of their lines");
    let mut written = "unit,pack,level,year,outcome\n".to_owned();
    for row in &rows {
        let outcome = if row.passed { "passed" } else { "failed" };
        written += &format!("{},{},{},{},{outcome}\n", row.unit, row.pack, row.level, row.year);
    }
    let again = review_table::read(written.as_bytes(), outcome).expect("what is written can be read");
    // Below the header each has a line of its own: the same said twice is one row.
    let expected = rows.into_iter().zip(2..).map(|(row, line)| review_table::ReviewRow { line, ..row });
    assert!(again.into_iter().eq(expected), "{written}");
}

/// A compiled pack.
pub fn compiled(bytes: &[u8]) {
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
    // Whatever stands before a number in another line or sentence hides none of it, though it may be taken for part of it.
    let at = text.len() + "，\n".len();
    let first = scan(&format!("{text}，\n13800138000，"));
    assert!(first.iter().any(|it| it.span.start <= at && at + 11 <= it.span.end));
    // What is left when everything was taken out is nobody's number.
    assert!(scan(&without(&text)).is_empty());
    names(&text);
}

/// What is typed or stands in an address as a name, number or day: read, written, and read again as the same.
fn names(text: &str) {
    same::<Day>(text);
    same::<Moment>(text);
    same::<Period>(text);
    same::<UnitCode>(text);
    same::<OfficeId>(text);
    same::<PackId>(text);
    same::<RuleId>(text);
    same::<Digest>(text);
    same::<IncidentId>(text);
    same::<Thumbprint>(text);
    same::<Recipient>(text);
    same::<Challenge>(text);
}

fn same<T: std::str::FromStr + std::fmt::Display + PartialEq>(text: &str) {
    if let Ok(read) = text.parse::<T>() {
        assert!(read.to_string().parse::<T>().is_ok_and(|again| again == read), "{text:?}");
    }
}
