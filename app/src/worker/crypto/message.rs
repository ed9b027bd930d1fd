//! The messages between page and worker about secrets: one JSON text, and the bytes it is about.

use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::store::{Seed, Wrapped};

/// The version of the messages, raised with every change of one.
const VERSION: u32 = 3;

/// The page's question. It has no `Debug`, so that no secret is printed.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Ask {
    /// Wraps a key under a passphrase.
    Wrap {
        /// The seed, as hexadecimal digits.
        seed: Zeroizing<String>,
        /// The passphrase.
        passphrase: Zeroizing<String>,
        /// The public key's thumbprint.
        thumbprint: String,
    },
    /// Unwraps a key.
    Unwrap {
        /// The stored key.
        wrapped: WireWrapped,
        /// The passphrase.
        passphrase: Zeroizing<String>,
        /// The public key's thumbprint.
        thumbprint: String,
    },
    /// Returns the age recipient that belongs to a key.
    Recipient {
        /// The seed, as hexadecimal digits.
        seed: Zeroizing<String>,
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
        /// The seed, as hexadecimal digits.
        seed: Zeroizing<String>,
    },
    /// Encrypts a text to age recipients: each of them can decrypt it.
    Encrypt {
        /// The recipients, `age1…`; at least one.
        recipients: Vec<String>,
    },
    /// Decrypts what was encrypted to the recipient of a key.
    Decrypt {
        /// The seed, as hexadecimal digits.
        seed: Zeroizing<String>,
    },
    /// Decrypts what was encrypted to the recipient of an age identity.
    DecryptWith {
        /// The identity, `AGE-SECRET-KEY-1…`.
        identity: Zeroizing<String>,
    },
}

/// The wire form of a wrapped key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WireWrapped {
    salt: [u8; 16],
    memory: u32,
    passes: u32,
    encrypted: Vec<u8>,
}

/// The worker's answer. It has no `Debug`, so that no secret is printed.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Answer {
    /// The wrapped key.
    Wrapped(WireWrapped),
    /// The seed, as hexadecimal digits.
    Seed(Zeroizing<String>),
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

impl Ask {
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

impl Answer {
    pub(super) fn seed(seed: &[u8; 32]) -> Self {
        Self::Seed(digits(seed))
    }

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

    /// Returns the seed; `None` if the answer is another one or its digits do not read.
    #[must_use]
    pub fn into_seed(self) -> Option<Seed> {
        match self {
            Self::Seed(digits) => hex(&digits).map(|seed| Seed(*seed)),
            _ => None,
        }
    }
}

impl WireWrapped {
    /// Converts a wrapped key into its wire form.
    #[must_use]
    pub fn of(it: &Wrapped) -> Self {
        Self { salt: it.salt, memory: it.memory, passes: it.passes, encrypted: it.encrypted.to_vec() }
    }

    /// Converts the wire form back. An encrypted seed of the wrong length becomes zeros, which no passphrase opens.
    #[must_use]
    pub fn read(&self) -> Wrapped {
        let encrypted = self.encrypted.as_slice().try_into().unwrap_or([0; 48]);
        Wrapped { salt: self.salt, memory: self.memory, passes: self.passes, encrypted }
    }
}

/// Writes a seed as 64 hexadecimal digits.
#[must_use]
pub fn digits(seed: &[u8; 32]) -> Zeroizing<String> {
    let mut digits = Zeroizing::new(String::with_capacity(64));
    HEXLOWER.encode_append(seed, &mut digits);
    digits
}

/// Reads a seed from 64 hexadecimal digits; `None` if they are anything else.
pub(super) fn hex(digits: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut seed = Zeroizing::new([0; 32]);
    let fits = digits.len() == 64 && HEXLOWER_PERMISSIVE.decode_mut(digits.as_bytes(), seed.as_mut_slice()).is_ok();
    fits.then_some(seed)
}

fn text<T: Serialize>(say: &T) -> String {
    let message = Message { safe: VERSION, say };
    serde_json::to_string(&message).unwrap_or_else(|_| unreachable!("a message holds nothing JSON cannot"))
}

fn read<T: for<'a> Deserialize<'a>>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok().filter(|it: &Message<T>| it.safe == VERSION).map(|it| it.say)
}
