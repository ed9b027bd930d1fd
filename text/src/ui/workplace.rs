//! Words for switching between workplaces on a shared computer.

words! {
    heading: "工作单位", "Workplaces";
    current: "当前", "Current";
    switch_to: "切换", "Switch";
    add: "添加工作单位", "Add a workplace";
    remove: "删除工作单位", "Remove the workplace";
    remove_warning: "会删除这个工作单位的全部答案和密钥，不能恢复。", "All its answers and its key are deleted for good.";
    remove_backup_first: "请先备份。", "Back up first.";
    shared_hint: "几个单位共用电脑时，请看清当前是哪个单位。", "On a shared computer, mind which workplace is current.";
}
