//! Words for the screen that shows a document as data. The document's own words come from its pack.

words! {
    find: "在文件中查找", "Find in the document";
    find_hint: "输入标题、条款号或任何文字", "A title, a clause number, any words";
    nothing_found: "没有找到。请换一个词，或清空查找框。", "Nothing found. Try another word, or empty the box.";
    show_all: "显示全部", "Show everything";
    contents: "目录", "Contents";
    to_contents: "回到目录", "Back to the contents";
    identity: "文件", "The document";
    targets: "目标", "Targets";
    earned: "优先和加分", "Priority and points";
    calendar: "时间安排", "Calendar";
    procedure: "工作程序", "Procedure";
    readings: "解读", "Readings";
    readings_hint: "文件没有写明的地方，本页按以下理解处理；这不是文件原文。", "Where the document leaves something open, this page reads it as follows. These are not the document's words.";
    contradictions: "文件前后不一致的地方", "Where the document disagrees with itself";
    forms: "表格", "Forms";
    title: "标题", "Title";
    number: "文号", "Number";
    issuers: "发文单位", "Issued by";
    issued: "发文日期", "Issued on";
    not_printed: "文件没有写明", "The document does not say";
    addressees: "主送", "Addressed to";
    basis: "依据", "Basis";
    area: "适用范围", "Holds for";
    checked: "核对", "Checked";
    version: "数据版本", "Version of the data";
    asks: "要求", "Asks";
    measured: "只作参考", "Shown only";
    monitors_form: "监控单位（表格）", "Monitors (form)";
    monitors_body: "监控单位（正文）", "Monitors (body)";
    who: "由谁", "Who";
    printed: "原文日期", "As printed";
    falls: "时间", "When";
    next: "最近一次", "Next";
    concerns: "涉及", "Concerns";
}

sentences! {
    found(count: usize): "找到 {count} 条", "{count} found";
    only_year(year: i32): "{year}年", "{year}";
    years(from: i32, to: i32): "{from}年至{to}年", "{from} to {to}";
    from_year(year: i32): "{year}年起", "from {year}";
    at_most(points: &str): "合计最多 {points} 分", "{points} at most in all";
    each_gives(points: &str): "每个 {points} 分", "{points} each";
    at_least(share: &str): "{share} 以上（含）", "{share} or more";
}
