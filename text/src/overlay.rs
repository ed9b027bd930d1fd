//! Describes what an overlay sets, each thing by the name that its document gives it.

use cunping_core::{
    overlay::{Overlay, OverlayChange, OverlaySetting, SetTo},
    pack::{Level, Pack, ReferenceKind},
};

use crate::{answer::LabeledValue, lang::Lang, number, ui, when};

/// Describes an overlay: title, issuer, number and day, then everything it sets, in the document's order.
#[must_use]
pub fn told(lang: Lang, pack: &Pack, overlay: &Overlay) -> Vec<LabeledValue> {
    let level = pack.level(&overlay.level);
    let mut lines = vec![
        LabeledValue::new(ui::overlay::title(lang), &overlay.title),
        LabeledValue::new(ui::overlay::issuer(lang), &overlay.issuer),
        LabeledValue::new(ui::overlay::issued(lang), when::day(lang, overlay.issued)),
        LabeledValue::new(ui::overlay::document(lang), document(lang, pack, overlay)),
        LabeledValue::new(ui::overlay::level(lang), level.map_or(overlay.level.as_str(), |level| &level.title)),
    ];
    lines.extend(overlay.number.as_ref().map(|number| LabeledValue::new(ui::overlay::number(lang), number)));
    lines.extend(brought(lang, pack, overlay));
    lines
}

fn document(lang: Lang, pack: &Pack, overlay: &Overlay) -> String {
    let (title, version) = (&pack.source.title, ui::common::version_of(lang, overlay.version));
    say!(lang, "{title}（{version}）", "{title} ({version})")
}

/// Describes an overlay in one line: `分值表，县平安办，2026年3月1日印发（不是文件原文）`.
#[must_use]
pub fn line(lang: Lang, overlay: &Overlay) -> String {
    let (title, by) = (&overlay.title, ui::overlay::by(lang, &overlay.issuer, &when::day(lang, overlay.issued)));
    let not = ui::overlay::not_from_document(lang);
    say!(lang, "{title}，{by}（{not}）", "{title}, {by} ({not})")
}

/// Lists what an overlay sets, in the document's order.
#[must_use]
pub fn brought(lang: Lang, pack: &Pack, overlay: &Overlay) -> Vec<LabeledValue> {
    let mut lines = Vec::new();
    if let Some(level) = pack.level(&overlay.level) {
        lines.extend(points(lang, level, overlay));
    }
    lines.extend(overlay.pass_mark.map(|mark| LabeledValue::new(ui::overlay::pass_mark(lang), mark.to_string())));
    lines.extend(
        overlay.vetoes.iter().map(|id| LabeledValue::new(ui::overlay::veto(lang), title(lang, pack, id.as_str()))),
    );
    lines.extend(overlay.settles.iter().map(|(id, met)| {
        let follows = if *met { ui::overlay::counts_as_met(lang) } else { ui::overlay::counts_as_not_met(lang) };
        LabeledValue::new(title(lang, pack, id.as_str()), follows)
    }));
    for reference in &pack.references {
        let label = lang.of(&reference.label);
        if let (ReferenceKind::Value { decimals }, Some(value)) = (reference.kind, overlay.values.get(&reference.id)) {
            lines.push(LabeledValue::new(label, number::decimal(*value, decimals)));
        }
        lines.extend(overlay.texts.get(&reference.id).into_iter().flatten().map(|text| LabeledValue::new(label, text)));
    }
    lines
}

/// Describes one changed setting: its name, its value now, and its value afterwards.
#[must_use]
pub fn changed(lang: Lang, pack: &Pack, change: &OverlayChange) -> LabeledValue {
    let label = match &change.what {
        OverlaySetting::PassMark => ui::overlay::pass_mark(lang).to_owned(),
        OverlaySetting::Veto(id) => {
            let (veto, name) = (ui::overlay::veto(lang), title(lang, pack, id.as_str()));
            say!(lang, "{veto}：{name}", "{veto}: {name}")
        }
        OverlaySetting::Points(id) | OverlaySetting::Settled(id) => title(lang, pack, id.as_str()).to_owned(),
        OverlaySetting::Value(id) | OverlaySetting::Text(id) => title(lang, pack, id.as_str()).to_owned(),
    };
    let word = |set: &SetTo| value(lang, pack, &change.what, set);
    let told = match (change.before.as_ref().map(word), change.after.as_ref().map(word)) {
        (Some(before), Some(after)) => ui::overlay::set_otherwise(lang, &before, &after),
        (None, Some(after)) => ui::overlay::now_set(lang, &after),
        (Some(before), None) => ui::overlay::no_longer_set(lang, &before),
        (None, None) => String::new(),
    };
    LabeledValue::new(label, told)
}

/// Describes the value of a setting.
fn value(lang: Lang, pack: &Pack, what: &OverlaySetting, set: &SetTo) -> String {
    match (what, set) {
        (OverlaySetting::Settled(_), SetTo::Yes(true)) => ui::overlay::counts_as_met(lang).to_owned(),
        (OverlaySetting::Settled(_), SetTo::Yes(false)) => ui::overlay::counts_as_not_met(lang).to_owned(),
        (_, SetTo::Yes(yes)) => if *yes { ui::common::yes(lang) } else { ui::common::no(lang) }.to_owned(),
        (OverlaySetting::Value(id), SetTo::Number(figure)) => {
            let reference =
                pack.references.iter().find(|reference| reference.id == *id).map(|reference| reference.kind);
            match reference {
                Some(ReferenceKind::Value { decimals }) => number::decimal(*figure, decimals),
                _ => figure.to_string(),
            }
        }
        (_, SetTo::Number(points)) => ui::overlay::exactly(lang, &points.to_string()),
        (_, SetTo::Items(items)) => items.join(lang.pick("；", "; ")),
    }
}

/// Lists the points of sections and criteria, in the document's order.
fn points<'a>(lang: Lang, level: &'a Level, overlay: &'a Overlay) -> impl Iterator<Item = LabeledValue> + 'a {
    let sections = level.sections.iter().map(|section| (&section.id, &section.title));
    let criteria = level.criteria.iter().map(|criterion| (&criterion.id, &criterion.title));
    let given = sections.chain(criteria).filter_map(|(id, title)| Some((title, overlay.weights.get(id)?)));
    given.map(move |(title, points)| LabeledValue::new(title, ui::overlay::exactly(lang, &points.to_string())))
}

/// Returns the name of a section, criterion, check or reference; its id if the document has no such thing.
#[must_use]
pub fn title<'a>(lang: Lang, pack: &'a Pack, id: &'a str) -> &'a str {
    let sections = pack
        .levels
        .iter()
        .flat_map(|level| &level.sections)
        .map(|section| (section.id.as_str(), section.title.as_str()));
    let criteria = || pack.levels.iter().flat_map(|level| &level.criteria);
    let titles = criteria().map(|criterion| (criterion.id.as_str(), criterion.title.as_str()));
    let checks =
        criteria().flat_map(|criterion| &criterion.checks).map(|check| (check.id.as_str(), lang.of(&check.label)));
    let references = pack.references.iter().map(|reference| (reference.id.as_str(), lang.of(&reference.label)));
    let mut named = sections.chain(titles).chain(checks).chain(references);
    named.find(|(known, _)| *known == id).map_or(id, |(_, title)| title)
}
