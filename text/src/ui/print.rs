//! Words around a printed form; the form's own words come from the pack.

use cunping_core::pack::FormKind;

use crate::lang::Lang;

words! {
    heading: "打印表格", "Print a form";
    blank: "空白表", "Blank";
    choose_form: "选择表格", "Choose the form";
    print_now: "打印", "Print";
    print_hint: "请选 A4 纸、纵向，边距“默认”，缩放 100%，不勾“页眉和页脚”。", "Choose A4 paper, portrait, default margins, a scale of 100%, and no headers and footers.";
    unfinished: "有待填项，表中对应格留空。", "Open criteria leave their cells empty.";
    not_signed: "还没有签名导出，纸上不带文件指纹。", "Nothing is signed yet, so the paper carries no fingerprint.";
    own: "逐项情况表（本软件生成）", "Item by item (made by this program)";
    readings: "本软件的解读", "How this program reads the document";
    readings_hint: "文件没有写明的地方，本软件按以下理解处理；这一页不是文件的内容。", "Where the document leaves something open, this program reads it so. This page is not part of the document.";
    with_readings: "连同解读页一起打印", "Print the page of readings too";
    preview: "打印预览", "Print preview";
    other_level: "这张表由别的单位填，这里只有空白表。", "Another unit fills this form; here it is blank.";
    from_sent: "按已报送的文件填好，盖章后与文件一致。", "Filled from the reported file, so that paper and file agree.";
    changed_since: "报送后又有修改。下面是已报送的内容；要按现在的答案打印，请先重新签名报送。", "The answers have changed since the report. This shows what was reported; sign and report again to print the new answers.";
    show_sent: "看已报送的内容", "Show what was reported";
    show_current: "看现在的答案", "Show the current answers";
    current_unsealed: "这是现在的答案，与已报送的文件不同，纸上不带文件指纹。", "These are the current answers, which differ from the reported file; the paper carries no fingerprint.";
    qr_label: "文件指纹的二维码", "QR code of the file fingerprint";
}

/// Names a kind of form.
#[must_use]
pub fn kind(lang: Lang, kind: FormKind) -> &'static str {
    match kind {
        FormKind::Report => lang.pick("统计表", "Report"),
        FormKind::Recognition => lang.pick("认定表", "Recognition"),
    }
}

sentences! {
    /// Printed at the foot of a sheet.
    seal_line(sequence: u32, day: &str): "第 {sequence} 次报送，{day} 签名", "Report {sequence}, signed on {day}";
}
