//! Works out what would be signed: which opinions are new, which stay, which objections are made or withdrawn.

use cunping_core::{
    bundle::{Opinion, Withdrawn, withdrawn},
    id::{Digest, RuleId},
};
use cunping_text::{deciding::item, ui::opinion as words};
use leptos::prelude::*;

use crate::{
    pages::opinions::{OpinionFile, OpinionsView, earlier, earlier::EarlierOpinions, opinion},
    panels::signed::ToSign,
};

/// The opinions that would be signed, and what they change.
#[derive(Default)]
pub(super) struct Plan {
    /// The opinions to sign, each with the name under which it is kept.
    pub(super) files: Vec<ToSign>,
    /// The opinions that were signed before and say the same.
    pub(super) keep: Vec<Digest>,
    /// The number of criteria that the opinions to sign agree with.
    pub(super) agree: usize,
    /// The objections in the opinions to sign: unit name, criterion, reason.
    pub(super) objections: Vec<(String, RuleId, String)>,
    /// The earlier objections that are withdrawn: unit name, and what is withdrawn.
    pub(super) withdrawn: Vec<(String, Withdrawn)>,
}

impl Plan {
    /// Makes the plan for these files, given what was signed before.
    pub(super) fn of(view: &OpinionsView, all: &[OpinionFile], signed: &EarlierOpinions) -> Self {
        let mut plan = Self::default();
        for file in all {
            let Some((made, name)) = opinion(view, file) else { continue };
            match signed.get(&file.assessment.facts.unit) {
                Some((digest, before)) if earlier::same(before, &made) => plan.keep.push(*digest),
                before => plan.sign(made, name, before.map(|(_, before)| before)),
            }
        }
        plan
    }

    fn sign(&mut self, made: Opinion, name: String, before: Option<&Opinion>) {
        let unit = &made.subject.unit_name;
        let gone = before.map(|before| withdrawn(before, &made)).unwrap_or_default();
        self.withdrawn.extend(gone.into_iter().map(|withdrawal| (unit.clone(), withdrawal)));
        for said in &made.says {
            match &said.objection {
                Some(why) => self.objections.push((unit.clone(), said.criterion.clone(), why.clone())),
                None => self.agree += 1,
            }
        }
        self.files.push((made.into(), name));
    }

    /// Draws the plan before it is signed, naming every objection and everything that is withdrawn.
    pub(super) fn told(&self, view: &OpinionsView) -> AnyView {
        let lang = view.lang;
        let will = if self.files.is_empty() {
            words::nothing_new(lang).to_owned()
        } else {
            words::will_sign(lang, self.files.len(), self.agree, self.objections.len())
        };
        let kept = (!self.keep.is_empty()).then(|| view! { <p>{words::kept_as_signed(lang, self.keep.len())}</p> });
        let line = |unit: &str, rule: &RuleId, why: &str| {
            let text = words::objection_of(lang, unit, &item(lang, view.level, rule), why);
            view! { <li>{text}</li> }
        };
        let objections = self.objections.iter().map(|(unit, rule, why)| line(unit, rule, why)).collect::<Vec<_>>();
        let objections =
            (!objections.is_empty()).then(|| view! { <p>{words::objects_to(lang)}</p><ul>{objections}</ul> });
        let gone = self.withdrawn.iter().map(|(unit, gone)| line(unit, &gone.criterion, &gone.reason));
        let gone = gone.collect::<Vec<_>>();
        let gone = (!gone.is_empty()).then(|| {
            view! { <div class="notice breach stack"><p><strong>{words::withdraws(lang, gone.len())}</strong></p><ul>{gone}</ul></div> }
        });
        any_view! { <p><strong>{will}</strong></p>{kept}{objections}{gone} }
    }
}
