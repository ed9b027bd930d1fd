//! The keyboard shortcut of the opinions: `a` agrees with everything not yet answered. It is ignored while anything
//! has the focus.

use crate::keyboard;

/// Listens for as long as the screen is shown.
pub(super) fn listen(agree_rest: impl Fn() + 'static) {
    keyboard::listen(move |event| {
        if event.key().eq_ignore_ascii_case("a") && keyboard::is_at_rest() && !keyboard::form_is_open() {
            agree_rest();
        }
    });
}
