//! Finds the golden cases that name a rule or a target, each in one line with what it expects of it.

use std::collections::BTreeMap;

use cunping_core::{pack::CriterionRole, truth::Finding};
use cunping_text::{
    finding::{self, Finality},
    lang::Lang,
};

use crate::{CaseError, document::Document, file::TargetCase};

/// The cases of a document, by the rule or target that they name.
pub(super) struct NamedCases {
    /// The case, and the finding that it expects.
    rules: BTreeMap<String, Vec<(String, String)>>,
    targets: BTreeMap<String, Vec<String>>,
}

impl NamedCases {
    /// Gathers the cases of a document. Fails when those of a target cannot be read.
    pub(super) fn of(document: &Document) -> Result<Self, CaseError> {
        let mut rules: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        for (file, case) in document.files.iter().flat_map(|(name, it)| it.cases.iter().map(move |case| (name, case))) {
            for (rule, found) in case.expect.iter().filter_map(|(rule, found)| Some((rule, found.as_str()?))) {
                rules.entry(rule.clone()).or_default().push((format!("{file}：{}", case.name), found.to_owned()));
            }
        }
        let mut targets: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (file, of_file) in &document.targets()? {
            for case in &of_file.cases {
                targets.entry(case.target.clone()).or_default().push(format!("{file}：{}", target(case)));
            }
        }
        Ok(Self { rules, targets })
    }

    /// Returns the cases that name a rule of this role, or a target.
    pub(super) fn lines(&self, id: &str, role: CriterionRole) -> Vec<String> {
        let of_rule = self.rules.get(id).into_iter().flatten();
        let of_rule = of_rule.map(|(case, word)| {
            let found = Finding::ALL.into_iter().find(|it| it.code() == word);
            let mark = found.map(|it| finding::finding(Lang::Zh, Finality::Award, role, it).word);
            format!("{case} → {}", mark.unwrap_or(word))
        });
        of_rule.chain(self.targets.get(id).into_iter().flatten().cloned()).collect()
    }
}

fn target(case: &TargetCase) -> String {
    let TargetCase { year, units, qualified, open, reached, .. } = case;
    let reached = match reached.as_str() {
        "yes" => "达到",
        "no" => "没有达到",
        "open" => "待定",
        "no target" => "没有目标",
        other => other,
    };
    format!("{year}年，{units} 个单位，{qualified} 个算数，{open} 个待定 → {reached}")
}
