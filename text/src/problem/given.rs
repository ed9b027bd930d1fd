//! Words for what a command was given and cannot use: names that cannot be read, units without a document.

use cunping_core::{
    id::{LevelId, UnitCode},
    pack::Pack,
};

use super::Problem;
use crate::lang::Lang;

/// Says that a file cannot be read. A name with `*` or `?` is most likely a pattern that nobody filled in.
#[must_use]
pub fn unreadable_file(lang: Lang, name: &str) -> Problem {
    let what = say!(lang, "读不到 `{name}`。", "Cannot read `{name}`.");
    let advice = if name.contains(['*', '?']) {
        lang.pick(
            "这里的命令窗口不会把 * 和 ? 换成文件名。请写出各个文件名；在 PowerShell 里可写 (Get-ChildItem *.json)。",
            "The shell here does not fill in * and ?. Write the names of the files; in PowerShell write (Get-ChildItem *.json).",
        )
    } else {
        lang.pick(
            "请检查文件名和权限；要写文件，不能写文件夹。",
            "Check its name and permissions; it has to be a file, not a folder.",
        )
    };
    Problem::new(what, advice)
}

/// Says that a command was given nothing to read.
#[must_use]
pub fn nothing_given(lang: Lang) -> Problem {
    Problem::new(
        lang.pick("没有读到任何内容。", "There was nothing to read."),
        lang.pick(
            "请检查文件名，或检查管道前面的命令是不是没有输出。",
            "Check the names, or whether the command before the pipe wrote nothing.",
        ),
    )
}

/// Says that no document applies to a unit.
#[must_use]
pub fn no_document_for(lang: Lang, unit: UnitCode) -> Problem {
    Problem::new(
        say!(lang, "没有适用于 {unit} 的文件。", "No document applies to {unit}."),
        lang.pick("请核对区划代码，或用 --pack 指定文件。", "Check the division code, or name a document with --pack."),
    )
}

/// Says that a document has no such level.
#[must_use]
pub fn no_level(lang: Lang, pack: &Pack, level: &LevelId) -> Problem {
    let levels: Vec<&str> = pack.levels.iter().map(|level| level.id.as_str()).collect();
    let levels = levels.join(lang.pick("、", ", "));
    let id = &pack.id;
    Problem::new(
        say!(lang, "文件 {id} 没有 {level} 一级。", "The document {id} has no level {level}."),
        say!(lang, "它有：{levels}。", "It has: {levels}."),
    )
}

/// Says that a document does not assess units like this one.
#[must_use]
pub fn not_assessed(lang: Lang, pack: &Pack, unit: UnitCode) -> Problem {
    let id = &pack.id;
    Problem::new(
        say!(lang, "文件 {id} 不评定 {unit} 这样的单位。", "The document {id} does not assess units like {unit}."),
        lang.pick("请核对区划代码，或用 --level 指定级别。", "Check the division code, or name a level with --level."),
    )
}

/// Says that a name is blank.
#[must_use]
pub fn blank_name(lang: Lang) -> Problem {
    Problem::new(
        lang.pick("名称是空的，没有写出。", "The name is blank; nothing was written."),
        lang.pick("请写明地区的名称。", "Write the name of the area."),
    )
}

/// Says that a name is not one line of plain words.
#[must_use]
pub fn not_one_line(lang: Lang) -> Problem {
    Problem::new(
        lang.pick(
            "名称里有换行、控制字符或改变书写方向的字符，没有写出。",
            "The name has a line end, a control character or one that turns the direction of writing; nothing was written.",
        ),
        lang.pick("请只写一行文字。", "Write one line of words."),
    )
}
