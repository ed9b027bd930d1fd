//! Words for typed numbers that cannot be taken.

use crate::{lang::Lang, number::NumberError};

/// Says why a typed number is not taken, and what to type; `decimals` are those of the field.
#[must_use]
pub fn typed_number(lang: Lang, error: NumberError, decimals: u8) -> String {
    match error {
        NumberError::NotANumber => lang
            .pick(
                "看不懂这个数字。请只填 0 或更大的数，例如 12000 或 1.2万；单位照这一栏的。",
                "This is not understood. Enter a number, 0 or more, such as 12000, in the unit of this field.",
            )
            .to_owned(),
        NumberError::TooFine if decimals == 0 => {
            lang.pick("请填写整数，不带小数。", "Enter a whole number, without decimals.").to_owned()
        }
        NumberError::TooFine => {
            say!(lang, "小数最多 {decimals} 位。", "At most {decimals} decimals.")
        }
        NumberError::TooLarge => {
            lang.pick("数字太大，请核对位数。", "The number is too large; check its digits.").to_owned()
        }
    }
}
