//! Results as lines of plain text, for the terminal and for pasting.

use crate::{
    case::EvaluatedUnit, finding, finding::Finality, form::PrintedForm, headline, lang::Lang, reason, subordinates,
    targets, title, ui,
};

/// Returns an evaluation as lines: the verdict, then every criterion with its reasons and clauses.
#[must_use]
pub fn evaluation(lang: Lang, case: EvaluatedUnit, unit: &str) -> Vec<String> {
    let headline = headline::headline(lang, case);
    let voice = Finality::of(case.level, case.facts.period);
    let mut out = vec![format!("{unit} · {} · {}", case.pack.source.short, headline.title)];
    out.push(
        [Some(headline.mark.to_string()), headline.provisional].into_iter().flatten().collect::<Vec<_>>().join("  "),
    );
    out.push(headline.sentence);
    out.extend(headline.score);
    out.extend(headline.prerequisite);
    out.extend(headline.who_decides.map(str::to_string));
    out.extend(targets::over(lang, case.pack, case.facts.period));
    out.extend(case.facts.subordinates.iter().map(|it| subordinates::line(lang, it)));
    for (place, (criterion, found)) in case.criteria().enumerate() {
        let mark = finding::criterion(lang, voice, criterion, found);
        out.push(String::new());
        out.push(format!("{}. {mark}  {}", place + 1, title::line(lang, criterion)));
        for check in &criterion.checks {
            out.extend(indented(reason::sentences(lang, case, &check.id)));
        }
        for measure in &criterion.measures {
            out.push(labelled(lang, ui::tasks::measure(lang), lang.of(&measure.label)));
            out.extend(indented(reason::sentences(lang, case, &measure.id)));
        }
        if let Some(remark) = case.facts.remarks.get(&criterion.id) {
            out.push(labelled(lang, ui::common::remark(lang), remark));
        }
    }
    out
}

/// Returns a form as lines, with cells separated by ` | `. It is a view of the printed form, not a replacement.
#[must_use]
pub fn sheet(sheet: &PrintedForm) -> Vec<String> {
    let mut out = vec![sheet.annex.clone(), sheet.title.clone(), String::new()];
    let head: Vec<&str> = sheet.columns.iter().map(|column| column.head.as_str()).collect();
    out.push(head.join(" | "));
    out.extend(sheet.side.clone());
    out.extend(sheet.rows.iter().map(|row| row.join(" | ").replace('\n', " ")));
    out.extend(sheet.blocks.iter().map(|block| {
        [std::slice::from_ref(&block.heading), &block.text, &[block.seal.clone(), block.date.clone()]]
            .concat()
            .join(" | ")
    }));
    let signature: Vec<String> = sheet.signature.iter().map(|(label, value)| format!("{label}{value}")).collect();
    out.push(signature.join("    "));
    out.push(sheet.footnote.clone());
    out.extend(sheet.standing.clone());
    out.retain(|line| !line.trim().is_empty());
    out
}

fn labelled(lang: Lang, label: &str, text: &str) -> String {
    say!(lang, "   {label}：{text}", "   {label}: {text}")
}

fn indented(lines: Vec<String>) -> impl Iterator<Item = String> {
    lines.into_iter().map(|line| format!("   {line}"))
}
