//! A figure as it is being typed, and the answer that it becomes.

use cunping_core::{facts::Says, privacy::PersonalKind};
use cunping_text::{
    number::{NumberError, typed_number},
    question::Input,
};

/// Why the typed text is not an answer yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FigureError {
    /// Nothing is typed.
    #[error("nothing is typed")]
    Nothing,
    /// It is no number that can be taken, with the decimals that the figure has.
    #[error("{0}")]
    Number(NumberError, u8),
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
    let read = |text: &str, decimals: u8, unit: &str| match typed_number(text, decimals, unit) {
        Ok(number) => number.ok_or(FigureError::Nothing),
        Err(error) => Err(FigureError::Number(error, decimals)),
    };
    let number = |text: &str| read(text, 0, "");
    match input {
        Input::Ratio { .. } => {
            let (part, whole) = (number(first)?, number(second)?);
            if part <= whole { Ok(Says::Ratio { part, whole }) } else { Err(FigureError::PartAboveWhole) }
        }
        Input::Rank => number(first).and_then(|n| if n > 0 { Ok(Says::Rank(n)) } else { Err(FigureError::NoPlace) }),
        Input::Figure { decimals, unit, .. } | Input::Series { decimals, unit, .. } => {
            read(first, *decimals, unit).map(Says::Figure)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_figure() {
        let ratio = Input::Ratio { part: String::new(), whole: String::new() };
        let series = Input::Series { unit: String::new(), decimals: 2 };
        assert_eq!(finish(&ratio, "18", "20"), Ok(Says::Ratio { part: 18, whole: 20 }));
        assert_eq!(finish(&ratio, "21", "20"), Err(FigureError::PartAboveWhole));
        assert_eq!(finish(&ratio, "", "20"), Err(FigureError::Nothing));
        assert_eq!(finish(&ratio, "x", "20"), Err(FigureError::Number(NumberError::NotANumber, 0)));
        assert_eq!(finish(&Input::Rank, "0", ""), Err(FigureError::NoPlace));
        assert_eq!(finish(&Input::Count, "1,000", ""), Ok(Says::Count(1000)));
        let mobile = Err(FigureError::Personal(PersonalKind::Mobile));
        assert_eq!(finish(&Input::Count, "13800138000", ""), mobile);
        assert_eq!(finish(&ratio, "1", "13800138000"), mobile);
        for (text, figure) in [("0.45", 45), ("3", 300), ("1.5", 150)] {
            assert_eq!(finish(&series, text, ""), Ok(Says::Figure(figure)), "{text}");
        }
        assert_eq!(finish(&series, "1.555", ""), Err(FigureError::Number(NumberError::TooFine, 2)));
        assert_eq!(typed(&series, &Says::Figure(45)), Some(("0.45".into(), String::new())));
    }
}
