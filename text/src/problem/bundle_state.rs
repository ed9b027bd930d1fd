//! Describes the states of a file of any kind for a clerk. Words that are not specific to a kind are in `state`.

use cunping_core::bundle::{Axis, KeyState, Kind, States, Supersession, SupersessionBreak};

use super::{Problem, state};
use crate::{kind, lang::Lang};

/// Describes the state of a file of this kind on one axis, and what to do about it; the advice is empty if nothing
/// needs to be done.
#[must_use]
pub fn bundle_state(lang: Lang, of: Kind, states: &States, axis: Axis) -> Problem {
    if of == Kind::Assessment {
        return state(lang, states, axis);
    }
    match (axis, &states.supersession, &states.key) {
        (Axis::Supersession, Some(place), _) => supersession(lang, of, place),
        (Axis::Key, _, Some(standing)) => key(lang, standing).unwrap_or_else(|| state(lang, states, axis)),
        _ => state(lang, states, axis),
    }
}

/// Describes the state of the key where the words for an office's file differ from an assessment's; `None` where they
/// do not.
fn key(lang: Lang, state: &KeyState) -> Option<Problem> {
    let (zh, en, zh_advice, en_advice) = match state {
        KeyState::Enrolled => ("密钥已登记，是签名单位的。", "The key is enrolled for whoever signed.", "", ""),
        KeyState::OtherUnit(unit) => {
            let what = say!(
                lang,
                "密钥属于另一单位或部门（{unit}），不是签名单位的；不计入。",
                "The key is another unit's or office's ({unit}), not the signer's; it does not count."
            );
            let advice = lang.pick(
                "不要采用。请用自己通讯录里的号码打电话，问清是谁发的。",
                "Do not use it. Call a number from your own list and ask who sent it.",
            );
            return Some(Problem::new(what, advice));
        }
        KeyState::Stranger => (
            "没有登记过这把密钥，不计入。",
            "The key is not enrolled; the file does not count.",
            "请签名的单位发来登记文件，在“密钥”里打开，打电话核实是谁发的；登记它的密钥以后才计入。",
            "Have whoever signed it send its enrolment file, open that under “Keys” and make sure by telephone who sent it; the file counts once the key is enrolled.",
        ),
        KeyState::FirstSeen | KeyState::Retired => return None,
    };
    Some(Problem::new(lang.pick(zh, en), lang.pick(zh_advice, en_advice)))
}

fn supersession(lang: Lang, of: Kind, supersession: &Supersession) -> Problem {
    let kind = kind::name(lang, of);
    let (what, advice) = match supersession {
        Supersession::New => (say!(lang, "新的{kind}文件。", "A new file ({kind})."), ""),
        Supersession::Supersedes(_) => (say!(lang, "替代上一份{kind}。", "It replaces the {kind} before it."), ""),
        Supersession::Duplicate => (say!(lang, "已经收过同一份{kind}。", "The same {kind} is here already."), ""),
        Supersession::Superseded(_) => {
            (say!(lang, "已被更新的一份{kind}替代，不计入。", "A later {kind} replaces it; it does not count."), "")
        }
        Supersession::Waits(_) => (
            say!(
                lang,
                "要替代的{kind}已经认定，这份先不计入。",
                "What it would replace ({kind}) was decided on; it waits."
            ),
            lang.pick("请先把已认定的那份退回更正。", "First return the decided one for correction."),
        ),
        Supersession::Conflict(broken) => {
            let what = match broken {
                SupersessionBreak::NoPredecessor => say!(
                    lang,
                    "同一件事已有别的{kind}，这份没有写明替代哪一份，不计入。",
                    "There is another {kind} about the same, and this one does not say which it replaces."
                ),
                SupersessionBreak::MissingPredecessor => say!(
                    lang,
                    "它要替代的那份{kind}没有收到，不计入。",
                    "The {kind} that it replaces has not arrived; it does not count."
                ),
                SupersessionBreak::Sequence => say!(
                    lang,
                    "它的次数不大于要替代的那份{kind}，不计入。",
                    "Its number is not above that of the {kind} it replaces."
                ),
                SupersessionBreak::OtherKey => say!(
                    lang,
                    "签名密钥与上一份{kind}不同，又没有登记，不计入。",
                    "Signed with another key than the {kind} before it, and not enrolled."
                ),
                SupersessionBreak::Fork => say!(
                    lang,
                    "另有一份{kind}也替代同一份，都不计入。",
                    "Another {kind} replaces the same one; neither counts."
                ),
            };
            let advice = lang.pick(
                "请打电话问清哪一份算数，移除其余的。",
                "Ask by telephone which one counts, and remove the others.",
            );
            (what, advice)
        }
    };
    Problem::new(what, advice)
}

#[cfg(test)]
mod tests {
    use cunping_core::{
        bundle::{
            AuthorityState, ClockState, DaysState, Mix, PackState, PrivacyState, Readable, Recompute, Severity,
            SignatureState,
        },
        id::Digest,
    };

    use super::*;

    const FINE: States = States {
        readable: Readable::Yes,
        signature: SignatureState::Good,
        key: Some(KeyState::Enrolled),
        authority: Some(AuthorityState::Yes),
        clock: Some(ClockState::Plausible),
        days: Some(DaysState::Past),
        pack: Some(PackState::Known),
        recompute: None,
        supersession: Some(Supersession::New),
        privacy: Some(PrivacyState::Clean),
        mix: Some(Mix::Real),
    };

    /// Lists every state of every axis, one at a time, on a file that is fine on all other axes.
    fn table() -> Vec<(States, Axis)> {
        let (digest, unit) = (Digest([1; 32]), "150626200205".parse().unwrap());
        let mut all = Vec::new();
        for readable in [Readable::Yes, Readable::Unreadable, Readable::NewerFormat] {
            all.push((States { readable, ..FINE }, Axis::Readable));
        }
        for signature in [SignatureState::Good, SignatureState::Wrong, SignatureState::Unchecked] {
            all.push((States { signature, ..FINE }, Axis::Signature));
        }
        let keys = [KeyState::Enrolled, KeyState::FirstSeen, KeyState::Stranger, KeyState::Retired];
        for key in keys.into_iter().chain([KeyState::OtherUnit(unit)]) {
            all.push((States { key: Some(key), ..FINE }, Axis::Key));
        }
        let parts = [AuthorityState::Yes, AuthorityState::OtherUnit, AuthorityState::NoPart];
        for authority in parts.into_iter().chain([AuthorityState::NotInDocument]) {
            all.push((States { authority: Some(authority), ..FINE }, Axis::Authority));
        }
        for clock in [ClockState::Plausible, ClockState::Ahead] {
            all.push((States { clock: Some(clock), ..FINE }, Axis::Clock));
        }
        for days in [DaysState::Past, DaysState::Ahead("2027-01-05".parse().unwrap())] {
            all.push((States { days: Some(days), ..FINE }, Axis::Days));
        }
        let packs = [
            PackState::Known,
            PackState::UnknownPack,
            PackState::UnknownVersion,
            PackState::DigestDiffers,
            PackState::UnknownLevel,
            PackState::UnknownOverlay(digest),
            PackState::OtherOverlay(digest),
        ];
        for pack in packs {
            all.push((States { pack: Some(pack), ..FINE }, Axis::Pack));
        }
        let differs = Recompute::Differs { rules: vec!["village.1".parse().unwrap()], verdict: true, score: false };
        let recomputed = [Recompute::Same, differs, Recompute::OtherEvaluator(9)];
        for recompute in recomputed.into_iter().chain([Recompute::FactsInvalid, Recompute::NotPossible]) {
            all.push((States { recompute: Some(recompute), ..FINE }, Axis::Recompute));
        }
        let broken = [
            SupersessionBreak::NoPredecessor,
            SupersessionBreak::MissingPredecessor,
            SupersessionBreak::Sequence,
            SupersessionBreak::OtherKey,
            SupersessionBreak::Fork,
        ];
        let chains = [
            Supersession::New,
            Supersession::Duplicate,
            Supersession::Supersedes(digest),
            Supersession::Superseded(digest),
        ];
        let chains = chains.into_iter().chain([Supersession::Waits(digest)]).chain(broken.map(Supersession::Conflict));
        for supersession in chains {
            all.push((States { supersession: Some(supersession), ..FINE }, Axis::Supersession));
        }
        for privacy in [PrivacyState::Clean, PrivacyState::Flagged] {
            all.push((States { privacy: Some(privacy), ..FINE }, Axis::Privacy));
        }
        for mix in [Mix::Real, Mix::Example] {
            all.push((States { mix: Some(mix), ..FINE }, Axis::Mix));
        }
        all
    }

    #[test]
    fn every_state_of_every_kind_has_words_and_says_what_to_do() {
        let settles_itself = |states: &States| {
            matches!(states.supersession, Some(Supersession::Duplicate | Supersession::Superseded(_)))
                || states.signature == SignatureState::Unchecked
        };
        for of in Kind::ALL {
            for (states, axis) in table() {
                for lang in Lang::ALL {
                    let told = bundle_state(lang, of, &states, axis);
                    assert!(!told.what.is_empty(), "{of:?} {axis:?}");
                    let worst = states.worst().map(|(severity, _)| severity);
                    if worst >= Some(Severity::Attention) && !settles_itself(&states) {
                        assert!(!told.advice.is_empty(), "{of:?} {axis:?}: {}", told.what);
                    }
                    let chinese = told.line(lang).chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
                    assert_eq!(chinese, lang == Lang::Zh, "{of:?} {axis:?}: {}", told.line(lang));
                    let of_units = told.what.contains("报送") || told.what.contains("report");
                    assert!(of == Kind::Assessment || !of_units, "{of:?} {axis:?}: {}", told.what);
                }
            }
        }
    }

    #[test]
    fn the_worst_state_stands_first() {
        let all = States {
            key: Some(KeyState::Stranger),
            pack: Some(PackState::UnknownPack),
            mix: Some(Mix::Example),
            ..FINE
        };
        let order: Vec<Axis> = all.by_severity().into_iter().map(|(_, axis)| axis).collect();
        assert_eq!(order.get(..3), Some(&[Axis::Key, Axis::Pack, Axis::Mix][..]));
        for (states, axis) in table() {
            let (severity, first) = states.by_severity().into_iter().next().unwrap();
            assert!(severity == Severity::Fine || first == axis, "{axis:?}");
        }
    }
}
