//! Writes and verifies the JWS around a payload (RFC 7515, flattened JSON serialization).

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::{BundleError, FORMAT, HEADER, Kind, Layer, OUTER, PublicKey, Signed, SigningKey, Thumbprint};
use crate::{
    id::Digest,
    json::{
        Expected, Fields, JsonError, Limits, MisfitReason, Misfits, Node, Reader, Value, parse, read as read_json,
        whole,
    },
    received::half_of,
};

/// A JWS whose signature verifies.
pub(super) struct Jws {
    pub(super) kind: Kind,
    pub(super) key: PublicKey,
    pub(super) digest: Digest,
    payload: Vec<u8>,
}

/// Signs a payload.
pub(super) fn sign(kind: Kind, payload: &Value<'_>, key: &SigningKey) -> Signed {
    let public = key.public();
    let header = Value::object([
        ("alg", Value::text("Ed25519")),
        ("jwk", public.jwk()),
        ("kid", Value::text(public.thumbprint())),
        ("typ", Value::text(kind.typ(FORMAT))),
    ]);
    let protected = URL_SAFE_NO_PAD.encode(header.canonical());
    let payload = URL_SAFE_NO_PAD.encode(payload.canonical());
    let input = format!("{protected}.{payload}");
    let signature = URL_SAFE_NO_PAD.encode(key.sign(input.as_bytes()));
    let file = Value::object([
        ("payload", Value::text(payload)),
        ("protected", Value::text(protected)),
        ("signature", Value::text(signature)),
    ]);
    Signed { text: file.canonical(), digest: Digest::of(input.as_bytes()) }
}

/// Reads a JWS and verifies its signature, before the payload is parsed.
pub(super) fn verify(bytes: &[u8]) -> Result<Jws, BundleError> {
    let [protected, payload, signature] = members(bytes).map_err(|problem| match &problem {
        _ if is_encrypted(bytes) => BundleError::Encrypted,
        BundleError::Json { problem: JsonError::Truncated | JsonError::Syntax { at: 0 }, .. } => {
            half_of(bytes).map_or(problem, BundleError::Half)
        }
        _ => problem,
    })?;
    let header = header(&decode(Layer::Header, &protected)?)?;
    let signature: [u8; 64] = decode(Layer::Signature, &signature)?.try_into().map_err(|_| BundleError::Signature)?;
    let input = format!("{protected}.{payload}");
    if !header.key.verifies(input.as_bytes(), &signature) {
        return Err(BundleError::Signature);
    }
    let payload = decode(Layer::Payload, &payload)?;
    Ok(Jws { kind: header.kind, key: header.key, digest: Digest::of(input.as_bytes()), payload })
}

impl Jws {
    /// Parses the payload.
    ///
    /// # Errors
    ///
    /// It is no strict JSON, or not in its canonical form.
    pub(super) fn payload(&self) -> Result<Value<'_>, BundleError> {
        let json = |problem| BundleError::Json { layer: Layer::Payload, problem };
        let (value, canonical) = read_json(&self.payload, &Limits::FACTS).map_err(json)?;
        if canonical { Ok(value) } else { Err(BundleError::NotCanonical) }
    }
}

/// Tells whether a file begins as the age tool's do, armored or not; white space and a byte order mark are skipped.
#[must_use]
pub fn is_encrypted(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    bytes.starts_with(b"age-encryption.org/") || bytes.starts_with(b"-----BEGIN AGE ENCRYPTED FILE-----")
}

fn json<'a>(layer: Layer, bytes: &'a [u8], limits: &Limits) -> Result<Value<'a>, BundleError> {
    parse(bytes, limits).map_err(|problem: JsonError| BundleError::Json { layer, problem })
}

fn decode(layer: Layer, text: &str) -> Result<Vec<u8>, BundleError> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| BundleError::Base64(layer))
}

fn fit<T>(layer: Layer, value: Option<T>, misfits: Misfits) -> Result<T, BundleError> {
    match value {
        Some(value) if misfits.is_empty() => Ok(value),
        _ => Err(BundleError::Misfits { layer, misfits }),
    }
}

fn members(bytes: &[u8]) -> Result<[String; 3], BundleError> {
    let value = json(Layer::File, bytes, &OUTER)?;
    let texts = whole(&value, |file| {
        let [protected, payload, signature] =
            ["protected", "payload", "signature"].map(|name| file.text(name, super::MAX_BYTES));
        Some([protected?, payload?, signature?])
    });
    texts.map_err(|misfits| BundleError::Misfits { layer: Layer::File, misfits })
}

/// Tells whether a text is one bundle by its form: the three members, and nothing in them that base64url does not have.
pub(crate) fn is_bundle_text(bytes: &[u8]) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    members(bytes).is_ok_and(|texts| texts.iter().all(|text| text.bytes().all(is_digit)))
}

struct Header {
    kind: Kind,
    key: PublicKey,
}

/// Reads the header. Checks the version before any member that a later version may have changed.
fn header(bytes: &[u8]) -> Result<Header, BundleError> {
    let value = json(Layer::Header, bytes, &HEADER)?;
    let mut misfits = Misfits::new();
    let members = misfits.object(Node::whole(&value), |fields| {
        let kind = match fields.text("typ", 100).map(|typ| Kind::of_typ(&typ).ok_or(typ)) {
            None => None,
            Some(Err(typ)) => return Some(Err(BundleError::UnknownKind(typ))),
            Some(Ok((kind, format))) if format > FORMAT => {
                return Some(Err(BundleError::NewerFormat { kind, format }));
            }
            Some(Ok((kind, _))) => Some(kind),
        };
        Some(Ok((kind, fields.text("alg", 100), fields.named::<Thumbprint>("kid"), fields.object("jwk", point))))
    });
    let Some(members) = members else { return fit(Layer::Header, None, misfits) };
    let (kind, algorithm, kid, x) = members?;
    match (x, algorithm) {
        (Some(Jwk::Private), _) => Err(BundleError::PrivateKey),
        (_, Some(algorithm)) if !matches!(algorithm.as_str(), "EdDSA" | "Ed25519") => {
            Err(BundleError::Algorithm(algorithm))
        }
        (Some(Jwk::Public(x)), Some(_)) => {
            let (kind, kid) = fit(Layer::Header, kind.zip(kid), misfits)?;
            let key = PublicKey::from_bytes(&x).ok_or(BundleError::WeakKey)?;
            if key.thumbprint() == kid { Ok(Header { kind, key }) } else { Err(BundleError::KeyMismatch) }
        }
        _ => fit(Layer::Header, None, misfits),
    }
}

enum Jwk {
    Public([u8; 32]),
    Private,
}

/// Reads the point of a JWK (RFC 8037 §2) with exactly `kty`, `crv` and `x`; a private part `d` is reported as such.
fn point(jwk: &mut Fields<'_>) -> Option<Jwk> {
    if jwk.has("d") {
        jwk.skip();
        return Some(Jwk::Private);
    }
    for (name, word) in [("kty", "OKP"), ("crv", "Ed25519")] {
        jwk.word(name, |text| (text == word).then_some(()));
    }
    jwk.text("x", 100).and_then(|x| match URL_SAFE_NO_PAD.decode(x).ok().and_then(|x| x.try_into().ok()) {
        Some(x) => Some(Jwk::Public(x)),
        None => jwk.note("x", MisfitReason::Not(Expected::Key)),
    })
}
