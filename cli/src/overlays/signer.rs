//! Who signed an overlay given to the terminal, in words and as JSON. Only keys of the given directory are trusted.

use cunping_core::{
    bundle::{KeyState, Kind, Party, SignedOverlay, Thumbprint, Verified},
    json::Value,
    moment::Moment,
};
use cunping_text::{lang::Lang, problem, ui::overlay as words, when};

use crate::review::Vouched;

/// Who signed an overlay.
pub(crate) enum Signer {
    /// It is not signed.
    Nobody,
    /// It is signed.
    Key {
        /// The party that it claims to be from.
        party: Party,
        /// The time of signing that it claims.
        at: Moment,
        /// Its sequence number among the files of its office.
        sequence: u32,
        /// True for example data.
        example: bool,
        /// The key.
        kid: Thumbprint,
        /// The state of the key; `None` without a directory.
        key: Option<KeyState>,
    },
}

impl Signer {
    /// Returns the signer of a verified file; without a directory the key's state is unknown.
    pub(super) fn of(verified: &Verified<SignedOverlay>, vouched: Option<&Vouched>) -> Self {
        let (stated, kid) = (&verified.payload.stated, verified.key.thumbprint());
        let party = stated.party.clone();
        let key = vouched.map(|it| it.authority.key(Kind::Overlay, (kid, &party), it.seen(verified.digest)));
        let (at, example, sequence) = (stated.at, stated.example, verified.payload.place.sequence);
        Self::Key { party, at, sequence, example, kid, key }
    }

    /// Returns the state of the key; `None` for an unsigned overlay and without a directory.
    pub(super) fn key(&self) -> Option<KeyState> {
        match self {
            Self::Nobody => None,
            Self::Key { key, .. } => *key,
        }
    }

    /// Describes the signer in lines.
    pub(crate) fn words(&self, lang: Lang) -> Vec<String> {
        let Self::Key { party, at, sequence, example, kid, key } = self else {
            return vec![words::nobody(lang).to_owned()];
        };
        let office = party.office.as_ref().map(|office| format!(" {office}")).unwrap_or_default();
        let by = words::signed_by(lang, &format!("{}{office}", party.unit), &when::day(lang, at.day()));
        let label = if *key == Some(KeyState::Enrolled) { words::signer(lang) } else { words::signer_says(lang) };
        let state = match key {
            Some(key) => problem::signing_key(lang, *key).line(lang),
            None => words::no_directory(lang).to_owned(),
        };
        let marked = example.then(|| words::play_data(lang).to_owned());
        let lines = [
            format!("{label}: {by}"),
            format!("{}: {sequence}", words::sequence(lang)),
            format!("{}: {}", words::key(lang), kid.groups()),
            state,
        ];
        lines.into_iter().chain(marked).collect()
    }

    /// Returns the signer as members of a JSON object.
    pub(crate) fn members(&self) -> Vec<(&'static str, Value<'static>)> {
        let Self::Key { party, sequence, example, kid, key, .. } = self else {
            return vec![("signed", Value::Bool(false))];
        };
        let mut members = vec![
            ("example", Value::Bool(*example)),
            ("kid", Value::text(kid)),
            ("sequence", Value::Number((*sequence).into())),
            ("signed", Value::Bool(true)),
            ("unit", Value::text(party.unit)),
        ];
        members.extend(key.map(|key| ("key", Value::text(key.code()))));
        members.extend(party.office.as_ref().map(|office| ("office", Value::text(office))));
        members
    }
}
