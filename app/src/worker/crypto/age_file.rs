//! Encrypts and decrypts files in the format of the age tool (age-encryption.org/v1).

use std::io::{Read, Write};

use age::{
    DecryptError, Decryptor, Encryptor, Identity, Recipient,
    armor::{ArmoredReader, ArmoredWriter, Format},
    scrypt,
    secrecy::ExposeSecret,
    x25519,
};
use cunping_core::{bundle::is_encrypted, id::Digest};
use zeroize::Zeroizing;

use super::message::CryptoError;

/// The largest size of an encrypted file, in bytes: the largest bundle in armor.
pub const MOST_ENCRYPTED_BYTES: usize = cunping_core::bundle::MAX_BYTES / 2 * 3;

/// The largest size of decrypted content, in bytes, that of a backup included.
const MOST_BYTES: u64 = 128 << 20;

/// scrypt's work factor for what is written, 2^17 × 1 KiB: the least that OWASP's Password Storage Cheat Sheet names.
const WORK: u8 = 17;
/// scrypt's largest work factor for what is read: what the age tool itself writes, 256 MiB.
const MOST_WORK: u8 = 18;

const BINARY: &[u8] = b"age-encryption.org/";
/// The first line of an armored file.
pub const ARMOR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
/// The last line of an armored file.
pub const ARMOR_END: &[u8] = b"-----END AGE ENCRYPTED FILE-----";

/// Returns whether some bytes begin as an encrypted file that is not armored.
#[must_use]
pub fn is_binary(bytes: &[u8]) -> bool {
    trimmed(bytes).starts_with(BINARY)
}

fn trimmed(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start()
}

/// Returns the age recipient that belongs to a signing key: files for its holder are encrypted to it.
pub(super) fn recipient(seed: &[u8; 32]) -> String {
    identity(seed).map(|it| it.to_public().to_string()).unwrap_or_default()
}

/// Encrypts a text under a passphrase, armored.
pub(super) fn encrypt_under_passphrase(text: &[u8], passphrase: &str) -> Result<String, CryptoError> {
    let mut recipient = scrypt::Recipient::new(passphrase.to_owned().into());
    recipient.set_work_factor(WORK);
    write(text, std::iter::once(&recipient as &dyn Recipient))
}

/// Decrypts an age file that was encrypted under a passphrase, such as a backup.
pub(super) fn decrypt_under_passphrase(bytes: &[u8], passphrase: &str) -> Result<String, CryptoError> {
    let mut identity = scrypt::Identity::new(passphrase.to_owned().into());
    identity.set_max_work_factor(MOST_WORK);
    let decryptor = begin(bytes)?;
    if !decryptor.is_scrypt() {
        return Err(CryptoError::EncryptedToAKey);
    }
    read(decryptor, &identity)
        .map_err(|fault| if fault == CryptoError::SomebodyElses { CryptoError::WrongPassphrase } else { fault })
}

/// Encrypts a text to recipients, armored: each of them can decrypt it.
pub(super) fn encrypt(text: &[u8], recipients: &[String]) -> Result<String, CryptoError> {
    let read = |recipient: &String| recipient.parse::<x25519::Recipient>().map_err(|_| CryptoError::UnknownFormat);
    let recipients = recipients.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    write(text, recipients.iter().map(|recipient| recipient as &dyn Recipient))
}

/// Returns an encrypted file in armor, whether it is binary or armored; `None` if its armor is damaged. Does not
/// decrypt it.
#[must_use]
pub fn armored(bytes: &[u8]) -> Option<String> {
    let mut read = Vec::new();
    ArmoredReader::new(trimmed(bytes)).read_to_end(&mut read).ok()?;
    armor(&read)
}

fn armor(bytes: &[u8]) -> Option<String> {
    let mut writer = ArmoredWriter::wrap_output(Vec::with_capacity(bytes.len() * 3 / 2), Format::AsciiArmor).ok()?;
    writer.write_all(bytes).ok()?;
    writer.finish().ok().and_then(|it| String::from_utf8(it).ok())
}

/// Decrypts an age file that was encrypted to the recipient of a signing key.
pub(super) fn decrypt(bytes: &[u8], seed: &[u8; 32]) -> Result<String, CryptoError> {
    opened(bytes, &identity(seed).ok_or(CryptoError::Damaged)?)
}

/// Decrypts an age file that was encrypted to the recipient of an identity.
pub(super) fn decrypt_with(bytes: &[u8], identity: &str) -> Result<String, CryptoError> {
    opened(bytes, &identity.parse::<x25519::Identity>().map_err(|_| CryptoError::Damaged)?)
}

fn opened(bytes: &[u8], identity: &x25519::Identity) -> Result<String, CryptoError> {
    if bytes.len() > MOST_ENCRYPTED_BYTES {
        return Err(CryptoError::TooLarge);
    }
    let decryptor = begin(bytes)?;
    if decryptor.is_scrypt() {
        return Err(CryptoError::UnderPassphrase);
    }
    read(decryptor, identity)
}

/// Returns the age identity that belongs to a signing key, as the age tool reads it.
pub(super) fn identity_text(seed: &[u8; 32]) -> Option<String> {
    Some(identity(seed)?.to_string().expose_secret().to_owned())
}

/// Derives the age identity of a signing key from its seed, so that it lies under the same passphrase and travels in
/// the same backup. The seed is random, and nothing else hashes it with this prefix.
fn identity(seed: &[u8; 32]) -> Option<x25519::Identity> {
    let mut text = Zeroizing::new(b"cunping age identity v1\n".to_vec());
    text.extend_from_slice(seed);
    let secret = Zeroizing::new(Digest::of(&text).0);
    let prefix = bech32::Hrp::parse("age-secret-key-").ok()?;
    let encoded = Zeroizing::new(bech32::encode::<bech32::Bech32>(prefix, secret.as_slice()).ok()?);
    Zeroizing::new(encoded.to_uppercase()).parse().ok()
}

fn write<'r>(text: &[u8], recipients: impl Iterator<Item = &'r dyn Recipient>) -> Result<String, CryptoError> {
    let encryptor = Encryptor::with_recipients(recipients).map_err(|_| CryptoError::Damaged)?;
    let written = || {
        let armor = ArmoredWriter::wrap_output(Vec::with_capacity(text.len()), Format::AsciiArmor)?;
        let mut writer = encryptor.wrap_output(armor)?;
        writer.write_all(text)?;
        writer.finish()?.finish()
    };
    written().ok().and_then(|bytes| String::from_utf8(bytes).ok()).ok_or(CryptoError::Damaged)
}

fn begin(bytes: &[u8]) -> Result<Decryptor<ArmoredReader<std::io::BufReader<&[u8]>>>, CryptoError> {
    if !is_encrypted(bytes) {
        return Err(CryptoError::UnknownFormat);
    }
    Decryptor::new(ArmoredReader::new(trimmed(bytes))).map_err(|error| fault(&error))
}

fn read(
    decryptor: Decryptor<ArmoredReader<std::io::BufReader<&[u8]>>>,
    identity: &dyn Identity,
) -> Result<String, CryptoError> {
    let reader = decryptor.decrypt(std::iter::once(identity)).map_err(|error| fault(&error))?;
    let mut opened = Vec::new();
    reader.take(MOST_BYTES + 1).read_to_end(&mut opened).map_err(|_| CryptoError::Damaged)?;
    if opened.len() as u64 > MOST_BYTES {
        return Err(CryptoError::TooLarge);
    }
    String::from_utf8(opened).map_err(|_| CryptoError::Damaged)
}

fn fault(error: &DecryptError) -> CryptoError {
    match error {
        DecryptError::NoMatchingKeys | DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => {
            CryptoError::SomebodyElses
        }
        DecryptError::ExcessiveWork { .. } => CryptoError::TooMuchWork,
        DecryptError::UnknownFormat => CryptoError::UnknownFormat,
        _ => CryptoError::Damaged,
    }
}
