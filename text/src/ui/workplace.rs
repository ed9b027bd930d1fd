//! Words for switching between workplaces on a shared computer, and for one whose name or code changes.

words! {
    heading: "工作单位", "Workplaces";
    current: "当前", "Current";
    switch_to: "切换", "Switch";
    add: "添加工作单位", "Add a workplace";
    remove: "删除工作单位", "Remove the workplace";
    remove_warning: "会删除这个工作单位的全部答案和密钥，不能恢复。", "All its answers and its key are deleted for good.";
    remove_backup_first: "请先备份。", "Back up first.";
    shared_hint: "几个单位共用电脑时，请看清当前是哪个单位。", "On a shared computer, mind which workplace is current.";
    rename: "名称或代码变了", "Name or code changed";
    rename_intro: "村合并了、改了名、换了 12 位代码，都在这里改，不用新建工作单位。", "If villages merge, are renamed or get another 12-digit code, change it here; no new workplace is needed.";
    what_happens: "保存以后：", "After saving:";
    stays: "已登记的案事件、回答和备注都保留，以后算在新代码下。", "What is registered stays, and counts for the new code from now on.";
    signed_stays: "以前签的文件还是原来的代码和名称，照旧可以查看；用新代码签的，从第 1 次重新编号。", "Files that were signed keep the old code and name and can still be seen; those signed under the new code are numbered from 1.";
    new_key: "会换一把新密钥：一把密钥只能登记给一个代码。旧密钥不再签名，加密给它的文件照样打得开。换好请做一次备份。", "There will be a new key, because a key is enrolled for one code only. The old one signs nothing more; files encrypted to it can still be opened. Make a backup afterwards.";
    hand_in: "请到“密钥”生成登记文件，发给上一级登记。登记以前，别人只在旧代码下认得本单位。", "Make the enrolment file under “Keys” and send it to the next level. Until it is enrolled, others know this unit under the old code only.";
    below_stay: "下级单位、各部门和他们的密钥都登记在旧代码下，要在“单位名录”里按新代码重新添加和登记；旧代码的回执、意见和认定，请先办完再改。", "Units, offices and their keys are listed under the old code, and have to be listed and enrolled anew under the new one; finish receipts, opinions and decisions of the old code first.";
    only_name: "只改名称：代码和密钥不变，不用重新登记。以前签的文件还是原来的名称。", "Only the name changes: code and key stay, and nothing is enrolled anew. Files that were signed keep the old name.";
    same: "和现在的一样，没有要改的。", "This is what it is now; nothing would change.";
    not_printable: "名称里有看不见的字符，请删去后重新填。", "The name holds a character that cannot be seen; enter it anew.";
    locked: "密钥锁着，没有改。", "The key is locked; nothing was changed.";
    locked_do: "请先在上面输入口令解锁，再点一次。", "Unlock it above with its passphrase, then press again.";
    use_new: "保存，改用新的", "Save and use the new one";
    renamed: "已改好。", "Changed.";
    not_known: "新代码的密钥还没有登记。请生成登记文件，发给上一级。", "The key is not enrolled under the new code yet. Make the enrolment file and send it to the next level.";
    to_keys: "去生成登记文件", "Make the enrolment file";
}

sentences! {
    earlier(name: &str, code: &str, day: &str): "原来：{name}（{code}），用到{day}", "Before: {name} ({code}), until {day}";
    outside(document: &str): "新代码不在“{document}”适用的区域内，仍按它自评；不适用的，请到“文件”里增减。", "The new code lies outside the area of “{document}”, which still applies; change that under “Documents” where it does not.";
    under(code: &str): "用原代码 {code} 签的", "signed under the earlier code {code}";
}
