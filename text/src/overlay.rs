//! Describes what an overlay sets, each thing by the name that its document gives it.

use cunping_core::{
    overlay::{Overlay, OverlayChange, OverlaySetting, SetTo},
    pack::{Level, Pack, ReferenceKind},
};

use crate::{answer::LabeledValue, lang::Lang, number, ui, when};

/// Describes an overlay: title, issuer, number and day, then everything it sets, in the document's order.
#[must_use]
pub fn told(lang: Lang, pack: &Pack, it: &Overlay) -> Vec<LabeledValue> {
    let level = pack.level(&it.level);
    let mut lines = vec![
        LabeledValue::new(ui::overlay::title(lang), &it.title),
        LabeledValue::new(ui::overlay::issuer(lang), &it.issuer),
        LabeledValue::new(ui::overlay::issued(lang), when::day(lang, it.issued)),
        LabeledValue::new(ui::overlay::document(lang), &pack.source.title),
        LabeledValue::new(ui::overlay::level(lang), level.map_or(it.level.as_str(), |level| &level.title)),
    ];
    lines.extend(it.number.as_ref().map(|number| LabeledValue::new(ui::overlay::number(lang), number)));
    lines.extend(brought(lang, pack, it));
    lines
}

/// Describes an overlay in one line: `分值表，县平安办，2026年3月1日印发（不是文件原文）`.
#[must_use]
pub fn line(lang: Lang, it: &Overlay) -> String {
    let (title, by) = (&it.title, ui::overlay::by(lang, &it.issuer, &when::day(lang, it.issued)));
    let not = ui::overlay::not_from_document(lang);
    say!(lang, "{title}，{by}（{not}）", "{title}, {by} ({not})")
}

/// Lists what an overlay sets, in the document's order.
#[must_use]
pub fn brought(lang: Lang, pack: &Pack, it: &Overlay) -> Vec<LabeledValue> {
    let mut lines = Vec::new();
    if let Some(level) = pack.level(&it.level) {
        lines.extend(points(lang, level, it));
    }
    lines.extend(it.pass_mark.map(|mark| LabeledValue::new(ui::overlay::pass_mark(lang), mark.to_string())));
    lines.extend(it.vetoes.iter().map(|id| LabeledValue::new(ui::overlay::veto(lang), title(lang, pack, id.as_str()))));
    lines.extend(it.settles.iter().map(|(id, met)| {
        let follows = if *met { ui::overlay::counts_as_met(lang) } else { ui::overlay::counts_as_not_met(lang) };
        LabeledValue::new(title(lang, pack, id.as_str()), follows)
    }));
    for reference in &pack.references {
        let label = lang.of(&reference.label);
        if let (ReferenceKind::Value { decimals }, Some(value)) = (reference.kind, it.values.get(&reference.id)) {
            lines.push(LabeledValue::new(label, number::decimal(*value, decimals)));
        }
        lines.extend(it.texts.get(&reference.id).into_iter().flatten().map(|text| LabeledValue::new(label, text)));
    }
    lines
}

/// Describes one changed setting: its name, its value now, and its value afterwards.
#[must_use]
pub fn changed(lang: Lang, pack: &Pack, it: &OverlayChange) -> LabeledValue {
    let label = match &it.what {
        OverlaySetting::PassMark => ui::overlay::pass_mark(lang).to_owned(),
        OverlaySetting::Veto(id) => {
            let (veto, name) = (ui::overlay::veto(lang), title(lang, pack, id.as_str()));
            say!(lang, "{veto}：{name}", "{veto}: {name}")
        }
        OverlaySetting::Points(id) | OverlaySetting::Settled(id) => title(lang, pack, id.as_str()).to_owned(),
        OverlaySetting::Value(id) | OverlaySetting::Text(id) => title(lang, pack, id.as_str()).to_owned(),
    };
    let word = |set: &SetTo| value(lang, pack, &it.what, set);
    let told = match (it.before.as_ref().map(word), it.after.as_ref().map(word)) {
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
            let reference = pack.references.iter().find(|it| it.id == *id).map(|it| it.kind);
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
fn points<'a>(lang: Lang, level: &'a Level, it: &'a Overlay) -> impl Iterator<Item = LabeledValue> + 'a {
    let sections = level.sections.iter().map(|section| (&section.id, &section.title));
    let criteria = level.criteria.iter().map(|criterion| (&criterion.id, &criterion.title));
    let given = sections.chain(criteria).filter_map(|(id, title)| Some((title, it.weights.get(id)?)));
    given.map(move |(title, points)| LabeledValue::new(title, ui::overlay::exactly(lang, &points.to_string())))
}

/// Returns the name of a section, criterion, check or reference; its id if the document has no such thing.
#[must_use]
pub fn title<'a>(lang: Lang, pack: &'a Pack, id: &'a str) -> &'a str {
    let sections = pack.levels.iter().flat_map(|level| &level.sections).map(|it| (it.id.as_str(), it.title.as_str()));
    let criteria = || pack.levels.iter().flat_map(|level| &level.criteria);
    let titles = criteria().map(|it| (it.id.as_str(), it.title.as_str()));
    let checks = criteria().flat_map(|it| &it.checks).map(|it| (it.id.as_str(), lang.of(&it.label)));
    let references = pack.references.iter().map(|it| (it.id.as_str(), lang.of(&it.label)));
    let mut named = sections.chain(titles).chain(checks).chain(references);
    named.find(|(known, _)| *known == id).map_or(id, |(_, title)| title)
}
