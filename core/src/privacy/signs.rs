//! The meaning of one character in a number: a digit of any script, a sign that prints nothing, a separator.

/// The meaning of a character in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A decimal digit of any script, full-width and mathematical ones too.
    Digit(u8),
    /// A digit by meaning that is a word or a mark elsewhere: `三` in `张三`, `①` before an item.
    Word(u8),
    /// A letter that is taken for a digit: `O`, `l`.
    Like(u8),
    /// The check character `X`, or a character that is taken for it.
    Check,
    /// Prints nothing, or a mark upon the character before: as if it were not there.
    Nothing,
    /// A space of any kind.
    Space,
    /// Joins the parts of one number.
    Joint,
    /// A full stop.
    Point,
    /// A comma.
    Comma,
    /// Stands between the items of a list, and in hurried writing between the parts of a number.
    List,
    /// Sets off a country code.
    Plus,
    /// Ends a number.
    Other,
}

/// Returns the meaning of `c`. Forms that NFKC folds are folded here, as far as numbers are made of them.
pub(super) fn of(c: char) -> Sign {
    match c {
        '0'..='9' => Sign::Digit(below_ten(u32::from(c) - u32::from('0'))),
        '\u{4e00}'..='\u{9fff}' => chinese(c).map_or(Sign::Other, Sign::Word),
        ' ' | '\t' => Sign::Space,
        '-' | '_' | '~' | '(' | ')' | '[' | ']' => Sign::Joint,
        '.' => Sign::Point,
        ',' => Sign::Comma,
        '\n' | '\r' | '/' | ':' | ';' | '*' | '|' => Sign::List,
        '+' => Sign::Plus,
        'x' | 'X' => Sign::Check,
        'O' | 'o' => Sign::Like(0),
        'l' | 'I' => Sign::Like(1),
        '\0'..='\x08' | '\x0e'..='\x1f' | '\x7f' => Sign::Nothing,
        '\0'..='\x7f' => Sign::Other,
        // Full-width forms of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).map_or(Sign::Other, of),
        _ => beyond(c),
    }
}

/// Returns the meaning of a character beyond ASCII and the common ideographs.
fn beyond(c: char) -> Sign {
    if let Some(digit) = decimal(c) {
        return Sign::Digit(digit);
    }
    if let Some(digit) = chinese(c).or_else(|| marked(c)) {
        return Sign::Word(digit);
    }
    match c {
        '\u{2028}' | '\u{2029}' | '\u{85}' => Sign::List,
        '\u{2800}' => Sign::Space,
        '\u{2010}'..='\u{2015}'
        | '\u{2212}'
        | '\u{2e3a}'
        | '\u{2e3b}'
        | '\u{fe58}'
        | '\u{fe63}'
        | 'ー'
        | '〜'
        | '〰' => Sign::Joint,
        '·' | '•' | '‧' | '∙' | '⋅' | '・' | '･' | '﹒' => Sign::Joint,
        '〈'..='】' | '〔'..='〛' | '﹙'..='﹞' | '⟦'..='⟯' => Sign::Joint,
        '、' | '。' | '｡' | '､' | '﹐' | '﹑' | '﹔' | '﹕' | '︰' | '∶' | '⁄' | '∕' => Sign::List,
        '﹢' => Sign::Plus,
        'Х' | 'х' | 'Χ' | 'χ' | 'Ⅹ' | 'ⅹ' | '×' | '✕' | '✖' | '╳' | '⨯' => Sign::Check,
        'О' | 'о' | 'Ο' | 'ο' => Sign::Like(0),
        'І' | 'Ӏ' | 'Ι' => Sign::Like(1),
        // Hangul fillers are letters that print nothing.
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => Sign::Nothing,
        _ if c.is_whitespace() => Sign::Space,
        _ if prints_nothing(c) => Sign::Nothing,
        _ => Sign::Other,
    }
}

/// Tells whether a character has no shape of its own: format signs, combining marks, variation selectors, tags, and
/// unassigned code points. The standard library knows them, because it writes them as `\u{…}` when it debugs.
fn prints_nothing(c: char) -> bool {
    c.escape_debug().len() > 2
}

/// Reads a digit that is written as an ideograph, as in figures and on the telephone. By code point, since the core has
/// no words for readers: these are read, never shown.
fn chinese(c: char) -> Option<u8> {
    Some(match c {
        // 零
        '〇' | '\u{96f6}' | '\u{f9b2}' => 0,
        // 一 壹 壱 弌 幺
        '\u{4e00}' | '\u{58f9}' | '\u{58f1}' | '\u{5f0c}' | '\u{5e7a}' | '〡' | '⼀' | '㆒' => 1,
        // 二 贰 貳 弐 弍
        '\u{4e8c}' | '\u{8d30}' | '\u{8cb3}' | '\u{5f10}' | '\u{5f0d}' | '〢' | '⼆' | '㆓' => 2,
        // 三 叁 叄 弎
        '\u{4e09}' | '\u{53c1}' | '\u{53c4}' | '\u{5f0e}' | '〣' | '㆔' => 3,
        // 四 肆
        '\u{56db}' | '\u{8086}' | '〤' | '㆕' => 4,
        // 五 伍
        '\u{4e94}' | '\u{4f0d}' | '〥' => 5,
        // 六 陆 陸
        '\u{516d}' | '\u{9646}' | '\u{9678}' | '〦' | '\u{f9d1}' | '\u{f9d3}' => 6,
        // 七 柒
        '\u{4e03}' | '\u{67d2}' | '〧' => 7,
        // 八 捌
        '\u{516b}' | '\u{634c}' | '〨' | '⼋' => 8,
        // 九 玖
        '\u{4e5d}' | '\u{7396}' | '〩' => 9,
        _ => return None,
    })
}

/// Reads a raised, lowered, circled, bracketed or dotted digit.
fn marked(c: char) -> Option<u8> {
    let digit = match c {
        '⓪' | '⓿' | '🄀' | '🄋' | '🄌' => 0,
        '²' | '³' => u32::from(c) - 0xb0,
        '¹' => 1,
        '⁰' | '⁴'..='⁹' => u32::from(c) - 0x2070,
        '₀'..='₉' => u32::from(c) - 0x2080,
        '🄁'..='🄊' => u32::from(c) - 0x1f101,
        _ => {
            let from = ONES.into_iter().find(|one| (0..9).contains(&u32::from(c).wrapping_sub(*one)))?;
            u32::from(c) - from + 1
        }
    };
    Some(below_ten(digit))
}

/// The first code points of the digits 1 to 9 of each kind of mark: ① ⑴ ⒈ ⓵ ❶ ➀ ➊ ㈠ ㊀.
const ONES: [u32; 9] = [0x2460, 0x2474, 0x2488, 0x24f5, 0x2776, 0x2780, 0x278a, 0x3220, 0x3280];

/// Reads a decimal digit of any script (general category Nd).
fn decimal(c: char) -> Option<u8> {
    let code = u32::from(c);
    // Five sets of mathematical digits follow one another.
    if (0x1d7ce..0x1d800).contains(&code) {
        return Some(below_ten((code - 0x1d7ce) % 10));
    }
    let after = ZEROS.partition_point(|zero| *zero <= code);
    let zero = ZEROS.get(after.checked_sub(1)?)?;
    (code - zero < 10).then(|| below_ten(code - zero))
}

fn below_ten(digit: u32) -> u8 {
    u8::try_from(digit % 10).unwrap_or_default()
}

/// The zeros of all scripts, each with its nine other digits after it; without ASCII and full width.
const ZEROS: [u32; 67] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0,
    0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50,
    0x11da0, 0x11f50, 0x16a60, 0x16ac0, 0x16b50, 0x1ccf0, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];
