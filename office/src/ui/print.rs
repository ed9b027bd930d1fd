//! Words around a printed form; the form's own words come from the pack.

words! {
    heading: "打印表格", "Print a form";
    filled: "按当前答案填好", "Filled with the current answers";
    blank: "空白表", "Blank";
    choose_form: "选择表格", "Choose the form";
    print_now: "打印", "Print";
    print_hint: "请选 A4 纸，不缩放。", "A4 paper, no scaling.";
    unfinished: "有待填项，表中对应格留空。", "Open criteria leave their cells empty.";
    provisional: "本表按暂定结果填写", "Filled from a provisional result";
    fingerprint: "文件指纹", "File fingerprint";
    not_signed: "还没有签名导出，纸上不带文件指纹。", "Not signed yet, so the paper carries no fingerprint.";
    fill_date: "填报日期", "Date";
    fill_unit: "填报单位", "Unit";
}
