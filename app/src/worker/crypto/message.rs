//! The messages between page and worker about secrets: one JSON text, and the bytes it is about.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::store::{Seed, Wrapped};

/// The version of the messages, raised with every change of one.
const VERSION: u32 = 4;

/// The page's question. It has no `Debug`, so that no secret is printed.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum CryptoRequest {
    /// Wraps a key under a passphrase.
    Wrap {
        /// The seed.
        seed: Seed,
        /// The passphrase.
        passphrase: Zeroizing<String>,
        /// The public key's thumbprint.
        thumbprint: String,
    },
    /// Unwraps a key.
    Unwrap {
        /// The stored key.
        wrapped: Wrapped,
        /// The passphrase.
        passphrase: Zeroizing<String>,
        /// The public key's thumbprint.
        thumbprint: String,
    },
    /// Returns the age recipient that belongs to a key.
    Recipient {
        /// The seed.
        seed: Seed,
    },
    /// Encrypts a text under a passphrase.
    EncryptUnderPassphrase {
        /// The passphrase.
        passphrase: Zeroizing<String>,
    },
    /// Decrypts a text that is under a passphrase.
    DecryptUnderPassphrase {
        /// The passphrase.
        passphrase: Zeroizing<String>,
    },
    /// Returns the age identity that belongs to a key.
    Identity {
        /// The seed.
        seed: Seed,
    },
    /// Encrypts a text to age recipients: each of them can decrypt it.
    Encrypt {
        /// The recipients, `age1…`; at least one.
        recipients: Vec<String>,
    },
    /// Decrypts what was encrypted to the recipient of a key.
    Decrypt {
        /// The seed.
        seed: Seed,
    },
    /// Decrypts what was encrypted to the recipient of an age identity.
    DecryptWith {
        /// The identity, `AGE-SECRET-KEY-1…`.
        identity: Zeroizing<String>,
    },
}

/// The worker's answer. It has no `Debug`, so that no secret is printed.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum CryptoReply {
    /// The wrapped key.
    Wrapped(Wrapped),
    /// The seed.
    Seed(Seed),
    /// A text: a recipient, an identity, an encrypted text in armor, or a decrypted text.
    Text(String),
    /// Why there is no result.
    Failed(CryptoError),
}

/// Why a task failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum CryptoError {
    /// The passphrase is wrong.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// It is encrypted to other keys.
    #[error("encrypted to other keys")]
    SomebodyElses,
    /// It is encrypted under a passphrase, such as a backup.
    #[error("encrypted under a passphrase")]
    UnderPassphrase,
    /// It is encrypted to a key, not under a passphrase.
    #[error("encrypted to a key")]
    EncryptedToAKey,
    /// It was changed or cut short, or is not what it claims to be.
    #[error("damaged")]
    Damaged,
    /// It asks for more memory or time than the page allows.
    #[error("asks for too much memory or time")]
    TooMuchWork,
    /// It is larger than the page accepts.
    #[error("too large")]
    TooLarge,
    /// It is encrypted in a way that this program does not know.
    #[error("encrypted in an unknown way")]
    UnknownFormat,
    /// The browser gave no random numbers.
    #[error("no random numbers")]
    NoRandom,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Message<T> {
    safe: u32,
    say: T,
}

impl CryptoRequest {
    /// Returns the JSON text of the question.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(text(self))
    }

    /// Reads a question; `None` if it is none or of another version.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        read(text)
    }
}

impl CryptoReply {
    /// Returns the JSON text of the answer.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(text(self))
    }

    /// Reads an answer; `None` if it is none or of another version.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        read(text)
    }
}

fn text<T: Serialize>(say: &T) -> String {
    let message = Message { safe: VERSION, say };
    serde_json::to_string(&message).unwrap_or_else(|_| unreachable!("a message holds nothing JSON cannot"))
}

fn read<T: for<'a> Deserialize<'a>>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok().filter(|message: &Message<T>| message.safe == VERSION).map(|message| message.say)
}
