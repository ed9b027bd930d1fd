//! What is encrypted is decrypted with its own key and no other; damaged input is refused as damaged.

use std::{collections::BTreeMap, fs, path::Path};

use zeroize::Zeroizing;

use super::*;
use crate::store::{Seed, Wrapped};

const SEED: [u8; 32] = [7; 32];

fn secret(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_owned())
}

fn asked(ask: CryptoRequest, body: &[u8]) -> CryptoReply {
    let again = CryptoRequest::from_text(&ask.to_text()).unwrap();
    let answer = answer(again, body, || Some([9; 16]));
    CryptoReply::from_text(&answer.to_text()).unwrap()
}

fn text(ask: CryptoRequest, body: &[u8]) -> Result<String, CryptoError> {
    match asked(ask, body) {
        CryptoReply::Text(text) => Ok(text),
        CryptoReply::Failed(fault) => Err(fault),
        _ => panic!("another answer"),
    }
}

fn wrapped() -> Wrapped {
    let ask = CryptoRequest::Wrap { seed: Seed(SEED), passphrase: secret("正确的口令"), thumbprint: "t".into() };
    match asked(ask, b"") {
        CryptoReply::Wrapped(wrapped) => wrapped,
        _ => panic!("not wrapped"),
    }
}

fn unwrap(wrapped: Wrapped, passphrase: &str, thumbprint: &str) -> CryptoReply {
    asked(CryptoRequest::Unwrap { wrapped, passphrase: secret(passphrase), thumbprint: thumbprint.into() }, b"")
}

#[test]
fn a_wrapped_key_opens_with_its_passphrase_only() {
    assert!(unwrap(wrapped(), "正确的口令", "t") == CryptoReply::Seed(Seed(SEED)));
    assert!(unwrap(wrapped(), "正确的口令 ", "t") == CryptoReply::Failed(CryptoError::WrongPassphrase));
    assert!(unwrap(wrapped(), "", "t") == CryptoReply::Failed(CryptoError::WrongPassphrase));
    assert!(unwrap(wrapped(), "正确的口令", "another key") == CryptoReply::Failed(CryptoError::WrongPassphrase));
}

#[test]
fn a_record_cannot_ask_for_all_memory() {
    let greedy = Wrapped { memory: u32::MAX, ..wrapped() };
    assert!(unwrap(greedy, "正确的口令", "t") == CryptoReply::Failed(CryptoError::TooMuchWork));
    let none = Wrapped { memory: 0, ..wrapped() };
    assert!(unwrap(none, "正确的口令", "t") == CryptoReply::Failed(CryptoError::Damaged));
}

#[test]
fn an_encrypted_file_opens_for_its_recipient_only() {
    let recipient = text(CryptoRequest::Recipient { seed: Seed(SEED) }, b"").unwrap();
    assert!(recipient.starts_with("age1") && recipient.len() == 62, "{recipient}");
    let encrypted = text(CryptoRequest::Encrypt { recipients: vec![recipient] }, "示例".as_bytes()).unwrap();
    assert!(is_encrypted(encrypted.as_bytes()));
    let decrypt =
        |seed: [u8; 32], encrypted: &str| text(CryptoRequest::Decrypt { seed: Seed(seed) }, encrypted.as_bytes());
    assert_eq!(decrypt(SEED, &encrypted).unwrap(), "示例");
    assert_eq!(decrypt(SEED, &format!("\u{feff}\n{encrypted}\n")).unwrap(), "示例");
    assert_eq!(decrypt([8; 32], &encrypted), Err(CryptoError::SomebodyElses));
    assert_eq!(decrypt(SEED, &encrypted[..encrypted.len() / 2]), Err(CryptoError::Damaged));
    assert_eq!(decrypt(SEED, "{}"), Err(CryptoError::UnknownFormat));
    assert_eq!(decrypt(SEED, &" ".repeat(MOST_ENCRYPTED_BYTES + 1)), Err(CryptoError::TooLarge));
    assert_eq!(
        text(CryptoRequest::DecryptUnderPassphrase { passphrase: secret("x") }, encrypted.as_bytes()),
        Err(CryptoError::EncryptedToAKey)
    );
}

/// The values in docs/bundle-format.md, made by a program in Python and checked with age-keygen.
#[test]
fn the_identity_follows_from_the_seed_as_documented() {
    let identity = text(CryptoRequest::Identity { seed: Seed(SEED) }, b"").unwrap();
    assert_eq!(identity, "AGE-SECRET-KEY-1JXSW5388JMVLDZ7457CGQYCAQ5SEXYKEV0HDGY73K3T5Z0EJNHSQ7JDA67");
    let recipient = text(CryptoRequest::Recipient { seed: Seed(SEED) }, b"").unwrap();
    assert_eq!(recipient, "age1dy8srwl30fddytarc92lyctrn3rwndd7xfua3p3ce8mcq905e99qfzxj6q");
    let documented = include_str!("../../../../docs/bundle-format.md");
    assert!(documented.contains(&identity) && documented.contains(&recipient));
}

/// Reads a file of `core/tests`: header lines up to the first empty line, then the bytes.
fn vector(path: &str) -> (BTreeMap<String, String>, Vec<u8>) {
    let file = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests").join(path)).unwrap();
    let end = file.windows(2).position(|two| two == b"\n\n").unwrap();
    let header = String::from_utf8(file[..end].to_vec()).unwrap();
    let header = header.lines().map(|line| line.split_once(": ").unwrap()).map(|(k, v)| (k.to_owned(), v.to_owned()));
    (header.collect(), file[end + 2..].to_vec())
}

/// All files of the folder are read; none is listed here.
#[test]
fn every_encrypted_vector_opens_or_is_refused_as_its_header_says() {
    let folder = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/encrypted")).unwrap();
    let mut names: Vec<String> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert!(names.len() >= 20);
    for name in names {
        let (header, bytes) = vector(&format!("encrypted/{name}"));
        let found = text(CryptoRequest::DecryptWith { identity: secret(&header["identity"]) }, &bytes);
        let code = match &found {
            Ok(_) => "opened",
            Err(CryptoError::SomebodyElses) => "other-key",
            Err(CryptoError::UnderPassphrase) => "passphrase",
            Err(CryptoError::UnknownFormat) => "unknown-format",
            Err(CryptoError::Damaged) => "damaged",
            Err(_) => "another fault",
        };
        assert_eq!(code, header["expect"], "{name}");
        let Ok(opened) = found else { continue };
        match header.get("holds") {
            Some(holds) => {
                let held =
                    holds.split(' ').map(|file| String::from_utf8(vector(&format!("vectors/{file}")).1).unwrap());
                assert_eq!(opened, held.collect::<Vec<_>>().join("\n"), "{name}");
            }
            None => {
                let problem = cunping_core::bundle::verify(opened.as_bytes()).unwrap_err();
                assert_eq!(problem.code(), header["inside"], "{name}");
            }
        }
    }
}

#[test]
fn the_identity_alone_opens_what_was_encrypted_to_its_key() {
    let encrypted = text(
        CryptoRequest::Encrypt { recipients: vec![text(CryptoRequest::Recipient { seed: Seed(SEED) }, b"").unwrap()] },
        b"{}",
    );
    let with = |identity: String| {
        text(CryptoRequest::DecryptWith { identity: identity.into() }, encrypted.as_ref().unwrap().as_bytes())
    };
    let identity = |seed: u8| text(CryptoRequest::Identity { seed: Seed([seed; 32]) }, b"").unwrap();
    assert_eq!(with(identity(7)), Ok("{}".into()));
    assert_eq!(with(identity(8)), Err(CryptoError::SomebodyElses));
    assert_eq!(with("AGE-SECRET-KEY-1".into()), Err(CryptoError::Damaged));
}

#[test]
fn a_file_encrypted_to_several_opens_for_each_and_for_no_other() {
    let recipient = |seed: u8| text(CryptoRequest::Recipient { seed: Seed([seed; 32]) }, b"").unwrap();
    let encrypted = text(CryptoRequest::Encrypt { recipients: vec![recipient(1), recipient(2)] }, b"{}").unwrap();
    let decrypt = |seed: u8| text(CryptoRequest::Decrypt { seed: Seed([seed; 32]) }, encrypted.as_bytes());
    assert_eq!(
        (decrypt(1), decrypt(2), decrypt(3)),
        (Ok("{}".into()), Ok("{}".into()), Err(CryptoError::SomebodyElses))
    );
    assert!(text(CryptoRequest::Encrypt { recipients: Vec::new() }, b"{}").is_err());
    assert_eq!(
        text(CryptoRequest::Encrypt { recipients: vec!["age1".into()] }, b"{}"),
        Err(CryptoError::UnknownFormat)
    );
}

#[test]
fn a_backup_under_a_passphrase_opens_with_it_only() {
    let closed = text(CryptoRequest::EncryptUnderPassphrase { passphrase: secret("口令一二三") }, b"{}").unwrap();
    let open = |passphrase: &str, closed: &str| {
        text(CryptoRequest::DecryptUnderPassphrase { passphrase: secret(passphrase) }, closed.as_bytes())
    };
    assert_eq!(open("口令一二三", &closed).unwrap(), "{}");
    assert_eq!(open("口令", &closed), Err(CryptoError::WrongPassphrase));
    assert_eq!(text(CryptoRequest::Decrypt { seed: Seed(SEED) }, closed.as_bytes()), Err(CryptoError::UnderPassphrase));
}

#[test]
fn a_file_cannot_ask_for_all_memory() {
    let closed = text(CryptoRequest::EncryptUnderPassphrase { passphrase: secret("口令一二三四五六") }, b"{}").unwrap();
    let body: String = closed.lines().filter(|line| !line.starts_with('-')).collect();
    let bytes = base64(&body);
    let at = bytes.windows(4).position(|window| window == b" 17\n").unwrap();
    let greedy = [&bytes[..at], b" 30\n", &bytes[at + 4..]].concat();
    assert_eq!(
        text(CryptoRequest::DecryptUnderPassphrase { passphrase: secret("口令一二三四五六") }, &greedy),
        Err(CryptoError::TooMuchWork)
    );
}

/// Decodes base64.
fn base64(text: &str) -> Vec<u8> {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = text
        .chars()
        .filter_map(|letter| DIGITS.find(letter))
        .flat_map(|digit| (0..6).rev().map(move |bit| digit >> bit & 1));
    let bits: Vec<usize> = bits.collect();
    bits.chunks_exact(8).map(|chunk| chunk.iter().fold(0, |sum, bit| sum << 1 | *bit as u8)).collect()
}
