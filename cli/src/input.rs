//! Reads the texts given to a command: files by name, and standard input with one text on each line.

use std::{
    fs::File,
    io::{BufRead, Read},
    path::PathBuf,
};

use cunping_core::received::{LIMITS, is_archive, unicode};
use cunping_text::lang::Lang;
use encoding_rs::GB18030;

use crate::stop::{Done, Stop};

/// Arguments of every command that reads many texts.
#[derive(clap::Args)]
pub(crate) struct Texts {
    /// Files to read; `-` reads standard input, one text per line
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Print JSON, one object per line
    #[arg(long)]
    pub(crate) json: bool,
    /// Language of the output: zh or en
    #[arg(long, default_value = "zh", value_parser = lang)]
    pub(crate) lang: Lang,
}

fn lang(tag: &str) -> Result<Lang, String> {
    Lang::from_tag(tag).ok_or_else(|| "zh, en".to_owned())
}

/// One text with its name.
pub(crate) struct NamedText {
    /// The file's name, or `-:LINE`; `-` where standard input is one text.
    pub(crate) name: String,
    /// Its bytes; where there are more than the limit, a reader can tell.
    pub(crate) bytes: Vec<u8>,
}

/// Passes every text to `take`, in order, one at a time. `limit` is the largest number of bytes that `take` accepts; of a
/// file more is read, which can be an archive or hold several.
///
/// # Errors
///
/// When a file cannot be read, and whatever `take` returns.
pub(crate) fn each(names: &[PathBuf], limit: usize, mut take: impl FnMut(NamedText) -> Done) -> Done {
    for name in names {
        if name.as_os_str() == "-" {
            lines(limit, &mut take)?;
        } else {
            each_whole(std::slice::from_ref(name), limit, &mut take)?;
        }
    }
    Ok(())
}

/// Passes every text to `take` as `each` does, but standard input as one text, which may have many lines: a table is
/// taken whole or not at all, and only its first line can be a header.
///
/// # Errors
///
/// When a file cannot be read, and whatever `take` returns.
pub(crate) fn each_whole(names: &[PathBuf], limit: usize, mut take: impl FnMut(NamedText) -> Done) -> Done {
    let most = limit.max(LIMITS.all);
    for name in names {
        let bytes = match name.as_os_str() == "-" {
            true => read(std::io::stdin().lock(), most),
            false => File::open(name).and_then(|file| read(file, most)),
        };
        let bytes = bytes.map_err(|error| unreadable(name, &error))?;
        take(NamedText { name: name.display().to_string(), bytes: decoded(bytes) })?;
    }
    Ok(())
}

fn lines(limit: usize, take: &mut impl FnMut(NamedText) -> Done) -> Done {
    let mut input = std::io::stdin().lock();
    let mut number = 0_u64;
    loop {
        let mut bytes = Vec::new();
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(2);
        let got = input.by_ref().take(most).read_until(b'\n', &mut bytes);
        if got.map_err(|error| unreadable(&PathBuf::from("-"), &error))? == 0 {
            return Ok(());
        }
        number += 1;
        if bytes.len() > limit && !bytes.ends_with(b"\n") {
            skip_line(&mut input)?;
        }
        // The end of a line is no part of the text, also where the text has all the bytes that it may have.
        while bytes.ends_with(b"\n") || bytes.ends_with(b"\r") {
            bytes.pop();
        }
        if !bytes.trim_ascii().is_empty() {
            take(NamedText { name: format!("-:{number}"), bytes: decoded(bytes) })?;
        }
    }
}

/// Returns a text as it is without its byte order mark and, where it is not UTF-8, out of what editors in China save:
/// UTF-16 or GB 18030, of which GBK is a part. What is none of them, or no text, stays as it is.
pub(crate) fn decoded(bytes: Vec<u8>) -> Vec<u8> {
    match unicode(&bytes) {
        Some(text) if text.len() == bytes.len() => bytes,
        Some(text) => text.into_owned().into_bytes(),
        None if is_archive(&bytes) => bytes,
        None => {
            let chinese = GB18030.decode_without_bom_handling_and_without_replacement(&bytes);
            let chinese = chinese.map(|text| text.into_owned().into_bytes());
            chinese.unwrap_or(bytes)
        }
    }
}

/// Skips the rest of a line that is too long to keep.
fn skip_line(input: &mut impl BufRead) -> Done {
    input.skip_until(b'\n').map(drop).map_err(|error| unreadable(&PathBuf::from("-"), &error))
}

fn read(file: impl Read, limit: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(name: &std::path::Path, error: &std::io::Error) -> Stop {
    let name = name.display();
    Stop::could_not_run(format!(
        "读不到 `{name}`：请检查文件名和权限 / cannot read `{name}`: check its name and permissions ({error})"
    ))
}
