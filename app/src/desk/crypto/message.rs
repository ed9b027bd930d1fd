//! What page and worker say to each other about secrets: one JSON text, and the bytes it is about. Decides nothing.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::store::{Seed, Wrapped};

/// Raised with every change of a message.
const VERSION: u32 = 3;

/// The page's question. Never shown by `Debug`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Ask {
    /// Puts a key under a passphrase.
    Wrap {
        /// The seed, as hexadecimal digits.
        seed: Zeroizing<String>,
        /// The passphrase.
        passphrase: Zeroizing<String>,
        /// The public key's thumbprint.
        thumbprint: String,
    },
    /// Takes it out again.
    Unwrap {
        /// What is stored.
        wrapped: WireWrapped,
        /// The passphrase.
        passphrase: Zeroizing<String>,
        /// The public key's thumbprint.
        thumbprint: String,
    },
    /// The age recipient that belongs to a key.
    Recipient {
        /// The seed, as hexadecimal digits.
        seed: Zeroizing<String>,
    },
    /// Encrypts a text under a passphrase.
    EncryptUnderPassphrase {
        /// The passphrase.
        passphrase: Zeroizing<String>,
    },
    /// Decrypts it.
    DecryptUnderPassphrase {
        /// The passphrase.
        passphrase: Zeroizing<String>,
    },
    /// The age identity that belongs to a key.
    Identity {
        /// The seed, as hexadecimal digits.
        seed: Zeroizing<String>,
    },
    /// Encrypts a text to age recipients: any of them opens it.
    Encrypt {
        /// The recipients, `age1…`; at least one.
        recipients: Vec<String>,
    },
    /// Opens what was encrypted to the recipient of a key.
    Decrypt {
        /// The seed, as hexadecimal digits.
        seed: Zeroizing<String>,
    },
    /// Opens what was encrypted to an age identity.
    DecryptWith {
        /// The identity, `AGE-SECRET-KEY-1…`.
        identity: Zeroizing<String>,
    },
}

/// A wrapped key on its way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WireWrapped {
    salt: [u8; 16],
    memory: u32,
    passes: u32,
    encrypted: Vec<u8>,
}

/// The worker's answer. Never shown by `Debug`.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Answer {
    /// The wrapped key.
    Wrapped(WireWrapped),
    /// The seed, as hexadecimal digits.
    Seed(Zeroizing<String>),
    /// A text: a recipient, what was encrypted (armored), or what was decrypted.
    Text(String),
    /// Why there is none.
    Failed(Fault),
}

/// Why a secret or a file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The passphrase is another one.
    WrongPassphrase,
    /// It is encrypted to somebody else.
    SomebodyElses,
    /// It is under a passphrase, such as a backup.
    UnderPassphrase,
    /// It is encrypted to a key, and under no passphrase.
    EncryptedToAKey,
    /// It was changed or cut on its way, or is not what it says.
    Damaged,
    /// It wants more memory or time than this page gives.
    TooMuchWork,
    /// It is larger than anything the page writes.
    TooLarge,
    /// It is encrypted in a way that this program does not know.
    UnknownFormat,
    /// The browser gave no random numbers.
    NoRandom,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Message<T> {
    safe: u32,
    say: T,
}

impl Ask {
    /// Its text.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(text(self))
    }

    /// The question of a text; `None` where it is none, or of another version.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        read(text)
    }
}

impl Answer {
    pub(super) fn seed(seed: &[u8; 32]) -> Self {
        Self::Seed(digits(seed))
    }

    /// Its text.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(text(self))
    }

    /// The answer of a text; `None` where it is none, or of another version.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        read(text)
    }

    /// The seed in it.
    #[must_use]
    pub fn into_seed(self) -> Option<Seed> {
        match self {
            Self::Seed(digits) => hex(&digits).map(|seed| Seed(*seed)),
            _ => None,
        }
    }
}

impl WireWrapped {
    /// What is sent of a wrapped key.
    #[must_use]
    pub fn of(it: &Wrapped) -> Self {
        Self { salt: it.salt, memory: it.memory, passes: it.passes, encrypted: it.encrypted.to_vec() }
    }

    /// What was sent; a seed of another length opens with no passphrase.
    #[must_use]
    pub fn read(&self) -> Wrapped {
        let encrypted = self.encrypted.as_slice().try_into().unwrap_or([0; 48]);
        Wrapped { salt: self.salt, memory: self.memory, passes: self.passes, encrypted }
    }
}

/// A seed as hexadecimal digits.
#[must_use]
pub fn digits(seed: &[u8; 32]) -> Zeroizing<String> {
    let mut digits = Zeroizing::new(String::with_capacity(64));
    for half in seed.iter().flat_map(|byte| [byte >> 4, byte & 15]) {
        digits.push(char::from_digit(half.into(), 16).unwrap_or('0'));
    }
    digits
}

/// The seed of hexadecimal digits.
pub(super) fn hex(digits: &str) -> Option<Zeroizing<[u8; 32]>> {
    let mut seed = Zeroizing::new([0; 32]);
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    for (byte, pair) in seed.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(seed)
}

fn text<T: Serialize>(say: &T) -> String {
    let message = Message { safe: VERSION, say };
    serde_json::to_string(&message).unwrap_or_else(|_| unreachable!("a message holds nothing JSON cannot"))
}

fn read<T: for<'a> Deserialize<'a>>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok().filter(|it: &Message<T>| it.safe == VERSION).map(|it| it.say)
}
