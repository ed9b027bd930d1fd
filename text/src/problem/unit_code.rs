//! Words for typed division codes that cannot be taken.

use crate::{lang::Lang, unit_code::TypedCodeError};

/// Says why a typed division code is none yet.
#[must_use]
pub fn unit_code(lang: Lang, error: TypedCodeError) -> String {
    match error {
        TypedCodeError::Missing => lang.pick("请填 12 位代码。", "Enter the 12-digit code.").to_owned(),
        TypedCodeError::NotDigits => lang.pick("代码里只有数字。", "A code has nothing but digits.").to_owned(),
        TypedCodeError::Short(missing) => say!(lang, "还差 {missing} 位。", "Digits still missing: {missing}."),
        TypedCodeError::Long(over) => say!(lang, "多了 {over} 位。", "Digits too many: {over}."),
        TypedCodeError::Zero => lang.pick("代码不会以 0 开头。", "No code begins with 0.").to_owned(),
    }
}
