//! Says what is wrong with a command line, in the language that it asks for. A command that was not understood could not
//! run: exit code 1.

use std::{ffi::OsString, process::ExitCode};

use clap::{
    Error,
    error::{ContextKind, ContextValue, ErrorKind},
};
use cunping_text::lang::Lang;

use crate::{
    output,
    stop::{Done, Stop},
};

/// Answers a command line that is not carried out: help and version are printed and are no error.
pub(crate) fn answer(error: &Error, args: impl Iterator<Item = OsString>) -> ExitCode {
    if !error.use_stderr() {
        return match error.print() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let lang = language(args);
    match said(error, lang) {
        Ok(()) => Stop::silent(1).report(),
        Err(stop) => stop.report(),
    }
}

/// Finds the language in a command line that cannot be read whole: whatever follows the last `--lang`.
fn language(args: impl Iterator<Item = OsString>) -> Lang {
    let args: Vec<String> = args.map(|arg| arg.to_string_lossy().into_owned()).collect();
    let apart = args.iter().zip(args.iter().skip(1)).filter(|(name, _)| *name == "--lang").map(|(_, tag)| tag.as_str());
    let joined = args.iter().filter_map(|arg| arg.strip_prefix("--lang="));
    apart.chain(joined).filter_map(Lang::from_tag).next_back().unwrap_or(Lang::Zh)
}

fn said(error: &Error, lang: Lang) -> Done {
    output::aside(&format!("✕ {}", what(error, lang)))?;
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        for line in usage.lines() {
            output::aside(&format!("   {}", line.replace("Usage:", lang.pick("用法：", "Usage:"))))?;
        }
    }
    let more = lang.pick(
        "用 `cunping --help` 或 `cunping 命令 --help` 查看写法。",
        "`cunping --help` and `cunping COMMAND --help` say more.",
    );
    output::aside(&format!("   {more}"))
}

fn what(error: &Error, lang: Lang) -> String {
    let of = |kind| error.get(kind).map(told).unwrap_or_default();
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    match error.kind() {
        ErrorKind::MissingRequiredArgument => {
            format!("{}{argument}", lang.pick("缺少：", "Missing: "))
        }
        ErrorKind::UnknownArgument => format!("{}`{argument}`", lang.pick("没有这个选项：", "There is no option ")),
        ErrorKind::InvalidSubcommand => {
            format!("{}`{}`", lang.pick("没有这个命令：", "There is no command "), of(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            lang.pick("没有写要做什么。", "The command is missing.").to_owned()
        }
        ErrorKind::ArgumentConflict => {
            format!("{}{argument}", lang.pick("只能写一次，或不能一起用：", "Given twice, or not together: "))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            format!("{}{argument}", lang.pick("缺少值：", "A value is missing: "))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let wanted = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            // Our own parsers say what they want in both languages.
            let wanted = wanted.split_once(" / ").map_or(wanted.as_str(), |(zh, en)| lang.pick(zh, en)).to_owned();
            let of = lang.pick("不合格，应为", "does not fit; it takes");
            format!("{argument}：`{value}` {of} {wanted}")
        }
        _ => lang.pick("命令写得不对。", "The command line does not fit.").to_owned(),
    }
}

fn told(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(" "),
        other => other.to_string(),
    }
}
