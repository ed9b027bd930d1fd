//! Words for where the data lives, backup, restore and removal.

use cunping_core::days::Day;

use super::export;
use crate::lang::Lang;

words! {
    heading: "数据与备份", "Data and backup";
    where_heading: "数据在哪里", "Where the data is";
    where_browser: "数据只保存在这台电脑的这个浏览器里，只有从下面这个地址打开才看得到。不在任何服务器上。", "The data is only in this browser on this computer, visible only from the address below. It is on no server.";
    where_disk: "页面从磁盘打开。数据在这个浏览器里，与下面这个文件的位置有关；移动或改名以前请先备份。", "The page was opened from disk. The data is in this browser and tied to the file's place below; back up before you move or rename it.";
    disk_shared: "从磁盘打开时，这台电脑上其他从磁盘打开的网页可能读到这些数据。", "When this page is opened from disk, other pages opened from this computer's disk may be able to read the data.";
    address: "地址", "Address";
    nobody_else: "换一台电脑、换一个浏览器、换一个地址，都看不到这里的数据。", "Another computer, browser or address sees nothing of it.";
    cleaners: "电脑管家、清理软件、“清除浏览数据”会把数据删掉，找不回来。", "Clean-up tools and “clear browsing data” delete it for good.";
    private: "无痕（隐私）窗口里填的，窗口一关就都没有了。", "What is entered in a private window is gone when it closes.";
    file_heading: "不用网络也能打开", "Works without a network";
    file_hint: "这个网页可以存成一个文件，用 U 盘或微信带到别的电脑，双击就能打开，不用安装，也不用网络。", "This page fits in one file: carry it to another computer and double-click it. It needs no installation and no network.";
    file_no_data: "文件里没有这里的数据。要把数据一起带去，请先备份，到那边再恢复。", "The file holds none of the data here. To take that along, back up here and restore there.";
    file_called: "村评.html", "cunping.html";
    file_get: "下载网页文件", "Download the page as a file";
    persistent: "浏览器已答应不自动清理。清理软件仍然会清，还是要备份。", "The browser has promised not to clear it by itself. Clean-up tools still do, so back up.";
    not_persistent: "浏览器没有答应：空间不足时可能自动清理。请勤备份。", "The browser has not promised: it may clear the data when space is short. Back up often.";
    not_asked: "还没有请浏览器保留数据。", "The browser has not been asked to keep the data.";
    ask_persist: "请浏览器不要自动清理", "Ask the browser to keep it";
    asking_persist: "正在询问浏览器…", "Asking the browser…";
    cannot_ask: "这个浏览器不能这样询问。请勤备份。", "This browser cannot be asked. Back up often.";

    make_heading: "备份", "Backup";
    make_open: "不加密备份", "Back up without encryption";
    make: "立即备份", "Back up now";
    making: "正在备份…", "Backing up…";
    made: "备份已核验，已请浏览器下载。", "The backup is checked, and the browser was asked to download it.";
    made_not_saved: "备份已核验，但浏览器没有接受下载。请用下面的“复制为文字”保存。", "The backup is checked, but the browser refused the download. Copy it as text below.";
    look: "请打开“下载”文件夹看一看：有这个文件，才算备份过。", "Look in the downloads folder: the backup counts once the file is there.";
    is_there: "看到了，已存好", "It is there";
    counted: "已记下这次备份。", "This backup is recorded.";
    not_verified: "备份没有通过核验，没有交给你。请再试一次。", "The backup failed its own check and was not handed out. Try again.";
    download_again: "再下载一次", "Download it again";
    copy_hint: "文件夹里没有的话，可以复制文字，粘贴到记事本里保存，再按“看到了，已存好”。", "If it is not there, copy the text, paste it into a text file, save that, and press “It is there”.";
    contains_key: "这样备份，签名密钥没有加密：谁拿到这个文件，谁就能以本单位名义签名。请像保管公章一样保管。", "A backup made this way holds the signing key, unencrypted: whoever has the file can sign as this unit. Keep it like an official seal.";
    keep_safe: "请存到 U 盘等别处，不要发到群里。", "Keep it elsewhere, such as a USB stick. Do not post it in a group.";
    nothing_real: "现在只有示例，没有要备份的数据。示例不进备份。", "There is only the example, so nothing to back up. The example is left out of backups.";
    nothing_yet: "这里还没有数据。有备份的话，可以在下面恢复。", "There is no data here yet. A backup can be restored below.";
    never: "从未备份", "Never backed up";
    today: "今天备份过", "Backed up today";
    changed_since: "备份以后又有修改", "Changed since the backup";
    too_old: "已超过 30 天", "More than 30 days old";
    up_to_date: "备份以后没有修改", "Nothing has changed since";

    restore_heading: "从备份恢复", "Restore from a backup";
    restore_hint: "先看备份里有什么，再决定。选了文件还不会改动任何数据。", "You see what is inside before anything happens. Choosing a file changes nothing.";
    choose_file: "选择备份文件", "Choose the backup file";
    paste: "或者粘贴备份的文字", "Or paste the backup's text";
    read_pasted: "查看粘贴的内容", "Look at the pasted text";
    reading: "正在读取…", "Reading…";
    inside: "备份里的工作单位", "Workplaces in the backup";
    is_here: "这里已有", "Already here";
    is_new: "这里没有", "Not here";
    empty: "备份里没有工作单位，没有可以恢复的内容。", "The backup holds no workplace, so there is nothing to restore.";
    when_here: "这里已有的工作单位怎么办", "What about the workplaces that are here already";
    replace: "换成备份里的", "Take the backup's";
    replace_hint: "这里的答案、文件和密钥整个换掉，备份以后填的内容会丢失。", "Answers, files and key here are replaced whole; what was entered after the backup is lost.";
    skip: "保留这里的", "Keep what is here";
    skip_hint: "只添加这里没有的工作单位。", "Only workplaces that are not here are added.";
    others_stay: "备份里没有的工作单位不受影响。", "Workplaces that are not in the backup are not touched.";
    nothing_to_add: "这样没有可以恢复的内容：备份里的工作单位这里都有。", "There is nothing to restore this way: every workplace of the backup is here.";
    brings_heading: "恢复以后会改变的", "What restoring changes";
    other_key: "本单位签名的密钥换成备份里的那一把；登记过现在这把的，要重新登记。", "This unit then signs with the backup's key; whoever has enrolled the present one has to enrol again.";
    keys_heading: "会生效的密钥（用它签名的文件会算数）", "Keys that come into force (files signed with them count)";
    not_enrolled_here: "这里没有登记过", "not enrolled here";
    foreign: "收到日期、登记和停用都按备份里写的。不是自己做的备份，等于照制作它的人说的登记这些密钥。", "First-seen days, enrolments and retirements are those of the backup. Restoring one that you did not make is enrolling these keys on its maker's word.";
    lost_heading: "会丢失的文件（这里有，备份里没有）", "Files that are lost (here, and not in the backup)";
    no_files: "没有文件", "no files";
    seen_it: "看过了，照样恢复", "I have looked at this: restore all the same";
    restore_now: "恢复", "Restore";
    restoring: "正在恢复…", "Restoring…";
    restored: "恢复完成", "Restored";
    go_to_work: "去看自评", "Go to the assessment";
    unreadable_file: "这个文件读不出来。", "This file cannot be read.";
    unreadable_file_do: "请确认文件还在，再选一次；或者打开它，复制文字粘贴到这里。", "Check that it is still there and choose it again, or open it and paste its text here.";
    truncated: "备份不完整，到一半就断了。", "The backup ends in the middle.";
    truncated_do: "请重新复制或下载完整的文件。没有恢复任何内容。", "Copy or download the whole file again. Nothing was restored.";
    not_json_do: "请换一份备份，不要用别的程序编辑它。没有恢复任何内容。", "Use another backup, and do not edit it with other programs. Nothing was restored.";
    not_a_backup: "这不是备份文件。", "This is no backup.";
    not_a_backup_do: "请选择以“村评备份”开头的文件；各单位报送的文件请到“汇总”导入。", "Choose a file named “cunping-backup”; import units' reports under Roll-up.";
    newer: "备份来自更新的版本。", "The backup was made by a newer version.";
    newer_do: "请先更新本页面，再恢复。没有恢复任何内容。", "Update this page first. Nothing was restored.";
    protected: "备份用本页面不认识的方法加了密。", "The backup is encrypted in a way this page does not know.";
    protected_do: "请用制作它的版本打开。没有恢复任何内容。", "Open it with the version that made it. Nothing was restored.";
    altered: "备份被改动过，与制作时不同。", "The backup is not as it was written.";
    altered_do: "请换一份没有改动过的备份。没有恢复任何内容。", "Use one that was not changed. Nothing was restored.";

    remove_heading: "删除", "Remove";
    remove_hint: "先备份，再删除。删除后答案、文件和密钥都没有了，不能撤销。", "Back up first. Answers, files and key are gone for good.";
    remove_one: "删除这个工作单位", "Remove this workplace";
    not_equal: "名称不一致，没有删除。", "The name is not the same; nothing was removed.";
    example_hint: "示例可以随时清除，不影响真实数据。", "The example can be removed at any time; real data is not touched.";
}

sentences! {
    days_ago(days: i64): "上次备份：{days} 天前", "Days since the last backup: {days}";
    made_at(day: &str, time: &str): "上次备份：{day} {time}", "Last backup: {day} {time}";
    file(name: &str): "文件：{name}", "File: {name}";
    of(day: &str, time: &str): "备份制作于 {day} {time}", "Made on {day} at {time}";
    personal(count: usize): "备份里有 {count} 条记录带有像证件号、电话、银行卡号或邮箱的内容。恢复后请到填写的地方删去，签名时会被拦下。", "Records in the backup that hold what looks like someone's identity, telephone or bank card number or e-mail address: {count}. They come back as they are: take it out where it was typed; nothing with them can be signed.";
    unreadable(count: usize): "备份里有 {count} 条记录本页面读不出来，不会恢复。", "Records in the backup that this page cannot read and will not restore: {count}.";
    not_json(line: usize, column: usize): "内容在第 {line} 行第 {column} 列处读不下去。", "The text cannot be read on from line {line}, column {column}.";
    enrolled_from(day: &str): "{day}登记", "enrolled {day}";
    retired_there(day: &str): "备份里{day}停用", "retired {day} in the backup";
    retired_here(day: &str): "这里{day}起已停用", "retired here since {day}";
    back(count: usize): "这里移除过的 {count} 份文件会重新计入。", "Files that were removed here and count again: {count}.";
    newest(there: &str, here: &str): "备份里最新的文件收到于：{there}；这里最新的：{here}。", "Newest file in the backup, first seen: {there}; here: {here}.";
    lost_file(name: &str, day: &str): "{name}，{day}收到", "{name}, received {day}";
    more_files(count: usize): "还有 {count} 份", "and {count} more";
    came(count: usize): "恢复了 {count} 个工作单位。", "Workplaces restored: {count}.";
    removed(name: &str): "已删除：{name}", "Removed: {name}";
    type_name(name: &str): "要删除，请输入名称“{name}”", "To remove it, type its name “{name}”";
}

/// Returns the name of a backup: `村评备份_示例一村_2026-11-22.json`.
#[must_use]
pub fn file_name(lang: Lang, unit: &str, day: Day) -> String {
    export::named(&[lang.pick("村评备份", "cunping-backup"), unit, &day.to_string()], "json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_unit_and_the_day() {
        let day = "2026-11-22".parse().unwrap();
        assert_eq!(file_name(Lang::Zh, "示例一村", day), "村评备份_示例一村_2026-11-22.json");
    }
}
