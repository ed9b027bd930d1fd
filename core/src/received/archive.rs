//! Zip archives, as people pack what they send: unpacked in memory under limits, a zip inside a zip once.

use miniz_oxide::inflate::{DecompressError, TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

/// The deepest archive that is unpacked: one inside the one that was sent.
const DEEPEST: usize = 2;

/// How much is unpacked at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArchiveLimits {
    /// Bytes of one file.
    pub file: usize,
    /// Bytes of all files together.
    pub all: usize,
    /// Files, those that are left aside included.
    pub files: usize,
}

/// The limits for what people send: 64 MiB and 10,000 files in all, each file as long as a bundle that is encrypted.
pub const LIMITS: ArchiveLimits =
    ArchiveLimits { file: crate::bundle::MAX_BYTES / 2 * 3, all: 64 << 20, files: 10_000 };

/// The reason why a file in an archive, or the rest of an archive, is not unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum ArchiveError {
    /// The archive, or this file in it, is damaged or cut short.
    Damaged,
    /// It needs a password.
    Password,
    /// It is packed in another way than stored or deflated.
    Method,
    /// It is larger than any file of ours.
    FileTooLarge,
    /// What is in the archive goes beyond the limits: the rest of it is not unpacked.
    TooLarge,
    /// An archive in an archive in an archive.
    TooDeep,
    /// A document of Word, Excel or another office program, which is an archive too.
    Office,
}

impl ArchiveError {
    /// Returns the stable code of the reason.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Damaged => "archive-damaged",
            Self::Password => "archive-password",
            Self::Method => "archive-method",
            Self::FileTooLarge => "archive-file-too-large",
            Self::TooLarge => "archive-too-large",
            Self::TooDeep => "archive-too-deep",
            Self::Office => "archive-office",
        }
    }
}

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveEntry {
    /// Its path, one element for each archive around it: UTF-8, or in a code page of the computer where it was packed.
    /// Empty for the archive as a whole.
    pub path: Vec<Vec<u8>>,
    /// Its content, or why there is none.
    pub content: Result<Vec<u8>, ArchiveError>,
}

/// Tells whether bytes begin like a zip archive, an empty one included.
#[must_use]
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Unpacks every file of an archive, in the order in which it lists them. Folders, and what computers add by themselves
/// (`__MACOSX/`, `.DS_Store`, `Thumbs.db`, `desktop.ini`), are left aside. What cannot be unpacked has its reason; the
/// last entry is the archive as a whole if the rest of it is not read.
///
/// Takes any bytes, reserves no more memory than the limits allow, and cannot fail.
#[must_use]
pub fn unpack(bytes: &[u8], limits: ArchiveLimits) -> Vec<ArchiveEntry> {
    let mut unpacking = Unpacking { left: limits, found: Vec::new() };
    let ended = unpacking.archive(bytes, &[]);
    if let Err((path, error)) = ended {
        unpacking.found.push(ArchiveEntry { path, content: Err(error) });
    }
    unpacking.found
}

struct Unpacking {
    left: ArchiveLimits,
    found: Vec<ArchiveEntry>,
}

/// The path of an archive of which the rest is not read, and why.
type Ended = Result<(), (Vec<Vec<u8>>, ArchiveError)>;

impl Unpacking {
    fn archive(&mut self, bytes: &[u8], around: &[Vec<u8>]) -> Ended {
        let end = |error| (around.to_vec(), error);
        let archive = ZipArchive::from_slice(bytes).map_err(|_| end(ArchiveError::Damaged))?;
        if is_office(&archive) {
            return Err(end(ArchiveError::Office));
        }
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| end(ArchiveError::Damaged))? {
            self.left.files = self.left.files.checked_sub(1).ok_or_else(|| end(ArchiveError::TooLarge))?;
            let name = entry.file_path().as_ref().to_vec();
            if entry.is_dir() || is_of_the_computer(&name) {
                continue;
            }
            let path = [around, &[name]].concat();
            let content = if entry.flags().is_encrypted() {
                Err(ArchiveError::Password)
            } else {
                self.content(&archive, entry.wayfinder(), entry.compression_method(), entry.crc32())
            };
            match content {
                Err(ArchiveError::TooLarge) => return Err(end(ArchiveError::TooLarge)),
                Ok(inner) if is_archive(&inner) && path.len() < DEEPEST => {
                    if let Err((path, error)) = self.archive(&inner, &path) {
                        self.found.push(ArchiveEntry { path, content: Err(error) });
                    }
                }
                Ok(inner) if is_archive(&inner) => {
                    self.found.push(ArchiveEntry { path, content: Err(ArchiveError::TooDeep) });
                }
                content => self.found.push(ArchiveEntry { path, content }),
            }
        }
        Ok(())
    }

    /// Unpacks one file. Fails with [`ArchiveError::TooLarge`] only where nothing is left of the whole.
    fn content(
        &mut self,
        archive: &ZipSliceArchive<&[u8]>,
        at: ZipArchiveEntryWayfinder,
        method: CompressionMethod,
        crc: u32,
    ) -> Result<Vec<u8>, ArchiveError> {
        let entry = archive.get_entry(at).map_err(|_| ArchiveError::Damaged)?;
        let most = self.left.file.min(self.left.all);
        let beyond = if most < self.left.file { ArchiveError::TooLarge } else { ArchiveError::FileTooLarge };
        let content = match method {
            CompressionMethod::STORE if entry.data().len() > most => return Err(beyond),
            CompressionMethod::STORE => entry.data().to_vec(),
            CompressionMethod::DEFLATE => match decompress_to_vec_with_limit(entry.data(), most) {
                Ok(content) => content,
                Err(DecompressError { status: TINFLStatus::HasMoreOutput, .. }) => return Err(beyond),
                Err(_) => return Err(ArchiveError::Damaged),
            },
            _ => return Err(ArchiveError::Method),
        };
        self.left.all -= content.len();
        if rawzip::crc32(&content) == crc { Ok(content) } else { Err(ArchiveError::Damaged) }
    }
}

/// Tells whether an archive is a document of an office program (ECMA-376, OpenDocument).
fn is_office(archive: &ZipSliceArchive<&[u8]>) -> bool {
    let mut entries = archive.entries();
    while let Ok(Some(entry)) = entries.next_entry() {
        let name = entry.file_path();
        if matches!(name.as_ref(), b"[Content_Types].xml" | b"mimetype") {
            return true;
        }
    }
    false
}

/// Tells whether a file by its path is one that computers add by themselves, and nobody meant to send.
#[must_use]
pub fn is_of_the_computer(name: &[u8]) -> bool {
    let last = name.rsplit(|byte| matches!(byte, b'/' | b'\\')).next().unwrap_or(name);
    name.starts_with(b"__MACOSX/") || matches!(last, b".DS_Store" | b"Thumbs.db" | b"desktop.ini")
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    const SMALL: ArchiveLimits = ArchiveLimits { file: 1 << 20, all: 4 << 20, files: 50 };

    /// Packs files the way archivers do: deflated where that is smaller.
    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut archive = rawzip::ZipArchiveWriter::new(&mut out);
        for (name, content) in files {
            if name.ends_with('/') {
                archive.new_dir(name).create().unwrap();
                continue;
            }
            let deflated = miniz_oxide::deflate::compress_to_vec(content, 6);
            let (method, stored) = match deflated.len() < content.len() {
                true => (CompressionMethod::DEFLATE, deflated.as_slice()),
                false => (CompressionMethod::STORE, *content),
            };
            let (mut entry, config) = archive.new_file(name).compression_method(method).start().unwrap();
            entry.write_all(stored).unwrap();
            let (_, descriptor) = {
                let mut counted = config.wrap(std::io::sink());
                counted.write_all(content).unwrap();
                counted.finish().unwrap()
            };
            entry.finish(descriptor).unwrap();
        }
        archive.finish().unwrap();
        out
    }

    fn told(bytes: &[u8], limits: ArchiveLimits) -> Vec<String> {
        let entry = |entry: ArchiveEntry| {
            let path: Vec<String> = entry.path.iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
            let content = entry.content.map_or_else(|error| error.to_string(), |it| it.len().to_string());
            format!("{}: {content}", path.join(" > "))
        };
        unpack(bytes, limits).into_iter().map(entry).collect()
    }

    #[test]
    fn files_in_folders_and_in_an_archive_inside() {
        let inner = packed(&[("南村.json", b"{}")]);
        let bytes = packed(&[
            ("三季度/", b""),
            ("三季度/北村.json", b"{\"a\":1}"),
            ("long.json", &[b'a'; 5000]),
            ("收到.zip", &inner),
            ("__MACOSX/._x.json", b"x"),
            ("a/.DS_Store", b"x"),
        ]);
        assert!(is_archive(&bytes));
        assert_eq!(told(&bytes, SMALL), ["三季度/北村.json: 7", "long.json: 5000", "收到.zip > 南村.json: 2"]);
        assert_eq!(told(&packed(&[]), SMALL), [""; 0], "an empty archive");
    }

    #[test]
    fn no_deeper_than_one_in_another() {
        let third = packed(&[("c", b"c")]);
        let second = packed(&[("c.zip", &third), ("b", b"b")]);
        let first = packed(&[("b.zip", &second)]);
        assert_eq!(told(&first, SMALL), ["b.zip > c.zip: archive-too-deep", "b.zip > b: 1"]);
    }

    #[test]
    fn a_bomb_is_stopped_at_the_limits() {
        let large = vec![0; SMALL.file + 1];
        let just = vec![0; SMALL.file];
        let bytes = packed(&[("large", &large), ("just", &just), ("small", b"1")]);
        assert!(bytes.len() < 10_000);
        assert_eq!(told(&bytes, SMALL), ["large: archive-file-too-large", "just: 1048576", "small: 1"]);
        let five: Vec<(&str, &[u8])> = ["1", "2", "3", "4", "5"].map(|name| (name, just.as_slice())).to_vec();
        let told_of_five = told(&packed(&five), SMALL);
        assert_eq!(told_of_five.len(), 5);
        assert_eq!(told_of_five.last().map(String::as_str), Some(": archive-too-large"));
        let many: Vec<(&str, &[u8])> = vec![("x", b"x"); SMALL.files + 1];
        assert_eq!(told(&packed(&many), SMALL).last().map(String::as_str), Some(": archive-too-large"));
        let inside = packed(&[("all.zip", &packed(&five)), ("after", b"1")]);
        assert!(told(&inside, SMALL).contains(&"all.zip: archive-too-large".to_owned()), "the sum is one");
    }

    #[test]
    fn office_documents_and_passwords_are_named() {
        let docx = packed(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]);
        assert_eq!(told(&docx, SMALL), [": archive-office"]);
        let beside = packed(&[("年度总结.docx", &docx), ("a", b"a")]);
        assert_eq!(told(&beside, SMALL), ["年度总结.docx: archive-office", "a: 1"]);
        let mut locked = packed(&[("a", b"a")]);
        let directory = locked.windows(4).position(|it| it == b"PK\x01\x02").unwrap();
        locked[directory + 8] |= 1;
        assert_eq!(told(&locked, SMALL), ["a: archive-password"]);
    }

    #[test]
    fn damaged_ones_say_so_and_nothing_panics() {
        let bytes = packed(&[("a.json", &[b'a'; 300]), ("b.json", "{\"村\":1}".as_bytes())]);
        let whole = told(&bytes, SMALL);
        for end in 0..bytes.len() {
            for line in told(&bytes[..end], SMALL) {
                assert!(line.contains("archive-"), "{end}: {line}");
            }
        }
        let mut changed = 0;
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 0x55;
            changed += usize::from(told(&other, SMALL) != whole);
        }
        assert!(changed > bytes.len() / 3, "{changed} of {}", bytes.len());
    }
}
