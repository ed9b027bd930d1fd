//! Prints a document's cases for a reader who knows it: by file, first what all its cases share, then each case.

mod expected;
mod stated;

use cunping_core::{days::Day, facts::Facts};
use cunping_text::{finding::Finality, lang::Lang, ui::common, when};

use crate::{
    CaseError,
    document::{self, Document},
    file::{Case, CaseFile, Given},
    spell,
};

/// Prints every case of a document, as lines, in the document's own words. `pack` is its id, the name of its folder.
///
/// Each file begins with level, period, day and unit, what it states for all its cases, and the finding of every rule
/// that a case does not name. A case has its name, what it states otherwise than its file or beside it, the rules that
/// it names with their clauses, and the verdict.
///
/// Fails when there is no such document, a file of it cannot be read, or a case names what does not exist.
pub fn printed(pack: &str) -> Result<Vec<String>, CaseError> {
    let document = Document::read(&document::named(pack)?)?;
    let mut lines = vec![document.pack.source.title.clone()];
    for (name, file) in &document.files {
        lines.push(String::new());
        lines.extend(of_file(&document, name, file)?);
    }
    Ok(lines)
}

fn of_file(document: &Document, name: &str, file: &CaseFile) -> Result<Vec<String>, CaseError> {
    let given = Given::of_file(file);
    let (level, shared) = (document.level(name, given.level)?, spell::shared(name, file)?);
    let voice = Finality::of(level, shared.period);
    let mut lines = vec![format!("== {name} =="), head(document, name, &given, &shared)?];
    lines.extend(stated::shared(&document.pack, &shared));
    lines.push(expected::otherwise(name, level, voice, given.otherwise)?);
    for (place, case) in file.cases.iter().enumerate() {
        let (number, title) = (place + 1, &case.name);
        lines.push(String::new());
        lines.push(format!("{number}. {title}"));
        let own = of_case(document, &format!("{name}: {title}"), file, &shared, case)?;
        lines.extend(own.into_iter().map(|line| format!("   {line}")));
    }
    Ok(lines)
}

fn of_case(
    document: &Document,
    at: &str,
    file: &CaseFile,
    shared: &Facts,
    case: &Case,
) -> Result<Vec<String>, CaseError> {
    let given = Given::of_case(file, case);
    let (level, facts) = (document.level(at, given.level)?, spell::stated(at, file, case)?);
    let (head, of_file) = (head(document, at, &given, &facts)?, head(document, at, &Given::of_file(file), shared)?);
    let mut lines = Vec::new();
    if head != of_file {
        lines.push(head);
    }
    if let Some(name) = given.overlay {
        lines.extend(stated::overlay(&document.pack, at, &document.overlay(name)?)?);
    }
    lines.extend(stated::own(&document.pack, shared, &facts));
    let mut expect = case.expect.clone();
    if let Some(otherwise) = &case.otherwise {
        expect.entry("otherwise").or_insert(otherwise.as_str().into());
    }
    lines.extend(expected::lines(at, level, Finality::of(level, facts.period), &expect)?);
    Ok(lines)
}

/// Writes level, period, day and unit in a line.
fn head(document: &Document, at: &str, given: &Given<'_>, facts: &Facts) -> Result<String, CaseError> {
    let day = given.as_of.parse::<Day>().map_err(|error| CaseError::new(at, format!("`as_of`: {error}")))?;
    let level = &document.level(at, given.level)?.title;
    let (period, as_of) = (when::period(Lang::Zh, facts.period), when::as_of(Lang::Zh, day));
    let (label, code) = (common::division_code(Lang::Zh), facts.unit);
    Ok(format!("{level} · {period} · {as_of} · {label}：{code}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_case_of_every_document_is_printed() {
        for folder in document::folders().unwrap() {
            let lines = printed(folder.file_name().unwrap().to_str().unwrap()).unwrap();
            for (name, file) in Document::read(&folder).unwrap().files {
                for (place, case) in file.cases.iter().enumerate() {
                    let title = format!("{}. {}", place + 1, case.name);
                    assert!(lines.contains(&title), "{name}: {title}");
                }
            }
        }
    }

    #[test]
    fn a_case_is_told_in_the_documents_words() {
        let lines = printed("sulide-bawu-2022").unwrap();
        let name = "四(二)2：发生1起刑事案件，未说明等级";
        let place = lines.iter().position(|line| line.ends_with(name)).unwrap();
        let told = [
            "   · 发生日期：2026年2月28日；类别：刑事案件；登记日期：2026年2月28日",
            "   → ✕ 未达标  四(二)2 无刑事案件。",
            "   → 总体结果：✕ 未达标",
            "",
        ];
        assert_eq!(lines[place + 1..place + 5], told);
    }

    #[test]
    fn a_document_that_does_not_exist_is_told_from_those_that_do() {
        let wrong = printed("no-such-document").unwrap_err().to_string();
        assert!(wrong.contains("sulide-bawu-2022"), "{wrong}");
    }
}
