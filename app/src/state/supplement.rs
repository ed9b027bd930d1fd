//! Checks a supplement (overlay) that somebody chose before it is loaded, or says why it cannot be. Pure.

use cunping_core::{
    bundle::{
        Authority, BundleError, KeyRecord, KeyState, Kind, Party, ReplaceError, SignedOverlay, Thumbprint, Verified,
        replaces, verify_as,
    },
    days::Day,
    id::Digest,
    moment::Moment,
    overlay::{Overlay, OverlayChange, OverlayError, OverlayFileError, changes},
    pack::Pack,
    privacy::PersonalKind,
};

use crate::{
    clock,
    store::{LoadedOverlay, Saved},
};

/// A supplement that can be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supplement {
    /// The overlay that will be stored.
    pub loaded: LoadedOverlay,
    /// Its signer; `None` if it is not signed.
    pub signer: Option<SupplementSigner>,
    /// The digests of the loaded overlays that it replaces.
    pub gone: Vec<Digest>,
    /// The settings that will change.
    pub changes: Vec<OverlayChange>,
}

/// The signer of a supplement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupplementSigner {
    /// The party, as the file states it.
    pub party: Party,
    /// The time, as the file states it.
    pub at: Moment,
    /// The sequence number of the file in its chain.
    pub sequence: u32,
    /// The thumbprint of the key.
    pub kid: Thumbprint,
    /// The state of the key, by the keys that the workplace has enrolled.
    pub key: KeyState,
}

/// Why a supplement is not loaded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SupplementError {
    /// It is signed, and does not verify as a supplement.
    #[error(transparent)]
    File(BundleError),
    /// It is not signed, and cannot be read as a supplement.
    #[error(transparent)]
    Form(OverlayFileError),
    /// It is an example, and the workplace is not.
    #[error("an example")]
    Example,
    /// It holds a number that points to a person.
    #[error("could be a person's number: {0:?}")]
    Personal(PersonalKind),
    /// It does not fit the document, or sets what another one sets already.
    #[error("does not fit: {0:?}")]
    Faults(Vec<OverlayError>),
    /// Its key, or another file of its office, stands in the way.
    #[error(transparent)]
    Taken(ReplaceError),
    /// It is loaded already.
    #[error("loaded already")]
    Here,
}

/// The state against which a supplement is checked.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The document.
    pub pack: &'a Pack,
    /// The loaded overlays, of any document.
    pub loaded: &'a [Saved<LoadedOverlay>],
    /// The enrolled keys.
    pub keys: &'a [KeyRecord],
    /// The current day by this machine's clock.
    pub today: Day,
    /// True if the workplace is the example's.
    pub is_example: bool,
}

/// Checks whether a supplement can be loaded beside those that are here, and lists what would change. Fails with one of
/// [`SupplementError`].
pub fn look(text: &str, context: &Context<'_>) -> Result<Supplement, SupplementError> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let (overlay, verified) = read(text)?;
    if verified.as_ref().is_some_and(|signed| signed.payload.stated.example) && !context.is_example {
        return Err(SupplementError::Example);
    }
    if let Some((_, found)) = overlay.personal().first() {
        return Err(SupplementError::Personal(*found));
    }
    let (signer, gone) = match &verified {
        None => (None, Vec::new()),
        Some(verified) => {
            let signer = signer(verified, context.keys, context.today);
            let gone = takes_the_place_of(verified, signer.key, context).map_err(SupplementError::Taken)?;
            (Some(signer), gone)
        }
    };
    let here = context.loaded.iter().find(|saved| saved.value.overlay.digest == overlay.digest);
    if here.is_some_and(|saved| signer.is_none() || saved.value.file.as_deref() == Some(text)) {
        return Err(SupplementError::Here);
    }
    let of_level = |other: &&Overlay| other.pack == overlay.pack && other.level == overlay.level;
    let before: Vec<&Overlay> = context.loaded.iter().map(|saved| &saved.value.overlay).filter(of_level).collect();
    let stay = before.iter().copied().filter(|other| !gone.contains(&other.digest) && other.digest != overlay.digest);
    let stay: Vec<&Overlay> = stay.collect();
    let mut faults = overlay.check(context.pack);
    let others = stay.iter().filter(|other| overlay.conflicts_with(other));
    faults.extend(others.map(|other| OverlayError::Conflict(other.digest)));
    if !faults.is_empty() {
        return Err(SupplementError::Faults(faults));
    }
    let after: Vec<&Overlay> = stay.iter().copied().chain([&overlay]).collect();
    let changes = changes(&before, &after);
    let file = verified.is_some().then(|| text.to_owned());
    Ok(Supplement { loaded: LoadedOverlay { overlay, file }, signer, gone, changes })
}

/// Returns the signer of a loaded supplement; `None` if it is not signed, or its file holds another overlay.
#[must_use]
pub fn signer_of(saved: &Saved<LoadedOverlay>, keys: &[KeyRecord]) -> Option<SupplementSigner> {
    opened_of(saved).map(|verified| signer(&verified, keys, clock::day(saved.at_ms)))
}

/// Reads the overlay of a text, and the signed file if it is one.
fn read(text: &str) -> Result<(Overlay, Option<Verified<SignedOverlay>>), SupplementError> {
    match (Overlay::read(text.as_bytes()), verify_as::<SignedOverlay>(text.as_bytes())) {
        (Ok(overlay), _) => Ok((overlay, None)),
        (Err(_), Ok(verified)) => Ok((verified.payload.overlay.clone(), Some(verified))),
        // A signed file is recognised by one of its three members.
        (Err(_), Err(wrong)) if text.contains("\"protected\"") => Err(SupplementError::File(wrong)),
        (Err(wrong), _) => Err(SupplementError::Form(wrong)),
    }
}

fn opened_of(saved: &Saved<LoadedOverlay>) -> Option<Verified<SignedOverlay>> {
    let verified = verify_as::<SignedOverlay>(saved.value.file.as_ref()?.as_bytes()).ok()?;
    (verified.payload.overlay.digest == saved.value.overlay.digest).then_some(verified)
}

fn signer(verified: &Verified<SignedOverlay>, keys: &[KeyRecord], day: Day) -> SupplementSigner {
    let (stated, kid) = (&verified.payload.stated, verified.key.thumbprint());
    let party = stated.party.clone();
    let key = Authority::new(&[], keys, None).key(Kind::Overlay, (kid, &party), day);
    SupplementSigner { at: stated.at, sequence: verified.payload.place.sequence, kid, key, party }
}

/// Returns the digests of the loaded overlays that a signed one replaces.
fn takes_the_place_of(
    verified: &Verified<SignedOverlay>,
    key: KeyState,
    context: &Context<'_>,
) -> Result<Vec<Digest>, ReplaceError> {
    let mut overlay_of = Vec::new();
    let mut seen = Vec::new();
    for saved in context.loaded {
        let Some(other) = opened_of(saved) else { continue };
        let enrolled = signer(&other, context.keys, context.today).key == KeyState::Enrolled;
        overlay_of.push((other.digest, saved.value.overlay.digest));
        seen.push(other.seen(enrolled, context.today));
    }
    let gone = replaces(&verified.seen(key == KeyState::Enrolled, context.today), key, &seen)?;
    let overlay = |file: Digest| overlay_of.iter().find(|(digest, _)| *digest == file).map(|(_, overlay)| *overlay);
    Ok(gone.into_iter().filter_map(overlay).collect())
}

#[cfg(test)]
mod tests {
    use cunping_core::{
        bundle::{KeyRole, LinePosition, SigningKey, Stated, sign},
        overlay::{OverlaySetting, SetTo},
    };

    use super::*;
    use crate::state::documents;

    const COUNTY: u8 = 3;

    fn pack() -> &'static Pack {
        documents::released(&"changgang-pingan-fazhi-xing-2023".parse().unwrap()).unwrap()
    }

    fn body(more: &str) -> String {
        format!(
            r#"{{"kind":"overlay","format":1,"pack":"changgang-pingan-fazhi-xing-2023","version":1,"level":"village","title":"示例",
            "issuer":"示例县","issued":"2026-04-01",{more}}}"#
        )
    }

    fn party() -> Party {
        Party { unit: "411422000000".parse().unwrap(), office: None }
    }

    fn signed(more: &str, seed: u8, sequence: u32, example: bool) -> String {
        let at = "2026-04-02T08:00:00+08:00".parse().unwrap();
        let stated = Stated { party: party(), at, software: "example".into(), example };
        let overlay = Overlay::read(body(more).as_bytes()).unwrap();
        // The file that it supersedes need not be here.
        let supersedes = (sequence > 1).then_some(Digest([7; 32]));
        let payload = SignedOverlay { stated, place: LinePosition { sequence, supersedes }, overlay };
        sign(&payload, &SigningKey::from_seed(&[seed; 32])).text
    }

    fn enrolled(seed: u8, retired_on: Option<&str>) -> KeyRecord {
        KeyRecord {
            key: SigningKey::from_seed(&[seed; 32]).public(),
            party: party(),
            role: KeyRole::Clerk,
            enrolled_on: "2026-01-01".parse().unwrap(),
            vouched_by: None,
            made_sure_on: None,
            retired_on: retired_on.map(|it| it.parse().unwrap()),
            recipient: None,
        }
    }

    fn context<'a>(loaded: &'a [Saved<LoadedOverlay>], keys: Option<&'a [KeyRecord]>) -> Context<'a> {
        let keys = keys.unwrap_or_default();
        Context { pack: pack(), loaded, keys, today: "2026-04-10".parse().unwrap(), is_example: false }
    }

    fn load(text: &str) -> Saved<LoadedOverlay> {
        let at_ms = 1_775_779_200_000;
        Saved { value: look(text, &context(&[], None)).unwrap().loaded, at_ms }
    }

    #[test]
    fn who_signed_is_told_before_and_after_it_is_loaded() {
        let text = signed(r#""pass_mark":85"#, COUNTY, 1, false);
        let keys = [enrolled(COUNTY, None)];
        for (keys, state) in [(None, KeyState::Stranger), (Some(&keys[..]), KeyState::Enrolled)] {
            let found = look(&format!("\u{feff}{text}\n"), &context(&[], keys)).unwrap();
            let signer = found.signer.clone().unwrap();
            assert_eq!((signer.key, signer.party, signer.sequence), (state, party(), 1));
            let kept = Saved { value: found.loaded, at_ms: 1_775_779_200_000 };
            assert_eq!(kept.value.file.as_deref(), Some(text.as_str()));
            assert_eq!(signer_of(&kept, keys.unwrap_or_default()).map(|it| it.key), Some(state));
        }
        let stranger = [enrolled(9, None)];
        assert_eq!(look(&text, &context(&[], Some(&stranger))).unwrap().signer.unwrap().key, KeyState::Stranger);
        let plain = look(&body(r#""pass_mark":85"#), &context(&[], Some(&keys))).unwrap();
        assert_eq!((plain.signer, plain.loaded.file), (None, None));
    }

    #[test]
    fn a_file_under_which_another_overlay_lies_vouches_for_nothing() {
        let mut kept = load(&signed(r#""pass_mark":85"#, COUNTY, 1, false));
        kept.value.overlay = Overlay::read(body(r#""pass_mark":60"#).as_bytes()).unwrap();
        assert_eq!(signer_of(&kept, &[]), None);
    }

    #[test]
    fn a_later_one_of_the_office_takes_its_place_and_an_earlier_one_is_refused() {
        let (first, second) =
            (signed(r#""pass_mark":85"#, COUNTY, 1, false), signed(r#""pass_mark":60"#, COUNTY, 2, false));
        let (one, two) = ([load(&first)], [load(&second)]);
        let found = look(&second, &context(&one, None)).unwrap();
        assert_eq!(found.gone, [one[0].value.overlay.digest]);
        let number = |it| Some(SetTo::Number(it));
        let change = OverlayChange { what: OverlaySetting::PassMark, before: number(85), after: number(60) };
        assert_eq!(found.changes, [change]);
        assert!(matches!(look(&first, &context(&two, None)), Err(SupplementError::Taken(ReplaceError::Older(_)))));
        assert!(matches!(look(&second, &context(&two, None)), Err(SupplementError::Taken(ReplaceError::Here(_)))));
        let stranger = signed(r#""pass_mark":1"#, 9, 7, false);
        assert!(matches!(
            look(&stranger, &context(&one, None)),
            Err(SupplementError::Taken(ReplaceError::OtherKey(_)))
        ));
    }

    #[test]
    fn a_retired_key_and_play_data_bring_nothing() {
        let text = signed(r#""pass_mark":85"#, COUNTY, 1, false);
        let retired = [enrolled(COUNTY, Some("2026-04-10"))];
        let refused = look(&text, &context(&[], Some(&retired))).unwrap_err();
        assert_eq!(refused, SupplementError::Taken(ReplaceError::Key(KeyState::Retired)));
        let example = signed(r#""pass_mark":85"#, COUNTY, 1, true);
        assert_eq!(look(&example, &context(&[], None)).unwrap_err(), SupplementError::Example);
        assert!(look(&example, &Context { is_example: true, ..context(&[], None) }).is_ok());
    }

    #[test]
    fn what_sets_the_same_and_what_is_here_is_refused() {
        let plain = [load(&body(r#""pass_mark":85"#))];
        assert_eq!(look(&body(r#""pass_mark":85"#), &context(&plain, None)), Err(SupplementError::Here));
        let other = look(&signed(r#""pass_mark":60"#, COUNTY, 1, false), &context(&plain, None));
        assert!(
            matches!(other, Err(SupplementError::Faults(faults)) if matches!(faults[..], [OverlayError::Conflict(_)]))
        );
        let same = look(&signed(r#""pass_mark":85"#, COUNTY, 1, false), &context(&plain, None)).unwrap();
        assert_eq!((same.changes.len(), same.gone.len()), (0, 0), "a signature for what is loaded");
    }
}
