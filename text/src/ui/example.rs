//! Words that mark example data on every screen.

words! {
    badge: "示例", "Example";
    banner: "示例：单位和数据都是虚构的，不会与真实数据混在一起。", "Example: the units and data are invented and never mix with real ones.";
    remove: "清除示例", "Remove the example";
    as_village: "看自评", "See a unit's assessment";
    as_township: "看汇总", "See the roll-up";
    watermark: "示例 · 无效", "Example · not valid";
    not_here: "这是示例文件，不能导入真实的汇总。", "An example file cannot be imported among real ones.";
    not_here_todo: "请换成单位发来的真实文件；示例文件只在示例里打开。", "Choose the file that the unit sent; open example files in the example.";
    real_not_here: "这是真实文件，不能导入示例。", "A real file cannot be imported into the example.";
    real_not_here_todo: "请先清除示例，或换到真实的工作单位，再导入。", "Remove the example or change to a real workplace, then import it.";
}

const NUMERALS: [&str; 13] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"];

/// Returns the name of the invented township. Names stay Chinese, as in the documents.
#[must_use]
pub fn township_name() -> &'static str {
    "示例镇"
}

/// Returns the name of an invented village, counted from 1: `示例一村`.
#[must_use]
pub fn village_name(number: usize) -> String {
    let numeral = number.checked_sub(1).and_then(|place| NUMERALS.get(place));
    numeral.map_or_else(|| format!("示例{number}村"), |numeral| format!("示例{numeral}村"))
}
