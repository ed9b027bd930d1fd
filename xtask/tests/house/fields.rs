//! Where words can be typed: one component that looks for numbers of persons, and a list of the fields that are another.

use crate::source::files;

/// Fields that hold no words of their own, each file with how many, and why that is no hole.
const OTHERS: [(&str, usize, &str); 20] = [
    ("app/src/components/choice_row.rs", 1, "its type is a tick or a choice"),
    ("app/src/components/code_field.rs", 1, "a division code, or nothing is saved"),
    ("app/src/components/copy_box.rs", 1, "is read only"),
    ("app/src/components/figure_form.rs", 1, "a number, or nothing is saved"),
    ("app/src/components/incident_form/attribute.rs", 1, "a number, or nothing is saved"),
    ("app/src/components/remark_box.rs", 1, "what is saved as it is typed has no such number, and the box says so"),
    ("app/src/components/typed_day.rs", 1, "a day, or nothing is signed"),
    ("app/src/components/unit_picker.rs", 1, "looks for a unit"),
    ("app/src/pages/data/remove.rs", 1, "is compared with a name and kept nowhere"),
    ("app/src/pages/data/restore.rs", 1, "takes a whole backup"),
    ("app/src/pages/directory/units.rs", 1, "a division code, or nothing is saved"),
    ("app/src/pages/document.rs", 1, "looks for words in a document"),
    ("app/src/pages/document/overlay_form/fields.rs", 2, "an overlay's draft says what is wrong at each place"),
    ("app/src/pages/keys/answer.rs", 1, "six digits that were read out"),
    ("app/src/pages/keys/call.rs", 1, "eight digits that were read out"),
    ("app/src/pages/keys/change.rs", 1, "a fingerprint, or nothing is saved"),
    ("app/src/pages/keys/identity.rs", 1, "is read only"),
    ("app/src/panels/import/intake.rs", 1, "takes signed files"),
    ("app/src/panels/published.rs", 1, "takes a signed file"),
    ("app/src/panels/table_in.rs", 1, "a table, refused whole where a name in it does not fit"),
];

/// Kinds of fields into which nobody types words.
const NO_WORDS: [&str; 5] = ["checkbox", "radio", "file", "date", "password"];

/// Invariant 27: whatever words are typed on the page are looked at before they are saved.
#[test]
fn every_field_for_words_looks_for_numbers_of_persons() {
    let mut found = Vec::new();
    for file in files("app/src", ".rs") {
        let code = file.code();
        let areas = code.matches("<textarea").count();
        let lines = code.split("<input").skip(1).filter(|tag| {
            let tag: String = tag.chars().take(160).collect();
            NO_WORDS.iter().all(|kind| !tag.contains(&format!("type=\"{kind}\"")))
        });
        match areas + lines.count() {
            0 => {}
            fields => found.push((file.path, fields)),
        }
    }
    found.retain(|(path, _)| path != "app/src/components/text_field.rs");
    let known: Vec<(String, usize)> = OTHERS.iter().map(|(path, fields, _)| ((*path).to_owned(), *fields)).collect();
    assert_eq!(found, known, "use `TextField` for words, or say here why a field is something else");
}
