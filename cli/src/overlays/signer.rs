//! Who signed an overlay that the terminal was given, in words and as JSON. Trusts no key but those of a named directory.

use cunping_core::{
    bundle::{KeyState, Kind, Party, SignedOverlay, Thumbprint, Verified},
    json::Value,
    moment::Moment,
};
use cunping_office::{lang::Lang, problem, ui::overlay as words, when};

use crate::review::Vouched;

/// Who signed an overlay.
pub(crate) enum Signer {
    /// Nobody did.
    Nobody,
    /// Somebody did.
    Key {
        /// Who it says that it is.
        party: Party,
        /// When, as it says.
        at: Moment,
        /// Its number among those of its office.
        sequence: u32,
        /// Whether it is play data.
        example: bool,
        /// The key.
        kid: Thumbprint,
        /// Whose key it is, where a directory is given.
        key: Option<KeyState>,
    },
}

impl Signer {
    /// The signer of an opened file.
    pub(super) fn of(opened: &Verified<SignedOverlay>, vouched: Option<&Vouched>) -> Self {
        let (stated, kid) = (&opened.payload.stated, opened.key.thumbprint());
        let party = stated.party.clone();
        let key = vouched.map(|it| it.authority.key(Kind::Overlay, (kid, &party), it.seen(opened.digest)));
        let (at, example, sequence) = (stated.at, stated.example, opened.payload.place.sequence);
        Self::Key { party, at, sequence, example, kid, key }
    }

    /// Whose key it is, where somebody signed and a directory is given.
    pub(super) fn key(&self) -> Option<KeyState> {
        match self {
            Self::Nobody => None,
            Self::Key { key, .. } => *key,
        }
    }

    /// In lines.
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
        let play = example.then(|| words::play_data(lang).to_owned());
        let lines = [
            format!("{label}: {by}"),
            format!("{}: {sequence}", words::sequence(lang)),
            format!("{}: {}", words::key(lang), kid.groups()),
            state,
        ];
        lines.into_iter().chain(play).collect()
    }

    /// As members of a JSON object.
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
