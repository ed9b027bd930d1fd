//! Words for signing and exporting, and the names of files.

use cunping_core::{pack::Pack, period::Period};

use crate::{lang::Lang, when};

words! {
    heading: "签名并导出", "Sign and export";
    signing: "正在签名…", "Signing…";
    made: "文件已生成", "The file is made";
    made_now: "文件已生成，在“下载”里找", "The file is made: look in the downloads folder";
    wechat: "用微信发送", "Send it with WeChat";
    wechat_chat: "打开电脑上的微信，点要发给的人或者群。", "Open WeChat on the computer, and choose the person or group to send it to.";
    wechat_folder: "点输入框上面的文件夹图标（发送文件）。", "Press the folder icon above the text field (send a file).";
    wechat_downloads: "在打开的窗口左边点“下载”。", "In the window that opens choose the downloads folder on the left.";
    wechat_file: "点这个文件名，再点“打开”，最后点“发送”。", "Choose this file name, then “Open”, and at last “Send”.";
    wechat_phone: "手机微信：点输入框右边的“＋”，再点“文件”，找到这个文件名。", "In WeChat on a phone press “+” beside the text field, then “File”, and look for this file name.";
    verified: "文件已核验，可以发送", "The file is checked and ready to send";
    saved_where: "已请浏览器下载。“下载”文件夹里没有的话，是浏览器拦下了：请看它的下载提示，再按一次。", "The browser was asked to download it. If it is not in the downloads folder, the browser held it back: look at its download notice and press again.";
    not_saved: "浏览器没有下载。请改用“复制为文字”。", "The browser did not download it. Copy the text instead.";
    how_saved: "已请浏览器下载，请到“下载”文件夹里找，从那里发送。没有的话请按下面的按钮，或者复制文字。", "The browser was asked to download it: look in the downloads folder and send it from there. If it is not there, press the button below or copy the text.";
    how_to_save: "按“下载文件”存到“下载”文件夹，从那里发送；或者复制文字，粘贴到聊天窗口。", "Press “Download the file” and send it from the downloads folder, or copy the text and paste it into a chat.";
    share_refused: "这个浏览器不让分享文件。请下载后再发送，或者复制文字。", "This browser does not let files be shared. Download it and send it, or copy the text.";
    in_messenger: "聊天软件里打开的网页存不了文件，资料也容易丢。请先用右上角菜单选“在浏览器打开”。", "Pages opened inside a chat cannot save files, and lose their data easily. Open this page in a browser first, by the menu at the top right.";
    held_back: "这个网页是经没有加密的网络（http）打开的，浏览器可能先拦下文件：提示“无法安全下载”时，请点“保留”。", "This page came over an unencrypted network (http), and the browser may hold files back: where it says that a download is not secure, choose to keep it.";
    download_file: "下载文件", "Download the file";
    share_file: "分享文件", "Share the file";
    copy_text: "复制为文字", "Copy as text";
    copy_text_hint: "下载不了时，可以复制文字，粘贴到聊天窗口发送。", "If downloading is blocked, copy the text and paste it into a chat.";
    copied_text: "已复制，可以粘贴发送", "Copied; paste it into a message";
    copy_failed: "没有复制成功，请选中下面的文字自己复制。", "Not copied. Select the text below and copy it yourself.";
    needs_enrolled: "对方登记过本单位的密钥，这份文件才计入；还没有登记的，把登记文件也发一次（在“密钥”里生成）。", "It counts only where this office's key is enrolled. Whoever has not enrolled it gets the enrolment file as well, once (made under “Keys”).";
    table_not_saved: "浏览器没有下载。请改用“复制表格”，粘贴到 WPS、Excel。", "The browser did not download it. Copy the table instead and paste it into WPS or Excel.";
    table_not_copied: "浏览器不让复制。请改用“下载表格”。", "The browser does not let it be copied. Download the table instead.";
    how_to_send: "怎么发送", "How to send it";
    then: "然后", "Then";
    next_paper: "打印纸质表，盖章后一并报送。", "Print the form, stamp it, and hand it in too.";
    next_backup: "做一次备份。", "Make a backup.";
    digest: "文件指纹", "File fingerprint";
    digest_hint: "与纸质表上的一致，说明是同一份。", "If it equals the one on paper, they belong together.";
    nothing_changed: "内容与上次报送相同，不必再报。", "Nothing has changed since the last report.";
    not_verified: "导出的文件没有通过核验，没有保存。请再试一次。", "The exported file failed its own check and was not saved. Try again.";
    back_to_tasks: "回到自评项目", "Back to the criteria";
}

sentences! {
    signed_at(time: &str): "已签名 {time}", "Signed {time}";
    sequence_of(number: u64): "第 {number} 次报送", "Report {number}";
    next_send_to(receiver: &str): "把文件用微信等发给{receiver}。", "Send the file to {receiver} by a messaging app.";
    copied_head(name: &str): "{name}（村评的文件，请整段复制，在“导入文件”里粘贴）", "{name} (a file of Cunping: copy all of it, and paste it where files are imported)";
    file_ready(name: &str): "文件：{name}", "File: {name}";
}

/// Maximum length of a file name's stem, in characters: well under the limit of every file system, even with the
/// suffixes that messengers add.
const LONGEST: usize = 80;

/// Returns the name of a signed file, for people only: `八无_示例一村_2026年第1季度_第2次.cunping.json`. Import
/// ignores it.
///
/// Characters that some file system refuses are left out, so that the same name works everywhere.
#[must_use]
pub fn file_name(lang: Lang, pack: &Pack, unit: &str, period: Period, sequence: u64) -> String {
    let time = match period.part() {
        cunping_core::period::Part::Year => period.to_string(),
        _ => when::period(lang, period),
    };
    let number = say!(lang, "第{sequence}次", "no{sequence}");
    named(&[&pack.source.short, unit, &time, &number], "cunping.json")
}

/// Returns a name for a table, a backup or a list: the parts joined by `_`.
#[must_use]
pub fn named(parts: &[&str], suffix: &str) -> String {
    let parts: Vec<String> = parts.iter().map(|part| safe(part)).filter(|part| !part.is_empty()).collect();
    let stem: String = parts.join("_").chars().take(LONGEST).collect();
    format!("{}.{suffix}", if stem.is_empty() { "cunping" } else { &stem })
}

fn safe(part: &str) -> String {
    let refused = |c: char| c.is_control() || "\\/:*?\"<>|“”‘’".contains(c);
    let kept: String = part.chars().filter(|c| !refused(*c)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join("-").trim_matches(['.', '-', '_']).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_every_file_system_takes() {
        assert_eq!(
            named(&["“八无”", "示例/一村", "2026", "第2次"], "cunping.json"),
            "八无_示例一村_2026_第2次.cunping.json"
        );
        assert_eq!(named(&["..", "a  b\n"], "csv"), "a-b.csv");
        assert_eq!(named(&["", "?"], "csv"), "cunping.csv");
        assert!(named(&["村".repeat(500).as_str()], "csv").chars().count() <= LONGEST + 4);
    }
}
