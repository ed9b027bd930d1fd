//! Every test and vector that the threat model names exists.

use std::{fs, path::Path};

#[test]
fn the_threat_model_names_tests_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let model = fs::read_to_string(root.join("docs/threat-model.md")).unwrap();
    let mut named = 0;
    for row in model.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| threat")) {
        let answered_by = row.trim_end_matches('|').rsplit('|').next().unwrap();
        let mut file = String::new();
        let tokens: Vec<&str> = answered_by.split('`').skip(1).step_by(2).collect();
        assert!(!tokens.is_empty() || answered_by.contains("---"), "nothing answers: {row}");
        for token in tokens {
            named += 1;
            if token.contains('/') {
                file = fs::read_to_string(root.join(token)).unwrap_or_else(|_| panic!("no file {token}"));
            } else if token.contains('_') {
                assert!(file.contains(&format!("fn {token}(")), "no test {token}: {row}");
            } else {
                let vector = root.join("core/tests/vectors").join(format!("{token}.txt"));
                assert!(vector.is_file(), "no vector {token}: {row}");
            }
        }
    }
    assert!(named > 50, "{named}");
}
