//! Words of backing up and restoring.

words! {
    heading: "备份与恢复", "Backup and restore";
    why: "清理软件会清掉浏览器里的数据，换一个地址或浏览器也看不到。请经常备份。", "Clean-up tools wipe browser data, and another address or browser cannot see it. Back up often.";
    make: "立即备份", "Back up now";
    making: "正在备份…", "Backing up…";
    made: "备份已核验", "The backup is checked";
    contains_key: "备份里有签名密钥。谁拿到备份和口令，谁就能以本单位名义签名。", "The backup holds the signing key. Whoever has it and its passphrase can sign as this unit.";
    backup_passphrase: "备份口令", "Backup passphrase";
    keep_safe: "请存到 U 盘等别处，不要发到群里。", "Keep it elsewhere, such as a USB stick. Do not post it in a group.";
    never: "从未备份", "Never backed up";
    restore: "恢复", "Restore";
    restore_heading: "从备份恢复", "Restore from a backup";
    choose_file: "选择备份文件", "Choose the backup file";
    restore_replaces: "恢复会替换这个浏览器里现有的数据。", "Restoring replaces what this browser holds.";
    restore_first_backup: "先备份现有数据", "Back up the current data first";
    restoring: "正在恢复…", "Restoring…";
    restored: "恢复完成", "Restored";
    damaged: "备份文件不完整或被改动，没有恢复任何内容。请换一份备份。", "The backup is incomplete or altered; nothing was restored. Use another one.";
    newer: "备份来自更新的版本，没有恢复任何内容。请先更新本页面。", "The backup was made by a newer version; nothing was restored. Update this page first.";
    wrong_passphrase: "备份口令不对，没有恢复任何内容。", "The backup passphrase is wrong; nothing was restored.";
    where_heading: "数据在哪里", "Where the data is";
    where_browser: "保存在这台电脑的这个浏览器里，只有从这个地址打开才看得到。", "In this browser on this computer, visible only from this address.";
    where_disk: "页面从磁盘打开，数据在这个浏览器里，与这个文件的位置有关。移动文件前请备份。", "Opened from disk: the data is in this browser and tied to the file's place. Back up before moving the file.";
    persistent: "浏览器已答应不自动清理", "The browser will not clear it by itself";
    not_persistent: "空间不足时浏览器可能自动清理", "The browser may clear it when space is short";
}

sentences! {
    last(days: i64): "上次备份：{days} 天前", "Last backup: {days} days ago";
    made_at(day: &str, time: &str): "上次备份：{day} {time}", "Last backup: {day} {time}";
    holds(workplaces: usize, assessments: usize): "备份里有 {workplaces} 个工作单位、{assessments} 次自评", "The backup holds {workplaces} workplaces and {assessments} assessments";
}
