//! Words for failures of the browser's storage: what happened, then what to do. This crate must not use the page's
//! types.

words! {
    unavailable: "这个浏览器窗口不能保存数据。", "This browser window cannot keep data.";
    unavailable_do: "请不要用无痕窗口；可以先填，离开前务必导出或备份。", "Leave the private window. You can fill in now, but export or back up before you leave.";
    newer: "数据是更新版本的页面保存的。", "The data was saved by a newer version of this page.";
    newer_do: "请刷新页面换到新版本，不要继续填写。", "Reload to get the newer version. Do not go on here.";
    quota: "磁盘空间不够，刚才的修改没有保存。", "There is no space left; the last change was not saved.";
    quota_do: "请清出磁盘空间后再试，或先备份。", "Free some disk space and try again, or back up first.";
    corrupt: "有一条数据读不出来。", "A stored record cannot be read.";
    corrupt_do: "请从最近的备份恢复；其余数据没有受影响。", "Restore the latest backup. The other records are not affected.";
    aborted: "刚才的修改没有保存。", "The last change was not saved.";
    aborted_do: "请再试一次；仍不行请刷新页面。", "Try again; if it fails again, reload.";
    personal: "这里有像证件号、电话、银行卡号或邮箱的内容，没有保存。", "This holds what looks like someone's identity, telephone or bank card number or e-mail address; it was not saved.";
    personal_do: "请回到填写的地方删去：本软件不登记任何人的身份信息。", "Go back to where it was typed and take it out: no one's identity is kept here.";
    changed_elsewhere: "另一个窗口刚改过这份记录，这里没有再改。", "Another window has just changed this record; nothing was changed here.";
    changed_elsewhere_do: "请刷新页面，看清现在的样子，需要时再做一次。", "Reload the page, look at how it is now, and do it again if it is still needed.";
}
