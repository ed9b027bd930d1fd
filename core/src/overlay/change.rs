//! The changes that other overlays would make to those that are loaded: every value, before and after.

use std::collections::BTreeMap;

use super::Overlay;
use crate::id::{NoteId, RuleId};

/// A setting of an overlay.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OverlaySetting {
    /// The points of a section or criterion.
    Points(RuleId),
    /// The pass mark.
    PassMark,
    /// The veto of a criterion.
    Veto(RuleId),
    /// The finding of a check that the document leaves open.
    Settled(RuleId),
    /// A published figure.
    Value(NoteId),
    /// The items of a text that the document names.
    Text(NoteId),
}

/// The value of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetTo {
    /// Points, a pass mark, or a figure in the smallest step of its reference.
    Number(i64),
    /// Yes or no.
    Yes(bool),
    /// The items of a text.
    Items(Vec<String>),
}

/// A changed setting; at least one of the two values is there, and they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverlayChange {
    /// The setting.
    pub what: OverlaySetting,
    /// The value now; `None` where nothing sets it.
    pub before: Option<SetTo>,
    /// The new value; `None` where nothing would set it.
    pub after: Option<SetTo>,
}

/// Lists the settings that `after` sets otherwise than `before`, each being overlays of one level that set nothing
/// twice; in a fixed order. Cannot fail.
#[must_use]
pub fn changes(before: &[&Overlay], after: &[&Overlay]) -> Vec<OverlayChange> {
    let (mut now, then) = (set(before), set(after));
    let mut all: BTreeMap<OverlaySetting, (Option<SetTo>, Option<SetTo>)> =
        then.into_iter().map(|(what, after)| (what.clone(), (now.remove(&what), Some(after)))).collect();
    all.extend(now.into_iter().map(|(what, before)| (what, (Some(before), None))));
    let change = |(what, (before, after))| OverlayChange { what, before, after };
    all.into_iter().filter(|(_, (before, after))| before != after).map(change).collect()
}

/// Collects everything that some overlays set.
fn set(overlays: &[&Overlay]) -> BTreeMap<OverlaySetting, SetTo> {
    let mut all = BTreeMap::new();
    for overlay in overlays {
        all.extend(overlay.pass_mark.map(|mark| (OverlaySetting::PassMark, SetTo::Number(mark))));
        all.extend(
            overlay.weights.iter().map(|(id, points)| (OverlaySetting::Points(id.clone()), SetTo::Number(*points))),
        );
        all.extend(overlay.vetoes.iter().map(|id| (OverlaySetting::Veto(id.clone()), SetTo::Yes(true))));
        all.extend(overlay.settles.iter().map(|(id, met)| (OverlaySetting::Settled(id.clone()), SetTo::Yes(*met))));
        all.extend(overlay.values.iter().map(|(id, value)| (OverlaySetting::Value(id.clone()), SetTo::Number(*value))));
        all.extend(
            overlay.texts.iter().map(|(id, items)| (OverlaySetting::Text(id.clone()), SetTo::Items(items.clone()))),
        );
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlay(more: &str) -> Overlay {
        let head = r#""kind":"overlay","format":1,"pack":"changgang-pingan-fazhi-xing-2023","version":1,"level":"village","title":"x",
            "issuer":"x","issued":"2023-06-01""#;
        Overlay::read(format!("{{{head},{more}}}").as_bytes()).unwrap()
    }

    #[test]
    fn every_kind_of_value_is_named_with_before_and_after() {
        let before = overlay(
            r#""pass_mark":80,"weights":{"village.1":20,"village.2":80},"vetoes":["village.1"],"texts":{"reference.a":["x"]}"#,
        );
        let after = overlay(
            r#""pass_mark":60,"weights":{"village.1":20,"village.3":80},"settles":{"village.2":"met"},"values":{"reference.b":7},
            "texts":{"reference.a":["x","y"]}"#,
        );
        let found = changes(&[&before], &[&after]);
        let items = |items: &[&str]| Some(SetTo::Items(items.iter().map(|item| (*item).to_owned()).collect()));
        let number = |value| Some(SetTo::Number(value));
        let points = |id: &str| OverlaySetting::Points(id.parse().unwrap());
        let expected = [
            (points("village.2"), number(80), None),
            (points("village.3"), None, number(80)),
            (OverlaySetting::PassMark, number(80), number(60)),
            (OverlaySetting::Veto("village.1".parse().unwrap()), Some(SetTo::Yes(true)), None),
            (OverlaySetting::Settled("village.2".parse().unwrap()), None, Some(SetTo::Yes(true))),
            (OverlaySetting::Value("reference.b".parse().unwrap()), None, number(7)),
            (OverlaySetting::Text("reference.a".parse().unwrap()), items(&["x"]), items(&["x", "y"])),
        ];
        assert_eq!(
            found.into_iter().map(|change| (change.what, change.before, change.after)).collect::<Vec<_>>(),
            expected
        );
    }

    #[test]
    fn what_stays_the_same_is_no_change() {
        let (mark, veto) = (overlay(r#""pass_mark":80"#), overlay(r#""vetoes":["village.1"]"#));
        assert_eq!(changes(&[&mark, &veto], &[&veto, &mark]), []);
        assert_eq!(changes(&[&mark], &[&mark, &veto]).len(), 1);
    }
}
