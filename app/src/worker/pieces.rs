//! Finds the bundles in what somebody dropped or pasted, by their braces only.
//!
//! A text may hold any number of bundles one after another, and anything between them: line breaks, commas, the
//! brackets of a list, the names and times that a messenger puts between copied messages. No bundle has a brace inside
//! (its members are base64url), so a piece reaches from a `{` to the next brace; one that was cut short does not
//! swallow the one after it.

/// The member names, at least one of which stands in every piece that could be a bundle, whole or cut short.
const MARKS: [&[u8]; 2] = [b"\"payload\"", b"\"signature\""];

/// Returns the pieces of a text that could be bundles, in order.
pub fn pieces(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = text;
    let all = std::iter::from_fn(move || {
        let start = rest.iter().position(|byte| *byte == b'{')?;
        let open = rest.get(start..)?;
        let brace = open.iter().skip(1).position(|byte| matches!(byte, b'{' | b'}')).map(|at| at + 1);
        let end = brace.map_or(open.len(), |at| if open.get(at) == Some(&b'}') { at + 1 } else { at });
        rest = open.get(end..)?;
        open.get(..end)
    });
    all.filter(|piece| MARKS.iter().any(|mark| piece.windows(mark.len()).any(|window| window == *mark)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = r#"{"payload":"e30","protected":"e30","signature":"AA"}"#;

    fn found(text: &str) -> Vec<&str> {
        pieces(text.as_bytes()).map(|piece| std::str::from_utf8(piece).unwrap()).collect()
    }

    #[test]
    fn one_after_another_in_every_usual_way() {
        for text in [
            format!("{ONE}{ONE}"),
            format!("{ONE}\n\n{ONE}\n"),
            format!("[{ONE},\r\n{ONE}]"),
            format!("\u{feff}{ONE}\n某某 11-22 10:05\n{ONE}（请查收）"),
        ] {
            assert_eq!(found(&text), [ONE, ONE], "{text}");
        }
    }

    #[test]
    fn what_could_be_no_bundle_is_left_aside() {
        assert_eq!(found(&format!(r#"{{"a":1}} {ONE}"#)), [ONE]);
        for text in ["", "年度总结", r#"{"a":1}"#, "}}}{", r#"{"a":"{"#, "{"] {
            assert_eq!(found(text), [""; 0]);
        }
    }

    #[test]
    fn one_that_was_cut_short_takes_no_other_along() {
        let cut = &ONE[..25];
        assert_eq!(found(&format!("{ONE}\n{cut}{ONE}{cut}")), [ONE, cut, ONE, cut]);
    }

    #[test]
    fn braces_without_end_cost_one_pass() {
        assert_eq!(found(&"{".repeat(1 << 20)), [""; 0]);
        assert_eq!(found(&"{}".repeat(1 << 19)), [""; 0]);
    }
}
