//! A figure as it is being typed, and the answer that it becomes.

use cunping_core::{MAX_NUMBER, facts::Says, privacy::PersonalKind};
use cunping_text::question::Input;

use super::incident::{narrow, whole_number};

/// Why the typed text is not an answer yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FigureError {
    /// It is not a whole number from 0 on.
    #[error("not a whole number from 0 on")]
    NotANumber,
    /// It is not a number, or has more decimals than the figure.
    #[error("not a number, or too many decimals")]
    Decimals,
    /// The part is more than the whole.
    #[error("the part is more than the whole")]
    PartAboveWhole,
    /// The place in a ranking is 0; the first is 1.
    #[error("the place in a ranking is 0")]
    NoPlace,
    /// The number could be a person's, such as a mobile number.
    #[error("could be a person's number: {0:?}")]
    Personal(PersonalKind),
}

/// Reads the answer from one or two typed numbers; the second is the whole of a ratio.
pub fn finish(input: &Input, first: &str, second: &str) -> Result<Says, FigureError> {
    let says = read(input, first, second)?;
    says.personal().map_or(Ok(says), |kind| Err(FigureError::Personal(kind)))
}

fn read(input: &Input, first: &str, second: &str) -> Result<Says, FigureError> {
    let number = |text| whole_number(text).ok().flatten().ok_or(FigureError::NotANumber);
    match input {
        Input::Ratio { .. } => {
            let (part, whole) = (number(first)?, number(second)?);
            if part <= whole { Ok(Says::Ratio { part, whole }) } else { Err(FigureError::PartAboveWhole) }
        }
        Input::Rank => number(first).and_then(|n| if n > 0 { Ok(Says::Rank(n)) } else { Err(FigureError::NoPlace) }),
        Input::Figure { decimals, .. } | Input::Series { decimals, .. } => {
            scaled(first, *decimals).map(Says::Figure).ok_or(FigureError::Decimals)
        }
        Input::Count | Input::Incidents | Input::YesNo => number(first).map(Says::Count),
    }
}

/// Returns the texts that would be typed for an answer; `None` if the answer is not a number or does not fit the input.
#[must_use]
pub fn typed(input: &Input, says: &Says) -> Option<(String, String)> {
    Some(match (says, input) {
        (Says::Count(n) | Says::Rank(n), _) => (n.to_string(), String::new()),
        (Says::Ratio { part, whole }, _) => (part.to_string(), whole.to_string()),
        (Says::Figure(n), Input::Figure { decimals, .. } | Input::Series { decimals, .. }) => {
            (cunping_text::number::decimal(*n, *decimals).replace(',', ""), String::new())
        }
        _ => return None,
    })
}

/// Reads a number from 0 on with at most `decimals` decimals, in units of the last one: `0.45` with two is 45. Commas
/// are skipped; `None` if it is anything else.
pub(super) fn scaled(text: &str, decimals: u8) -> Option<i64> {
    let plain: String = text.trim().chars().filter(|it| !matches!(it, ',' | '，')).map(narrow).collect();
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let places = usize::from(decimals);
    if whole.is_empty() || rest.len() > places {
        return None;
    }
    let digits = format!("{whole}{rest:0<places$}");
    digits.bytes().all(|it| it.is_ascii_digit()).then(|| digits.parse().ok()).flatten().filter(|n| *n <= MAX_NUMBER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_figure() {
        let ratio = Input::Ratio { part: String::new(), whole: String::new() };
        let series = Input::Series { unit: String::new(), decimals: 2 };
        assert_eq!(finish(&ratio, "18", "20"), Ok(Says::Ratio { part: 18, whole: 20 }));
        assert_eq!(finish(&ratio, "21", "20"), Err(FigureError::PartAboveWhole));
        assert_eq!(finish(&ratio, "", "20"), Err(FigureError::NotANumber));
        assert_eq!(finish(&Input::Rank, "0", ""), Err(FigureError::NoPlace));
        assert_eq!(finish(&Input::Count, "1,000", ""), Ok(Says::Count(1000)));
        let mobile = Err(FigureError::Personal(PersonalKind::Mobile));
        assert_eq!(finish(&Input::Count, "13800138000", ""), mobile);
        assert_eq!(finish(&ratio, "1", "13800138000"), mobile);
        for (text, figure) in [("0.45", Some(45)), ("3", Some(300)), ("1.5", Some(150)), ("1.555", None), (".5", None)]
        {
            assert_eq!(finish(&series, text, ""), figure.map(Says::Figure).ok_or(FigureError::Decimals), "{text}");
        }
        assert_eq!(typed(&series, &Says::Figure(45)), Some(("0.45".into(), String::new())));
    }
}
