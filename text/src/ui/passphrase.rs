//! Words for the passphrase that protects a signing key, for encrypted backups, and for keys that stay locked.

words! {
    heading: "签名密钥的口令", "Passphrase of the signing key";
    lead: "有口令时，拿到这台电脑或备份的人不知道口令，就不能以本单位名义签名。", "With a passphrase, whoever gets this computer or a backup cannot sign as this unit without knowing it.";
    none: "还没有口令：谁能打开这个页面，谁就能以本单位名义签名。", "No passphrase yet: whoever can open this page can sign as this unit.";
    is_locked: "有口令，已锁上。填写答案不受影响，签名时要输入口令。", "There is a passphrase; locked. Answers can be entered as ever; signing asks for it.";
    locked: "签名密钥锁着，没有签名。", "The signing key is locked; nothing was signed.";
    locked_do: "请先输入口令解锁；这一页没有输入框的，到“数据与备份”解锁。", "Unlock it with its passphrase first; where this page has no field for it, on the page “Data and backup”.";
    unprotected: "页面从磁盘打开，签名密钥还没有口令，没有签名。", "The page was opened from disk and the signing key has no passphrase yet; nothing was signed.";
    unprotected_do: "请先设置口令：这台电脑上其他从磁盘打开的网页可能读到没有口令的密钥。", "Set a passphrase first: other pages opened from this computer's disk may be able to read a key without one.";
    unprotected_network: "页面经没有加密的网络（http）打开，签名密钥还没有口令，没有签名。", "The page was opened over an unencrypted network (http) and the signing key has no passphrase yet; nothing was signed.";
    unprotected_network_do: "请先设置口令：同一网络里的人可以把页面换成别的，读走没有口令的密钥。", "Set a passphrase first: whoever is on the same network can put another page in the place of this one and read a key without one.";
    unlock_first: "签名要先解锁", "Unlock the key to sign";
    field: "口令", "Passphrase";
    new_field: "新口令", "New passphrase";
    again: "再输入一遍", "The same again";
    hint: "至少 8 个字。几个不相干的词连在一起，好记又难猜。", "At least 8 characters. A few unrelated words in a row are easy to remember and hard to guess.";
    too_short: "口令太短，至少 8 个字。", "Too short: at least 8 characters.";
    differ: "两次输入的不一样。", "The two are not the same.";
    forgotten_heading: "忘了口令怎么办", "If it is forgotten";
    forgotten: "口令只有您知道，谁也找不回来。忘了只能在这里换一把新密钥，再请上级重新登记。答案、文件都在，以前报送的照样有效。", "Only you know it and nobody can recover it. The way on is a new key here, which the office then enrols again. Answers and files stay, and what was sent before goes on counting.";
    old_backups: "设置口令以前做的备份里，密钥没有口令：请删掉，设置后重新备份。", "Backups made before still hold the key without a passphrase: delete them and back up anew.";
    set: "设置口令", "Set a passphrase";
    save: "保存口令", "Save the passphrase";
    change: "换口令", "Change the passphrase";
    remove: "取消口令", "Remove the passphrase";
    remove_hint: "取消以后，谁能打开这个页面，谁就能以本单位名义签名。", "Without it, whoever can open this page can sign as this unit.";
    remove_now: "确认取消", "Remove it now";
    lock_now: "立即锁上", "Lock now";
    unlock: "解锁", "Unlock";
    to_data: "到“数据与备份”换新密钥", "Make a new key on “Data and backup”";
    working: "正在处理，旧电脑要几秒钟…", "Working; an old computer takes a few seconds…";
    new_key: "换一把新密钥", "Make a new key";
    new_key_confirm: "旧密钥不能再用，我会请上级重新登记。", "The old key is of no use any more; I will have the new one enrolled.";
    new_key_made: "新密钥已生成，口令已设置。请做一次备份，并请上级重新登记：说明旧密钥已经不能用。", "A new key is there, under the new passphrase. Make a backup, and have the office enrol the key: say that the old one is lost.";
    done_set: "口令已设置并保存，核对过能打开。", "The passphrase is set and saved, and was checked to open the key.";
    done_removed: "口令已取消。", "The passphrase is removed.";
    then_anew: "保存后页面重新打开一次，密钥锁着；填到一半的都在。签名时输入口令。", "Once it is saved the page opens anew with the key locked; what is half typed stays. Signing asks for the passphrase.";
    was_locked: "签名密钥已锁上。填到一半的都在，签名时输入口令。", "The signing key is locked. What is half typed stays; signing asks for the passphrase.";
    was_protected: "口令已设置并保存，核对过能打开。签名密钥已锁上，签名时输入口令。", "The passphrase is set and saved, and was checked to open the key. The key is locked; signing asks for the passphrase.";
    wrong: "口令不对。", "That is not the passphrase.";
    wrong_do: "请看看大小写、中英文输入法和前后空格，再试一次。", "Check capitals, the input method and spaces at either end, and try again.";

    backup_closed: "用口令加密备份（推荐）", "Back up under a passphrase (recommended)";
    backup_closed_hint: "不知道口令的人什么也看不到。忘了口令，这份备份就打不开。", "Whoever does not know it sees nothing. If it is forgotten, this backup cannot be opened.";
    backup_close: "加密备份", "Back up under the passphrase";
    backup_field: "备份的口令", "Passphrase of the backup";
    backup_age: "加密的备份是 age 格式，也可以用 age 工具打开。", "An encrypted backup is an age file; the ordinary age tool opens it, too.";
    backup_asks: "这份备份是用口令加密的。", "This backup is under a passphrase.";
    backup_open: "打开备份", "Open the backup";

    somebody_elses: "这份文件是加密给别的密钥的，这里打不开。", "This file is encrypted to another key and cannot be opened here.";
    somebody_elses_do: "请让对方重新加密给本单位现在登记的密钥，或者直接发送没有加密的文件。", "Ask the sender to encrypt it to the key that this office has now, or to send it unencrypted.";
    under_passphrase: "这份文件是用口令加密的，多半是一份备份。", "This file is under a passphrase, most likely a backup.";
    under_passphrase_do: "备份请到“数据与备份”恢复；是报送文件，就请对方直接发送或加密给本单位。", "Restore a backup on the page “Data and backup”; a report should be sent as it is, or encrypted to this office.";
    encrypted_to_a_key: "这份文件是加密给某个单位的，不是备份。", "This file is encrypted to an office and no backup.";
    encrypted_to_a_key_do: "请到汇总页面导入。", "Import it on the office's table.";
    damaged: "加密的文件不完整，或者改动过，打不开。", "The encrypted file is incomplete or was changed, and cannot be opened.";
    damaged_do: "请对方重新发送整个文件。粘贴的，请从头到尾全部复制。", "Ask for the whole file again; when pasting, copy it from its first line to its last.";
    too_much_work: "打开这份文件要用的内存或时间超出了本页面的限度。", "Opening this file takes more memory or time than this page gives.";
    too_much_work_do: "请用 age 工具打开。", "Open it with the age tool.";
    too_large: "加密的文件太大，不会是本软件写的。", "The encrypted file is larger than anything this program writes.";
    too_large_do: "请核对有没有选错文件。", "Check which file was chosen.";
    unknown_format: "这种加密方式，本软件不认识。", "This program does not know how this file is encrypted.";
    unknown_format_do: "请对方用本软件重新加密或备份。", "Ask for a file that this program encrypted or backed up.";
    no_random: "浏览器没有给出随机数，什么都没有改动。", "The browser gave no random numbers; nothing was changed.";
    no_random_do: "请换一个新一些的浏览器。", "Use a newer browser.";
}

sentences! {
    is_open(minutes: i64): "有口令，这个标签页里已解锁。关闭或刷新页面就锁上，{minutes} 分钟没有操作也会锁上。", "There is a passphrase; unlocked in this tab. Closing or reloading the page locks it, and so do {minutes} minutes in which nobody does anything.";
    was_idle(minutes: i64): "{minutes} 分钟没有操作，签名密钥已锁上。填到一半的都在，签名时输入口令。", "Nobody did anything for {minutes} minutes, so the signing key is locked. What is half typed stays; signing asks for the passphrase.";
}
