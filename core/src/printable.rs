//! The one rule of the characters that a text may hold. Reading, checking and printing all ask it, so that no text of a
//! file can pass for the program's own lines or be shown in another order than it is written.

/// Tells whether a character is no sign to read but a command to whatever shows the text: a control character (C0, DEL,
/// C1), a mark or switch of the direction of writing (U+061C, U+200E, U+200F, U+202A–202E, U+2066–2069), or a separator
/// of lines or paragraphs (U+2028, U+2029). Joiners and variation selectors are part of how words are spelled.
#[must_use]
pub fn is_command(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Tells whether a text may stand where one line is asked for: a name, a title, a program.
#[must_use]
pub fn is_line(text: &str) -> bool {
    !text.chars().any(is_command)
}

/// Tells whether a text may stand where several lines are: a remark, a reason, an objection. Line feeds and tabs are
/// fine there.
#[must_use]
pub fn is_lines(text: &str) -> bool {
    !text.chars().any(|c| is_command(c) && !is_white(c))
}

/// Returns a text that [`is_line`]: line breaks and tabs become a space, all else that it may not hold is taken out.
#[must_use]
pub fn line(text: &str) -> String {
    let white = |c| if is_white(c) || is_break(c) { ' ' } else { c };
    text.replace("\r\n", "\n").chars().map(white).filter(|c| !is_command(*c)).collect()
}

/// Returns a text that [`is_lines`]: every kind of line break becomes a line feed, all else that it may not hold is
/// taken out.
#[must_use]
pub fn lines(text: &str) -> String {
    let feed = |c| if is_break(c) { '\n' } else { c };
    text.replace("\r\n", "\n").chars().map(feed).filter(|c| !is_command(*c) || is_white(*c)).collect()
}

/// Returns a text for showing on one line, with every such character written out, such as `\u{1b}`.
#[must_use]
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_command(c) { shown.extend(c.escape_unicode()) } else { shown.push(c) }
    }
    shown
}

fn is_white(c: char) -> bool {
    matches!(c, '\n' | '\t')
}

fn is_break(c: char) -> bool {
    matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever turns, clears or breaks what is shown.
    const COMMANDS: [char; 14] = [
        '\0', '\u{8}', '\r', '\u{1b}', '\u{7f}', '\u{85}', '\u{9b}', '\u{61c}', '\u{200e}', '\u{2028}', '\u{202e}',
        '\u{2066}', '\u{2069}', '\u{200f}',
    ];

    #[test]
    fn a_command_is_fit_for_no_text_and_is_written_out() {
        for c in COMMANDS {
            let text = format!("甲{c}乙");
            assert!(!is_line(&text) && !is_lines(&text), "{}", c.escape_unicode());
            assert_eq!(shown(&text), format!("甲{}乙", c.escape_unicode()));
            assert!(is_line(&line(&text)) && is_lines(&lines(&text)));
        }
    }

    #[test]
    fn words_of_every_script_are_left_alone() {
        // A joiner of emoji, one of Mongolian words, combining marks, Arabic, full-width signs.
        for text in ["示例嘎查", "👩\u{200d}🌾", "ᠮᠣᠩᠭᠤᠯ\u{180e}ᠠ", "e\u{301}", "ئۇيغۇر", "\u{3000}１", ""]
        {
            assert!(is_line(text) && is_lines(text), "{text}");
            assert_eq!((line(text), lines(text), shown(text)), (text.to_owned(), text.to_owned(), text.to_owned()));
        }
    }

    #[test]
    fn line_feeds_and_tabs_are_for_texts_of_several_lines() {
        let text = "一\n二\t三";
        assert!(!is_line(text) && is_lines(text));
        assert_eq!(shown(text), "一\\u{a}二\\u{9}三");
        assert_eq!(line("一\r\n二\t三\u{2028}四\u{1b}[2K"), "一 二 三 四[2K");
        assert_eq!(lines("一\r\n二\r三\u{2028}四\u{1b}[2K"), "一\n二\n三\n四[2K");
    }
}
