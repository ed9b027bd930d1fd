//! Documents that did not come with this program: verifies a signed pack, or says why it cannot be loaded. Pure.

use cunping_core::{
    bundle::{BundleError, SignedPack, Stated, Thumbprint, Verified, verify_as},
    id::Digest,
    pack::Pack,
};

/// A document that an office published, with its signer.
#[derive(Debug)]
pub struct Published {
    /// The digest of the signed file.
    pub bundle: Digest,
    /// The document.
    pub pack: Pack,
    /// The signer, the time and the program, as the file states them.
    pub stated: Stated,
    /// The key that signed.
    pub kid: Thumbprint,
    /// The signed file, to be passed on.
    pub text: String,
}

/// Why a document is not loaded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublishedError {
    /// It is not a signed document.
    #[error(transparent)]
    File(BundleError),
    /// It is an example.
    #[error("an example")]
    Example,
    /// The same document came with the program or is loaded already.
    #[error("here already")]
    Here,
    /// Another document has its id and version.
    #[error("another document has its id and version")]
    Taken,
}

/// Verifies the signature of a document and reads it. Whose key signed it is not checked. Fails if it is not a bundle,
/// is of another kind, was changed since it was signed, or holds no document.
pub fn read(text: &str) -> Result<Published, BundleError> {
    let Verified { digest, key, payload } = verify_as::<SignedPack>(text.as_bytes())?;
    // `verify_as` has read it once already.
    let pack = Pack::from_json(payload.json.as_bytes()).map_err(|_| BundleError::NotCanonical)?;
    let SignedPack { stated, .. } = payload;
    Ok(Published { bundle: digest, pack, stated, kid: key.thumbprint(), text: text.to_owned() })
}

/// Reads a signed document that can be loaded beside those that are here. Fails with one of [`PublishedError`].
pub fn look(text: &str, held: &[&Pack]) -> Result<Published, PublishedError> {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let published = read(bare).map_err(PublishedError::File)?;
    if published.stated.example {
        return Err(PublishedError::Example);
    }
    match held.iter().find(|other| other.id == published.pack.id && other.version == published.pack.version) {
        Some(other) if other.digest == published.pack.digest => Err(PublishedError::Here),
        Some(_) => Err(PublishedError::Taken),
        None => Ok(published),
    }
}

#[cfg(test)]
pub(crate) mod sample {
    use cunping_core::bundle::{Party, SigningKey, sign};

    use super::*;

    /// A document, signed by the office of its area.
    pub(crate) fn signed(pack: &Pack, json: &str, example: bool) -> String {
        let party = Party { unit: "150626200000".parse().unwrap(), office: None };
        let at = "2026-11-25T08:00:00+08:00".parse().unwrap();
        let stated = Stated { party, at, software: "example".into(), example };
        let payload = SignedPack { stated, pack: cunping_core::bundle::PackRef::to(pack), json: json.to_owned() };
        sign(&payload, &SigningKey::from_seed(&[3; 32])).text
    }
}

#[cfg(test)]
mod tests {
    use super::{sample::signed, *};
    use crate::state::edition::sample::{LOSS, edition_json};

    #[test]
    fn a_signed_document_is_read_and_one_that_was_changed_is_not() {
        let json = edition_json(2, &[LOSS]);
        let pack = Pack::from_json(json.as_bytes()).unwrap();
        let text = signed(&pack, &json, false);
        let published = look(&format!("\u{feff}{text}\n"), &[]).unwrap();
        assert_eq!((published.pack.digest, published.text.as_str()), (pack.digest, text.as_str()));
        let spoiled = text.replace("\"signature\":\"", "\"signature\":\"A");
        assert!(matches!(look(&spoiled, &[]), Err(PublishedError::File(_))));
        assert!(matches!(look("{}", &[]), Err(PublishedError::File(_))));
        assert_eq!(look(&signed(&pack, &json, true), &[]).unwrap_err(), PublishedError::Example);
    }

    #[test]
    fn a_version_is_taken_once() {
        let (json, other) = (edition_json(2, &[LOSS]), edition_json(2, &[]));
        let [pack, other] = [json.as_str(), other.as_str()].map(|it| Pack::from_json(it.as_bytes()).unwrap());
        let text = signed(&pack, &json, false);
        assert_eq!(look(&text, &[&pack]).unwrap_err(), PublishedError::Here);
        assert_eq!(look(&text, &[&other]).unwrap_err(), PublishedError::Taken);
    }
}
