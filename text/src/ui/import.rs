//! Words for importing files. The states of a single file are worded in `problem`.

words! {
    heading: "导入文件", "Import files";
    choose: "选择文件", "Choose files";
    drop_now: "松开即可导入", "Release to import";
    paste_text: "粘贴文字", "Paste text";
    drop_anywhere: "也可以把文件拖到本页任何地方。", "Or drop them anywhere on this page.";
    take_pasted: "导入粘贴的文字", "Import the pasted text";
    paste_hint: "把收到的文字粘贴到这里，一次可以粘贴几份。", "Paste what you received; several at once are fine.";
    checking: "正在核验…", "Checking…";
    stop: "停止", "Stop";
    stopped: "已停止，已导入的保留。", "Stopped. What was imported stays.";
    stopping: "正在停止…", "Stopping…";
    rechecking: "正在重新核验已收的文件…", "Checking the files that are here…";
    undoing: "正在撤销…", "Undoing…";
    finished: "导入完成", "Import finished";
    what_was_wrong: "没有导入的文件", "Files that were not imported";
    undo_import: "撤销这次导入", "Undo this import";
    not_read: "浏览器读不出这份文件，可能已被移动、删除，或正被其他程序占用。", "The browser could not read this file. It may have been moved or deleted, or another program holds it.";
    not_read_todo: "请重新选择这份文件。还不行，就复制到桌面再选。", "Choose it again; if that fails, copy it to the desktop first.";
    too_large: "文件太大（超过 64 MB，或其中一份超过 6 MB），不会是本软件的文件。", "The file is too large (over 64 MB, or one part of it over 6 MB) to be of this software.";
    too_large_todo: "请核对有没有选错。自评文件的名字以 .cunping.json 结尾。", "Check which file was chosen. Signed files end in .cunping.json.";
    worker_not_started: "核验程序没有启动，文件没有导入。", "The checking program did not start; nothing was imported.";
    worker_not_started_do: "请检查网络后刷新页面，再导入一次。", "Check the network, reload the page and import again.";
    worker_stopped: "核验程序中途停了，已导入的保留，其余没有导入。", "The checking program stopped. What was imported stays; the rest is not here.";
    worker_stopped_do: "请再导入一次同样的文件，已导入的不会重复。", "Import the same files again; nothing is counted twice.";
    worker_other_version: "页面和核验程序的版本不同。", "The page and its checking program are of different versions.";
    worker_other_version_do: "请刷新页面，再导入一次。", "Reload the page and import again.";
    spoiled_do: "这些文件不计入。请让相关单位重新发送，再导入一次。", "They do not count. Ask the units to send them again and import them.";
    personal_do: "请让对方删去后重新签名发来；不要转发这些文件。", "Have it taken out, signed and sent again. Do not pass the files on.";
    new_ones: "新收下的文件", "New files";
    not_ours: "这是 Word、Excel、PDF、图片或别的压缩包，不是本软件的文件。", "This is a Word, Excel or PDF file, a picture or another kind of archive, and no signed file.";
    not_ours_todo: "请让对方发送名字以 .cunping.json 结尾的文件；rar、7z 请先解压，或改发 zip。", "Ask for the file whose name ends in .cunping.json; unpack rar and 7z first, or ask for a zip.";
    archive_empty: "压缩包里没有文件。", "The archive is empty.";
    archive_empty_todo: "请对方重新打包，或直接发送文件。", "Ask for it to be packed again, or for the files themselves.";
    archive_damaged: "压缩包损坏或不完整，这一部分打不开。", "The archive is damaged or cut short; this part cannot be opened.";
    archive_damaged_todo: "请对方重新发送；读得出来的已经导入。", "Ask for it again. What could be read was imported.";
    archive_password: "压缩包里的这份文件设了密码。", "This file in the archive has a password.";
    archive_password_todo: "请先用密码解压，再导入解出来的文件。", "Unpack it with the password first, then import the file.";
    archive_method: "压缩包里的这份文件打包方式特殊，或套了好几层压缩包。", "This file is packed in an unusual way, or in archives inside archives.";
    archive_method_todo: "请先解压，再导入解出来的文件。", "Unpack it first, then import the files.";
    archive_too_large: "压缩包解开后太大（超过 64 MB 或 1 万份），后面的没有解开。", "Unpacked the archive is too large (over 64 MB or 10,000 files); the rest of it was left.";
    archive_too_large_todo: "请先解压，分几次导入。", "Unpack it first and import the files in parts.";
    came_new: "新收下", "new";
    came_back: "重新显示", "shown again";
    came_again: "以前已收", "already here";
    other_area: "不是本单位范围内的单位，不进汇总表", "Not a unit of this area: it is in no table here";
    other_document: "按别的文件填报，不进汇总表", "About a document that is not followed here: it is in no table";
    folder: "文件夹没有读完：浏览器没有交出这一处，或者一共超过 2 万份。", "The folder was not read to its end: the browser did not hand this over, or there are more than 20,000 files.";
    folder_todo: "请打开文件夹，全选里面的文件再导入；太多就分几次。", "Open the folder and choose the files in it, in several parts if there are many.";
    pasted: "粘贴的文字", "Pasted text";
    pasted_too_large: "粘贴的文字超过 8 MB。", "The pasted text is larger than 8 MB.";
    pasted_too_large_todo: "请分几次粘贴，或改用“选择文件”。", "Paste it in parts, or choose files instead.";
}

sentences! {
    spoiled(count: usize): "已存的文件有 {count} 份读不出来了。", "{count} stored files can no longer be read.";
    of_period(period: &str, count: usize): "{period}：{count} 份", "{period}: {count}";
    personal(count: usize, names: &str): "{count} 份文件里有像证件号、电话、银行卡号或邮箱的内容：{names}。", "Files that hold what looks like someone's identity, telephone or bank card number or e-mail address ({count}): {names}.";
    each_file(count: usize): "逐份列出（{count} 份）", "File by file ({count})";
    more_came(count: usize): "还有 {count} 份没有列出，都在汇总表和“收到的文件”里。", "{count} more are not listed; all are in the tables and among the received files.";
    later_here(number: u64): "这里还有第 {number} 次报送，计入哪一份看汇总表", "Report {number} is here too; the table tells which counts";
    more_refused(count: usize): "还有 {count} 份没有列出。", "{count} more are not listed.";
    take_examples(count: usize): "导入 {count} 份示例文件", "Import {count} example files";
    save_examples(count: usize): "下载 {count} 份示例文件", "Download {count} example files";
    progress(done: usize, all: usize): "{done}/{all} 份", "{done} of {all} files";
    summary(new: usize, same: usize, refused: usize): "新导入 {new} 份，重复 {same} 份，未导入 {refused} 份", "{new} new, {same} already here, {refused} not imported";
}
