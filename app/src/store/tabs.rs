//! The channel between tabs: tells other tabs which part of the store was changed. Sends names only, never data.

use std::{collections::BTreeSet, fmt};

use super::Touched;

const SETTINGS: &str = "settings";

/// The channel to other tabs. If the browser has none, nothing is sent or received.
pub(super) struct Tabs {
    #[cfg(target_arch = "wasm32")]
    channel: Option<web_sys::BroadcastChannel>,
    #[cfg(target_arch = "wasm32")]
    heard: std::cell::RefCell<Option<gloo::events::EventListener>>,
}

impl fmt::Debug for Tabs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tabs")
    }
}

#[cfg(target_arch = "wasm32")]
impl Tabs {
    /// Joins the channel that all tabs of the page share.
    pub(super) fn join(name: &str) -> Self {
        Self { channel: web_sys::BroadcastChannel::new(name).ok(), heard: None.into() }
    }

    /// Makes an object without a channel.
    pub(super) fn alone() -> Self {
        Self { channel: None, heard: None.into() }
    }

    /// Tells every other tab what was changed.
    pub(super) fn tell(&self, touched: &BTreeSet<Touched>) {
        for touched in touched {
            let _untold = self.channel.as_ref().map(|channel| channel.post_message(&touched.to_string().into()));
        }
    }

    /// Sets the function that is called with everything that another tab tells.
    pub(super) fn listen(&self, callback: impl Fn(Touched) + 'static) {
        use wasm_bindgen::JsCast;

        let Some(channel) = &self.channel else { return };
        let listener = gloo::events::EventListener::new(channel, "message", move |event| {
            let text = event.dyn_ref().and_then(|event: &web_sys::MessageEvent| event.data().as_string());
            if let Some(touched) = text.and_then(|text| Touched::told(&text)) {
                callback(touched);
            }
        });
        *self.heard.borrow_mut() = Some(listener);
    }
}

#[cfg(target_arch = "wasm32")]
impl Drop for Tabs {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Tabs {
    /// Makes an object without a channel: outside a browser there are no tabs.
    pub(super) fn join(_: &str) -> Self {
        Self::alone()
    }

    /// Makes an object without a channel.
    pub(super) fn alone() -> Self {
        Self {}
    }

    /// Does nothing.
    pub(super) fn tell(&self, _: &BTreeSet<Touched>) {}

    /// Does nothing.
    pub(super) fn listen(&self, _: impl Fn(Touched) + 'static) {}
}

impl fmt::Display for Touched {
    /// Writes it is sent to other tabs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings => f.write_str(SETTINGS),
            Self::Workplace(id) => id.fmt(f),
        }
    }
}

impl Touched {
    /// Reads what another tab sent; `None` for anything that no tab of this program sends.
    #[cfg_attr(not(any(test, target_arch = "wasm32")), expect(dead_code, reason = "only tabs hear"))]
    fn told(text: &str) -> Option<Self> {
        if text == SETTINGS { Some(Self::Settings) } else { text.parse().ok().map(Self::Workplace) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::WorkplaceId;

    #[test]
    fn what_is_told_is_heard() {
        for touched in [Touched::Settings, Touched::Workplace(WorkplaceId([7; 16]))] {
            assert_eq!(Touched::told(&touched.to_string()), Some(touched));
        }
        assert_eq!(Touched::told("everything"), None);
    }
}
