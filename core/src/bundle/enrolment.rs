//! The enrolment of a key with an office, and the means by which people make sure of it. The directory decides whether
//! it is enrolled.

use bech32::{Bech32, Hrp, primitives::decode::CheckedHrpstring};

use super::{PublicKey, SigningKey, Stated, Thumbprint, groups, parts::Party};
use crate::{days::Day, id::Digest};

/// A key's enrolment (密钥登记). The key that signs it is the one to be enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// The signing party, whose key it is to be.
    pub stated: Stated,
    /// The name of the party's unit or office, as it writes it.
    pub name: String,
    /// The role of the person who holds the key; never a name.
    pub role: KeyRole,
    /// The recipient to which files are encrypted.
    pub recipient: Option<Recipient>,
    /// The key that this one supersedes.
    pub succeeds: Option<Succeeds>,
}

/// The role of the person who holds a key. A closed list, so that it can hold no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyRole {
    /// The office's one key (公用).
    Shared,
    /// The clerk in charge (经办).
    Clerk,
    /// A stand-in (代办).
    Deputy,
    /// A second computer (备用电脑).
    Spare,
}

/// The key that a new key supersedes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Succeeds {
    /// The old key vouches for the new one.
    Rotation(Box<Rotation>),
    /// The old key is lost, or in other hands: only people can vouch for the new one.
    Lost {
        /// The old key.
        kid: Thumbprint,
        /// The day of the loss, as the signer says.
        since: Day,
    },
}

/// An old key's word for a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The old key.
    pub old: PublicKey,
    /// Its signature over [`Rotation::message`].
    pub signature: [u8; 64],
}

impl Rotation {
    /// Signs an old key's word for a new one of the same party.
    #[must_use]
    pub fn sign(old: &SigningKey, new: Thumbprint, party: &Party) -> Self {
        let public = old.public();
        Self { old: public, signature: old.sign(Self::message(public.thumbprint(), new, party).as_bytes()) }
    }

    /// Verifies that the old key signed for this new key and party.
    #[must_use]
    pub fn holds(&self, new: Thumbprint, party: &Party) -> bool {
        let message = Self::message(self.old.thumbprint(), new, party);
        self.old.verifies(message.as_bytes(), &self.signature)
    }

    /// Returns the message that is signed: five lines. A JWS signing input never holds line feeds, so the message
    /// cannot be one.
    #[must_use]
    pub fn message(old: Thumbprint, new: Thumbprint, party: &Party) -> String {
        let office = party.office.as_ref().map_or("", |office| office.as_str());
        format!("cunping rotation v1\n{old}\n{new}\n{}\n{office}\n", party.unit)
    }
}

/// An age recipient (X25519): `age1` and 58 more characters, Bech32 with a valid checksum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recipient(Box<str>);

/// The error for text that is no age recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an age recipient")]
pub struct RecipientError;

/// The name under which the bytes of a recipient are written.
const NAME: Hrp = Hrp::parse_unchecked("age");

impl std::str::FromStr for Recipient {
    type Err = RecipientError;

    /// Fails on anything but a lower-case Bech32 text (BIP 173) of 32 bytes under `age`.
    fn from_str(text: &str) -> Result<Self, RecipientError> {
        let checked = CheckedHrpstring::new::<Bech32>(text).map_err(|_| RecipientError)?;
        let bytes: Vec<u8> = checked.byte_iter().collect();
        // Upper case and bits that are left over would be a second spelling, which writing it again does not give.
        let written = bech32::encode::<Bech32>(NAME, &bytes).is_ok_and(|written| written == text);
        if bytes.len() == 32 && written { Ok(Self(text.into())) } else { Err(RecipientError) }
    }
}

impl std::fmt::Display for Recipient {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Six digits that one side reads out over the telephone. Random, chosen after the file has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Challenge(u32);

/// The error for text that is not six digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not six digits")]
pub struct ChallengeError;

impl Challenge {
    /// Makes a challenge out of random bits, so that all six-digit numbers are equally likely.
    #[must_use]
    pub fn from_random(bits: u64) -> Self {
        Self(u32::try_from(bits % 1_000_000).unwrap_or_default())
    }

    /// Returns the answer of the page that holds the key: 8 digits, read back over the telephone.
    ///
    /// They are the first 8 bytes of SHA-256 over `cunping challenge v1`, the thumbprint and the challenge, a line feed
    /// after each, as a big-endian number, modulo 10^8.
    #[must_use]
    pub fn answer(self, kid: Thumbprint) -> String {
        let digest = Digest::of(format!("cunping challenge v1\n{kid}\n{self}\n").as_bytes());
        let first = digest.0.first_chunk().map_or(0, |first| u64::from_be_bytes(*first));
        format!("{:08}", first % 100_000_000)
    }

    /// Compares the digits that were read back with the answer; spaces and hyphens are ignored.
    #[must_use]
    pub fn is_answered(self, kid: Thumbprint, said: &str) -> bool {
        let digits: String = said.chars().filter(|c| !matches!(c, ' ' | '-' | '\u{3000}')).collect();
        digits == self.answer(kid)
    }
}

impl std::fmt::Display for Challenge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl std::str::FromStr for Challenge {
    type Err = ChallengeError;

    /// Fails on anything but six ASCII digits.
    fn from_str(text: &str) -> Result<Self, ChallengeError> {
        let six = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
        six.then(|| text.parse().ok().map(Self)).flatten().ok_or(ChallengeError)
    }
}

impl Thumbprint {
    /// Returns the number by which two keys are compared without a call: 25 digits in 5 groups, 83 bits.
    #[must_use]
    pub fn groups(self) -> String {
        groups(Digest(self.0))
    }
}

impl KeyRole {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Shared, Self::Clerk, Self::Deputy, Self::Spare];

    /// Returns the role's word in files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Clerk => "clerk",
            Self::Deputy => "deputy",
            Self::Spare => "spare",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recipients_have_a_checksum() {
        let good = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
        assert_eq!(good.parse::<Recipient>().unwrap().to_string(), good);
        for bad in [
            "",
            "age1",
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q",
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8",
            "AGE1QL3Z7HJY54PW3HYWW5AYYFG7ZQGVC7W3J2ELW8ZMRJ2KG5SFN9AQMCAC8P",
            "age1bl3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
            // Bech32m, a bit that is left over, another name, one character less, one more: each with its checksum.
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqwyd5zr",
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9apxwfd6n",
            "agf1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqn9yhf2",
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcacx",
            "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqqamp99s",
        ] {
            assert!(bad.parse::<Recipient>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_challenge_has_one_answer() {
        let kid: Thumbprint = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k".parse().unwrap();
        let challenge: Challenge = "012345".parse().unwrap();
        assert_eq!(challenge.to_string(), "012345");
        assert_eq!(challenge.answer(kid), "27223572");
        assert!(challenge.is_answered(kid, &challenge.answer(kid)));
        let answer = challenge.answer(kid);
        assert!(challenge.is_answered(kid, &format!("{} {}", &answer[..4], &answer[4..])));
        assert!(!challenge.is_answered(Thumbprint([0; 32]), &answer));
        assert!(!Challenge::from_random(12_346).is_answered(kid, &answer));
        for bad in ["", "12345", "1234567", "12345x", "+12345", "１２３４５６"] {
            assert!(bad.parse::<Challenge>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_challenge_is_the_last_six_digits_of_whatever_was_drawn() {
        assert_eq!(Challenge::from_random(1_234_000_567).to_string(), "000567");
        assert_eq!(Challenge::from_random(u64::MAX).to_string(), "551615");
    }

    #[test]
    fn keys_are_compared_by_the_digits_of_their_thumbprints() {
        assert_eq!(Thumbprint([0xff; 32]).groups(), "84634 63374 60743 17682 11455");
    }

    #[test]
    fn a_rotation_is_about_one_key_and_party() {
        let (old, new) = (SigningKey::from_seed(&[1; 32]), SigningKey::from_seed(&[2; 32]).public().thumbprint());
        let village = Party { unit: "150626200205".parse().unwrap(), office: None };
        let rotation = Rotation::sign(&old, new, &village);
        assert!(rotation.holds(new, &village));
        assert!(!rotation.holds(Thumbprint([0; 32]), &village));
        assert!(!rotation.holds(new, &Party { unit: "150626200206".parse().unwrap(), office: None }));
        assert!(!rotation.holds(new, &Party { office: Some("pingan".parse().unwrap()), ..village.clone() }));
        assert!(!Rotation { old: SigningKey::from_seed(&[3; 32]).public(), ..rotation }.holds(new, &village));
    }
}
