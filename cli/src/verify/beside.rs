//! Remarks on files that follow from other files: decisions against the recomputed file, objections that a later
//! opinion withdraws.

use std::collections::BTreeMap;

use cunping_core::{
    bundle::{self, Opinion, Payload, Recognition, Review, Verified, withdrawn},
    deciding::{Contradiction, Recomputed, forbidden, unreasoned},
    id::Digest,
    json::Value,
    pack::Pack,
};
use cunping_text::{
    deciding,
    lang::Lang,
    ui::{opinion, recognition},
};

use crate::review::Reviewer;

/// Parts of files that are kept until all have been read.
#[derive(Default)]
pub(super) struct BesideFile {
    found: BTreeMap<Digest, Recomputed>,
    decisions: Vec<(String, Digest, Recognition)>,
    opinions: Vec<(String, Digest, Opinion)>,
}

/// A remark on one file because of another.
pub(super) struct FileRemark {
    file: String,
    digest: Digest,
    what: What,
}

enum What {
    /// The document forbids the decision, for this reason.
    Forbidden(String, Contradiction),
    /// The decision gives no reason for these contradictions.
    NoReason(String, Vec<Contradiction>),
    /// The opinion withdraws this many objections.
    Withdraws(usize),
}

impl BesideFile {
    /// Keeps what later remarks need to know about a verified file.
    pub(super) fn add(&mut self, reviewer: &Reviewer, name: &str, (verified, review): (&Verified, &Review)) {
        let (digest, name) = (verified.digest, || name.to_owned());
        match &verified.payload {
            Payload::Assessment(assessment) => {
                let level = pack(reviewer, &assessment.pack.id, assessment.pack.digest)
                    .and_then(|pack| pack.level(&assessment.level));
                let overlays: Vec<_> =
                    reviewer.overlays().iter().filter(|one| assessment.overlays.contains(&one.digest)).collect();
                let found = level.zip(review.evaluation.as_ref());
                self.found
                    .extend(found.map(|(level, evaluation)| (digest, Recomputed::new(level, &overlays, evaluation))));
            }
            Payload::Recognition(recognition) => self.decisions.push((name(), digest, (**recognition).clone())),
            Payload::Opinion(opinion) => self.opinions.push((name(), digest, (**opinion).clone())),
            Payload::Receipt(_)
            | Payload::Rollup(_)
            | Payload::Enrolment(_)
            | Payload::Directory(_)
            | Payload::Overlay(_)
            | Payload::Pack(_) => {}
        }
    }

    /// Returns all remarks, in the order of the files: first on decisions, then on opinions.
    pub(super) fn said(&self, reviewer: &Reviewer, lang: Lang) -> Vec<FileRemark> {
        let of_decision = |(file, digest, recognition): &(String, Digest, Recognition)| {
            let found = self.found.get(&recognition.assessment)?;
            let line = |one: &Contradiction| words(reviewer, lang, recognition, one);
            let what = match forbidden(found, &recognition.decision) {
                Some(why) => What::Forbidden(line(&why), why),
                None => {
                    let all = unreasoned(found, recognition);
                    let told = all.iter().map(line).collect::<Vec<_>>().join(lang.pick("；", "; "));
                    if all.is_empty() {
                        return None;
                    }
                    What::NoReason(told, all)
                }
            };
            Some(FileRemark { file: file.clone(), digest: *digest, what })
        };
        let of_opinion = |(file, digest, after): &(String, Digest, Opinion)| {
            let before = self.opinions.iter().find(|(_, earlier, _)| Some(*earlier) == after.place.supersedes)?;
            let same = before.2.stated.party == after.stated.party && before.2.subject.unit == after.subject.unit;
            let count = withdrawn(&before.2, after).len();
            let said = FileRemark { file: file.clone(), digest: *digest, what: What::Withdraws(count) };
            (same && count > 0).then_some(said)
        };
        let decisions = self.decisions.iter().filter_map(of_decision);
        decisions.chain(self.opinions.iter().filter_map(of_opinion)).collect()
    }
}

fn pack<'a>(reviewer: &'a Reviewer, id: &cunping_core::id::PackId, digest: Digest) -> Option<&'a Pack> {
    reviewer.packs().iter().find(|it| it.id == *id && it.digest == digest)
}

fn words(reviewer: &Reviewer, lang: Lang, recognition: &Recognition, one: &Contradiction) -> String {
    let pack = pack(reviewer, &recognition.subject.pack.id, recognition.subject.pack.digest);
    let level = pack.and_then(|pack| pack.level(&recognition.subject.level));
    let told = pack.zip(level).map(|(pack, level)| deciding::line(lang, pack, level, None, one));
    told.unwrap_or_else(|| one.code().to_owned())
}

impl FileRemark {
    /// Returns true if the file holds despite the remark: an office may withdraw an objection.
    pub(super) fn holds(&self) -> bool {
        matches!(self.what, What::Withdraws(_))
    }

    pub(super) fn words(&self, lang: Lang) -> Vec<String> {
        let (mark, told) = match &self.what {
            What::Forbidden(why, _) => ("✕", format!("{} {why}", recognition::came_forbidden(lang))),
            What::NoReason(why, _) => ("✕", format!("{} {why}", recognition::came_unreasoned(lang))),
            What::Withdraws(count) => ("！", opinion::took_back(lang, *count)),
        };
        vec![format!("{mark} {}  {}", self.file, bundle::groups(self.digest)), format!("   {told}")]
    }

    pub(super) fn json(&self) -> Value<'static> {
        let mut members = vec![
            ("digest", Value::text(self.digest)),
            ("file", Value::text(&self.file)),
            ("holds", Value::Bool(self.holds())),
        ];
        match &self.what {
            What::Forbidden(_, why) => members.extend([
                ("problem", Value::text("decision-forbidden")),
                ("contradictions", Value::List(vec![Value::text(why.code())])),
            ]),
            What::NoReason(_, all) => members.extend([
                ("problem", Value::text("decision-without-reason")),
                ("contradictions", Value::List(all.iter().map(|it| Value::text(it.code())).collect())),
            ]),
            What::Withdraws(count) => {
                let count = i64::try_from(*count).unwrap_or(i64::MAX);
                members.push(("withdraws", Value::Number(count)));
            }
        }
        Value::object(members)
    }
}
