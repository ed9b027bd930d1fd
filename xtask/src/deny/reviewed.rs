//! The advisories that deny.toml accepts, each with a reason and the day by which somebody must look again.

use toml::{Table, Value};

use crate::stop::{Done, Stop};

/// An advisory that is accepted for a while.
pub(crate) struct Reviewed {
    /// Its RustSec number.
    pub(crate) id: String,
    /// The last day of its reason, as `2027-05-31`.
    pub(crate) until: String,
}

/// Parses `[advisories] ignore`, where every reason must begin like `until 2027-05-31: `.
///
/// # Errors
///
/// For a reason that does not.
pub(crate) fn parse(deny: &str) -> Done<Vec<Reviewed>> {
    let table: Table = deny.parse().map_err(|error| Stop::failed(format!("deny.toml: {error}")))?;
    let ignored = table.get("advisories").and_then(|advisories| advisories.get("ignore")).and_then(Value::as_array);
    let reviewed = ignored.into_iter().flatten().map(|entry| {
        let word = |key| entry.get(key).and_then(Value::as_str);
        let dated = word("reason").and_then(|reason| reason.strip_prefix("until ")?.split_once(": "));
        match (word("id"), dated) {
            (Some(id), Some((until, reason))) if is_day(until) && !reason.trim().is_empty() => {
                Ok(Reviewed { id: id.to_owned(), until: until.to_owned() })
            }
            _ => Err(Stop::failed(format!(
                "deny.toml: `{}` needs an id and a reason that begins with the day by which somebody looks again: \
                 `until 2027-05-31: …`",
                word("id").or(entry.as_str()).unwrap_or("an entry of `ignore`")
            ))),
        }
    });
    reviewed.collect()
}

fn is_day(text: &str) -> bool {
    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok_and(|day| day.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_without_a_day_is_refused() {
        let parse = |entry: &str| parse(&format!("[advisories]\nignore = [{entry}]"));
        assert_eq!(parse("{ id = \"A\", reason = \"until 2027-05-31: why\" }").unwrap()[0].until, "2027-05-31");
        for entry in [
            "\"A\"",
            "{ id = \"A\" }",
            "{ id = \"A\", reason = \"why\" }",
            "{ id = \"A\", reason = \"until soon: why\" }",
            "{ id = \"A\", reason = \"until 2027-5-31: why\" }",
            "{ id = \"A\", reason = \"until 2027-05-31: \" }",
            "{ reason = \"until 2027-05-31: why\" }",
        ] {
            assert!(parse(entry).is_err(), "{entry}");
        }
    }
}
