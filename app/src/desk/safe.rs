//! What wants a passphrase or a secret key: wrapping keys, sealing files, encrypted backups. Keeps nothing.
//!
//! Each undertaking has a worker of its own that ends with its last answer, so that nothing secret stays in its memory.

#[cfg(target_arch = "wasm32")]
pub mod client;
mod envelope;
mod lock;
mod message;

pub use envelope::{ARMOR, ARMOR_END, MOST_SEALED_BYTES, armored, is_binary, is_envelope};
pub use message::{Answer, Ask, Fault, WireWrapped, digits};

use message::hex;

/// Answers a question. `body` is what it is about, where it is about a file or text.
///
/// `random` gives the bytes of a salt; without it nothing is wrapped.
#[must_use]
pub fn answer(ask: Ask, body: &[u8], random: impl FnOnce() -> Option<[u8; 16]>) -> Answer {
    match ask {
        Ask::Wrap { seed, passphrase, thumbprint } => match (hex(&seed), random()) {
            (Some(seed), Some(salt)) => lock::wrap(&seed, &passphrase, &thumbprint, salt).map(Answer::Wrapped),
            _ => Err(Fault::NoRandom),
        },
        Ask::Unwrap { wrapped, passphrase, thumbprint } => {
            lock::unwrap(&wrapped.read(), &passphrase, &thumbprint).map(|seed| Answer::seed(&seed))
        }
        Ask::Recipient { seed } => {
            hex(&seed).map(|seed| Answer::Text(envelope::recipient(&seed))).ok_or(Fault::Damaged)
        }
        Ask::Identity { seed } => {
            hex(&seed).and_then(|seed| envelope::identity_text(&seed)).map(Answer::Text).ok_or(Fault::Damaged)
        }
        Ask::Close { passphrase } => envelope::close(body, &passphrase).map(Answer::Text),
        Ask::Open { passphrase } => envelope::open(body, &passphrase).map(Answer::Text),
        Ask::Seal { recipients } => envelope::seal(body, &recipients).map(Answer::Text),
        Ask::Unseal { seed } => match hex(&seed) {
            Some(seed) => envelope::unseal(body, &seed).map(Answer::Text),
            None => Err(Fault::Damaged),
        },
        Ask::UnsealWith { identity } => envelope::unseal_with(body, &identity).map(Answer::Text),
    }
    .unwrap_or_else(Answer::Failed)
}

#[cfg(test)]
mod tests;
